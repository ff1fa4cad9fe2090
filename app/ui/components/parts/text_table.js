// Texts in lines and columns: cells wrap and are never cut; line breaks of a text stay.
export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  const box = make("div", data.scrolls ? "box scrolls" : "box");
  if (data.scrolls) {
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", data.label);
  }
  const table = make("table");
  table.setAttribute("aria-label", data.label);
  const head = make("tr"), body = make("tbody");
  data.heads.forEach((word, place) => {
    const cell = make("th", place === data.wide ? "wide" : "", word);
    cell.scope = "col";
    head.append(cell);
  });
  for (const row of data.rows) {
    const line = make("tr");
    line.append(...row.map((text, place) => make("td", place === data.wide ? "wide" : "", text)));
    body.append(line);
  }
  const top = make("thead");
  top.append(head);
  table.append(top, body);
  box.append(table);
  root.replaceChildren(box);
}
