// Other drafts of the same review: of another tab, or left by one. They are told and offered, never written over.
const TABS = "desk:tabs";

function listenToTabs(form, signal) {
  addEventListener("storage", (event) => tabWrote(form, event), { signal });
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(TABS);
  channel.onmessage = (event) => tabSpoke(form, channel, event.data);
  signal.addEventListener("abort", () => channel.close());
  channel.postMessage({ kind: "ask", about: draftPrefix(form.data), tab: tabId() });
}

function tabSpoke(form, channel, message) {
  if (message.about !== draftPrefix(form.data)) return;
  // A duplicated tab begins with the name of the first: the one that asks takes another.
  if (message.kind === "ask") channel.postMessage({ kind: "here", about: message.about, tab: tabId(), asked: message.tab });
  else if (message.tab === tabId() && message.asked === tabId()) return takeNewName(form);
  form.living.add(message.tab);
  form.elsewhere ||= "open";
  refresh(form);
}

function takeNewName(form) {
  form.living.add(tabId());
  newTabId();
  form.elsewhere ||= "open";
  if (form.isDirty) keepDraft(form);
  refresh(form);
}

// Typing or saving in another tab, seen by what it wrote or took away.
function tabWrote(form, event) {
  if (!event.key?.startsWith(draftPrefix(form.data))) return;
  const draft = event.newValue ? readDraft(event.key) : null;
  form.elsewhere = draft ? "live" : form.elsewhere === "live" ? "saved" : form.elsewhere;
  if (draft) form.living.add(draft.owner);
  // What is stored by now is asked for; whoever has nothing unsaved simply sees it.
  else if (!form.isDirty && !form.sent) form.send("look", Date.now());
  findOthers(form);
  refresh(form);
}

function findOthers(form) {
  const own = draftKey(form.data, form.seen);
  // What was taken over is no other draft, until something is typed in it over there.
  const isTaken = ({ key, at }) => key === form.taken?.key && at === form.taken.at;
  form.others = draftsOf(form.data).filter((draft) => draft.key !== own && !isTaken(draft) && !isSame(draft.form, form.entered, form.data));
}

function otherDrafts(form) {
  const { words } = form;
  const text = { live: words.other_live, open: words.other_open, saved: form.isDirty ? words.other_saved : "" }[form.elsewhere];
  const lines = form.others.map((draft) => otherLine(form, draft));
  if (!text && lines.length === 0) return [];
  const box = make("section", "others small");
  if (text) box.append(make("p", "", text));
  box.append(...lines);
  return [box];
}

function otherLine(form, draft) {
  const { words } = form;
  const line = make("p", "line");
  const use = button("tool", words.use_other, () => useOther(form, draft));
  use.dataset.testid = "use-other-draft";
  line.append(make("span", "", words.other_draft.replace("{time}", moment(draft.at))), make("span", "grow"), use, button("tool", words.drop_other, () => dropOther(form, draft)));
  return line;
}

// What stood in the form is put aside under a name of its own, so that the choice can be taken back.
function useOther(form, draft) {
  const found = readDraft(draft.key) ?? draft;
  if (form.isDirty) putAside(form);
  form.taken = found;
  putIn(form, found.form, form.words.restored_at.replace("{time}", moment(found.at)));
}

// In this page only, until the next save: it is a choice to be taken back, no draft of a tab.
function putAside(form) {
  const key = draftKey(form.data, form.seen, "aside" + Date.now().toString(36));
  kept.set(key, JSON.stringify({ form: form.entered, sent: null, at: form.keptAt }));
  form.asides.push(key);
}

// Another content for the form, as if it had been typed.
function putIn(form, entered, note) {
  const scores = {}, comments = {};
  for (const each of form.data.dimensions) {
    scores[each.id] = entered.scores[each.id] ?? "";
    comments[each.id] = entered.comments[each.id] ?? "";
  }
  form.entered = { ...entered, scores, comments };
  fill(form);
  edited(form);
  form.note = form.isDirty ? note : form.words.unchanged;
  findOthers(form);
  refresh(form);
}

function dropOther(form, draft) {
  forgetDraft(draft.key);
  form.note = form.words.dropped;
  findOthers(form);
  refresh(form);
}
