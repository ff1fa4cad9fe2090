// Paired bars: what the school offered behind, what was taken in front; the numbers stand beside.
function choiceBars(data) {
  const heading = make("div", "heading");
  heading.append(make("h3", "", data.title), legend(data.legend));
  const parts = [heading];
  if (data.about) parts.push(make("p", "muted small", data.about));
  parts.push(...data.kinds.map((kind, place) => choiceKind(kind, place ? [] : data.columns)));
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
