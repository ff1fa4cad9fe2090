// The scoring panel of one applicant. It holds what is not saved yet, keeps a draft until the store has read it back,
// and sends the applicant's own key with every save, so that no score can land under another name.
export default function (component) {
  const root = rootOf(component, "form");
  const { data, setTriggerValue } = component;
  const form = root.scoring ?? (root.scoring = { root });
  // Handlers outlive the run that made them: they read what the newest run put here.
  Object.assign(form, { data, words: data.words, send: setTriggerValue });
  if (!form.entered) {
    begin(form);
    build(form);
    takeFocus(form);
  }
  receive(form);
  refresh(form);
  root.controls?.abort();
  root.controls = new AbortController();
  document.addEventListener("keydown", (event) => shortcut(event, form), { signal: root.controls.signal });
  return () => root.controls.abort();
}

function begin(form) {
  const { data } = form;
  const seen = data.stored.revision;
  Object.assign(form, { entered: copyOf(data), seen, isDirty: false, edits: 0, sent: null, handled: null, conflict: null, note: "", errors: [] });
  const own = readDraft(draftKey(data, seen));
  if (own && !isAsStored(own.form, data)) Object.assign(form, { entered: own.form, isDirty: true, note: form.words.restored });
  else forgetDraft(draftKey(data, seen));
  form.conflict = own ? null : olderDraft(data);
}

function build(form) {
  const { root, words, data } = form;
  root.onsubmit = (event) => event.preventDefault();
  root.setAttribute("aria-label", words.title);
  const body = make("div", "body");
  body.append(make("div", "conflict"), ...data.dimensions.map((each) => fieldsOf(form, each)), overall(form), flags(form));
  root.append(body, foot(form));
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
  const buttons = make("div", "buttons");
  const plain = button("save", words.save, () => save(form, false));
  plain.dataset.testid = "save";
  const next = button("save-next", data.has_next ? words.save_next : words.save_last, () => save(form, true));
  next.dataset.testid = "save-next";
  next.title = "Ctrl+Enter";
  buttons.append(plain, next);
  foot.append(total, errors, saved, buttons);
  return foot;
}

function edited(form) {
  form.isDirty = Boolean(form.sent) || !isAsStored(form.entered, form.data);
  form.edits += 1;
  form.note = "";
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

function refresh(form) {
  const { root, entered, data, words } = form;
  for (const each of data.dimensions) refreshDimension(form, each);
  root.querySelector(".reason").hidden = !entered.abstained;
  root.classList.toggle("abstaining", entered.abstained);
  const missing = data.dimensions.filter((each) => scaled(entered.scores[each.id]) === null).length;
  root.querySelector(".total .value").textContent = totalText(form);
  root.querySelector(".total .missing").textContent = missing && !entered.abstained ? words.missing.replace("{count}", missing) : "";
  root.querySelector(".errors").replaceChildren(...form.errors.map((each) => make("p", "problem small", each.text)));
  root.querySelector(".saved").classList.toggle("unsaved", form.isDirty);
  root.querySelector(".saved").textContent = noteText(form);
  for (const each of root.querySelectorAll(".buttons button")) each.disabled = Boolean(form.sent || form.conflict);
  // What is typed while the next applicant is on the way belongs to nobody.
  for (const each of root.querySelectorAll("input, textarea")) each[each.type === "checkbox" ? "disabled" : "readOnly"] = Boolean(form.sent?.leaves);
  root.querySelector(".conflict").replaceChildren(...(form.conflict ? [comparison(form)] : []));
}

function refreshDimension(form, each) {
  const box = boxOf(form, each);
  const score = form.entered.scores[each.id];
  const level = levelOf(each, score);
  [...box.querySelectorAll(".level")].forEach((node, place) => {
    node.setAttribute("aria-checked", place === level);
    node.tabIndex = place === Math.max(0, level) ? 0 : -1;
  });
  box.querySelector(".level-name").textContent = level >= 0 ? each.levels[level].name : "";
  box.querySelector(".level-text").textContent = level >= 0 ? each.levels[level].text : "";
  const isWrong = isOutside(each, score, form.data.step);
  box.querySelector(".score").setAttribute("aria-invalid", isWrong || form.errors.some((error) => error.dimension_id === each.id));
  box.querySelector(".error").textContent = isWrong ? form.words.outside.replace("{maximum}", each.maximum).replace("{step}", form.data.step) : "";
}

function totalText({ entered, isDirty, data, words }) {
  if (entered.abstained) return words.abstained;
  return (isDirty ? runningTotal(data, entered.scores) : data.stored.total) ?? "–";
}

function noteText({ sent, note, isDirty, data, words }) {
  if (sent) return words.saving;
  if (note) return note;
  if (isDirty) return words.unsaved;
  if (!data.stored.saved_at) return words.never_saved;
  return words.saved + " " + new Date(data.stored.saved_at).toLocaleTimeString("zh-TW", { hour12: false });
}

function shortcut(event, form) {
  if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key) && hasFocus(form)) handOnFocus(form);
  if (event.key !== "Enter" || !event.ctrlKey || isComposing(event)) return;
  event.preventDefault();
  save(form, true);
}
