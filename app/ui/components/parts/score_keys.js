// Keys inside the form: numbers choose levels, arrows move, Enter goes on to the next dimension.
const KINDS = { level: ".level[tabindex='0']", score: ".score" };

function listenToKeys(form, signal) {
  document.addEventListener("desk:key", (event) => asked(form, event.detail.action), { signal });
}

function asked(form, action) {
  if (isAway(form)) return;
  if (["next_applicant", "previous_applicant"].includes(action) && hasFocus(form)) handOnFocus(form);
  if (action === "save") save(form, false);
  if (action === "save_next") save(form, true);
  if (action === "focus_scores") firstOpen(form)?.focus();
}

// The first score that is missing, else the first of all.
function firstOpen(form) {
  const open = form.data.dimensions.find((each) => !form.entered.scores[each.id]);
  return open ? boxOf(form, open).querySelector(".score") : firstScore(form);
}

function isTextField(node) {
  return node.matches("textarea, input:not([type=checkbox])");
}

// A key that was pressed before this form came, done as if it were pressed now.
function giveKey(form, key) {
  const node = focused(form);
  if (!node?.matches(".level, .score")) return false;
  const isUsed = !node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
  if (isUsed || !node.matches(".score") || !/^[0-9.]$/.test(key)) return true;
  node.setRangeText(key, node.selectionStart, node.selectionEnd, "end");
  node.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return true;
}

function dimensionKey(event, { form, each }) {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : !isTextField(event.target) && /^[1-9]$/.exec(event.key.normalize("NFKC"))?.[0];
  const level = each.levels[Number(digit) - 1];
  if (!level) return;
  event.preventDefault();
  chooseLevel(form, each, Number(digit) - 1);
  if (event.target.matches(".level")) focusIn(form, each, "level");
}

function levelKey(event, { form, each, group }) {
  if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
  const nodes = [...group.children];
  const here = nodes.indexOf(event.target.closest(".level"));
  const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const along = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (across) nodes[(here + across + nodes.length) % nodes.length].focus();
  else if (along) neighbour(form, each, { step: along, kind: "level" })?.focus();
  else if (event.key === "Enter") {
    chooseLevel(form, each, here);
    afterThis(form, each, "level").focus();
  } else return;
  event.preventDefault();
}

function stepKey(event, { form, each, input }) {
  if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
  const sign = { ArrowUp: 1n, ArrowDown: -1n }[event.key];
  if (event.key === "Tab") tabToNextScore(event, { form, input });
  if (event.key === "Enter") afterThis(form, each, "score").focus();
  if (sign) moveScore(form, each, sign);
  if (sign || event.key === "Enter") event.preventDefault();
}

function moveScore(form, each, sign) {
  const next = (scaled(form.entered.scores[each.id]) ?? 0n) + sign * scaled(form.data.step);
  if (next >= 0n && next <= scaled(each.maximum)) enterScore(form, each, trimmed(next));
}

function neighbour(form, each, { step, kind }) {
  const { dimensions } = form.data;
  const other = dimensions[dimensions.indexOf(each) + step];
  return other ? fieldIn(form, other, kind) : null;
}

function fieldIn(form, each, kind) {
  return boxOf(form, each).querySelector(KINDS[kind]) ?? boxOf(form, each).querySelector(KINDS.score);
}

function focusIn(form, each, kind) {
  fieldIn(form, each, kind)?.focus();
}

// The next dimension; after the last one the overall comment.
function afterThis(form, each, kind) {
  return neighbour(form, each, { step: 1, kind }) ?? form.root.querySelector(".overall textarea");
}

// Esc leaves a field, so that the single keys of the desk work again.
function leaveField(event, form) {
  if (event.key !== "Escape" || isComposing(event) || event.defaultPrevented || !isTextField(event.target)) return;
  event.preventDefault();
  form.root.focus({ preventScroll: true });
}
