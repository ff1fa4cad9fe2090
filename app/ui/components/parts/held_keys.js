// Keys pressed while the form of the applicant on screen is still on its way. They are held for the form of this one
// applicant, few and not for long, and given all together or not at all: a part of them could be another score.
const HELD_MOST = 8;
const HELD_FOR = 3000;
const HOLD_OPEN = 15000;
const FOCUS_HANDED_ON = "desk:focus";
const HELD_DROPPED = "workbench:held";
const HOLDABLE = /^(?:[0-9.]|Arrow(?:Up|Down|Left|Right)|Enter)$/;

// Where the keyboard is to go on: in the form of an applicant other than ``from``, on a score, a level or the first open score.
function sendFocus(from, kind, place = null) {
  try { sessionStorage.setItem(FOCUS_HANDED_ON, JSON.stringify({ from, at: Date.now(), kind, place })); } catch { /* storage is switched off */ }
}

function keepFocus() {
  try { sessionStorage.removeItem(FOCUS_HANDED_ON); } catch { /* storage is switched off */ }
}

// Asked for the scores of an applicant whose own form is still on its way.
function awaitScores() {
  sendFocus("", "open");
  deepActive()?.blur();
  openHold();
}

function isFormMissing() {
  const { isAhead, forms = [] } = deskPlace();
  return Boolean(isAhead) && ![...forms].some((form) => form.root.isConnected && !form.root.inert);
}

// The keyboard goes along to the form of who is on screen now.
function openHold() {
  const place = deskPlace();
  if (place.hold?.shown === place.shown && !place.hold.isOver) return;
  if (place.hold) endHold();
  place.hold = { shown: place.shown, keys: [], timer: 0, at: Date.now(), isOver: false };
}

// The page went on before the form came: what was meant for the one before is dropped, the keyboard goes along.
function followPlace() {
  const { hold, shown } = deskPlace();
  if (hold && hold.shown !== shown) openHold();
}

function isHolding() {
  const { hold, shown, isAhead } = deskPlace();
  return Boolean(hold && isAhead) && !hold.isOver && hold.shown === shown && Date.now() - hold.at < HOLD_OPEN;
}

// A form that a late run took from under the fingers is gone a moment before it is told so.
function noticeLostForms() {
  for (const form of deskPlace().forms ?? []) if (!form.root.isConnected) form.leave();
}

// Only what was pressed nowhere else; whether it was taken.
function holdKey(event) {
  const key = event.key.normalize("NFKC");
  noticeLostForms();
  if (!isHolding() || !HOLDABLE.test(key) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (![document.body, document.documentElement].includes(event.composedPath()[0])) return false;
  const { hold } = deskPlace();
  hold.keys.push(key);
  hold.timer ||= setTimeout(() => endHold(hold), HELD_FOR);
  if (hold.keys.length > HELD_MOST) endHold(hold);
  return true;
}

// The keyboard went elsewhere: to a form, or where one clicked.
function closeHold() {
  endHold();
  deskPlace().hold = null;
}

// One went elsewhere by oneself: the keyboard goes along no more.
function stayHere() {
  deskPlace().entered = null;
  closeHold();
  keepFocus();
}

// Nothing more is held for this applicant; what was held is not used, and that is said.
function endHold(hold = deskPlace().hold) {
  if (!hold || hold.isOver) return;
  hold.isOver = true;
  clearTimeout(hold.timer);
  tellDropped(hold.keys.splice(0));
}

function tellDropped(keys) {
  if (keys.length) dispatchEvent(new CustomEvent(HELD_DROPPED, { detail: { keys } }));
}

// What was held for this applicant, once: for the form that has the focus, and nobody else's.
function takeHeld(applicationId) {
  const { hold } = deskPlace();
  const held = isHolding() && hold.shown === applicationId ? hold.keys.splice(0) : [];
  closeHold();
  return held;
}
