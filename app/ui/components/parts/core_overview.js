// 核心資料總覽: a block per dimension, in it the categories that feed it with their first entries; a click goes there.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  root.replaceChildren(...data.dimensions.map(block));

  function block(each) {
    const box = make("section", "dimension");
    const title = make("div", "title");
    title.append(make("h3", "", each.name), make("span", "muted small number", each.weight));
    box.append(title);
    if (!each.categories.length) box.append(make("p", "muted small", data.words.nothing_chosen));
    box.append(...each.categories.map(category));
    return box;
  }

  function category(each) {
    const row = button("category" + (each.count ? "" : " empty"), "", () => setTriggerValue("chosen", each.code));
    const label = make("span", "label");
    label.append(make("span", "", each.label), make("span", "muted number", " (" + each.count + ")"));
    const entries = make("span", "entries");
    if (each.count) for (const text of each.entries) entries.append(make("span", "entry", text));
    else entries.append(make("span", "reason", each.reason));
    if (each.more) entries.append(make("span", "muted small", each.more));
    row.append(label, entries);
    return row;
  }
}
