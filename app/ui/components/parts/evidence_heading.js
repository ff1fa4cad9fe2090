// Heading of the chosen category: name and category, what marks the applicant, and a sentence where something is missing.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "header");
  const title = make("h2", "", data.title);
  const marks = make("span", "marks");
  for (const each of data.badges) marks.append(make("span", "badge " + each.kind, each.text));
  const parts = [];
  const line = make("div", "line");
  line.append(title, marks);
  parts.push(line);
  if (data.facts) parts.push(make("div", "small muted", data.facts));
  if (data.note) parts.push(make("p", "note", data.note));
  root.replaceChildren(...parts);
}
