// Paired bars: what the school offered behind, what was taken in front; the numbers stand beside.
function choiceBars(data) {
  const heading = make("div", "heading");
  heading.append(make("h3", "", data.title), legend(data.legend));
  const parts = [heading];
  if (data.about) parts.push(make("p", "muted small", data.about));
  parts.push(...data.kinds.map((kind, place) => choiceKind(kind, place ? [] : data.columns)));
  if (data.matrix) parts.push(semesterFold(data.matrix));
  parts.push(...data.notes.map((text) => make("p", "muted small", text)));
  return parts;
}

function legend(names) {
  const node = make("span", "legend muted small");
  names.forEach((name, place) => node.append(make("span", "swatch " + (place ? "taken" : "offered")), make("span", "", name)));
  return node;
}

function choiceKind(kind, columns) {
  const list = make("ul", "kind");
  list.setAttribute("aria-label", kind.title);
  const title = make("li", "choice kind-title small" + (kind.elective ? "" : " muted"));
  title.append(make("span", "wide", kind.title), ...columns.map((text) => make("span", "numbers muted", text)));
  list.append(title, ...kind.rows.map(choiceRow));
  return list;
}

function choiceRow(row) {
  const item = make("li", "choice");
  item.title = row.spoken;
  const bars = make("span", "pair-bars");
  if (row.offered !== null) bars.append(bar("offered", row.offered));
  bars.append(bar("taken", row.taken));
  bars.setAttribute("aria-hidden", "true");
  const numbers = make("span", "numbers small number", row.numbers + row.mark);
  item.append(make("span", "choice-label small", row.label), bars, numbers, make("span", "muted small number credits", row.credits));
  return item;
}

function bar(kind, length) {
  const node = make("span", "bar " + kind);
  node.style.width = length + "%";
  return node;
}

// What was taken when: folded away, built when it is opened.
function semesterFold(matrix) {
  const fold = make("details", "semester-fold small");
  fold.append(make("summary", "muted", matrix.title));
  fold.ontoggle = () => {
    if (fold.open && !fold.querySelector("table")) fold.append(semesterTable(matrix), make("p", "muted", matrix.about));
  };
  return fold;
}

function semesterTable(matrix) {
  const table = make("table", "semesters number");
  const head = make("tr");
  for (const text of matrix.columns) {
    const cell = make("th", "muted", text);
    cell.scope = "col";
    head.append(cell);
  }
  table.append(head, ...matrix.rows.map(semesterRow));
  return table;
}

function semesterRow(row) {
  const line = make("tr");
  const label = make("th", "", row.label);
  label.scope = "row";
  line.append(label);
  for (const [required, elective] of row.cells) {
    const cell = make("td", "", required || (elective ? "" : "·"));
    if (elective) cell.append(make("span", "plus", elective));
    line.append(cell);
  }
  return line;
}
