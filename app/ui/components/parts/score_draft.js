// What is entered and not saved yet: compared with what is stored, and kept in the browser until the store has it.
function copyOf({ dimensions, stored }) {
  const scores = {}, comments = {};
  for (const each of dimensions) {
    scores[each.id] = stored.scores[each.id] ?? "";
    comments[each.id] = stored.comments[each.id] ?? "";
  }
  return { scores, comments, comment: stored.comment, abstained: stored.abstained, abstain_reason: stored.abstain_reason, flagged: stored.flagged };
}

function isAsStored(entered, data) {
  const stored = copyOf(data);
  const numbers = (scores) => data.dimensions.map((each) => (scaled(scores[each.id]) ?? scores[each.id] ?? "").toString());
  return JSON.stringify({ ...entered, scores: numbers(entered.scores) }) === JSON.stringify({ ...stored, scores: numbers(stored.scores) });
}

function draftPrefix(data) {
  return ["draft", data.plan_id, data.plan_revision, data.application_id, data.reviewer_id, ""].join(":");
}

function draftKey(data, seen) {
  return draftPrefix(data) + seen;
}

function readDraft(key) {
  try {
    return JSON.parse(localStorage.getItem(key) || "null");
  } catch {
    return null;
  }
}

function forgetDraft(key) {
  try { localStorage.removeItem(key); } catch { /* storage is switched off */ }
  tellDrafts();
}

function keepDraft(form, sent = null) {
  try {
    localStorage.setItem(draftKey(form.data, form.seen), JSON.stringify({ form: form.entered, sent }));
  } catch { /* storage is full or switched off: the form itself still holds everything */ }
  tellDrafts();
}

function draftKeys(data) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(draftPrefix(data)));
  } catch {
    return []; // storage is switched off
  }
}

// A draft begun on an earlier version: shown beside the stored one unless both say the same.
function olderDraft(data) {
  for (const key of draftKeys(data)) {
    const draft = readDraft(key);
    if (draft && !isAsStored(draft.form, data)) return draft.form;
    forgetDraft(key);
  }
  return null;
}

function forgetOlderDrafts(data) {
  draftKeys(data).forEach(forgetDraft);
}
