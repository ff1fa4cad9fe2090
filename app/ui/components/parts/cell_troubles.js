// What is not saved, with what can be done about it; and the last changes taken back.
function troubledCells(sender) {
  return [...sender.cells.values()].filter((cell) => ["failed", "asks", "abstained"].includes(cell.state));
}

function troubleLines(sender, goTo) {
  return troubledCells(sender).map((cell) => {
    const row = sender.rows.get(cell.application);
    const dimension = sender.data.dimensions[placeOfDimension(sender, cell.dimension)];
    const line = make("div", "trouble small");
    line.append(make("strong", "", row?.name ?? ""), make("span", "muted", dimension?.name ?? ""), make("span", "number typed", cell.text || sender.words.no_score), make("span", "problem", cell.problem));
    line.append(...remedies(sender, cell));
    if (goTo) line.append(button("tool", sender.words.go_there, () => goTo(cell)));
    return line;
  });
}

function remedies(sender, cell) {
  const { words } = sender;
  const stored = storedScore(sender, cell.application, cell.dimension);
  const take = button("tool", filled(words.take_stored, { stored: stored || words.no_score }), () => dropCell(sender, cell));
  if (cell.state === "asks") return [button("tool", filled(words.keep_mine, { mine: cell.text || words.no_score }), () => again(sender, cell, {})), take];
  const discard = button("tool", words.discard, () => dropCell(sender, cell));
  if (cell.state === "abstained") return [button("tool", words.end_abstention, () => again(sender, cell, { ends: true })), discard];
  return [button("tool", words.retry, () => retry(sender, cell)), discard];
}

// The decision is a new save on what is stored now.
function again(sender, cell, { ends = cell.ends }) {
  const group = [];
  putScore(sender, { application: cell.application, dimension: cell.dimension, text: cell.text, ends, group });
  rememberUndo(sender, group);
}

// The same save once more, under its own id and on what it was typed on; one that cannot be saved is judged again.
function retry(sender, cell) {
  const row = sender.rows.get(cell.application);
  if (row) judged(sender, Object.assign(cell, { state: "waiting", problem: "" }), row);
  pump(sender);
}

function rememberUndo(sender, group) {
  if (group.length) sender.undo = [...sender.undo, group].slice(-UNDO_MOST);
}

// One value, saved, with its way back.
function enterScoreOf(sender, cell) {
  const group = [];
  putScore(sender, { ...cell, group });
  rememberUndo(sender, group);
}

// Only what still stands as it was saved goes back; the cells gone back to, for the focus.
function undoLast(sender) {
  const { words } = sender;
  const group = sender.undo.pop();
  sender.note = group ? words.undone : words.undo_nothing;
  for (const { application, dimension, before, after, ends } of group ?? []) {
    if (isSameScore(shownScore(sender, application, dimension), after)) putBack(sender, { application, dimension, text: before, resumes: ends });
    else sender.note = words.undo_changed;
  }
  sender.changed();
  return group?.[0] ?? null;
}

function putBack(sender, cell) {
  const { note } = sender;
  putScore(sender, cell);
  sender.note = note;
}
