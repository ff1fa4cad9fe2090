// The keyboard goes along: who leaves an applicant from inside the form goes on in the form of the next one.
const FOCUS_WAITS = 15000;
const LEFT_JUST_NOW = 400;

function firstScore(form) {
  return form.root.querySelector(".score");
}

function focused(form) {
  return form.root.getRootNode().activeElement;
}

// On the levels or on the scores, as it was left.
function handOnFocus(form) {
  sendFocus(form.data.application_id, focused(form)?.matches?.(".level") ? "level" : "score");
}

// A run that was on its way takes a form from under the fingers: it is put up again, and one goes on where one was in it.
function waitWhereOneWas(form) {
  const wasIn = lastIn(form);
  if (!wasIn?.matches(".score, .level") || isAway(form)) return;
  const dimension = wasIn.closest("[data-dimension]").dataset.dimension;
  const { value, selectionStart, selectionEnd } = wasIn;
  sendFocus(form.data.application_id, wasIn.matches(".level") ? "level" : "score", { dimension, value, caret: [selectionStart, selectionEnd] });
  openHold();
}

// The field that has the keyboard, or had it just now while nobody took it: a busy page may lose it for a moment.
function lastIn(form) {
  if (hasFocus(form)) return focused(form);
  const isMoment = performance.now() - form.leftAt < LEFT_JUST_NOW && deskPlace().entered === form;
  return deepActive() ? null : form.inside ?? (isMoment ? form.left : null);
}

function noteFocus(form) {
  form.leftAt = -Infinity;
  form.root.addEventListener("focusin", (event) => {
    form.inside = event.target;
    deskPlace().entered = form;
  });
  form.root.addEventListener("focusout", () => Object.assign(form, { left: form.inside, leftAt: performance.now(), inside: null }));
  form.leave = () => {
    form.leave = () => {};
    waitWhereOneWas(form);
  };
  form.life.signal.addEventListener("abort", () => form.leave());
}

// Only in the form of one other applicant that opens soon after; that form may be put up twice before it stays.
// Or in the same again, when the page came back before another form was there.
function takeFocus(form) {
  const own = form.data.application_id;
  let handed = null;
  try { handed = JSON.parse(sessionStorage.getItem(FOCUS_HANDED_ON) || "null"); } catch { /* storage is switched off */ }
  const isBack = isHolding() && deskPlace().shown === own;
  if (!handed || (handed.from === own && !isBack)) return;
  if (Date.now() - handed.at > FOCUS_WAITS || (handed.to && handed.to !== own)) return keepFocus();
  try { sessionStorage.setItem(FOCUS_HANDED_ON, JSON.stringify({ ...handed, to: own })); } catch { /* storage is switched off */ }
  focusWhenThere(form, { leaving: document.activeElement, tries: 80, edits: form.edits, field: () => handedField(form, handed) });
}

function handedField(form, { from, kind, place }) {
  const { dimensions } = form.data;
  if (kind === "open") return firstOpen(form);
  const was = from === form.data.application_id && place ? dimensions.find((each) => each.id === place.dimension) : null;
  const field = dimensions.length ? fieldIn(form, was ?? dimensions[0], kind ?? "score") : null;
  if (was && kind === "score" && field.value === place.value) return { focus: () => { field.focus(); field.setSelectionRange(...place.caret); } };
  return field;
}

// The form that is left may go late and take the focus with it; whatever is typed or chosen elsewhere wins.
function focusWhenThere(form, { leaving, tries, edits, field }) {
  const active = document.activeElement;
  const isElsewhere = active && active !== document.body && active !== leaving && !hasFocus(form);
  if (isElsewhere && !isAway(form)) stayHere();
  if (tries === 0 || form.edits > edits || isElsewhere || form.life.signal.aborted) return;
  if (!hasFocus(form)) field()?.focus();
  if (hasFocus(form) && !isAway(form)) giveHeld(form);
  setTimeout(() => focusWhenThere(form, { leaving, tries: tries - 1, edits, field }), 50);
}

// In one go with the focus, so that nothing pressed later can come before.
function giveHeld(form) {
  const keys = takeHeld(form.data.application_id);
  const unused = keys.findIndex((key) => !giveKey(form, key));
  if (unused >= 0) tellDropped(keys.slice(unused));
}

function hasFocus(form) {
  return form.root.contains(focused(form));
}

// Tab leads from score to score; what stands between them is reached with Shift and Tab.
function tabToNextScore(event, { form, input }) {
  const scores = [...form.root.querySelectorAll(".score")];
  const next = scores[scores.indexOf(input) + 1];
  if (event.shiftKey || !next) return;
  event.preventDefault();
  next.focus();
}
