// What a school offers: course categories by learning areas.
export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  const table = make("table");
  const head = make("tr");
  head.append(make("th", "", ""), ...data.areas.map((text) => make("th", "", text)));
  table.append(head);
  for (const each of data.rows) {
    const row = make("tr");
    row.append(make("th", "", each.label), ...each.counts.map((count) => make("td", "number", count || "")));
    table.append(row);
  }
  root.replaceChildren(make("h3", "", data.title), table);
}
