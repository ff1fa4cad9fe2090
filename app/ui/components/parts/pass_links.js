// Links from a category over all applicants to scoring a dimension that it feeds.
export default function (component) {
  const { data, setTriggerValue } = component;
  const line = make("div", "line");
  line.append(make("span", "muted small", data.label));
  for (const each of data.links) {
    const link = button("tool", each.label, () => setTriggerValue("go", each.code));
    link.dataset.testid = "pass-" + each.code;
    line.append(link);
  }
  rootOf(component).replaceChildren(line);
}
