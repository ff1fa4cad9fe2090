// The list of one's own notes on this applicant, and the box in which one is written.
function showNotes(view) {
  const { words } = view;
  view.noteHint = make("p", "small muted hint", words.notes_private);
  view.noteSaid = make("p", "small said");
  view.noteSaid.setAttribute("role", "status");
  view.noteEditor = make("div", "editor-place");
  view.noteList = make("ol", "notes");
  view.rail.replaceChildren(view.noteHint, view.noteEditor, view.noteSaid, view.noteList);
  if (view.editing) buildEditor(view);
  sayOfNotes(view);
  listNotes(view);
}

function receiveNotes(view) {
  const { sideTools, words } = view;
  if (!hasNotes(view) || !sideTools.notes) return;
  dropStoredDrafts(view);
  const unsent = Object.keys(draftsOf(view.host)).length;
  sideTools.notes.textContent = words.side_notes + " " + allMarks(view).length + (unsent ? " *" : "");
  if (view.side === "notes") listNotes(view);
  markThumbnail(view);
}

// What the store has read back needs no draft any more, even when its answer came late.
function dropStoredDrafts(view) {
  const drafts = draftsOf(view.host);
  const face = ({ content, kind, area }) => JSON.stringify([content.trim(), kind, area]);
  for (const mark of allMarks(view)) {
    const draft = drafts[mark.id];
    if (draft && mark.id !== view.editing?.id && face(draft) === face(mark)) forgetNote(view.host, mark.id);
  }
}

// Open a note to be written: its text as typed before, if it was not saved.
function writeNote(view, mark) {
  view.editing = { ...mark, ...draftsOf(view.host)[mark.id] };
  openSide(view, "notes");
  redrawLayers(view);
}

function buildEditor(view) {
  const { words, editing } = view;
  const form = make("form", "editor");
  form.onsubmit = (event) => { event.preventDefault(); saveNote(view); };
  const title = make("div", "small", words.page_short.replace("{page}", editing.page) + " · " + (editing.area ? words.mark_area : words.mark_page));
  const text = make("textarea");
  text.rows = 4;
  text.maxLength = 2000;
  text.value = editing.content;
  text.setAttribute("aria-label", words.note_text);
  text.placeholder = words.note_text;
  text.dataset.testid = "note-text";
  text.oninput = () => { editing.content = text.value; keepNote(view.host, editing); };
  text.onkeydown = (event) => noteKey(event, view);
  view.noteProblem = make("p", "problem small");
  view.noteProblem.setAttribute("role", "alert");
  form.append(title, kindChoice(view), text, view.noteProblem, editorButtons(view));
  view.noteEditor.replaceChildren(form);
  text.focus();
}

function kindChoice(view) {
  const group = make("div", "kinds");
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-label", view.words.mark_kind);
  for (const { code, label } of view.host.data.reading.kinds) {
    const line = make("label", "kind-choice small");
    const box = make("input");
    Object.assign(box, { type: "radio", name: "kind-" + view.editing.id, value: code, checked: code === view.editing.kind });
    box.onchange = () => {
      Object.assign(view.editing, { kind: code });
      view.lastKind = code;
      keepNote(view.host, view.editing);
      redrawLayers(view);
    };
    line.append(box, make("span", "swatch kind-" + code), make("span", "", label));
    group.append(line);
  }
  return group;
}

function editorButtons(view) {
  const { words, editing } = view;
  const line = make("div", "buttons");
  const save = make("button", "tool main", words.note_save);
  save.type = "submit";
  save.title = "Ctrl+Enter";
  save.dataset.testid = "note-save";
  line.append(save, button("tool", words.note_cancel, () => dropNote(view)), make("span", "grow"));
  if (!editing.isNew) {
    const remove = button("tool", words.note_delete, () => deleteNote(view, editing));
    remove.dataset.testid = "note-delete";
    line.append(remove);
  }
  return line;
}

function noteKey(event, view) {
  if (isComposing(event)) return;
  const isSave = event.key === "Enter" && event.ctrlKey;
  if (!isSave && event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  if (isSave) saveNote(view);
  else closeEditor(view);
}

function saveNote(view) {
  const { host, words, editing } = view;
  if (!editing.area && !editing.content.trim()) {
    view.noteProblem.textContent = words.note_empty;
    return;
  }
  keepNote(host, editing);
  view.noteProblem.textContent = "";
  say(view, words.saving);
  const { id, sha256, page, area, kind, content } = editing;
  sendAct(host, { action: "save_mark", mark: { id, sha256, page, area, kind, content } }, (notice) => {
    const isAsSent = draftsOf(host)[id]?.content === content;
    if (notice.ok && isAsSent) forgetNote(host, id);
    if (notice.ok && isAsSent && view.editing?.id === id) closeEditor(view);
    if (!notice.ok && view.editing?.id === id && view.noteProblem) view.noteProblem.textContent = notice.text;
    say(view, notice.ok ? notice.text : "");
  });
}

function dropNote(view) {
  forgetNote(view.host, view.editing.id);
  closeEditor(view);
}

function closeEditor(view) {
  view.editing = null;
  view.noteEditor?.replaceChildren();
  redrawLayers(view);
  receiveNotes(view);
  view.pages.focus({ preventScroll: true });
}

function deleteNote(view, mark) {
  const { host } = view;
  say(view, view.words.saving);
  sendAct(host, { action: "delete_mark", mark_id: mark.id }, (notice) => {
    if (notice.ok) {
      forgetNote(host, mark.id);
      host.deleted = mark;
      closeEditor(view);
    }
    say(view, notice.text);
  });
}

function undoDelete(view) {
  const { host } = view;
  const { id, sha256, page, area, kind, content } = host.deleted;
  host.deleted = null;
  sendAct(host, { action: "save_mark", mark: { id, sha256, page, area, kind, content } }, (notice) => say(view, notice.text));
}

function say(view, text) {
  view.said = text;
  sayOfNotes(view);
}

function sayOfNotes(view) {
  if (view.side !== "notes" || !view.noteSaid) return;
  view.noteSaid.replaceChildren(make("span", "", view.said ?? ""));
  if (view.host.deleted) {
    const undo = button("tool", view.words.note_undo, () => undoDelete(view));
    undo.dataset.testid = "note-undo";
    view.noteSaid.append(undo);
  }
}

function listNotes(view) {
  const { host, words } = view;
  const stored = allMarks(view);
  const drafts = Object.values(draftsOf(host)).filter((draft) => draft.id !== view.editing?.id);
  const unsaved = drafts.map((mark) => noteLine(view, mark, true));
  const ids = new Set(drafts.map((draft) => draft.id));
  const isHere = (mark) => mark.sha256 === view.file.sha256;
  const lines = [...stored.filter(isHere), ...stored.filter((mark) => !isHere(mark))].filter((mark) => !ids.has(mark.id));
  view.noteList.replaceChildren(...unsaved, ...lines.map((mark) => noteLine(view, mark, false)));
  if (!stored.length && !drafts.length) view.noteList.append(make("li", "small muted", words.notes_none));
}

function noteLine(view, mark, isDraft) {
  const { words } = view;
  const line = make("li");
  const isHere = mark.sha256 === view.file.sha256;
  const isOld = !isHere && !mark.category && !isDraft;
  const node = button("note", "", () => (isHere ? goToMark(view, mark, isDraft) : goElsewhere(view, mark)));
  node.disabled = isOld;
  node.dataset.testid = "note-" + mark.id;
  const head = make("span", "small muted");
  head.append(make("span", "swatch kind-" + mark.kind), make("span", "", kindLabel(view, mark.kind) + " · " + (isHere ? "" : (mark.file_name ?? "") + " ") + words.page_short.replace("{page}", mark.page)));
  node.append(head, make("span", "text", mark.content || words.mark_area));
  if (isDraft || isOld) node.append(make("span", "small unsaved", isDraft ? words.note_unsaved : words.tag_old));
  line.append(node);
  if (isOld) line.append(button("tool edit", words.note_delete, () => deleteNote(view, mark)));
  if (isHere) {
    const edit = button("tool edit", words.note_edit, () => writeNote(view, mark));
    edit.setAttribute("aria-label", words.note_edit + " " + mark.content.slice(0, 20));
    line.append(edit);
  }
  return line;
}

function goToMark(view, mark, isDraft) {
  goToPage(view, mark.page, mark.area ? mark.area[1] : 0);
  if (isDraft) writeNote(view, mark);
}

function goElsewhere(view, mark) {
  view.host.send({ action: "go", application_id: view.host.data.reading.application_id, category_code: mark.category, file: mark.file_key, page: mark.page, event_id: newActId() });
}
