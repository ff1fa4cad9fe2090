// Where the desk is: the applicant and the category on screen. A key moves the page at once, the server follows behind;
// until it has answered, the page is ahead of it, and every part shows only what belongs to the place on screen.
const PLACE = Symbol.for("workbench.place");
const PLACE_CHANGED = "workbench:place";
const ANSWER_TAKES = 8000;
const PAGES_KEPT = 8;

function deskPlace() {
  return (window[PLACE] ??= { shown: "", category: "", walk: null, isAhead: false, pages: new Map(), moves: { shown: newMove(), category: newMove() } });
}

// One message at a time is on its way; of what is wanted meanwhile only the last is sent.
function newMove() {
  return { wanted: null, sent: null, timer: 0, send: null, told: null };
}

function goToPlace(kind, wanted, send) {
  const place = deskPlace();
  const move = place.moves[kind];
  Object.assign(move, { wanted, send });
  // Where the server is already, it will have nothing new to say of the place.
  if (move.sent === null && move.told === wanted) send(wanted);
  else if (move.sent === null) sendMove(kind, move);
  if (place.isAhead) showPlace({ [kind]: wanted });
}

function sendMove(kind, move) {
  const sent = move.wanted;
  move.sent = sent;
  clearTimeout(move.timer);
  move.timer = setTimeout(() => move.sent === sent && giveUpMove(kind, move), ANSWER_TAKES);
  move.send(sent);
}

// No answer: the page goes back to what the server knows.
function giveUpMove(kind, move) {
  const { sent, wanted } = move;
  Object.assign(move, { wanted: null, sent: null });
  if (wanted !== null && wanted !== sent) return goToPlace(kind, wanted, move.send);
  if (move.told !== null) showPlace({ [kind]: move.told });
}

// What a run of the server says of the place; a run that was on its way when a key was pressed moves nothing back.
function tellPlace(told) {
  const follows = {};
  for (const [kind, move] of Object.entries(deskPlace().moves)) {
    move.told = told[kind];
    if (move.sent === told[kind]) move.sent = null;
    if (move.sent !== null) continue;
    if (move.wanted !== null && move.wanted !== told[kind]) sendMove(kind, move);
    else follows[kind] = told[kind];
    if (move.sent === null) move.wanted = null;
  }
  showPlace(follows);
}

function showPlace(change) {
  const place = deskPlace();
  const isNew = Object.entries(change).some(([kind, value]) => place[kind] !== value);
  Object.assign(place, change);
  if (isNew) dispatchEvent(new Event(PLACE_CHANGED));
}

// Which applicant stands so many lines further down than the one on screen; the list knows the order, when it is there.
function neighbourOnScreen(step, data) {
  const { walk, moves } = deskPlace();
  const shown = moves.shown.wanted ?? deskPlace().shown;
  const here = walk ? walk.indexOf(shown) : -1;
  if (here >= 0) return walk[here + step] ?? null;
  return shown === data.application_id || !shown ? (step > 0 ? data.next : data.previous) : null;
}

function forgetPage({ application_id, category }) {
  deskPlace().pages.delete(application_id + "\n" + category);
}

// Tree and evidence of one applicant and category, as a run drew them or made them ready.
function keepPage({ application_id, category }, parts) {
  const { pages } = deskPlace();
  const key = application_id + "\n" + category;
  const page = { ...pages.get(key), ...parts };
  pages.delete(key);
  pages.set(key, page);
  if (pages.size > PAGES_KEPT) pages.delete(pages.keys().next().value);
}

function pageOnScreen() {
  const { shown, category, pages } = deskPlace();
  return pages.get(shown + "\n" + category) ?? {};
}
