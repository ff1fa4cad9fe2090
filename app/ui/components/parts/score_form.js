// The scoring panel of one applicant. It holds what is not saved yet, keeps a draft until the store has read it back,
// and sends the applicant's own key with every save, so that no score can land under another name.
const FORM_MISSED = 3000;

export default function (component) {
  const root = rootOf(component, "form");
  const { data, setTriggerValue } = component;
  const form = root.scoring ?? (root.scoring = { root });
  // Handlers outlive the run that made them: they read what the newest run put here.
  Object.assign(form, { data, words: { ...data.words, ...data.more.words }, send: setTriggerValue });
  if (!form.entered) start(form);
  lockWhileAway(form);
  receive(form);
  refresh(form);
  return () => form.life.abort();
}

function start(form) {
  form.life = new AbortController();
  (deskPlace().forms ??= new Set()).add(form);
  form.life.signal.addEventListener("abort", () => deskPlace().forms.delete(form));
  begin(form);
  build(form);
  noteFocus(form);
  if (!isAway(form)) takeFocus(form);
  listenToKeys(form, form.life.signal);
  addEventListener(PLACE_CHANGED, () => lockWhileAway(form), { signal: form.life.signal });
  listenToTabs(form, form.life.signal);
  watchConnection(() => connectionChanged(form), form.life.signal);
  // A tab that is closed or put away while an input method composes: what stands in the fields is kept as it is.
  const keep = () => { if (form.isDirty && !form.sent) keepDraft(form); };
  addEventListener("pagehide", keep, { signal: form.life.signal });
  document.addEventListener("visibilitychange", keep, { signal: form.life.signal });
  addEventListener("beforeunload", (event) => { if (form.isDirty && form.isKept === false) event.preventDefault(); }, { signal: form.life.signal });
}

// The page may have gone on to another applicant whose form is still on its way: this one is neither shown nor typed in.
function isAway({ data }) {
  const { shown } = deskPlace();
  return Boolean(shown) && shown !== data.application_id;
}

function lockWhileAway(form) {
  const { root } = form;
  const away = isAway(form);
  followPlace();
  waitForOwnForm(form, away);
  if (root.inert === away) return;
  if (away && lastIn(form)) {
    handOnFocus(form);
    deepActive()?.blur();
    openHold();
  }
  root.inert = away;
  root.classList.toggle("away", away);
  if (!away && isHolding()) takeFocus(form);
}

// A run that ended before it came to the form would leave the page without one: the server, once at rest, draws again.
// Never while a move is on its way: an answer of its own would take the page back to where it was.
function waitForOwnForm(form, away) {
  const { shown } = deskPlace();
  clearTimeout(form.missed?.timer);
  if (form.missed?.shown !== shown) form.missed = { shown, tries: TRIES };
  if (!away || !form.missed.tries) return;
  form.missed.timer = setTimeout(() => {
    if (form.life.signal.aborted || !form.root.isConnected) return;
    form.missed.tries -= 1;
    const { category, move } = deskPlace();
    const isIdle = document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state") === "notRunning";
    if (isAway(form) && isIdle && move.send && !move.sent) goToPlace({ shown, category }, move.send);
    waitForOwnForm(form, isAway(form));
  }, FORM_MISSED);
}

function begin(form) {
  const { data } = form;
  const seen = data.stored.revision;
  Object.assign(form, { entered: copyOf(data), seen, isDirty: false, edits: 0, sent: null, lost: null, handled: null, conflict: null, conflictKeys: [], note: "", errors: [] });
  Object.assign(form, { chosen: {}, living: new Set(), others: [], asides: [], taken: null, elsewhere: "", waits: false, isCut: !isConnected(), isKept: true, keptAt: 0 });
  const drafts = draftsOf(data);
  const own = drafts.find((draft) => draft.seen === seen);
  if (own) takeDraft(form, own);
  else if (drafts.length) Object.assign(form, { conflict: drafts[0].form, conflictKeys: [drafts[0].key] });
  form.others = drafts.filter((draft) => draft !== own && !form.conflictKeys.includes(draft.key) && !isSame(draft.form, form.entered, data));
}

function takeDraft(form, own) {
  Object.assign(form, { entered: own.form, isDirty: true, keptAt: own.at, note: form.words.restored_at.replace("{time}", moment(own.at)) });
  if (own.key !== draftKey(form.data, form.seen)) form.taken = own;
}

function build(form) {
  const { root, words, data } = form;
  root.onsubmit = (event) => event.preventDefault();
  root.onkeydown = (event) => leaveField(event, form);
  root.tabIndex = -1;
  root.setAttribute("aria-label", words.title);
  // Four dimensions and more: one line of each level's text, so that the form needs no scrolling; the rubric has the rest.
  root.classList.toggle("many", data.dimensions.length > 3);
  const body = make("div", "body");
  body.append(make("div", "conflict"), make("div", "told"), ...data.dimensions.map((each) => fieldsOf(form, each)), overall(form), flags(form));
  root.append(body, drawerTabs(form), make("section", "drawer"), foot(form));
  fill(form);
}

function foot(form) {
  const { words, data } = form;
  const foot = make("div", "foot");
  const total = make("div", "total");
  total.append(make("span", "muted", words.total), make("span", "value number"), make("span", "missing small muted"));
  total.hidden = !data.shows_total;
  const errors = make("div", "errors");
  errors.setAttribute("role", "alert");
  const saved = make("div", "saved small");
  saved.setAttribute("role", "status");
  saved.dataset.testid = "saved-note";
  const back = button("tool back small", "", () => takeBack(form));
  back.dataset.testid = "undo";
  const line = make("div", "saved-line");
  line.append(saved, back);
  const buttons = make("div", "buttons");
  const plain = button("save", words.save, () => save(form, false));
  plain.dataset.testid = "save";
  plain.title = "Ctrl+S";
  const next = button("save-next", data.has_next ? words.save_next : words.save_last, () => save(form, true));
  next.dataset.testid = "save-next";
  next.title = "Ctrl+Enter";
  buttons.append(plain, next);
  foot.append(total, errors, line, buttons);
  return foot;
}

// One button for the way back: what is typed is discarded (and may be brought back), what is saved is undone.
function takeBack(form) {
  const { data, words } = form;
  if (form.discarded) {
    const { entered } = form.discarded;
    form.discarded = null;
    putIn(form, entered, "");
  } else if (form.isDirty) {
    const entered = structuredClone(form.entered);
    forgetDraft(draftKey(data, form.seen));
    if (form.taken) forgetTaken(form);
    takeStored(form);
    Object.assign(form, { discarded: { entered }, note: words.discarded, errors: [] });
    refresh(form);
  } else form.send("undo", { plan_id: data.plan_id, plan_revision: data.plan_revision, application_id: data.application_id, revision: data.stored.revision });
}

function edited(form) {
  form.isDirty = Boolean(form.sent) || !isAsStored(form.entered, form.data);
  form.edits += 1;
  form.note = "";
  form.discarded = null;
  form.errors = form.errors.filter((each) => !each.untilEdited);
  if (form.isDirty) keepDraft(form);
  else forgetDraft(draftKey(form.data, form.seen));
  refresh(form);
}

function fill(form) {
  const { root, entered } = form;
  for (const each of form.data.dimensions) {
    const box = boxOf(form, each);
    box.querySelector(".score").value = entered.scores[each.id];
    const fold = box.querySelector(".comment");
    fold.querySelector("textarea").value = entered.comments[each.id];
    if (entered.comments[each.id]) fold.open = true;
  }
  root.querySelector(".overall textarea").value = entered.comment;
  root.querySelector(".flagged").checked = entered.flagged;
  root.querySelector(".abstained").checked = entered.abstained;
  root.querySelector(".reason").value = entered.abstain_reason;
}
