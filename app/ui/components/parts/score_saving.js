// Saving: one save at a time, told apart by an id of its own; the answer says what became of it.
function save(form, goesOn) {
  if (form.sent || form.conflict) return;
  if (!form.isDirty) {
    withoutSave(form, goesOn);
    return;
  }
  const { data } = form;
  const event_id = newId();
  form.sent = { event_id, edits: form.edits, key: draftKey(data, form.seen), leaves: goesOn && data.has_next };
  if (form.sent.leaves) handOnFocus(form);
  form.errors = [];
  keepDraft(form, event_id);
  form.send("save", { ...form.entered, application_id: data.application_id, plan_id: data.plan_id, plan_revision: data.plan_revision, seen_revision: form.seen, event_id, goes_on: goesOn, queue_order: data.queue_order, queue_position: data.queue_position });
  const waiting = form.sent;
  setTimeout(() => { if (form.sent === waiting) { keepFocus(); form.sent = null; form.note = form.words.no_answer; refresh(form); } }, 12000);
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
  fill(form);
}
