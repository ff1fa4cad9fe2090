// What the form shows of what it holds: after every key, every answer, every change of the connection.
function refresh(form) {
  const { root, entered, data, words } = form;
  for (const each of data.dimensions) refreshDimension(form, each);
  root.querySelector(".reason").hidden = !entered.abstained;
  root.classList.toggle("abstaining", entered.abstained);
  const missing = data.dimensions.filter((each) => scaled(entered.scores[each.id]) === null).length;
  root.querySelector(".total .value").textContent = totalText(form);
  root.querySelector(".total .missing").textContent = missing && !entered.abstained ? words.missing.replace("{count}", missing) : "";
  root.querySelector(".errors").replaceChildren(...form.errors.map((each) => make("p", "problem small", each.text)));
  root.querySelector(".saved").classList.toggle("unsaved", form.isDirty || form.isCut);
  const note = noteText(form);
  if (root.querySelector(".saved").textContent !== note) root.querySelector(".saved").textContent = note;
  for (const each of root.querySelectorAll(".buttons button")) each.disabled = Boolean(form.sent || form.conflict);
  // What is typed while the next applicant is on the way belongs to nobody.
  for (const each of root.querySelectorAll(".body input, .body textarea")) each[each.type === "checkbox" ? "disabled" : "readOnly"] = Boolean(form.sent?.leaves);
  root.querySelector(".conflict").replaceChildren(...(form.conflict ? [comparison(form)] : []));
  root.querySelector(".told").replaceChildren(...(form.conflict ? [] : otherDrafts(form)));
  refreshBack(form);
  refreshDrawer(form);
}

function refreshBack(form) {
  const { words, data } = form;
  const back = form.root.querySelector(".back");
  const text = form.discarded ? words.bring_back : form.isDirty ? words.discard : data.undone ? words.redo : words.undo;
  back.textContent = text;
  back.title = form.discarded || form.isDirty ? "" : words.undo_title;
  back.hidden = Boolean(form.sent || form.conflict) || (!form.discarded && !form.isDirty && data.stored.revision === 0);
}

function refreshDimension(form, each) {
  const box = boxOf(form, each);
  const score = form.entered.scores[each.id];
  const level = levelOf(each, score);
  [...box.querySelectorAll(".level")].forEach((node, place) => {
    node.setAttribute("aria-checked", place === level);
    node.tabIndex = place === Math.max(0, level) ? 0 : -1;
  });
  const isWrong = isOutside(each, score, form.data.step);
  box.querySelector(".level-name").textContent = isWrong ? "" : levelText(form, each, level);
  const text = box.querySelector(".level-text");
  text.textContent = text.title = level >= 0 ? each.levels[level].text : "";
  const input = box.querySelector(".score");
  input.setAttribute("aria-invalid", isWrong || form.errors.some((error) => error.dimension_id === each.id));
  const [minus, plus] = box.querySelectorAll(".step");
  const value = scaled(score);
  minus.disabled = value === null || value < scaled(form.data.step);
  plus.disabled = value !== null && value + scaled(form.data.step) > scaled(each.maximum);
  box.querySelector(".error").textContent = isWrong ? form.words.outside.replace("{maximum}", each.maximum).replace("{step}", form.data.step) : "";
  box.querySelector(".old").textContent = score ? "" : form.data.more.old_scores[each.id] ?? "";
}

// The level follows the score; where a level was chosen before, that is said.
function levelText(form, each, level) {
  const { words, chosen, entered } = form;
  if (scaled(entered.scores[each.id]) === null) return "";
  if (level < 0) return each.levels.length ? words.level_none : "";
  const { name } = each.levels[level];
  const was = chosen[each.id];
  return was === undefined || was === level ? name : words.level_follows.replace("{level}", name);
}

function totalText({ entered, isDirty, data, words }) {
  if (entered.abstained) return words.abstained;
  return (isDirty ? runningTotal(data, entered.scores) : data.stored.total) ?? "–";
}

function noteText(form) {
  const { sent, note, isDirty, data, words } = form;
  if (form.isCut) return form.waits || sent ? words.waits : words.offline;
  if (sent) return words.saving;
  if (isDirty && !form.isKept) return words.no_storage;
  if (note) return note;
  if (isDirty) return words.unsaved_at.replace("{time}", clock(form.keptAt));
  if (!data.stored.saved_at) return words.never_saved;
  return words.saved + " " + moment(data.stored.saved_at);
}
