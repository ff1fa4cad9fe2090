// What was typed and is not saved: kept in the browser under plan, revision, reviewer, applicant and dimension.
function cellDraftPrefix({ plan_id, plan_revision, reviewer_id }) {
  return ["cell", plan_id, plan_revision, reviewer_id, ""].join(":");
}

function cellDraftKey(sender, { application, dimension }) {
  return cellDraftPrefix(sender.data) + application + ":" + dimension;
}

function keepCell(sender, cell) {
  const { application, dimension, text, seen, event_id } = cell;
  try {
    localStorage.setItem(cellDraftKey(sender, cell), JSON.stringify({ application, dimension, text, seen, event_id }));
  } catch { /* storage is full or switched off: the cell itself still holds it */ }
}

function forgetCell(sender, cell) {
  try { localStorage.removeItem(cellDraftKey(sender, cell)); } catch { /* storage is switched off */ }
}

function dropCell(sender, cell) {
  sender.cells.delete(cellKey(cell.application, cell.dimension));
  forgetCell(sender, cell);
  sender.changed();
}

function storedDrafts(sender) {
  const drafts = [];
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(cellDraftPrefix(sender.data))) drafts.push(JSON.parse(localStorage.getItem(key)));
  } catch { /* storage is switched off, or something foreign lies there */ }
  return drafts.filter((draft) => draft && sender.rows.has(draft.application) && placeOfDimension(sender, draft.dimension) >= 0);
}

// Nothing is sent by itself after a reload: the reviewer sees what was left, and says what becomes of it.
function restoreCells(sender, arrived) {
  for (const draft of storedDrafts(sender).filter((each) => arrived.has(each.application))) {
    if (isSameScore(draft.text, storedScore(sender, draft.application, draft.dimension))) forgetCell(sender, draft);
    else if (!cellOf(sender, draft.application, draft.dimension)) sender.cells.set(cellKey(draft.application, draft.dimension), { ...draft, ends: false, state: "failed", problem: sender.words.restored });
  }
}

// A draft whose value the store holds by now, saved from anywhere, is none.
function forgetSettled(sender) {
  for (const cell of [...sender.cells.values()])
    if (cell.state === "failed" && isSameScore(cell.text, storedScore(sender, cell.application, cell.dimension))) dropCell(sender, cell);
}
