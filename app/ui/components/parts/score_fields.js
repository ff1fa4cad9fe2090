// The fields of the scoring panel: levels, the score itself, the rubric, comments, flag and abstention.
function fieldsOf(form, each) {
  const { words } = form;
  const box = make("fieldset", "dimension");
  box.dataset.dimension = each.id;
  const title = make("legend", "title");
  title.append(make("span", "name", each.name), make("span", "muted small number", each.weight_label));
  const comment = make("details", "comment small");
  comment.append(make("summary", "muted", words.comment), area(form, each.name + " " + words.comment, (text) => { form.entered.comments[each.id] = text; }));
  box.append(title, levels(form, each), entry(form, each), make("p", "level-text small muted"), rubric(each, words), comment);
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

function levelKey(event, { form, each, group }) {
  if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
  const number = Number(event.key);
  const nodes = [...group.children];
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (number >= 1 && number <= nodes.length) {
    chooseLevel(form, each, number - 1);
    nodes[number - 1].focus();
  } else if (step) nodes[(nodes.indexOf(event.target.closest(".level")) + step + nodes.length) % nodes.length].focus();
  else return;
  event.preventDefault();
}

function chooseLevel(form, each, place) {
  if (levelOf(each, form.entered.scores[each.id]) === place) return;
  enterScore(form, each, middleOf(each.levels[place], form.data.step));
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
  const line = make("label", "entry");
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
  line.append(input, make("span", "muted number", "/ " + each.maximum), make("span", "level-name"), make("span", "grow"), make("span", "error small"));
  return line;
}

function stepKey(event, { form, each, input }) {
  if (isComposing(event) || event.altKey || event.ctrlKey) return;
  const sign = { ArrowUp: 1n, ArrowDown: -1n }[event.key];
  if (!sign) {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Tab") tabToNextScore(event, { form, input });
    return;
  }
  event.preventDefault();
  const next = (scaled(input.value) ?? 0n) + sign * scaled(form.data.step);
  if (next >= 0n && next <= scaled(each.maximum)) enterScore(form, each, trimmed(next));
}

function rubric(each, words) {
  const fold = make("details", "rubric small");
  fold.append(make("summary", "muted", words.rubric));
  const list = make("dl");
  for (const level of each.levels) list.append(make("dt", "", level.name + " " + level.band), make("dd", "muted", level.text));
  if (each.description) fold.append(make("p", "", each.description));
  fold.append(list);
  fold.hidden = each.levels.length === 0 && !each.description;
  return fold;
}

function area(form, label, take) {
  const node = make("textarea");
  node.rows = 2;
  node.maxLength = form.data.comment_length;
  node.setAttribute("aria-label", label);
  node.oninput = () => { take(node.value); edited(form); };
  return node;
}

function overall(form) {
  const box = make("div", "overall");
  const node = area(form, form.words.overall, (text) => { form.entered.comment = text; });
  node.placeholder = form.words.overall;
  box.append(node);
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
  box.onchange = () => { form.entered[name] = box.checked; edited(form); };
  label.append(box, make("span", "", text));
  return label;
}
