// What is entered and not saved yet: compared with what is stored, and kept in the browser until the store has it.
// Every tab keeps its own draft, so that two tabs never write over each other; the key names the reviewer too.
const TAB_ID = "desk:tab";
const kept = new Map();
let tab = null;

function tabId() {
  if (tab) return tab;
  try { tab = sessionStorage.getItem(TAB_ID); } catch { /* storage is switched off */ }
  return tab ?? newTabId();
}

function newTabId() {
  tab = Math.random().toString(36).slice(2, 10);
  try { sessionStorage.setItem(TAB_ID, tab); } catch { /* storage is switched off */ }
  return tab;
}

function copyOf({ dimensions, stored }) {
  const scores = {}, comments = {};
  for (const each of dimensions) {
    scores[each.id] = stored.scores[each.id] ?? "";
    comments[each.id] = stored.comments[each.id] ?? "";
  }
  return { scores, comments, comment: stored.comment, abstained: stored.abstained, abstain_reason: stored.abstain_reason, flagged: stored.flagged };
}

function isAsStored(entered, data) {
  return isSame(entered, copyOf(data), data);
}

function isSame(one, other, data) {
  const numbers = (scores) => data.dimensions.map((each) => (scaled(scores[each.id]) ?? scores[each.id] ?? "").toString());
  const texts = (comments) => data.dimensions.map((each) => comments[each.id] ?? "");
  const plain = (form) => JSON.stringify([numbers(form.scores), texts(form.comments), form.comment, form.abstained, form.abstain_reason, form.flagged]);
  return plain(one) === plain(other);
}

function draftPrefix(data) {
  return ["draft", data.plan_id, data.plan_revision, data.application_id, data.reviewer_id, ""].join(":");
}

function draftKey(data, seen, owner = tabId()) {
  return draftPrefix(data) + seen + "@" + owner;
}

// Where the browser refuses storage, the page itself keeps drafts: they outlive the applicant, not the tab.
function readText(key) {
  if (kept.has(key)) return kept.get(key);
  try { return localStorage.getItem(key); } catch { return null; }
}

function allKeys() {
  try { return [...kept.keys(), ...Object.keys(localStorage)]; } catch { return [...kept.keys()]; }
}

function readDraft(key) {
  try {
    const draft = JSON.parse(readText(key) || "null");
    const [seen, owner = ""] = key.slice(key.lastIndexOf(":") + 1).split("@");
    return draft?.form ? { at: 0, ...draft, key, seen: Number(seen), owner } : null;
  } catch {
    return null;
  }
}

function forgetDraft(key) {
  kept.delete(key);
  try { localStorage.removeItem(key); } catch { /* storage is switched off */ }
  tellDrafts();
}

// True when the browser holds it: else the form says that only this tab does.
function writeDraft(key, text) {
  try {
    localStorage.setItem(key, text);
    kept.delete(key);
    return true;
  } catch {
    kept.set(key, text);
    return false;
  }
}

function keepDraft(form, sent = null) {
  form.keptAt = Date.now();
  const key = draftKey(form.data, form.seen);
  form.isKept = writeDraft(key, JSON.stringify({ form: form.entered, sent, at: form.keptAt }));
  if (form.taken && form.taken.key !== key && (sent || !form.living.has(form.taken.owner))) forgetTaken(form);
  tellDrafts();
}

// A draft taken over from another tab goes when this tab holds all of it, unless it was typed in since.
function forgetTaken(form) {
  if (readDraft(form.taken.key)?.at === form.taken.at) forgetDraft(form.taken.key);
  form.taken = null;
}

// Every draft of this review, the newest first; what says no more than the store goes.
function draftsOf(data) {
  const drafts = [...new Set(allKeys())].filter((key) => key.startsWith(draftPrefix(data))).map(readDraft).filter(Boolean);
  drafts.filter((draft) => isAsStored(draft.form, data)).forEach((draft) => forgetDraft(draft.key));
  return drafts.filter((draft) => !isAsStored(draft.form, data)).sort((one, other) => other.at - one.at);
}

function clock(at) {
  return at ? homeClock(at) : "–";
}

// With the day, when it was not today: a draft may be days old.
function moment(at) {
  if (!at || homeDay(at) === homeDay(Date.now())) return clock(at);
  return homeDay(at) + " " + clock(at);
}
