// The fields of the scoring panel: levels, the score itself, the rubric, comments, flag and abstention.
function fieldsOf(form, each) {
  const { words } = form;
  const box = make("fieldset", "dimension");
  box.dataset.dimension = each.id;
  const title = make("legend", "title");
  title.append(make("span", "name", each.name), make("span", "muted small number", each.weight_label));
  const folds = make("div", "folds small");
  const comment = make("details", "comment");
  comment.append(make("summary", "muted", words.comment), area(form, each.name + " " + words.comment, (text) => { form.entered.comments[each.id] = text; }));
  folds.append(rubric(each, words), comment);
  box.append(title, levels(form, each), entry(form, each), make("p", "old small"), make("p", "level-text small muted"), folds);
  box.addEventListener("keydown", (event) => dimensionKey(event, { form, each }));
  return box;
}

function levels(form, each) {
  const group = make("div", "levels");
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-label", each.name + " " + form.words.levels);
  each.levels.forEach((level, place) => {
    const node = button("level", "", () => chooseLevel(form, each, place));
    node.append(make("span", "", level.name), make("span", "band number", level.band));
    node.setAttribute("role", "radio");
    node.title = place + 1 + "  " + level.text;
    group.append(node);
  });
  group.onkeydown = (event) => levelKey(event, { form, each, group });
  return group;
}

// A level keeps a score that lies in it already; else it begins in its middle. What was chosen is remembered for the hint.
function chooseLevel(form, each, place) {
  if (form.sent?.leaves) return;
  form.chosen[each.id] = place;
  if (levelOf(each, form.entered.scores[each.id]) === place) refresh(form);
  else enterScore(form, each, middleOf(each.levels[place], form.data.step));
}

function enterScore(form, each, score) {
  if (form.sent?.leaves) return;
  form.entered.scores[each.id] = boxOf(form, each).querySelector(".score").value = score;
  edited(form);
}

function boxOf(form, each) {
  return form.root.querySelector('[data-dimension="' + CSS.escape(each.id) + '"]');
}

function entry(form, each) {
  const line = make("div", "entry");
  const input = make("input", "score number");
  input.type = "text";
  input.inputMode = "decimal";
  input.autocomplete = "off";
  input.maxLength = 9;
  input.dataset.testid = "score-" + each.id;
  input.setAttribute("aria-label", each.name + " 0–" + each.maximum);
  const take = () => {
    form.entered.scores[each.id] = input.value.normalize("NFKC").trim();
    edited(form);
  };
  input.oninput = (event) => { if (!event.isComposing) take(); };
  input.addEventListener("compositionend", take);
  input.onkeydown = (event) => stepKey(event, { form, each, input });
  input.onfocus = () => input.select();
  line.append(stepper(form, each, "minus"), input, stepper(form, each, "plus"), make("span", "muted number", "/ " + each.maximum), make("span", "level-name"), make("span", "error small"));
  return line;
}

// One step down or up, for mouse and finger; the keyboard has the arrows.
function stepper(form, each, side) {
  const isPlus = side === "plus";
  const node = button("tool step", isPlus ? "+" : "−", () => moveScore(form, each, isPlus ? 1n : -1n));
  node.tabIndex = -1;
  node.setAttribute("aria-label", each.name + " " + form.words[side].replace("{step}", form.data.step));
  return node;
}

function rubric(each, words) {
  const fold = make("details", "rubric");
  fold.append(make("summary", "muted", words.rubric));
  const list = make("dl");
  for (const level of each.levels) {
    list.append(make("dt", "", level.name + " " + level.band), make("dd", "muted", level.text));
    // What the committee agreed on in the calibration stands below the rubric itself.
    if (level.note) list.append(make("dd", "level-note", level.note));
  }
  if (each.description) fold.append(make("p", "", each.description));
  fold.append(list);
  fold.hidden = each.levels.length === 0 && !each.description;
  return fold;
}

function area(form, label, take) {
  const holder = make("div", "area");
  const node = make("textarea");
  node.rows = 2;
  node.maxLength = form.data.comment_length;
  node.setAttribute("aria-label", label);
  node.oninput = () => { take(node.value); edited(form); };
  holder.append(node);
  offerPhrases(form, node, { holder, label });
  return holder;
}

function overall(form) {
  const box = make("div", "overall");
  const holder = area(form, form.words.overall, (text) => { form.entered.comment = text; });
  holder.querySelector("textarea").placeholder = form.words.overall;
  box.append(holder);
  return box;
}

function flags(form) {
  const { words } = form;
  const box = make("div", "flags");
  const reason = make("input", "reason");
  reason.type = "text";
  reason.maxLength = form.data.reason_length;
  reason.placeholder = words.abstain_reason;
  reason.setAttribute("aria-label", words.abstain_reason);
  reason.oninput = () => { form.entered.abstain_reason = reason.value; edited(form); };
  box.append(tick(form, "flagged", words.flag), tick(form, "abstained", words.abstain), reason);
  return box;
}

function tick(form, name, text) {
  const label = make("label", "tick");
  const box = make("input", name);
  box.type = "checkbox";
  box.onchange = () => {
    form.entered[name] = box.checked;
    edited(form);
    if (name === "abstained" && box.checked) form.root.querySelector(".reason").focus();
  };
  label.append(box, make("span", "", text));
  return label;
}
