// Phrases of one's own: inserted by the button under a comment or by ;; and letters, kept from what is typed.
const MARK = /(?:;;|；；)([^;；\n]{0,30})$/;

function offerPhrases(form, field, { holder, label }) {
  const open = button("phrase-open", form.words.phrases, () => (listOf(holder) ? shut(holder) : showPhrases(form, field, { holder, query: "" })));
  open.title = form.words.phrase_open;
  open.setAttribute("aria-label", label + " " + form.words.phrase_open);
  // The selection is what may be kept: a press on the button must not take it away.
  open.onmousedown = (event) => event.preventDefault();
  holder.append(open);
  field.addEventListener("input", (event) => { if (!event.isComposing) sought(form, field, holder); });
  field.addEventListener("compositionend", () => sought(form, field, holder));
  field.addEventListener("keydown", (event) => phraseKey(event, { form, field, holder }));
  field.addEventListener("blur", () => setTimeout(() => { if (!holder.contains(focused(form))) shut(holder); }, 150));
}

function listOf(holder) {
  return holder.querySelector(".phrases");
}

function shut(holder) {
  listOf(holder)?.remove();
  holder.querySelector("textarea").removeAttribute("aria-activedescendant");
}

function sought(form, field, holder) {
  const mark = MARK.exec(field.value.slice(0, field.selectionStart));
  if (mark) showPhrases(form, field, { holder, query: mark[1] });
  else shut(holder);
}

function showPhrases(form, field, { holder, query }) {
  const { words, data } = form;
  shut(holder);
  const wanted = query.normalize("NFKC").toLowerCase().trim();
  const found = data.more.phrases.filter((each) => each.content.normalize("NFKC").toLowerCase().includes(wanted));
  const list = make("div", "phrases");
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.phrases);
  list.append(...found.slice(0, 8).map((each) => option(each.content, () => insertPhrase(field, holder, each.content))));
  list.append(...keepers(form, field, holder));
  if (list.childElementCount === 0) list.append(make("p", "muted small", data.more.phrases.length ? words.phrase_none : words.phrase_empty));
  holder.append(list);
  pick(holder, 0);
  list.scrollIntoView({ block: "nearest" });
}

function option(text, act) {
  const node = button("phrase", text, act);
  node.setAttribute("role", "option");
  node.tabIndex = -1;
  node.onmousedown = (event) => event.preventDefault();
  return node;
}

// What is selected, or all that is typed, may become a phrase.
function keepers(form, field, holder) {
  const { words } = form;
  const selected = field.value.slice(field.selectionStart, field.selectionEnd).trim();
  const whole = field.value.replace(MARK, "").trim();
  const content = selected || (MARK.test(field.value.slice(0, field.selectionStart)) ? "" : whole);
  if (!content || content.length > form.data.more.phrase_length || form.data.more.phrases.some((each) => each.content === content)) return [];
  const keep = option(selected ? words.phrase_keep_selection : words.phrase_keep_all, () => { shut(holder); addPhrase(form, content); });
  keep.classList.add("keep");
  return [keep];
}

function pick(holder, place) {
  const options = [...holder.querySelectorAll(".phrase")];
  const chosen = options[(place + options.length) % options.length];
  options.forEach((each, number) => {
    each.id = "phrase-" + number;
    each.setAttribute("aria-selected", each === chosen);
  });
  if (chosen) holder.querySelector("textarea").setAttribute("aria-activedescendant", chosen.id);
  chosen?.scrollIntoView({ block: "nearest" });
}

function phraseKey(event, { form, field, holder }) {
  const list = listOf(holder);
  if (!list || isComposing(event)) return;
  const options = [...list.querySelectorAll(".phrase")];
  const here = options.findIndex((each) => each.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) pick(holder, here + step);
  else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && options[here]) options[here].click();
  else if (event.key === "Escape") shut(holder);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

// In place of ;; and the letters after it, else where the caret is; the field hears of it as of typing.
function insertPhrase(field, holder, content) {
  const before = field.value.slice(0, field.selectionStart);
  const start = MARK.test(before) ? before.replace(MARK, "").length : field.selectionStart;
  field.setRangeText(content, start, field.selectionEnd, "end");
  shut(holder);
  field.focus();
  field.dispatchEvent(new Event("input"));
}

function addPhrase(form, content, at = {}) {
  form.send("phrase", { kind: "add", phrase_id: newId(), content, ...at });
  form.note = form.words.phrase_kept;
  refresh(form);
}

// The drawer: the whole list, in the order of one's own, with a box for a new one.
function phraseDrawer(form) {
  const { words, data } = form;
  const list = make("ol", "own-phrases");
  const { phrases } = data.more;
  list.append(...phrases.map((each, place) => ownPhrase(form, each, place)));
  const box = make("div");
  if (data.more.phrase_problem) box.append(make("p", "problem small", data.more.phrase_problem));
  box.append(make("p", "muted small", phrases.length ? words.phrase_hint : words.phrase_empty), list, ...deletedPhrase(form), newPhrase(form));
  return box;
}

function ownPhrase(form, each, place) {
  const { words } = form;
  const row = make("li");
  const move = (text, title, step) => {
    const node = sign(text, title, () => form.send("phrase", { kind: "move", phrase_id: each.id, place: place + step }));
    node.disabled = !form.data.more.phrases[place + step];
    return node;
  };
  const drop = sign("×", words.phrase_delete, () => {
    form.deleted = { ...each, place };
    form.send("phrase", { kind: "delete", phrase_id: each.id });
  });
  row.append(make("span", "content", each.content), move("↑", words.phrase_up, -1), move("↓", words.phrase_down, 1), drop);
  return row;
}

function sign(text, title, act) {
  const node = button("tool", text, act);
  node.title = title;
  node.setAttribute("aria-label", title);
  return node;
}

function deletedPhrase(form) {
  const { deleted, words } = form;
  if (!deleted || form.data.more.phrases.some((each) => each.id === deleted.id)) return [];
  const line = make("p", "line small");
  const back = button("tool", words.bring_back, () => { form.deleted = null; form.send("phrase", { kind: "add", phrase_id: deleted.id, content: deleted.content, place: deleted.place }); });
  line.append(make("span", "", words.phrase_deleted.replace("{text}", deleted.content.slice(0, 20))), make("span", "grow"), back);
  return [line];
}

function newPhrase(form) {
  const { words } = form;
  const line = make("div", "line");
  const input = make("input", "new-phrase");
  input.type = "text";
  input.maxLength = form.data.more.phrase_length;
  input.placeholder = words.phrase_new;
  input.value = form.newPhrase ?? "";
  input.setAttribute("aria-label", words.phrase_new);
  input.oninput = () => { form.newPhrase = input.value; };
  const add = () => {
    if (!input.value.trim()) return input.focus();
    form.newPhrase = "";
    addPhrase(form, input.value.trim());
  };
  input.onkeydown = (event) => { if (event.key === "Enter" && !isComposing(event)) { event.preventDefault(); add(); } };
  line.append(input, button("tool", words.phrase_add, add));
  return line;
}
