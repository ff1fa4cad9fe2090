// Courses with the small picture of their distribution. Enter or a click opens one; arrows move between rows.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  const { words } = data;
  const focused = component.parentElement.activeElement?.dataset?.row;
  const place = root.scrollTop;
  root.classList.toggle("short", Boolean(data.selected));
  const table = make("table");
  table.append(head(), body());
  root.replaceChildren(table);
  root.scrollTop = place;
  if (focused) root.querySelector('[data-row="' + CSS.escape(focused) + '"]')?.focus({ preventScroll: true });
  if (data.selected && root.shown !== data.selected) root.querySelector(".selected")?.scrollIntoView({ block: "nearest" });
  root.shown = data.selected;

  function head() {
    const row = make("tr");
    for (const [kind, text] of data.columns) row.append(make("th", kind, text));
    const top = make("thead");
    top.append(row);
    return top;
  }

  function body() {
    const part = make("tbody");
    let semester = null;
    for (const each of data.rows) {
      if (data.by_semester && each.semester_label !== semester) {
        semester = each.semester_label;
        const cell = make("td", "", semester);
        cell.colSpan = data.columns.length;
        const row = make("tr", "semester");
        row.append(cell);
        part.append(row);
      }
      part.append(rowOf(each));
    }
    return part;
  }

  function rowOf(each) {
    const row = make("tr", "course" + (each.id === data.selected ? " selected" : ""));
    row.tabIndex = 0;
    row.dataset.row = each.id;
    row.dataset.testid = "course-row-" + each.id;
    row.setAttribute("aria-selected", each.id === data.selected);
    for (const [kind] of data.columns) row.append(cellOf(kind, each));
    row.onclick = () => open(each);
    row.onkeydown = (event) => keyed(event, row, each);
    return row;
  }

  function cellOf(kind, each) {
    const cell = make("td", kind);
    if (kind === "bars") {
      if (each.bars) cell.append(tenBars(each.bars, each.bar, each.bars_title));
      else cell.append(make("span", "muted small", each.reason));
    } else {
      cell.textContent = each[kind];
      if (kind === "standing") cell.title = each.standing_title;
      if (kind === "grade") cell.title = each.grade_title;
      if (kind === "subject") for (const mark of each.marks) cell.append(make("span", "badge " + mark.kind, mark.text));
      if (kind === "subject" && each.has_syllabus) cell.append(make("span", "badge good", words.syllabus));
    }
    return cell;
  }

  function open(each) {
    setTriggerValue("opened", each.id === data.selected ? "" : each.id);
  }

  function keyed(event, row, each) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(each);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey) return;
    event.preventDefault();
    const rows = [...root.querySelectorAll(".course")];
    rows[rows.indexOf(row) + step]?.focus();
  }
}
