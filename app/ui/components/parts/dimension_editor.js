// The dimensions of a plan: weights as a live bar, one card a dimension, every edit kept until the server has it.
const memory = new WeakMap();
const TONES = ["#0b5f58", "#3b6ea5", "#8a6d3b", "#7a5195", "#5b6778", "#a0522d", "#2f7d4f", "#94506b"];

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  let mine = memory.get(parentElement);
  if (!mine || mine.plan !== data.plan) {
    mine = { plan: data.plan, outbox: [], last: 0, cards: new Map(), timers: new Map(), root: mine ? mine.root : null };
    memory.set(parentElement, mine);
    if (mine.root) mine.root.remove();
    mine.root = frame();
    parentElement.appendChild(mine.root);
  }
  mine.outbox = mine.outbox.filter((edit) => edit.seq > data.acknowledged);
  const words = data.words;
  // Handlers outlive the run that made them: they call what the newest run put here.
  mine.send = send;
  mine.drawBar = drawBar;
  mine.root.classList.toggle("locked", data.locked);
  drawCards();
  drawBar();

  function frame() {
    const root = make("div", "root");
    root.append(make("div", "bar"), make("div", "status"), make("div", "cards"));
    root.children[0].setAttribute("role", "img");
    root.children[1].append(make("span", "sum"), make("span", "saved"));
    root.children[1].setAttribute("aria-live", "polite");
    return root;
  }

  function send(edit) {
    mine.last = Math.max(mine.last + 1, Date.now());
    const key = address(edit);
    mine.outbox = mine.outbox.filter((waiting) => edit.kind !== "field" || address(waiting) !== key);
    mine.outbox.push({ ...edit, seq: mine.last });
    setStateValue("outbox", mine.outbox);
    drawSaved();
  }

  function address(edit) {
    return [edit.kind, edit.dimension_id, edit.level, edit.field].join("|");
  }

  function drawCards() {
    const holder = mine.root.querySelector(".cards");
    const known = new Set(data.dimensions.map((each) => each.id));
    for (const [id, card] of mine.cards) {
      if (!known.has(id)) { card.remove(); mine.cards.delete(id); }
    }
    data.dimensions.forEach((each, place) => {
      const shape = each.levels.length + "|" + data.locked + "|" + words.language;
      let card = mine.cards.get(each.id);
      if (!card || card.shape !== shape) {
        const fresh = buildCard(each);
        if (card) card.replaceWith(fresh);
        fresh.shape = shape;
        card = fresh;
        mine.cards.set(each.id, card);
      }
      fillCard(card, each, place);
      if (holder.children[place] !== card) holder.insertBefore(card, holder.children[place] || null);
    });
  }

  function buildCard(each) {
    const card = make("section", "card");
    const left = make("div");
    const head = make("div", "head");
    head.append(make("span", "place number"), input(card, each.id, "name", { className: "name", label: words.name }));
    const numbers = make("div", "numbers");
    numbers.append(
      numberField(card, each.id, "weight", words.weight, data.unit),
      numberField(card, each.id, "minimum", words.minimum, ""),
      tools(each.id),
    );
    const description = make("label", "field", words.description);
    description.append(input(card, each.id, "description", { tag: "textarea", className: "description", label: words.description }));
    left.append(head, numbers, description);
    card.append(left, rubric(card, each));
    return card;
  }

  function numberField(card, id, field, label, unit) {
    const holder = make("label", "field", label);
    const line = make("span", "with-unit");
    line.append(input(card, id, field, { className: "number", label, numeric: true }), make("span", "unit", unit));
    holder.append(line);
    return holder;
  }

  function tools(id) {
    const bar = make("div", "tools");
    if (data.locked) return bar;
    const add = (text, title, edit) => {
      const tool = button(edit.kind + (edit.by || ""), text, () => mine.send({ ...edit, dimension_id: id }));
      tool.title = title;
      tool.setAttribute("aria-label", title);
      bar.append(tool);
    };
    add("↑", words.move_up, { kind: "move", by: -1 });
    add("↓", words.move_down, { kind: "move", by: 1 });
    add(words.copy, words.copy_dimension, { kind: "copy" });
    add(words.delete, words.delete_dimension, { kind: "delete" });
    return bar;
  }

  function rubric(card, each) {
    const side = make("div");
    const title = make("div", "rubric-title");
    title.append(make("span", "", words.rubric));
    if (!data.locked) title.append(small(words.add_level, () => mine.send({ kind: "add_level", dimension_id: each.id })));
    const table = make("table");
    const header = make("tr");
    header.append(make("th", "", words.level), make("th", "", words.band), heading(words.share, words.share_title), make("th", "", words.level_text));
    table.append(header);
    each.levels.forEach((_, level) => table.append(levelRow(card, each.id, level)));
    side.append(title, table);
    return side;
  }

  function heading(text, title) {
    const node = make("th", "", text);
    node.title = title;
    return node;
  }

  function levelRow(card, id, level) {
    const row = make("tr");
    const cell = (className, ...children) => { const td = make("td", className); td.append(...children); row.append(td); };
    cell("level", input(card, id, "name", { level, label: words.level }));
    cell("band", input(card, id, "low", { level, numeric: true, label: words.band_low }), " – ",
      input(card, id, "high", { level, numeric: true, label: words.band_high }));
    cell("share", input(card, id, "share", { level, numeric: true, label: words.share_title }));
    cell("text", input(card, id, "text", { level, tag: "textarea", label: words.level_text }), noteOf(card, id, level));
    if (!data.locked) cell("drop", small("×", () => mine.send({ kind: "drop_level", dimension_id: id, level }), words.drop_level));
    return row;
  }

  // What was agreed about a level, folded away until there is something, and the applicants who stand for it.
  function noteOf(card, id, level) {
    const holder = make("div", "agreed");
    const note = input(card, id, "note", { level, tag: "textarea", className: "note", label: words.note });
    note.placeholder = words.note;
    const open = small(words.add_note, () => { holder.classList.add("noted"); note.focus(); });
    open.classList.add("add-note");
    const anchors = make("div", "anchors small");
    holder.append(note, open, anchors);
    if (data.locked) open.remove();
    card.anchors = card.anchors || new Map();
    card.anchors.set(level, anchors);
    return holder;
  }

  function fillAgreed(card, id, level, index) {
    const anchors = card.anchors.get(index);
    const note = card.fields.get(fieldKey("note", index));
    if (note.value.trim() && note.value !== "—") anchors.parentElement.classList.add("noted");
    else if (note.getRootNode().activeElement !== note) anchors.parentElement.classList.remove("noted");
    // Drawn anew only when they changed, so that the focus stays where somebody works.
    const drawn = JSON.stringify([level.anchors, level.hidden, data.locked]);
    if (anchors.drawn === drawn) return;
    anchors.drawn = drawn;
    drawAnchors(anchors, level, {
      words,
      isLocked: data.locked,
      send: (edit) => mine.send({ ...edit, dimension_id: id, level: index }),
    });
  }

  function small(text, act, title) {
    const node = button("small-button", text, act);
    if (title) { node.title = title; node.setAttribute("aria-label", title); }
    return node;
  }

  function input(card, id, field, options) {
    const node = make(options.tag || "input", options.className || "");
    const level = options.level === undefined ? null : options.level;
    if (options.tag) node.rows = 1;
    node.setAttribute("aria-label", options.label);
    node.disabled = data.locked;
    if (options.numeric) node.inputMode = "decimal";
    card.fields = card.fields || new Map();
    card.fields.set(fieldKey(field, level), node);
    const commit = () => {
      clearTimeout(mine.timers.get(node));
      if (node.value === node.sent || !isGood(node, options)) return;
      node.sent = node.value;
      mine.send({ kind: "field", dimension_id: id, level, field, value: node.value });
    };
    node.onchange = commit;
    node.oninput = (event) => {
      isGood(node, options);
      mine.drawBar();
      clearTimeout(mine.timers.get(node));
      if (!event.isComposing) mine.timers.set(node, setTimeout(commit, 1200));
    };
    node.oncompositionend = () => mine.timers.set(node, setTimeout(commit, 1200));
    return node;
  }

  function fieldKey(field, level) {
    return level === null || level === undefined ? field : field + "@" + level;
  }

  function isGood(node, options) {
    if (!options.numeric) return true;
    const text = node.value.trim().normalize("NFKC");
    const good = text === "" || /^\d{1,4}(\.\d{1,4})?$/.test(text);
    node.classList.toggle("bad", !good);
    node.title = good ? "" : words.not_a_number;
    return good;
  }

  function fillCard(card, each, place) {
    card.style.setProperty("--tone", TONES[place % TONES.length]);
    card.querySelector(".place").textContent = place + 1;
    fill(card, each.id, "name", null, each.name);
    fill(card, each.id, "description", null, each.description);
    fill(card, each.id, "weight", null, each.weight);
    fill(card, each.id, "minimum", null, each.minimum);
    for (const unit of card.querySelectorAll(".numbers label:first-child .unit")) unit.textContent = data.unit;
    each.levels.forEach((level, index) => {
      for (const field of ["name", "text", "low", "high", "share", "note"]) fill(card, each.id, field, index, level[field]);
      fillAgreed(card, each.id, level, index);
    });
    const up = card.querySelector(".tools .move-1");
    const down = card.querySelector(".tools .move1");
    atEnd(up, place === 0, words.is_first, words.move_up);
    atEnd(down, place === data.dimensions.length - 1, words.is_last, words.move_down);
  }

  // A way that leads nowhere says why.
  function atEnd(tool, isEnd, reason, title) {
    if (!tool) return;
    tool.disabled = isEnd;
    tool.title = isEnd ? reason : title;
    tool.setAttribute("aria-label", tool.title);
  }

  // A field is left alone while it is typed in or while its edit is on the way.
  function fill(card, id, field, level, value) {
    const node = card.fields.get(fieldKey(field, level));
    const key = address({ kind: "field", dimension_id: id, level, field });
    const isBusy = mine.outbox.some((edit) => address(edit) === key);
    const isTyping = node.getRootNode().activeElement === node && node.value !== node.sent;
    if (isBusy || isTyping) return;
    const shown = data.locked && value === "" ? "—" : value;
    if (node.value !== shown) node.value = shown;
    node.sent = value;
    node.classList.remove("bad");
  }

  function drawBar() {
    const bar = mine.root.querySelector(".bar");
    const shares = data.dimensions.map((each) => {
      const node = mine.cards.get(each.id).fields.get("weight");
      const share = Number(node.value.normalize("NFKC"));
      return { name: mine.cards.get(each.id).fields.get("name").value, share: Number.isFinite(share) ? share : 0 };
    });
    const sum = Math.round(shares.reduce((total, each) => total + each.share, 0) * 10000) / 10000;
    const full = data.full === null ? sum : data.full;
    const width = Math.max(sum, full) || 1;
    bar.replaceChildren(...shares.map((each, place) => segment(each, place, width)));
    const rest = Math.round((full - sum) * 10000) / 10000;
    if (rest > 0) {
      const gap = make("span", "rest", words.missing.replace("{amount}", rest + " " + data.unit));
      gap.style.flex = rest / width + " 0 0";
      bar.append(gap);
    }
    const text = mine.root.querySelector(".sum");
    text.className = "sum " + (rest === 0 && sum > 0 ? "right" : "wrong");
    const verdict = rest > 0 ? words.missing : rest < 0 ? words.over : words.exact;
    text.textContent = words.sum.replace("{sum}", sum + " " + data.unit)
      + (data.full === null ? "" : "　" + verdict.replace("{amount}", Math.abs(rest) + " " + data.unit));
    bar.setAttribute("aria-label", text.textContent);
    drawSaved();
  }

  function segment(each, place, width) {
    const part = make("span", "number", each.name + " " + each.share + " " + data.unit);
    const tone = TONES[place % TONES.length];
    part.style.flex = each.share / width + " 0 0";
    part.style.background = tone + "22";
    part.style.boxShadow = "inset 0 -3px 0 " + tone;
    part.title = part.textContent;
    if (each.share === 0) part.style.display = "none";
    return part;
  }

  function drawSaved() {
    const saved = mine.root.querySelector(".saved");
    const waits = mine.outbox.length > 0;
    saved.textContent = waits ? words.saving : "";
    saved.classList.toggle("pending", waits);
  }
}
