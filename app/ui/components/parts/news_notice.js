// What is new of one applicant since the reviewer last looked: the categories that differ, each a click away.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  root.setAttribute("aria-label", data.title);
  const head = make("div", "head");
  const seen = button("tool", data.seen, () => setTriggerValue("seen", true));
  seen.dataset.testid = "news-seen";
  head.append(make("strong", "", data.title), make("span", "small", data.text), make("span", "grow"), seen);
  const changes = make("ul", "changes");
  changes.append(...data.changes.map(changeOf));
  root.replaceChildren(head, changes);
  if (data.hint) root.append(make("p", "hint small muted", data.hint));

  function changeOf(each) {
    const row = make("li");
    const go = button("change" + (each.is_looked ? " looked" : ""), "", () => setTriggerValue("chosen", each.code));
    go.dataset.testid = "news-" + each.code;
    go.append(make("span", "kind " + each.kind, each.kind_label), make("span", "label", each.label), make("span", "muted number", each.entries));
    if (each.is_looked) go.append(make("span", "done", "✓ " + data.looked));
    row.append(go);
    return row;
  }
}
