// The completeness ledger: expected, shown, set aside, not handed in, with the state in words and each reason.
function ledgerTable(data, go) {
  const heading = make("div", "heading");
  heading.append(make("h3", "", data.title), make("span", "small " + (data.is_good ? "good" : "warn"), data.sum));
  const table = make("table", "ledger-lines small");
  const head = make("tr");
  data.columns.forEach((text, place) => head.append(headCell(text, place)));
  table.append(head, ...data.lines.flatMap((line) => ledgerRows(line, go, data)));
  const total = make("p", "muted small number", data.total);
  total.title = data.about;
  return [heading, table, total];
}

function headCell(text, place) {
  const cell = make("th", "muted" + (place === 0 ? " first" : place < 5 ? " count" : ""), text);
  cell.scope = "col";
  return cell;
}

function ledgerRows(line, go, data) {
  const row = make("tr", line.kind);
  const label = make("th", "item");
  label.scope = "row";
  label.append(line.code ? button("name", line.label, () => go(line.code)) : make("span", "", line.label));
  row.append(label, ...line.numbers.map((count) => make("td", "count number" + (count ? "" : " nought"), String(count))));
  const state = make("td", "state", line.state);
  state.append(...line.reasons.map((text) => make("div", "why", text)));
  row.append(state);
  return line.parts.length ? [row, partsRow(line.parts, go, data)] : [row];
}

function partsRow(parts, go, data) {
  const row = make("tr", "parts");
  const cell = make("td");
  cell.colSpan = data.columns.length;
  cell.append(...parts.filter((each) => each.count).map((each) => partButton(each, go)));
  const empty = parts.filter((each) => !each.count);
  if (empty.length) cell.append(make("span", "muted", data.none + " "), ...empty.map((each) => partButton(each, go)));
  row.append(cell);
  return row;
}

function partButton(part, go) {
  const node = button("part" + (part.count ? "" : " nought"), "", () => go(part.code));
  if (part.count) node.append(make("span", "symbol", part.symbol));
  node.append(make("span", "", part.label));
  if (part.count) node.append(make("span", "number", " " + part.count));
  if (part.title) node.title = part.title;
  return node;
}
