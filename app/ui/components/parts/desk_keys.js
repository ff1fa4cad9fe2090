// The keyboard of the desk. It changes nothing itself: it tells the other parts what was asked for.
const DESK_KEY = "desk:key";
const VIEW_WAITS = 4000;
const PLAIN_KEYS = { j: "next_applicant", k: "previous_applicant", "]": "next_category", "[": "previous_category", c: "tick", n: "next_unscored", "/": "search", s: "focus_scores", e: "focus_evidence", v: "choose_view", "?": "help" };
const ALT_KEYS = { ArrowDown: "next_applicant", ArrowUp: "previous_applicant", BracketRight: "next_category", BracketLeft: "previous_category" };
const CONTROL_KEYS = { s: "save", Enter: "save_next" };

export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  const keys = root.keys ?? (root.keys = { root, waits: 0 });
  Object.assign(keys, { data, send: component.setTriggerValue });
  root.controls?.abort();
  root.controls = new AbortController();
  const listening = { signal: root.controls.signal };
  // Before anybody else on the page: what belongs to the desk must not also clear a cache or open a dialog.
  addEventListener("keydown", (event) => press(event, keys), { ...listening, capture: true });
  document.addEventListener(DESK_KEY, (event) => { if (event.detail.action === "help") showHelp(keys); }, listening);
  addEventListener(PLACE_CHANGED, followPlace, listening);
  addEventListener("pointerdown", stayHere, { ...listening, capture: true });
  addEventListener(HELD_DROPPED, (event) => sayDropped(keys, event.detail.keys), listening);
  if (!root.firstChild) root.append(hintOf(), cutLine());
  watchConnection(() => tellOfCut(keys), root.controls.signal);
  tellOfCut(keys);
  return () => root.controls.abort();
}

function tell(action) {
  document.dispatchEvent(new CustomEvent(DESK_KEY, { detail: { action } }));
}

function press(event, keys) {
  if (isComposing(event) || event.defaultPrevented) return;
  const action = chosenView(event, keys) ?? actionOf(event);
  if (!action && !isInDialog(event) && holdKey(event)) return event.preventDefault();
  if (!action || isInDialog(event) || isClaimed(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  act(action, keys);
}

function act(action, keys) {
  if (action === "choose_view") awaitView(keys);
  else if (action === "tick") tickShown(keys);
  else if (action === "focus_evidence") focusEvidence();
  else if (action === "focus_scores" && isFormMissing()) awaitScores();
  else if (action !== "nothing") tell(action);
}

function actionOf(event) {
  const key = event.key.normalize("NFKC");
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return event.shiftKey ? undefined : CONTROL_KEYS[key.length === 1 ? key.toLowerCase() : key];
  if (event.altKey) return event.shiftKey ? undefined : ALT_KEYS[event.code] ?? ALT_KEYS[event.key];
  if (takesLetters(event.composedPath()[0])) return undefined;
  return event.shiftKey && key === "C" ? "compare" : PLAIN_KEYS[key.toLowerCase()];
}

function takesLetters(node) {
  if (!node?.matches) return false;
  return node.isContentEditable || node.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range])");
}

// A part may keep keys for itself: `data-own-keys` names them, and * stands for every letter and digit.
function isClaimed(event) {
  const key = (event.ctrlKey || event.metaKey ? "ctrl+" : event.altKey ? "alt+" : "") + event.key.normalize("NFKC").toLowerCase();
  return event.composedPath().some((node) => {
    const own = node.dataset?.ownKeys?.split(" ") ?? [];
    return own.includes(key) || (own.includes("*") && /^[\p{L}\p{N}]$/u.test(key));
  });
}

// A dialog keeps its keys to itself.
function isInDialog(event) {
  return event.composedPath().some((node) => node.matches?.("dialog, [role=dialog]"));
}

// V opens the list of views with their numbers; the next key chooses, any other closes it.
function awaitView(keys) {
  const hint = keys.root.querySelector(".hint");
  const views = keys.data.views.map((view, place) => make("span", "choice", place + 1 + "\u2002" + view.label));
  hint.replaceChildren(make("span", "", keys.data.choose_view), ...views);
  hint.hidden = false;
  clearTimeout(keys.waits);
  keys.waits = setTimeout(() => forgetView(keys), VIEW_WAITS);
}

function forgetView(keys) {
  clearTimeout(keys.waits);
  keys.waits = 0;
  keys.root.querySelector(".hint").hidden = true;
}

// The list takes it where there is one; otherwise the server does.
function tickShown(keys) {
  const id = deskPlace().shown || keys.data.application_id;
  const isOpen = document.dispatchEvent(new CustomEvent(TICKED, { detail: { id }, cancelable: true }));
  if (isOpen) keys.send("tick", id);
}

// Keys that no form was given; any view that was to be chosen is forgotten.
function sayDropped(keys, dropped) {
  const arrows = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };
  const text = dropped.map((key) => arrows[key] ?? key).join(" ");
  forgetView(keys);
  const hint = keys.root.querySelector(".hint");
  hint.replaceChildren(make("span", "", keys.data.held_dropped.replace("{keys}", text)));
  hint.hidden = false;
  clearTimeout(keys.said);
  keys.said = setTimeout(() => { if (!keys.waits) hint.hidden = true; }, VIEW_WAITS);
}

function chosenView(event, keys) {
  if (!keys.waits || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return undefined;
  forgetView(keys);
  const view = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys.data.views[Number(event.key.normalize("NFKC")) - 1];
  if (view) return "view_" + view.code;
  return event.key === "Escape" ? "nothing" : undefined;
}

function hintOf() {
  const hint = make("div", "hint");
  hint.setAttribute("role", "status");
  hint.hidden = true;
  return hint;
}

function cutLine() {
  const line = make("div", "cut");
  line.setAttribute("role", "alert");
  line.hidden = true;
  return line;
}

// The evidence scrolls by itself: with the focus there the arrows and PageDown move it.
function focusEvidence() {
  const middle = document.querySelector('.st-key-desk_middle, [class*="st-key-desk_column_"]');
  if (!middle) return;
  stayHere();
  middle.tabIndex = -1;
  middle.focus({ preventScroll: true });
}
