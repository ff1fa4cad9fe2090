// The applicants who stand for a level: each a link, and while the plan may be changed, ways to move it and to take it out.
function drawAnchors(holder, level, { words, isLocked, send }) {
  const wasAt = focusedChip(holder);
  const chips = level.anchors.map((each, place) => anchorChip(level.anchors, place, { words, isLocked, send }));
  if (level.hidden) chips.push(make("span", "muted", words.anchors_hidden.replace("{count}", level.hidden)));
  holder.replaceChildren(...(chips.length ? [make("span", "muted", words.anchors), ...chips] : []));
  if (wasAt) focusChip(holder, wasAt);
}

function anchorChip(anchors, place, { words, isLocked, send }) {
  const { id, number, link } = anchors[place];
  const chip = make("span", "anchor");
  const name = make("a", "number", number);
  name.href = link;
  name.target = "_blank";
  chip.append(name);
  if (isLocked) return chip;
  const add = (act, text, word, edit) => {
    const tool = button("small-button", text, () => send(edit()));
    tool.title = word.replace("{number}", number);
    tool.setAttribute("aria-label", tool.title);
    tool.dataset.act = act;
    chip.append(tool);
  };
  chip.dataset.anchor = id;
  if (anchors.length > 1) {
    const swap = (by) => () => ({ kind: "swap_anchors", value: id, field: anchors[place + by].id });
    if (place > 0) add("before", "←", words.anchor_before, swap(-1));
    if (place < anchors.length - 1) add("after", "→", words.anchor_after, swap(1));
  }
  add("drop", "×", words.anchor_drop, () => ({ kind: "drop_anchor", value: id }));
  return chip;
}

// Which act of which applicant has the focus, and at which place the chip stood.
function focusedChip(holder) {
  const active = holder.getRootNode().activeElement;
  const chip = active && holder.contains(active) ? active.closest(".anchor") : null;
  if (!chip) return null;
  return { anchor: chip.dataset.anchor, act: active.dataset.act, place: [...holder.querySelectorAll(".anchor")].indexOf(chip) };
}

// The same act of the same applicant; else the nearest that can be done.
function focusChip(holder, { anchor, act, place }) {
  const chips = [...holder.querySelectorAll(".anchor")];
  const chip = chips.find((each) => each.dataset.anchor === anchor) || chips[Math.min(place, chips.length - 1)];
  if (!chip) return;
  const tools = [...chip.querySelectorAll("button")];
  (tools.find((each) => each.dataset.act === act) || tools[0] || chip.querySelector("a")).focus();
}
