// Other applicants of the same school: a row each, the name goes there.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const title = make("div", "title");
  title.append(make("h3", "", data.title), make("span", "muted small", data.hint));
  root.replaceChildren(title, data.nothing ? make("p", "muted", data.nothing) : table());

  function table() {
    const room = make("div", "scroller"), node = make("table"), head = make("tr");
    head.append(...data.columns.map((text) => make("th", "", text)));
    node.append(head, ...data.rows.map(rowOf));
    room.append(node);
    return room;
  }

  function rowOf([id, name, ...texts]) {
    const row = make("tr"), cell = make("td");
    const link = button("link", name, () => setTriggerValue("chosen", id));
    link.setAttribute("aria-label", data.open.replace("{name}", name));
    link.dataset.testid = "schoolmate-" + id;
    cell.append(link);
    row.append(cell, ...texts.map((text) => make("td", "number", text)));
    return row;
  }
}
