// The scoring panel of one applicant. It holds what is not saved yet, keeps a draft until the store has read it back,
// and sends the applicant's own key with every save, so that no score can land under another name.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "form");
  const { words } = data;
  const state = root.state ?? (root.state = begin());
  state.data = data;
  state.send = setTriggerValue;
  if (!root.firstChild) build();
  receive();
  refresh();
  root.controls?.abort();
  root.controls = new AbortController();
  document.addEventListener("keydown", shortcut, { signal: root.controls.signal });
  return () => root.controls.abort();

  // -- what is entered, and its draft ---------------------------------------------------------------------------

  function begin() {
    const state = { form: copyOf(data.stored), seen: data.stored.revision, isDirty: false, edits: 0, sent: null, handled: null, conflict: null, note: "", errors: [] };
    const own = readDraft(draftKey(data.stored.revision));
    if (own && !isSame(own.form, data.stored)) Object.assign(state, { form: own.form, isDirty: true, note: words.restored });
    else forget(draftKey(data.stored.revision));
    const older = own ? null : olderDraft();
    if (older) state.conflict = older;
    return state;
  }

  function copyOf(stored) {
    const scores = {}, comments = {};
    for (const each of data.dimensions) {
      scores[each.id] = stored.scores[each.id] ?? "";
      comments[each.id] = stored.comments[each.id] ?? "";
    }
    return { scores, comments, comment: stored.comment, abstained: stored.abstained, abstain_reason: stored.abstain_reason, flagged: stored.flagged };
  }

  function isSame(form, stored) {
    const plain = copyOf(stored);
    const numbers = (scores) => data.dimensions.map((each) => (scaled(scores[each.id]) ?? scores[each.id] ?? "").toString());
    return JSON.stringify({ ...form, scores: numbers(form.scores) }) === JSON.stringify({ ...plain, scores: numbers(plain.scores) });
  }

  function draftPrefix() {
    return ["draft", data.plan_id, data.plan_revision, data.application_id, data.reviewer_id, ""].join(":");
  }

  function draftKey(seen) {
    return draftPrefix() + seen;
  }

  function readDraft(key) {
    try {
      return JSON.parse(localStorage.getItem(key) || "null");
    } catch {
      return null;
    }
  }

  function forget(key) {
    try { localStorage.removeItem(key); } catch { /* storage is switched off */ }
  }

  function keepDraft(sent = null) {
    try {
      localStorage.setItem(draftKey(state.seen), JSON.stringify({ form: state.form, sent }));
    } catch { /* storage is full or switched off: the form itself still holds everything */ }
  }

  // A draft begun on an earlier version: shown beside the stored one unless both say the same.
  function olderDraft() {
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(draftPrefix())) continue;
        const draft = readDraft(key);
        if (draft && !isSame(draft.form, data.stored)) return draft.form;
        forget(key);
      }
    } catch { /* storage is switched off */ }
    return null;
  }

  function forgetOlderDrafts() {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(draftPrefix())) localStorage.removeItem(key);
    } catch { /* storage is switched off */ }
  }

  function edited() {
    state.isDirty = true;
    state.edits += 1;
    state.note = "";
    keepDraft();
    refresh();
  }

  // -- saving ---------------------------------------------------------------------------------------------------

  function save(goesOn) {
    if (state.sent || state.conflict) return;
    if (!state.isDirty) {
      if (goesOn) setTriggerValue("advance", true);
      return;
    }
    const event_id = newId();
    state.sent = { event_id, edits: state.edits, key: draftKey(state.seen) };
    state.errors = [];
    keepDraft(event_id);
    state.send("save", { ...state.form, application_id: data.application_id, plan_id: data.plan_id, plan_revision: data.plan_revision, seen_revision: state.seen, event_id, goes_on: goesOn });
    const waiting = state.sent;
    setTimeout(() => { if (state.sent === waiting) { state.sent = null; state.note = words.no_answer; refresh(); } }, 12000);
    refresh();
  }

  // randomUUID exists on secure pages only; a workbench tried out on a plain address still needs an id.
  function newId() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const text = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
  }

  function receive() {
    const notice = data.notice;
    if (notice && notice.event_id !== state.handled && state.sent?.event_id === notice.event_id) {
      state.handled = notice.event_id;
      ({ saved: confirmed, stale, rejected, failed: rejected })[notice.kind]?.(notice);
    } else if (!state.isDirty && !state.conflict && data.stored.revision > state.seen) takeStored();
  }

  function confirmed() {
    const hasMore = state.edits !== state.sent.edits;
    forget(state.sent.key);
    state.seen = data.stored.revision;
    state.sent = null;
    state.note = "";
    if (hasMore) keepDraft();
    else takeStored();
  }

  function stale() {
    state.sent = null;
    state.conflict = structuredClone(state.form);
  }

  function rejected(notice) {
    state.sent = null;
    state.errors = notice.problems;
  }

  function takeStored() {
    state.form = copyOf(data.stored);
    state.seen = data.stored.revision;
    state.isDirty = false;
    fill();
  }

  function resolve(keepsMine) {
    const mine = state.conflict;
    state.conflict = null;
    forgetOlderDrafts();
    takeStored();
    state.note = keepsMine ? "" : words.took_stored;
    if (keepsMine) {
      state.form = mine;
      state.isDirty = true;
      state.edits += 1;
      keepDraft();
      fill();
      save(false);
    }
    refresh();
  }

  // -- numbers: exact, in whole millionths, never as floating point ---------------------------------------------

  function scaled(text) {
    const match = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec((text ?? "").normalize("NFKC").trim());
    return match ? BigInt(match[1]) * 1000000n + BigInt((match[2] ?? "").padEnd(6, "0")) : null;
  }

  function shown(millionths, digits) {
    const unit = 10n ** BigInt(6 - digits);
    const rounded = (millionths + unit / 2n) / unit;
    const text = rounded.toString().padStart(digits + 1, "0");
    return digits ? text.slice(0, -digits) + "." + text.slice(-digits) : text;
  }

  function trimmed(millionths) {
    return shown(millionths, 6).replace(/\.?0+$/, "") || "0";
  }

  function runningTotal() {
    let total = 0n;
    for (const each of data.dimensions) {
      const value = scaled(state.form.scores[each.id]);
      if (value === null) return null;
      total += data.is_percent ? value * scaled(each.weight) : value * 100000000n;
    }
    // Rounded half up once, from hundredths of a millionth of a millionth down to two decimals.
    const unit = 1000000000000n;
    const rounded = (total + unit / 2n) / unit;
    const text = rounded.toString().padStart(3, "0");
    return text.slice(0, -2) + "." + text.slice(-2);
  }

  function levelOf(each) {
    const value = scaled(state.form.scores[each.id]);
    if (value === null) return -1;
    return each.levels.findIndex((level) => scaled(level.low) <= value && value <= scaled(level.high));
  }

  // The middle of the band, down to the step: a start that the reviewer then moves.
  function middleOf(level) {
    const step = scaled(data.step);
    const middle = (scaled(level.low) + scaled(level.high)) / 2n;
    const value = (middle / step) * step;
    return trimmed(value < scaled(level.low) ? scaled(level.low) : value);
  }

  // -- the form -------------------------------------------------------------------------------------------------

  function build() {
    root.onsubmit = (event) => event.preventDefault();
    root.setAttribute("aria-label", words.title);
    const body = make("div", "body");
    body.append(make("div", "conflict"), ...data.dimensions.map(dimension), overall(), flags());
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
    const plain = button("save", words.save, () => save(false));
    plain.dataset.testid = "save";
    const next = button("save-next", data.has_next ? words.save_next : words.save_last, () => save(true));
    next.dataset.testid = "save-next";
    next.title = "Ctrl+Enter";
    buttons.append(plain, next);
    foot.append(total, errors, saved, buttons);
    root.append(body, foot);
    fill();
  }

  function dimension(each) {
    const box = make("fieldset", "dimension");
    box.dataset.dimension = each.id;
    const title = make("legend", "title");
    title.append(make("span", "name", each.name), make("span", "muted small number", each.weight_label));
    box.append(title, levels(each), entry(each), make("p", "level-text small muted"), rubric(each), comment(each));
    return box;
  }

  function levels(each) {
    const group = make("div", "levels");
    group.setAttribute("role", "radiogroup");
    group.setAttribute("aria-label", each.name + " " + words.levels);
    each.levels.forEach((level, place) => {
      const node = button("level", "", () => chooseLevel(each, place));
      node.append(make("span", "", level.name), make("span", "band number", level.band));
      node.setAttribute("role", "radio");
      node.title = place + 1 + "  " + level.text;
      group.append(node);
    });
    group.onkeydown = (event) => levelKey(event, each, group);
    return group;
  }

  function levelKey(event, each, group) {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const number = Number(event.key);
    const nodes = [...group.children];
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (number >= 1 && number <= nodes.length) {
      chooseLevel(each, number - 1);
      nodes[number - 1].focus();
    } else if (step) nodes[(nodes.indexOf(event.target.closest(".level")) + step + nodes.length) % nodes.length].focus();
    else return;
    event.preventDefault();
  }

  function chooseLevel(each, place) {
    if (levelOf(each) === place) return;
    state.form.scores[each.id] = middleOf(each.levels[place]);
    inputOf(each).value = state.form.scores[each.id];
    edited();
  }

  function entry(each) {
    const line = make("label", "entry");
    const input = make("input", "score number");
    input.type = "text";
    input.inputMode = "decimal";
    input.autocomplete = "off";
    input.maxLength = 9;
    input.dataset.testid = "score-" + each.id;
    input.setAttribute("aria-label", each.name + " 0–" + each.maximum);
    const take = () => {
      state.form.scores[each.id] = input.value.normalize("NFKC").trim();
      edited();
    };
    input.oninput = (event) => { if (!event.isComposing) take(); };
    input.addEventListener("compositionend", take);
    input.onkeydown = (event) => stepKey(event, each, input);
    input.onfocus = () => input.select();
    line.append(input, make("span", "muted number", "/ " + each.maximum), make("span", "level-name"), make("span", "grow"), make("span", "error small"));
    return line;
  }

  function stepKey(event, each, input) {
    if (isComposing(event) || event.altKey || event.ctrlKey) return;
    const sign = { ArrowUp: 1n, ArrowDown: -1n }[event.key];
    if (!sign) {
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    event.preventDefault();
    const now = scaled(input.value) ?? 0n;
    const next = now + sign * scaled(data.step);
    if (next < 0n || next > scaled(each.maximum)) return;
    state.form.scores[each.id] = input.value = trimmed(next);
    edited();
  }

  function rubric(each) {
    const fold = make("details", "rubric small");
    fold.append(make("summary", "muted", words.rubric));
    const list = make("dl");
    for (const level of each.levels) list.append(make("dt", "", level.name + " " + level.band), make("dd", "muted", level.text));
    if (each.description) fold.append(make("p", "", each.description));
    fold.append(list);
    fold.hidden = each.levels.length === 0 && !each.description;
    return fold;
  }

  function comment(each) {
    const fold = make("details", "comment small");
    fold.append(make("summary", "muted", words.comment), area(each.name + " " + words.comment, 2, (text) => { state.form.comments[each.id] = text; }));
    return fold;
  }

  function area(label, rows, take) {
    const node = make("textarea");
    node.rows = rows;
    node.maxLength = data.comment_length;
    node.setAttribute("aria-label", label);
    node.oninput = () => { take(node.value); edited(); };
    return node;
  }

  function overall() {
    const box = make("div", "overall");
    const node = area(words.overall, 2, (text) => { state.form.comment = text; });
    node.placeholder = words.overall;
    box.append(node);
    return box;
  }

  function flags() {
    const box = make("div", "flags");
    const reason = make("input", "reason");
    reason.type = "text";
    reason.maxLength = data.reason_length;
    reason.placeholder = words.abstain_reason;
    reason.setAttribute("aria-label", words.abstain_reason);
    reason.oninput = () => { state.form.abstain_reason = reason.value; edited(); };
    box.append(tick("flagged", words.flag), tick("abstained", words.abstain), reason);
    return box;
  }

  function tick(name, text) {
    const label = make("label", "tick");
    const box = make("input", name);
    box.type = "checkbox";
    box.onchange = () => { state.form[name] = box.checked; edited(); };
    label.append(box, make("span", "", text));
    return label;
  }

  // -- keeping the screen true ----------------------------------------------------------------------------------

  function inputOf(each) {
    return boxOf(each).querySelector(".score");
  }

  function boxOf(each) {
    return root.querySelector('[data-dimension="' + CSS.escape(each.id) + '"]');
  }

  function fill() {
    for (const each of data.dimensions) {
      inputOf(each).value = state.form.scores[each.id];
      const fold = boxOf(each).querySelector(".comment");
      fold.querySelector("textarea").value = state.form.comments[each.id];
      if (state.form.comments[each.id]) fold.open = true;
    }
    root.querySelector(".overall textarea").value = state.form.comment;
    root.querySelector(".flagged").checked = state.form.flagged;
    root.querySelector(".abstained").checked = state.form.abstained;
    root.querySelector(".reason").value = state.form.abstain_reason;
  }

  function refresh() {
    for (const each of data.dimensions) refreshDimension(each);
    root.querySelector(".reason").hidden = !state.form.abstained;
    root.classList.toggle("abstaining", state.form.abstained);
    const total = runningTotal();
    const missing = data.dimensions.filter((each) => scaled(state.form.scores[each.id]) === null).length;
    root.querySelector(".total .value").textContent = state.form.abstained ? words.abstained : state.isDirty ? total ?? "–" : data.stored.total ?? "–";
    root.querySelector(".total .missing").textContent = missing && !state.form.abstained ? words.missing.replace("{count}", missing) : "";
    root.querySelector(".errors").replaceChildren(...state.errors.map((each) => make("p", "problem small", each.text)));
    refreshNote();
    for (const each of root.querySelectorAll(".buttons button")) each.disabled = Boolean(state.sent || state.conflict);
    root.querySelector(".conflict").replaceChildren(...(state.conflict ? [comparison()] : []));
  }

  function refreshDimension(each) {
    const box = boxOf(each);
    const level = levelOf(each);
    [...box.querySelectorAll(".level")].forEach((node, place) => {
      node.setAttribute("aria-checked", place === level);
      node.tabIndex = place === Math.max(0, level) ? 0 : -1;
    });
    box.querySelector(".level-name").textContent = level >= 0 ? each.levels[level].name : "";
    box.querySelector(".level-text").textContent = level >= 0 ? each.levels[level].text : "";
    const problem = state.errors.some((error) => error.dimension_id === each.id) || isOutside(each);
    box.querySelector(".score").setAttribute("aria-invalid", problem);
    box.querySelector(".error").textContent = isOutside(each) ? words.outside.replace("{maximum}", each.maximum).replace("{step}", data.step) : "";
  }

  function isOutside(each) {
    const text = state.form.scores[each.id];
    const value = scaled(text);
    if (!text) return false;
    return value === null || value > scaled(each.maximum) || (value % scaled(data.step) !== 0n && value !== scaled(each.maximum));
  }

  function refreshNote() {
    const note = root.querySelector(".saved");
    note.classList.toggle("unsaved", state.isDirty);
    if (state.sent) note.textContent = words.saving;
    else if (state.note) note.textContent = state.note;
    else if (state.isDirty) note.textContent = words.unsaved;
    else note.textContent = data.stored.saved_at ? words.saved + " " + new Date(data.stored.saved_at).toLocaleTimeString("zh-TW", { hour12: false }) : words.never_saved;
  }

  function comparison() {
    const box = make("section", "both");
    const table = make("table");
    const head = make("tr");
    head.append(make("th"), make("th", "", words.mine), make("th", "", words.stored));
    table.append(head);
    const mine = state.conflict, theirs = copyOf(data.stored);
    for (const each of data.dimensions) {
      table.append(difference(each.name, mine.scores[each.id], theirs.scores[each.id]));
      if (mine.comments[each.id] !== theirs.comments[each.id]) table.append(difference(words.comment, mine.comments[each.id], theirs.comments[each.id]));
    }
    table.append(difference(words.overall, mine.comment, theirs.comment), difference(words.flag, yes(mine.flagged), yes(theirs.flagged)));
    table.append(difference(words.abstain, yes(mine.abstained) + " " + mine.abstain_reason, yes(theirs.abstained) + " " + theirs.abstain_reason));
    const choices = make("div", "buttons");
    choices.append(button("save", words.keep_mine, () => resolve(true)), button("save", words.take_stored, () => resolve(false)));
    box.append(make("p", "problem", words.stale), table, choices);
    return box;
  }

  function yes(value) {
    return value ? "✓" : "";
  }

  function difference(label, mine, theirs) {
    const row = make("tr", mine === theirs ? "" : "differs");
    row.append(make("th", "", label), make("td", "number", mine || "–"), make("td", "number", theirs || "–"));
    return row;
  }

  function shortcut(event) {
    if (event.key !== "Enter" || !event.ctrlKey || isComposing(event)) return;
    event.preventDefault();
    save(true);
  }
}
