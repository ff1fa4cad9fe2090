// Cells are saved one by one: each names its own applicant, dimension and the revision it was typed on. What is not
// saved yet is kept in the browser; it counts as saved when the store has read it back, and not before.
const CELLS_AT_ONCE = 20;
const ANSWER_WAITS = 12000;
const UNDO_MOST = 50;

function senderOf(root) {
  return root.sender ?? (root.sender = { rows: new Map(), cells: new Map(), sent: null, undo: [], later: [], note: "" });
}

// Called on every run with the newest rows: first the rows, then the answers that speak of them.
function feed(sender, { data, words, rows, send, changed }) {
  // Rows of other pages stay as they were last seen: something typed there may still wait for an answer.
  const arrived = [...rows.keys()].filter((id) => !sender.rows.has(id));
  Object.assign(sender, { data, words, send, changed, rows: new Map([...sender.rows, ...rows]) });
  if (arrived.length) restoreCells(sender, new Set(arrived));
  for (const answer of data.answers) if (sender.sent?.ids.has(answer.event_id)) settle(sender, answer);
  forgetSettled(sender);
  if (sender.sent?.ids.size === 0) goOn(sender);
}

function cellKey(application, dimension) {
  return application + "\u001f" + dimension;
}

function cellOf(sender, application, dimension) {
  return sender.cells.get(cellKey(application, dimension)) ?? null;
}

function placeOfDimension(sender, dimension) {
  return sender.data.dimensions.findIndex((each) => each.id === dimension);
}

function storedScore(sender, application, dimension) {
  return sender.rows.get(application)?.scores[placeOfDimension(sender, dimension)] ?? "";
}

// What the cell says now: what was typed last, else what is stored.
function shownScore(sender, application, dimension) {
  return cellOf(sender, application, dimension)?.text ?? storedScore(sender, application, dimension);
}

function isSameScore(one, other) {
  return (scaled(one) ?? one).toString() === (scaled(other) ?? other).toString();
}

function tidy(text) {
  const narrow = text.normalize("NFKC").trim();
  const value = scaled(narrow);
  return value === null ? narrow : trimmed(value);
}

// A new value for a cell; `seen` is the revision it was typed on, if typing began before the newest rows arrived.
function putScore(sender, { application, dimension, text, seen, ends = false, resumes = false, group = null }) {
  const row = sender.rows.get(application);
  if (!row) return;
  const stored = storedScore(sender, application, dimension);
  const before = cellOf(sender, application, dimension);
  const fresh = { application, dimension, text: tidy(text), seen: seen ?? row.revision, ends, resumes, event_id: freshId(), state: "waiting", problem: "" };
  const isOnTheWay = before?.state === "sending";
  if (isSameScore(fresh.text, stored) && !isOnTheWay) return dropCell(sender, fresh);
  if (isOnTheWay && before.text === fresh.text) return;
  sender.cells.set(cellKey(application, dimension), judged(sender, fresh, row));
  keepCell(sender, fresh);
  if (fresh.state === "waiting" && group) group.push({ application, dimension, before: isOnTheWay ? before.text : stored, after: fresh.text, ends });
  sender.note = "";
  pump(sender);
}

// A value that cannot be saved is not sent; an applicant abstained from is asked about first.
function judged(sender, cell, row) {
  const dimension = sender.data.dimensions[placeOfDimension(sender, cell.dimension)];
  if (cell.text && isOutside(dimension, cell.text, sender.data.step)) {
    cell.state = "failed";
    cell.problem = sender.words.outside.replace("{maximum}", dimension.maximum).replace("{step}", sender.data.step);
  } else if (row.reason !== null && !cell.ends) {
    cell.state = "abstained";
    cell.problem = sender.words.rejected_abstained;
  }
  return cell;
}

function pump(sender) {
  if (!sender.sent) {
    const waiting = [...sender.cells.values()].filter((cell) => cell.state === "waiting").slice(0, CELLS_AT_ONCE);
    if (waiting.length) dispatchCells(sender, waiting);
  }
  sender.changed();
}

function dispatchCells(sender, cells) {
  const { plan_id, plan_revision } = sender.data;
  for (const cell of cells) cell.state = "sending";
  const sent = (sender.sent = { ids: new Set(cells.map((cell) => cell.event_id)) });
  sender.send("save", {
    cells: cells.map((cell) => ({
      plan_id, plan_revision, application_id: cell.application, dimension_id: cell.dimension,
      seen_revision: cell.seen, event_id: cell.event_id, score: cell.text, ends_abstention: cell.ends, resumes_abstention: cell.resumes,
    })),
  });
  setTimeout(() => { if (sender.sent === sent) unanswered(sender); }, ANSWER_WAITS);
}

// The same save may be sent again later: under its own id it is written once.
function unanswered(sender) {
  for (const cell of sender.cells.values()) if (cell.state === "sending") Object.assign(cell, { state: "failed", problem: sender.words.no_answer });
  goOn(sender);
}

function settle(sender, { event_id, application_id, dimension_id, kind, text }) {
  sender.sent.ids.delete(event_id);
  const cell = cellOf(sender, application_id, dimension_id);
  if (!cell) return;
  if (cell.event_id !== event_id) {
    // Typed anew while its first value was on the way: what it was typed on is what that one wrote.
    if (kind === "saved") cell.seen = sender.rows.get(application_id)?.revision ?? cell.seen;
    return;
  }
  if (kind === "saved") return dropCell(sender, cell);
  Object.assign(cell, { state: { stale: "asks", abstained: "abstained" }[kind] ?? "failed", problem: text });
  if (kind === "stale") cell.problem = filled(sender.words.stale, { stored: storedScore(sender, application_id, dimension_id) || sender.words.no_score, mine: cell.text || sender.words.no_score });
}

function goOn(sender) {
  sender.sent = null;
  pump(sender);
  if (sender.sent) return;
  for (const act of sender.later.splice(0)) act();
}

// What leads away from here waits for the answers that are on the way.
function whenSaved(sender, act) {
  if (sender.sent) sender.later.push(act);
  else act();
}

function filled(text, values) {
  return Object.entries(values).reduce((told, [name, value]) => told.replace("{" + name + "}", value), text);
}

function freshId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const digit = (place) => (place ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (place / 4)))).toString(16);
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (place) => digit(Number(place)));
}
