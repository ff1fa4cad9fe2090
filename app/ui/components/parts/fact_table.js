// Facts in two columns, in titled sections.
export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  root.replaceChildren(...data.sections.flatMap(section));

  function section(each) {
    const table = make("dl", "facts");
    for (const fact of each.facts) table.append(make("dt", "muted", fact.label), make("dd", fact.is_empty ? "muted" : "", fact.value));
    return each.title ? [make("h3", "", each.title), table] : [table];
  }
}
