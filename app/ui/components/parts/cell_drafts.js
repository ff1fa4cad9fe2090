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

// Drafts of this reviewer under any revision of the plan, with the revision they were typed under.
function storedDrafts(sender) {
  const { plan_id, reviewer_id } = sender.data;
  const start = ["cell", plan_id, ""].join(":");
  const drafts = [];
  try {
    for (const key of Object.keys(localStorage)) {
      const [revision, ...rest] = key.startsWith(start) ? key.slice(start.length).split(":") : [];
      if (rest.join(":").startsWith(reviewer_id + ":")) drafts.push({ ...JSON.parse(localStorage.getItem(key)), key, revision: Number(revision) });
    }
  } catch { /* storage is switched off, or something foreign lies there */ }
  return drafts.filter((draft) => sender.rows.has(draft.application) && placeOfDimension(sender, draft.dimension) >= 0);
}

// Nothing is sent by itself after a reload: the reviewer sees what was left, and says what becomes of it.
function restoreCells(sender, arrived) {
  for (const draft of storedDrafts(sender).filter((each) => arrived.has(each.application))) {
    const { application, dimension, text, seen, event_id } = draft;
    const isOlder = draft.revision !== sender.data.plan_revision;
    const stored = storedScore(sender, application, dimension);
    const cell = { application, dimension, text, seen, event_id, ends: false, resumes: false, state: "failed", problem: sender.words.restored };
    if (isOlder) localStorage.removeItem(draft.key);
    if (isSameScore(text, stored)) forgetCell(sender, cell);
    else if (!cellOf(sender, application, dimension)) sender.cells.set(cellKey(application, dimension), isOlder ? fromOlderPlan(sender, cell, stored) : cell);
  }
}

// What was typed under an earlier revision may mean something else by now: both values are shown and asked about.
function fromOlderPlan(sender, cell, stored) {
  const { words } = sender;
  const problem = filled(words.restored_older, { mine: cell.text || words.no_score, stored: stored || words.no_score });
  const moved = { ...cell, seen: sender.rows.get(cell.application).revision, event_id: freshId(), state: "asks", problem };
  keepCell(sender, moved);
  return moved;
}

// A draft whose value the store holds by now, saved from anywhere, is none.
function forgetSettled(sender) {
  for (const cell of [...sender.cells.values()])
    if (cell.state === "failed" && isSameScore(cell.text, storedScore(sender, cell.application, cell.dimension))) dropCell(sender, cell);
}
