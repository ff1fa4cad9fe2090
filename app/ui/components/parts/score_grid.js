// The grid: applicants by dimensions. It keeps its rows, draws only those on screen, and saves every cell by itself.
const GRID_ROW = 30;
const GRID_SPARE = 8;
const GRID_FIXED = 420; // number, name, state, total and flag
const GRID_PLACES = new Map();

export default function (component) {
  const root = rootOf(component, "section");
  root.dataset.ownKeys = "* ctrl+enter";
  const { data, setTriggerValue } = component;
  const rows = keptRows(data.key, data.kept, setTriggerValue);
  if (!rows) return;
  const grid = root.grid ?? (root.grid = newGrid(root, data));
  Object.assign(grid, { data, words: data.words, rows, send: setTriggerValue });
  feed(grid.sender, { data, words: data.words, rows, send: setTriggerValue, changed: () => soon(grid) });
  const shape = JSON.stringify([data.words, data.dimensions, data.is_moving, data.shows_total]);
  if (grid.shape !== shape) build(grid);
  grid.shape = shape;
  arrange(grid);
  goToSelected(grid);
  refresh(grid);
  root.controls?.abort();
  root.controls = new AbortController();
  addEventListener("resize", () => refresh(grid), { signal: root.controls.signal });
  return () => root.controls.abort();
}

function newGrid(root, data) {
  const fresh = { active: null, sort: null, missing: null, top: 0, comesBack: false };
  const place = GRID_PLACES.get(data.key) ?? fresh;
  GRID_PLACES.set(data.key, place);
  return { root, place, sender: senderOf(root), nodes: new Map(), entries: [], editing: null, selected: data.selected };
}

// Several changes of one moment are drawn once.
function soon(grid) {
  if (grid.isDue) return;
  grid.isDue = true;
  queueMicrotask(() => { grid.isDue = false; refresh(grid); });
}

function build(grid) {
  const { root, words } = grid;
  grid.nodes = new Map();
  const troubles = make("div", "troubles");
  troubles.setAttribute("role", "alert");
  const said = make("div", "said");
  said.setAttribute("aria-live", "polite");
  const scroll = make("div", "scroll");
  const sheet = make("div", "sheet");
  const room = (each) => GRID_FIXED + grid.data.dimensions.length * each + "px";
  Object.assign(sheet.style, { minWidth: room(84), maxWidth: room(200) });
  const table = make("table");
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", words.grid_title);
  table.append(columnsOf(grid), headOf(grid), make("tbody"));
  sheet.append(table, editorOf(grid));
  scroll.append(sheet);
  scroll.onscroll = () => { grid.place.top = scroll.scrollTop; drawSoon(grid); };
  root.replaceChildren(toolsOf(grid), make("div", "hint small muted", words.grid_hint), troubles, make("div", "pasting"), scroll, said);
  grid.isFresh = true;
}

function toolsOf(grid) {
  const { words, data, place } = grid;
  const tools = make("div", "tools");
  const missing = make("label", "tick small");
  const box = make("input");
  box.type = "checkbox";
  box.checked = Boolean(place.missing);
  box.dataset.testid = "grid-missing";
  box.onchange = () => { place.missing = box.checked ? unfinished(grid) : null; arrange(grid); keepActive(grid); refresh(grid); };
  missing.append(box, make("span", "", words.grid_missing));
  const undo = button("tool", words.undo, () => undoHere(grid));
  undo.title = "Ctrl+Z";
  tools.append(make("strong", "", words.grid_title), make("span", "counts number small muted"), missing);
  if (data.is_moving) tools.append(button("tool", words.resort, () => whenSaved(grid.sender, () => grid.send("resort", true))));
  const note = make("span", "note small");
  note.setAttribute("role", "status");
  tools.append(make("span", "grow"), note, undo);
  return tools;
}

function columnsOf({ data }) {
  const group = make("colgroup");
  const widths = [86, 128, 78, ...data.dimensions.map(() => null), ...(data.shows_total ? [70] : []), 58];
  for (const width of widths) {
    const column = make("col");
    column.style.width = width ? width + "px" : "auto";
    group.append(column);
  }
  return group;
}

function headOf(grid) {
  const { words, data } = grid;
  const row = make("tr");
  const columns = [["number", words.grid_number], ["name", words.grid_name], ["state", words.grid_state], ...data.dimensions.map((each, place) => [place, each.name, each.weight_label])];
  if (data.shows_total) columns.push(["total", words.grid_total]);
  for (const [code, label, detail] of columns) row.append(headCell(grid, { code, label, detail }));
  row.append(make("th", "flag", words.grid_flag));
  const head = make("thead");
  head.append(row);
  return head;
}

function headCell(grid, { code, label, detail }) {
  const cell = make("th", typeof code === "number" ? "dimension" : code);
  cell.scope = "col";
  const sort = button("sort", "", () => sortBy(grid, code));
  sort.title = filled(grid.words.grid_sort, { column: label });
  sort.append(make("span", "label", label), make("span", "arrow"));
  if (detail) sort.append(make("span", "detail muted small", detail));
  cell.dataset.column = code;
  cell.append(sort);
  return cell;
}

// Up, down, and back to the order of the list; whoever was worked on stays in sight.
function sortBy(grid, column) {
  const { place } = grid;
  const step = place.sort?.column === column ? place.sort.step : 0;
  place.sort = { 0: { column, step: -1 }, "-1": { column, step: 1 }, 1: null }[step];
  arrange(grid);
  keepActive(grid);
  refresh(grid);
}

function unfinished(grid) {
  return new Set([...grid.rows.values()].filter((row) => !["scored", "abstained"].includes(row.state)).map((row) => row.id));
}

// The order stands still while scores are entered: it is made when asked for, not at every save.
function arrange(grid) {
  const { place, rows } = grid;
  const asked = JSON.stringify([place.sort, place.missing && [...place.missing], [...rows.keys()].join()]);
  if (grid.asked === asked) return;
  grid.asked = asked;
  const shown = [...rows.values()].filter((row) => !place.missing || place.missing.has(row.id));
  if (place.sort) sorted(grid, shown);
  const entries = [];
  for (const row of shown) {
    if (row.pdf && !entries.some((each) => each.heading)) entries.push({ heading: grid.words.group_pdf });
    entries.push({ id: row.id });
  }
  grid.entries = entries;
  grid.positions = new Map(entries.map((each, position) => [each.id, position]));
}

function sorted(grid, rows) {
  const { column, step } = grid.place.sort;
  const value = (row) => {
    if (typeof column === "number") return scaled(row.scores[column]);
    return column === "total" ? scaled(row.total) : row[column];
  };
  const before = new Map(rows.map((row, position) => [row.id, position]));
  rows.sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (one.pdf !== other.pdf) return one.pdf ? 1 : -1;
    if (a === b) return before.get(one.id) - before.get(other.id);
    if (a === null || b === null) return a === null ? 1 : -1;
    if (typeof a === "string") return -step * a.localeCompare(b, "zh-Hant");
    return a < b ? -step : step;
  });
}

function goToSelected(grid) {
  const { data, place } = grid;
  if (!place.active || !grid.rows.has(place.active.id)) grid.editing = null;
  if (!place.active || !grid.rows.has(place.active.id)) place.active = { id: grid.rows.has(data.selected) ? data.selected : firstId(grid), column: 0 };
  if (grid.isFresh) {
    grid.isFresh = false;
    grid.root.querySelector(".scroll").scrollTop = place.top;
    keepActive(grid);
    comeBack(grid);
  } else if (place.comesBack && !isAtWork(grid)) {
    // Back before the page had taken the grid away: it stands there still.
    keepActive(grid);
    comeBack(grid);
  } else if (grid.selected !== data.selected && grid.rows.has(data.selected) && !isAtWork(grid)) {
    place.active = { ...place.active, id: data.selected };
    keepActive(grid);
  }
  grid.selected = data.selected;
}

function comeBack(grid) {
  if (grid.place.comesBack) focusEditor(grid);
  grid.place.comesBack = false;
}

// Who is at work in a cell is never moved to another one: the next key would score somebody else.
function isAtWork(grid) {
  return Boolean(grid.editing) || grid.root.contains(grid.root.getRootNode().activeElement);
}

function firstId(grid) {
  return grid.entries.find((each) => each.id)?.id ?? null;
}

function refresh(grid) {
  const { root, sender, words, rows } = grid;
  const finished = [...rows.values()].filter((row) => ["scored", "abstained"].includes(row.state)).length;
  root.querySelector(".counts").textContent = filled(words.grid_count, { count: rows.size, scored: finished });
  const waiting = [...sender.cells.values()].filter((cell) => ["waiting", "sending"].includes(cell.state)).length;
  root.querySelector(".note").textContent = waiting ? words.row_saving + " " + waiting : sender.note;
  root.querySelector(".troubles").replaceChildren(...troubleSummary(grid));
  for (const cell of root.querySelectorAll("th[data-column]")) {
    const step = String(grid.place.sort?.column) === cell.dataset.column ? grid.place.sort.step : 0;
    cell.setAttribute("aria-sort", { 0: "none", "-1": "ascending", 1: "descending" }[step]);
    cell.querySelector(".arrow").textContent = { 0: "", "-1": "▲", 1: "▼" }[step];
  }
  drawWindow(grid);
  placeEditor(grid);
}

function troubleSummary(grid) {
  const lines = troubleLines(grid.sender, (cell) => {
    grid.place.active = { id: cell.application, column: placeOfDimension(grid.sender, cell.dimension) };
    if (!grid.positions.has(cell.application)) grid.place.missing?.add(cell.application);
    arrange(grid);
    keepActive(grid);
    refresh(grid);
    focusEditor(grid);
  });
  if (lines.length < 2) return lines;
  const all = make("div", "trouble small");
  all.append(make("strong", "problem", filled(grid.words.troubles, { count: lines.length })), button("tool", grid.words.retry, () => troubledCells(grid.sender).filter((cell) => cell.state === "failed").forEach((cell) => retry(grid.sender, cell))));
  return [all, ...lines];
}
