// One input moves over the cells as in a spreadsheet: it holds the focus, takes what is typed and what is pasted.
function editorOf(grid) {
  const editor = make("input", "editor");
  editor.type = "text";
  editor.inputMode = "decimal";
  editor.autocomplete = "off";
  editor.maxLength = 12;
  editor.dataset.testid = "grid-editor";
  editor.onkeydown = (event) => editorKey(event, grid);
  editor.oninput = (event) => { if (!event.isComposing) typed(grid); };
  editor.addEventListener("compositionstart", () => { if (!grid.editing) beginEdit(grid, "type"); });
  editor.addEventListener("compositionend", () => typed(grid));
  // Another window in front ends nothing: half a number is not a score.
  editor.onblur = () => { if (document.hasFocus()) commit(grid); grid.root.classList.remove("focused"); };
  editor.onfocus = () => { grid.root.classList.add("focused"); grid.leaves = false; };
  editor.oncopy = (event) => copied(event, grid);
  editor.onpaste = (event) => pasted(event, grid);
  grid.editor = editor;
  return editor;
}

function focusEditor(grid) {
  placeEditor(grid);
  grid.editor.focus({ preventScroll: true });
}

function placeEditor(grid) {
  const { editor, place, root } = grid;
  const position = grid.positions?.get(place.active?.id);
  editor.hidden = position === undefined;
  if (position === undefined) return;
  const head = root.querySelector('th[data-column="' + place.active.column + '"]');
  Object.assign(editor.style, { top: root.querySelector("thead").offsetHeight + position * GRID_ROW + "px", left: head.offsetLeft + "px", width: head.offsetWidth + "px", height: GRID_ROW + "px" });
  editor.setAttribute("aria-label", cellText(grid, place.active));
}

function moveTo(grid, { id, column }) {
  const before = grid.place.active;
  grid.place.active = { id, column };
  keepActive(grid);
  refresh(grid);
  focusEditor(grid);
  if (before?.id !== id || before.column !== column) write(grid.root.querySelector(".said"), cellText(grid, { id, column }));
}

// The row worked on is brought into sight, above and below the sticky head.
function keepActive(grid) {
  const scroll = grid.root.querySelector(".scroll");
  const position = grid.positions?.get(grid.place.active?.id);
  if (position === undefined) {
    if (firstId(grid)) grid.place.active = { id: firstId(grid), column: grid.place.active?.column ?? 0 };
    return;
  }
  const room = scroll.clientHeight - grid.root.querySelector("thead").offsetHeight - GRID_ROW;
  const top = position * GRID_ROW;
  if (top < scroll.scrollTop) scroll.scrollTop = top;
  else if (top > scroll.scrollTop + room) scroll.scrollTop = top - room;
  const cell = grid.root.querySelector('th[data-column="' + grid.place.active.column + '"]');
  const left = cell.offsetLeft - 130;
  if (left < scroll.scrollLeft) scroll.scrollLeft = left;
  else if (cell.offsetLeft + cell.offsetWidth > scroll.scrollLeft + scroll.clientWidth) scroll.scrollLeft = cell.offsetLeft + cell.offsetWidth - scroll.clientWidth;
}

function moveBy(grid, rows, columns = 0) {
  const { active } = grid.place;
  const ids = grid.entries.filter((each) => each.id).map((each) => each.id);
  const most = grid.data.dimensions.length - 1;
  let place = Math.min(ids.length - 1, Math.max(0, ids.indexOf(active.id) + rows));
  let column = active.column + columns;
  if (Math.abs(columns) === 1 && column > most && place < ids.length - 1 && grid.wraps) [place, column] = [place + 1, 0];
  if (Math.abs(columns) === 1 && column < 0 && place > 0 && grid.wraps) [place, column] = [place - 1, most];
  moveTo(grid, { id: ids[place], column: Math.min(most, Math.max(0, column)) });
}

function editorKey(event, grid) {
  if (isComposing(event)) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return controlKey(event, grid);
  if (event.altKey) return;
  const { editing } = grid;
  if (editing === "edit" && ["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
  if (event.key === "Tab" && grid.leaves) return;
  const move = moveOf(event, grid);
  if (move) {
    commit(grid);
    grid.wraps = event.key === "Tab";
    moveBy(grid, ...move);
  } else if (event.key === "Escape") {
    if (editing) revert(grid);
    else grid.leaves = true;
  } else if (event.key === "F2") beginEdit(grid, "edit");
  else if (["Delete", "Backspace"].includes(event.key) && !editing) put(grid, "");
  else return;
  event.preventDefault();
}

function moveOf(event, grid) {
  const page = Math.max(1, Math.floor(grid.root.querySelector(".scroll").clientHeight / GRID_ROW) - 2);
  const back = event.shiftKey ? -1 : 1;
  const all = grid.entries.length;
  return { ArrowUp: [-1], ArrowDown: [1], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [back], Tab: [0, back], PageDown: [page], PageUp: [-page], Home: [0, -99], End: [0, 99], CtrlHome: [-all, -99] }[event.key];
}

function controlKey(event, grid) {
  const key = event.key.toLowerCase();
  const all = grid.entries.length;
  if (key === "z" && !grid.editing) undoHere(grid);
  else if (key === "enter") openHere(grid, grid.place.active.id);
  else if (key === "home" || key === "arrowup") moveBy(grid, -all);
  else if (key === "end" || key === "arrowdown") moveBy(grid, all);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function beginEdit(grid, kind) {
  const { active } = grid.place;
  grid.editing = kind;
  grid.edited = target(grid);
  grid.seen = grid.rows.get(active.id).revision;
  if (kind === "edit") grid.editor.value = shownScore(grid.sender, active.id, grid.data.dimensions[active.column].id);
  grid.editor.classList.add("open");
}

// What is typed is kept with every key, on the revision it was begun on.
function typed(grid) {
  if (!grid.editing) beginEdit(grid, "type");
  keepCell(grid.sender, { ...grid.edited, text: tidy(grid.editor.value), seen: grid.seen, event_id: freshId() });
}

function target(grid) {
  const { id, column } = grid.place.active;
  return { application: id, dimension: grid.data.dimensions[column].id };
}

function endEdit(grid) {
  grid.editing = null;
  grid.editor.value = "";
  grid.editor.classList.remove("open");
}

function commit(grid) {
  if (!grid.editing) return;
  const text = grid.editor.value;
  const kind = grid.editing;
  // The cell in which typing began takes the value, wherever the frame stands by now.
  const { seen, edited } = grid;
  endEdit(grid);
  const shown = shownScore(grid.sender, edited.application, edited.dimension);
  if (isSameScore(tidy(text), shown) || (kind === "type" && !text.trim())) backAsItWas(grid);
  else putIn(grid, edited, { text, seen });
}

function revert(grid) {
  endEdit(grid);
  backAsItWas(grid);
  refresh(grid);
}

function backAsItWas(grid) {
  const cell = cellOf(grid.sender, grid.edited.application, grid.edited.dimension);
  if (cell) keepCell(grid.sender, cell);
  else forgetCell(grid.sender, grid.edited);
}

function put(grid, text) {
  putIn(grid, target(grid), { text });
}

function putIn(grid, cell, { text, seen }) {
  const dimension = grid.data.dimensions.find((each) => each.id === cell.dimension);
  enterScoreOf(grid.sender, { ...cell, text: asScore(dimension, text, grid.data.step), seen });
}

// The name or the letter of a level stands for the middle of its band.
function asScore(dimension, text, step) {
  const word = text.normalize("NFKC").trim().toLowerCase();
  const level = word && dimension.levels.find((each) => [each.name, each.letter].some((name) => name.toLowerCase() === word));
  return level ? middleOf(level, step) : text;
}

function undoHere(grid) {
  const cell = undoLast(grid.sender);
  if (cell && grid.positions.has(cell.application)) moveTo(grid, { id: cell.application, column: placeOfDimension(grid.sender, cell.dimension) });
  else focusEditor(grid);
}

function copied(event, grid) {
  if (grid.editing) return;
  event.clipboardData.setData("text/plain", shownScore(grid.sender, target(grid).application, target(grid).dimension));
  event.preventDefault();
}
