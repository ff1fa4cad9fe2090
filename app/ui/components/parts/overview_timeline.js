// Activities over the semesters: a row a category, a span or a point an activity. One Tab stop; arrows move within.
function activityTimeline(data, go, listening) {
  const heading = make("div", "heading");
  heading.append(make("h3", "", data.title), make("span", "muted small", data.about));
  if (!data.rows.length && !data.undated.length) {
    heading.append(make("span", "muted small", data.nothing));
    return [heading];
  }
  const told = make("p", "told small muted", data.words.hint);
  const parts = [heading];
  if (data.rows.length) parts.push(timelineGrid(data, { go, listening, tell: (mark) => tellMark(told, mark) }));
  if (data.undated.length) parts.push(undatedRow(data, go));
  const foot = make("div", "foot");
  if (data.rows.length) foot.append(told);
  foot.append(timelineTable(data));
  return [...parts, foot];
}

function timelineGrid(data, act) {
  const grid = make("div", "grid-lines");
  grid.setAttribute("role", "group");
  grid.setAttribute("aria-label", data.title + " " + data.words.keys);
  grid.append(timelineScale(data.semesters), ...data.rows.map((row) => timelineRow(row, data.semesters, act)));
  const marks = [...grid.querySelectorAll(".mark")];
  marks.forEach((mark, place) => (mark.tabIndex = place ? -1 : 0));
  grid.addEventListener("keydown", (event) => moveInTimeline(event, grid), { signal: act.listening });
  return grid;
}

function timelineScale(semesters) {
  const row = make("div", "line scale");
  const track = make("span", "track");
  for (const text of semesters) track.append(make("span", "tick muted small number", text));
  row.append(make("span", "line-label"), track);
  return row;
}

function timelineRow(row, semesters, act) {
  const line = make("div", "line");
  const label = button("line-label small", "", () => act.go(row.code));
  label.append(make("span", "symbol", row.symbol), make("span", "", row.label));
  const track = make("span", "track");
  track.style.backgroundSize = 100 / semesters.length + "% 100%";
  for (const lane of row.lanes) track.append(timelineLane(lane, row, act));
  line.append(label, track);
  return line;
}

function timelineLane(lane, row, act) {
  const node = make("span", "lane");
  for (const mark of lane) node.append(timelineMark(mark, row, act));
  return node;
}

function timelineMark(mark, row, act) {
  const node = button("mark" + (mark.span ? " span" : "") + (mark.soft ? " soft" : ""), "", () => act.go(row.code));
  node.style.left = mark.left + "%";
  if (mark.span) node.style.width = "max(24px, " + mark.width + "%)";
  node.append(make("span", "symbol", row.symbol));
  if (mark.span) node.append(make("span", "mark-text", mark.title));
  const text = [row.label, mark.title, mark.when, mark.facts].filter(Boolean).join(" · ");
  node.setAttribute("aria-label", text);
  node.onmouseenter = node.onfocus = () => act.tell({ ...mark, label: row.label });
  return node;
}

function tellMark(told, mark) {
  told.replaceChildren(make("strong", "", mark.title), ...[mark.label, mark.when, mark.facts].filter(Boolean).map((text) => make("span", "", " · " + text)));
  told.classList.remove("muted");
}

// Left and right within a row, up and down to the nearest mark of the next one.
function moveInTimeline(event, grid) {
  const here = event.target.closest(".mark");
  if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = markFrom(here, event.key, [...grid.querySelectorAll(".mark")]);
  if (!next) return;
  event.preventDefault();
  here.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function markFrom(here, key, marks) {
  const place = marks.indexOf(here);
  if (key === "Home") return marks[0];
  if (key === "End") return marks.at(-1);
  if (key === "ArrowRight") return marks[place + 1];
  if (key === "ArrowLeft") return marks[place - 1];
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!step) return null;
  const lanes = [...new Set(marks.map((mark) => mark.parentElement))];
  const lane = lanes[lanes.indexOf(here.parentElement) + step];
  if (!lane) return null;
  const far = (mark) => Math.abs(mark.offsetLeft - here.offsetLeft);
  return [...lane.children].sort((one, other) => far(one) - far(other))[0];
}

function undatedRow(data, go) {
  const row = make("div", "undated small");
  row.append(make("span", "muted", data.words.undated));
  for (const each of data.undated) {
    const node = button("entry", "", () => go(each.code));
    node.append(make("span", "symbol", each.symbol), make("span", "what", each.title), make("span", "muted", each.facts));
    node.title = [each.category, each.title, each.facts].filter(Boolean).join(" · ");
    row.append(node);
  }
  return row;
}

// The same in a table, built when it is opened.
function timelineTable(data) {
  const fold = make("details", "table-fold small");
  fold.append(make("summary", "muted", data.words.table));
  fold.ontoggle = () => {
    if (fold.open && !fold.querySelector("table")) fold.append(plainTable(data.words.columns, timelineLines(data)));
  };
  return fold;
}

function timelineLines(data) {
  const lines = data.rows.flatMap((row) => row.lanes.flat().sort((one, other) => one.left - other.left).map((mark) => [row.label, mark.title, mark.when, mark.facts]));
  return [...lines, ...data.undated.map((each) => [each.category, each.title, each.when, each.facts])];
}

function plainTable(columns, lines) {
  const table = make("table", "plain");
  const head = make("tr");
  for (const text of columns) {
    const cell = make("th", "", text);
    cell.scope = "col";
    head.append(cell);
  }
  table.append(head);
  for (const line of lines) {
    const row = make("tr");
    row.append(...line.map((text) => make("td", "", text)));
    table.append(row);
  }
  return table;
}
