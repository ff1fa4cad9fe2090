// Scoring in one line: the levels of a dimension and the exact score, as the passes show them beside the evidence.
function stripOf(sender, { application, dimension, onkey, isNarrow = false }) {
  const box = make("div", "strip");
  box.dataset.application = application;
  box.dataset.dimension = dimension.id;
  box.append(stripLevels(sender, { application, dimension, isNarrow }), stripInput(sender, { application, dimension, onkey }), make("span", "cell-state small"));
  box.querySelector(".cell-state").setAttribute("role", "status");
  refreshStrip(sender, box);
  return box;
}

function stripLevels(sender, { application, dimension, isNarrow }) {
  const group = make("span", "levels");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", dimension.name + " " + sender.words.levels);
  dimension.levels.forEach((level, place) => {
    const node = button("level tint-" + place, "", () => chooseStripLevel(sender, { application, dimension, place }));
    node.append(make("span", "letter", isNarrow ? level.letter : level.name));
    if (!isNarrow) node.append(make("span", "band number", level.band));
    node.setAttribute("aria-label", level.name + " " + level.band);
    node.title = place + 1 + "  " + level.name + "  " + level.text;
    node.tabIndex = -1;
    group.append(node);
  });
  return group;
}

function chooseStripLevel(sender, { application, dimension, place }) {
  const level = dimension.levels[place];
  if (!level || levelOf(dimension, shownScore(sender, application, dimension.id)) === place) return;
  enterScoreOf(sender, { application, dimension: dimension.id, text: middleOf(level, sender.data.step) });
}

function stripInput(sender, { application, dimension, onkey }) {
  const input = make("input", "score number");
  input.type = "text";
  input.inputMode = "decimal";
  input.autocomplete = "off";
  input.maxLength = 9;
  input.dataset.testid = "cell-" + application + "-" + dimension.id;
  input.setAttribute("aria-label", [sender.rows.get(application)?.name, dimension.name, sender.words.exact, "0–" + dimension.maximum].join(" "));
  input.onfocus = () => { if (input.seen === undefined) input.select(); };
  input.oninput = (event) => { if (!event.isComposing) typing(sender, { application, dimension, input }); };
  input.addEventListener("compositionend", () => typing(sender, { application, dimension, input }));
  // Another window in front ends nothing: half a number is not a score.
  input.onblur = () => { if (document.hasFocus()) takeInput(sender, { application, dimension, input }); };
  input.onkeydown = (event) => inputKey(event, { sender, application, dimension, input, onkey });
  return input;
}

// A value is typed on what was on screen when typing began; every key is kept before it is sent.
function typing(sender, { application, dimension, input }) {
  input.seen ??= sender.rows.get(application)?.revision;
  keepCell(sender, { application, dimension: dimension.id, text: tidy(input.value), seen: input.seen, event_id: freshId() });
  sender.changed();
}

function takeInput(sender, { application, dimension, input }) {
  if (input.seen === undefined) return;
  const seen = input.seen;
  input.seen = undefined;
  if (isSameScore(tidy(input.value), shownScore(sender, application, dimension.id))) leaveInput(sender, { application, dimension, input });
  else enterScoreOf(sender, { application, dimension: dimension.id, text: input.value, seen });
}

// As it was before typing: the draft of what is typed no longer goes, that of a cell not saved yet stays.
function leaveInput(sender, { application, dimension, input }) {
  const cell = cellOf(sender, application, dimension.id);
  input.seen = undefined;
  input.value = shownScore(sender, application, dimension.id);
  if (cell) keepCell(sender, cell);
  else forgetCell(sender, { application, dimension: dimension.id });
}

function inputKey(event, { sender, application, dimension, input, onkey }) {
  if (isComposing(event)) return;
  if (event.key === "Escape") leaveInput(sender, { application, dimension, input });
  else if (event.key === "Enter") {
    event.preventDefault();
    takeInput(sender, { application, dimension, input });
  }
  onkey?.(event, input);
}

function refreshStrip(sender, box) {
  const { application, dimension: id } = box.dataset;
  const dimension = sender.data.dimensions.find((each) => each.id === id);
  const score = shownScore(sender, application, id);
  const cell = cellOf(sender, application, id);
  const input = box.querySelector(".score");
  if (input.seen === undefined && input.value !== score) input.value = score;
  input.setAttribute("aria-invalid", cell?.state === "failed");
  const level = levelOf(dimension, score);
  [...box.querySelectorAll(".level")].forEach((node, place) => node.setAttribute("aria-pressed", place === level));
  const note = box.querySelector(".cell-state");
  const isTyping = input.seen !== undefined;
  note.className = "cell-state small " + (isTyping ? "waiting" : cell?.state ?? (score ? "saved" : "empty"));
  note.textContent = isTyping ? sender.words.row_unsaved : stateText(sender, { row: sender.rows.get(application), cell, score });
  note.title = note.textContent;
}

function stateText({ words }, { row, cell, score }) {
  if (cell) return { waiting: words.row_saving, sending: words.row_saving, asks: words.row_stale, abstained: words.row_abstained }[cell.state] ?? words.row_failed;
  if (row && row.reason !== null) return filled(words.abstained, { reason: row.reason });
  return score ? words.row_saved : words.no_score;
}
