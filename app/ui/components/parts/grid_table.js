// Only the rows on screen are in the page; each is drawn once and refreshed in place.
function drawWindow(grid) {
  const { root, entries } = grid;
  const scroll = root.querySelector(".scroll");
  const first = Math.max(0, Math.floor(scroll.scrollTop / GRID_ROW) - GRID_SPARE);
  const last = Math.min(entries.length, Math.ceil((scroll.scrollTop + (scroll.clientHeight || 600)) / GRID_ROW) + GRID_SPARE);
  const shown = entries.slice(first, last);
  const table = root.querySelector("table");
  table.setAttribute("aria-rowcount", entries.length + 1);
  const nodes = shown.map((each, place) => rowOf(grid, each, first + place));
  const body = table.querySelector("tbody");
  settleRows(body, [spacer(grid, "above", first), ...nodes, spacer(grid, "below", entries.length - last)]);
}

// Rows that stay are not touched: scrolling by a line adds one and takes one away.
function settleRows(body, wanted) {
  const stays = new Set(wanted);
  for (const node of [...body.children]) if (!stays.has(node)) node.remove();
  let next = body.firstChild;
  for (const node of wanted) {
    if (node === next) next = next.nextSibling;
    else body.insertBefore(node, next);
  }
}

// One drawing a frame, however often the wheel turns.
function drawSoon(grid) {
  if (grid.isScrolling) return;
  grid.isScrolling = true;
  requestAnimationFrame(() => { grid.isScrolling = false; drawWindow(grid); });
}

function spacer(grid, side, rows) {
  const name = "spacer_" + side;
  const node = grid[name] ?? (grid[name] = make("tr", "spacer"));
  if (!node.firstChild) node.append(make("td"));
  node.firstChild.colSpan = grid.data.dimensions.length + 5;
  node.style.height = rows * GRID_ROW + "px";
  node.hidden = rows === 0;
  node.setAttribute("aria-hidden", "true");
  return node;
}

function rowOf(grid, entry, position) {
  if (entry.heading) return headingOf(grid, entry.heading);
  let made = grid.nodes.get(entry.id);
  if (!made) grid.nodes.set(entry.id, (made = newRow(grid, grid.rows.get(entry.id))));
  refreshRow(grid, made, position);
  return made.node;
}

function headingOf(grid, text) {
  if (!grid.heading) {
    grid.heading = make("tr", "heading");
    grid.heading.append(make("td", "", text));
    grid.heading.firstChild.colSpan = grid.data.dimensions.length + 5;
  }
  return grid.heading;
}

function newRow(grid, row) {
  const node = make("tr", "row");
  node.dataset.row = row.id;
  const open = button("name", row.name, () => openHere(grid, row.id));
  open.title = [grid.words.open_applicant, row.school].join("　");
  open.tabIndex = -1;
  const name = make("td", "name");
  name.append(open, ...row.badges.filter(() => !row.pdf).map((text) => make("span", "badge pdf", text)));
  const state = make("td", "state");
  const cells = grid.data.dimensions.map((each, column) => newCell(grid, row, column));
  const total = make("td", "total number");
  const flag = make("td", "flag");
  node.append(make("td", "number", row.number), name, state, ...cells);
  if (grid.data.shows_total) node.append(total);
  node.append(flag);
  return { id: row.id, node, state, cells, total, flag };
}

function newCell(grid, row, column) {
  const cell = make("td", "cell");
  cell.dataset.testid = "grid-" + row.id + "-" + column;
  cell.append(make("span", "letter"), make("span", "score number"), make("span", "mark"));
  cell.onmousedown = (event) => {
    event.preventDefault();
    if (isActive(grid, row.id, column) && grid.editing) return;
    commit(grid);
    moveTo(grid, { id: row.id, column });
  };
  cell.ondblclick = () => beginEdit(grid, "edit");
  return cell;
}

function isActive(grid, id, column) {
  return grid.place.active?.id === id && grid.place.active.column === column;
}

function refreshRow(grid, made, position) {
  const row = grid.rows.get(made.id);
  const { node, state, total, flag } = made;
  node.setAttribute("aria-rowindex", position + 2);
  const look = "row " + row.state + (grid.place.active?.id === row.id ? " current" : "");
  if (node.className !== look) node.className = look;
  write(state, row.label);
  state.title = row.reason ?? "";
  write(total, row.total);
  write(flag, row.flagged ? "⚑" : "");
  flag.title = row.flagged ? grid.words.discuss : "";
  made.cells.forEach((cell, column) => refreshCell(grid, { cell, row, column }));
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function refreshCell(grid, { cell, row, column }) {
  const dimension = grid.data.dimensions[column];
  const pending = cellOf(grid.sender, row.id, dimension.id);
  const score = shownScore(grid.sender, row.id, dimension.id);
  const level = levelOf(dimension, score);
  const state = pending?.state ?? (score ? "saved" : "empty");
  const shown = [state, score, pending?.problem, isActive(grid, row.id, column)].join("|");
  if (cell.shown === shown) return;
  cell.shown = shown;
  const look = ["cell", level >= 0 ? "tint-" + level : "", state, isActive(grid, row.id, column) ? "active" : ""].filter(Boolean).join(" ");
  cell.className = look;
  write(cell.querySelector(".letter"), dimension.levels[level]?.letter ?? "");
  write(cell.querySelector(".score"), score);
  write(cell.querySelector(".mark"), { waiting: "…", sending: "…", failed: "!", asks: "?", abstained: "?" }[state] ?? "");
  cell.title = pending?.problem || (dimension.levels[level]?.name ?? "");
  cell.setAttribute("aria-label", cellText(grid, { id: row.id, column }));
}

function cellText(grid, { id, column }) {
  const { words, data, sender } = grid;
  const row = grid.rows.get(id);
  const dimension = data.dimensions[column];
  const score = shownScore(sender, id, dimension.id);
  const level = dimension.levels[levelOf(dimension, score)];
  const value = [score || words.grid_empty, level && filled(words.grid_level, { level: level.name }), cellOf(sender, id, dimension.id)?.problem].filter(Boolean).join(" ");
  return filled(words.grid_cell, { name: row.name, column: dimension.name, value });
}

function openHere(grid, id) {
  commit(grid);
  grid.place.comesBack = true;
  whenSaved(grid.sender, () => grid.send("open", id));
}
