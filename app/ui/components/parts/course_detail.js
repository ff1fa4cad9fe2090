// What is said beside the large picture of one course: grade, standing, population, warnings, and the note under the bars.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const line = make("div", "line");
  const close = button("tool", "×", () => setTriggerValue("closed", true));
  close.setAttribute("aria-label", data.words.close);
  close.title = data.words.close;
  line.append(make("h3", "", data.title), ...data.facts.map(fact), make("span", "grow"), close);
  root.replaceChildren(line, ...data.notes.map((each) => make("p", each.kind, each.text)));

  function fact(each) {
    const node = make("span", "fact");
    node.append(make("span", "muted small", each.label + " "), make("span", "number", each.value));
    if (each.title) node.title = each.title;
    return node;
  }
}
