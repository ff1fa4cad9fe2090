// What is said beside the large picture of one course: grade, standing, population, warnings, and the note under the bars.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const line = make("div", "line");
  const close = button("tool", "×", () => setTriggerValue("closed", true));
  close.setAttribute("aria-label", data.words.close);
  close.title = data.words.close;
  line.append(make("h3", "", data.title), ...data.facts.map(fact), make("span", "grow"), widths(), close);
  root.replaceChildren(line, ...data.notes.map((each) => make("p", each.kind, each.text)));

  function widths() {
    const group = make("span", "widths");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", data.words.bins);
    for (const [code, label] of data.widths) {
      const node = button("tool" + (code === data.bins ? " chosen" : ""), label, () => setTriggerValue("bins", code));
      node.setAttribute("aria-pressed", code === data.bins);
      node.dataset.testid = "bins-" + code;
      group.append(node);
    }
    return group;
  }

  function fact(each) {
    const node = make("span", "fact");
    node.append(make("span", "muted small", each.label + " "), make("span", "number", each.value));
    if (each.title) node.title = each.title;
    return node;
  }
}
