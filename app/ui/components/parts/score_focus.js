// The keyboard goes along: who leaves an applicant from inside the form goes on in the form of the next one.
const FOCUS_HANDED_ON = "desk:focus";
const FOCUS_WAITS = 15000;

function firstScore(form) {
  return form.root.querySelector(".score");
}

function focused(form) {
  return form.root.getRootNode().activeElement;
}

// On the levels or on the scores, as it was left.
function handOnFocus(form) {
  const kind = focused(form)?.matches?.(".level") ? "level" : "score";
  try { sessionStorage.setItem(FOCUS_HANDED_ON, JSON.stringify({ from: form.data.application_id, at: Date.now(), kind })); } catch { /* storage is switched off */ }
}

function keepFocus() {
  try { sessionStorage.removeItem(FOCUS_HANDED_ON); } catch { /* storage is switched off */ }
}

// Only in the form of one other applicant that opens soon after; that form may be put up twice before it stays.
function takeFocus(form) {
  const own = form.data.application_id;
  let handed = null;
  try { handed = JSON.parse(sessionStorage.getItem(FOCUS_HANDED_ON) || "null"); } catch { /* storage is switched off */ }
  if (!handed || handed.from === own) return;
  if (Date.now() - handed.at > FOCUS_WAITS || (handed.to && handed.to !== own)) return keepFocus();
  try { sessionStorage.setItem(FOCUS_HANDED_ON, JSON.stringify({ ...handed, to: own })); } catch { /* storage is switched off */ }
  const [first] = form.data.dimensions;
  focusWhenThere(form, { leaving: document.activeElement, tries: 80, field: () => first && fieldIn(form, first, handed.kind ?? "score") });
}

// The form that is left may go late and take the focus with it; whatever is typed or chosen elsewhere wins.
function focusWhenThere(form, { leaving, tries, field }) {
  const active = document.activeElement;
  const isElsewhere = active && active !== document.body && active !== leaving && !hasFocus(form);
  if (tries === 0 || form.edits > 0 || isElsewhere) return;
  if (!hasFocus(form)) field()?.focus();
  setTimeout(() => focusWhenThere(form, { leaving, tries: tries - 1, field }), 50);
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
