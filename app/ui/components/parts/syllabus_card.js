// 連結課程內容資訊: the syllabus with its boxes, ticked and empty, as the curriculum platform prints it.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  const title = make("div", "title");
  title.append(make("h3", "", data.title), make("span", "small muted", data.source));
  if (data.close) {
    const close = button("tool", "×", () => component.setTriggerValue("closed", true));
    close.setAttribute("aria-label", data.close);
    close.dataset.testid = "syllabus-close";
    title.append(make("span", "grow"), close);
  }
  const parts = [title];
  if (data.message) parts.push(make("p", "message", data.message));
  if (data.rows.length) {
    const table = make("table");
    for (const each of data.rows) table.append(rowOf(each));
    parts.push(table);
  }
  if (data.weeks.length) parts.push(weeks());
  root.replaceChildren(...parts);
  if (data.comes_into_view && !root.dataset.seen) root.scrollIntoView({ block: "nearest" });
  root.dataset.seen = "yes";

  function rowOf(each) {
    const row = make("tr");
    if (each.group) {
      const group = make("th", "group", each.group);
      group.rowSpan = each.group_rows;
      row.append(group);
    }
    const label = make("th", "label", each.label);
    if (each.group === null) label.colSpan = 2;
    const cell = make("td");
    cell.lang = "zh-Hant-TW";
    if (each.boxes) for (const box of each.boxes) cell.append(boxOf(box));
    else cell.textContent = each.text;
    row.append(label, cell);
    return row;
  }

  function boxOf(box) {
    const node = make("span", "box" + (box.ticked ? " ticked" : ""), (box.ticked ? "☑ " : "□ ") + box.text);
    node.setAttribute("aria-label", box.text + (box.ticked ? " ✓" : " –"));
    return node;
  }

  function weeks() {
    const fold = make("details");
    fold.open = true;
    fold.append(make("summary", "muted", data.weeks_title));
    const table = make("table", "weeks");
    table.lang = "zh-Hant-TW";
    for (const each of data.weeks) {
      const row = make("tr");
      row.append(make("th", "number", each.week), make("td", "", each.topic), make("td", "", each.content));
      table.append(row);
    }
    fold.append(table);
    return fold;
  }
}
