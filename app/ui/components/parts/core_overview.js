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
    box.append(...each.categories.filter((one) => one.count).map(category), ...absences(each.categories));
    return box;
  }

  // What is not there is said once per reason, each name still a way to its category.
  function absences(categories) {
    const reasons = new Map();
    for (const each of categories) if (!each.count) reasons.set(each.reason, [...(reasons.get(each.reason) ?? []), each]);
    return [...reasons].map(([reason, members]) => {
      const row = make("div", "absent small");
      row.append(make("span", "reason", reason));
      for (const each of members) row.append(button("name", each.label + " (0)", () => setTriggerValue("chosen", each.code)));
      return row;
    });
  }

  function category(each) {
    const row = button("category", "", () => setTriggerValue("chosen", each.code));
    const label = make("span", "label");
    label.append(make("span", "", each.label), make("span", "muted number", " (" + each.count + ")"));
    const entries = make("span", "entries");
    for (const text of each.entries) entries.append(make("span", "entry", text));
    if (each.more) entries.append(make("span", "muted small", each.more));
    row.append(label, entries);
    return row;
  }
}
