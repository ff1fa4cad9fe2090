// Saving: one save at a time, told apart by an id of its own; the answer says what became of it.
const ANSWER_WAITS = 12000;

function save(form, goesOn) {
  if (form.sent || form.conflict || isAway(form)) return;
  if (!form.isDirty) return withoutSave(form, goesOn);
  form.errors = [];
  if (!isConnected()) return saveLater(form);
  form.waits = false;
  form.sent = sendingOf(form, goesOn);
  form.asides.splice(0).forEach(forgetDraft);
  if (form.sent.leaves) handOnFocus(form);
  keepDraft(form, form.sent.event_id);
  form.send("save", { ...form.sent.payload, goes_on: goesOn });
  const waiting = form.sent;
  // A form that is left waits no more: its late call would take the focus from the one it was handed to.
  setTimeout(() => { if (form.sent === waiting && !form.life.signal.aborted) unanswered(form); }, ANSWER_WAITS);
  refresh(form);
}

// What was sent and never answered is sent again under its own id, unless something was typed since.
function sendingOf(form, goesOn) {
  const { data, entered, edits, seen } = form;
  const event_id = form.lost?.edits === edits && form.lost.payload.seen_revision === seen ? form.lost.event_id : newId();
  const payload = { ...structuredClone(entered), application_id: data.application_id, plan_id: data.plan_id, plan_revision: data.plan_revision, seen_revision: seen, event_id, queue_order: data.queue_order, queue_position: data.queue_position };
  return { event_id, edits, payload, key: draftKey(data, seen), leaves: goesOn && data.has_next };
}

function saveLater(form) {
  form.waits = true;
  form.isCut = true;
  keepDraft(form);
  refresh(form);
}

function unanswered(form) {
  keepFocus();
  form.lost = form.sent;
  form.sent = null;
  form.note = form.words.no_answer;
  refresh(form);
}

// Nothing to save: what is as stored may be left, an applicant without any score is not passed over in silence.
function withoutSave(form, goesOn) {
  const { data, words } = form;
  if (data.stored.is_blank) {
    form.errors = [{ text: words.nothing, dimension_id: null, untilEdited: true }];
    firstScore(form)?.focus();
  } else if (goesOn && data.has_next) {
    handOnFocus(form);
    form.send("advance", true);
  } else form.note = words.unchanged;
  refresh(form);
}

// randomUUID exists on secure pages only; a workbench tried out on a plain address still needs an id.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

function receive(form) {
  const { notice, stored } = form.data;
  if (notice && notice.event_id !== form.handled && form.sent?.event_id === notice.event_id) {
    form.handled = notice.event_id;
    ({ saved: confirmed, stale, rejected, failed: rejected })[notice.kind]?.(form, notice);
  } else if (!form.isDirty && !form.conflict && stored.revision > form.seen) takeStored(form);
}

function confirmed(form) {
  const hasMore = form.edits !== form.sent.edits;
  forgetDraft(form.sent.key);
  form.seen = form.data.stored.revision;
  form.sent = null;
  form.note = "";
  if (hasMore) keepDraft(form);
  else takeStored(form);
}

function stale(form) {
  keepFocus();
  form.conflictKeys = [form.sent.key];
  form.sent = null;
  form.conflict = structuredClone(form.entered);
}

function rejected(form, notice) {
  keepFocus();
  form.sent = null;
  form.errors = notice.problems;
}

function takeStored(form) {
  form.entered = copyOf(form.data);
  form.seen = form.data.stored.revision;
  form.isDirty = false;
  form.chosen = {};
  fill(form);
}
