// Where the desk is: the applicant and the category on screen. A key moves the page at once, the server follows behind;
// until it has answered, the page is ahead of it, and every part shows only what belongs to the place on screen.
const PLACE = Symbol.for("workbench.place");
const PLACE_CHANGED = "workbench:place";
const TICKED = "desk:tick";
const LOOKS_AGAIN = 700;
const TRIES = 6;
const PAGES_KEPT = 8;

function deskPlace() {
  return (window[PLACE] ??= { shown: "", category: "", walk: null, isAhead: false, pages: new Map(), move: newMove() });
}

// A move names applicant and category, so that it is whole whatever the server has heard before. One is on its way at a
// time; of what is wanted meanwhile only the last is sent.
function newMove() {
  return { wanted: null, sent: null, told: null, send: null, tries: 0, timer: 0 };
}

function goToPlace(change, send) {
  const place = deskPlace();
  const { move } = place;
  const from = move.wanted ?? (place.isAhead ? place : move.told) ?? place;
  move.wanted = { shown: change.shown ?? from.shown, category: change.category ?? from.category };
  move.send = send;
  // Where the server is already, it will have nothing new to say of the place.
  if (!move.sent && isSamePlace(move.told, move.wanted)) tellServer(move.wanted, send);
  else if (!move.sent) sendMove(move);
  if (place.isAhead) showPlace(move.wanted);
}

function isSamePlace(one, other) {
  return one?.shown === other?.shown && one?.category === other?.category;
}

function tellServer({ shown, category }, send) {
  send({ application_id: shown, category });
}

function sendMove(move) {
  Object.assign(move, { sent: move.wanted, tries: 0 });
  tellServer(move.sent, move.send);
  watchMove(move, move.sent);
}

// A message may be overtaken by another that still names the place before: it is said again when the server rests.
function watchMove(move, sent) {
  clearTimeout(move.timer);
  move.timer = setTimeout(() => {
    if (move.sent !== sent) return;
    move.tries += 1;
    if (move.tries > TRIES) return giveUpMove(move);
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.getAttribute("data-test-script-state") === "notRunning") tellServer(sent, move.send);
    watchMove(move, sent);
  }, LOOKS_AGAIN);
}

// No answer: the page goes back to what the server knows.
function giveUpMove(move) {
  Object.assign(move, { wanted: null, sent: null });
  if (move.told) showPlace(move.told);
}

// What a run of the server says of the place; a run that was on its way when a key was pressed moves nothing back.
function tellPlace(told) {
  const { move } = deskPlace();
  move.told = told;
  if (isSamePlace(move.sent, told)) move.sent = null;
  if (move.sent) return;
  if (move.wanted && !isSamePlace(move.wanted, told)) return sendMove(move);
  move.wanted = null;
  showPlace(told);
}

function showPlace(change) {
  const place = deskPlace();
  const isNew = Object.entries(change).some(([kind, value]) => place[kind] !== value);
  Object.assign(place, change);
  if (isNew) dispatchEvent(new Event(PLACE_CHANGED));
}

// Who stands a line up or down: as the run says; ahead of it as the list says, when it is there.
function neighbourOnScreen(step, data) {
  const { walk, move, shown } = deskPlace();
  const from = move.wanted?.shown ?? shown;
  if (!from || from === data.application_id) return step > 0 ? data.next : data.previous;
  const here = walk ? walk.indexOf(from) : -1;
  return here < 0 ? null : walk[here + step] ?? null;
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
