// Pasting a column: what would change and every problem at once, before anything is saved.
const PASTE_SHOWN = 300;

function pasted(event, grid) {
  const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (grid.editing && !/[\n\t]/.test(text)) return;
  event.preventDefault();
  if (!/[\n\t]/.test(text)) return put(grid, text.trim());
  endEdit(grid);
  preview(grid, planPaste(grid, text.split("\n").map((line) => line.split("\t").map((value) => value.trim()))));
}

// By the numbers in the first column where they are those of applicants, else row by row from the chosen cell.
function planPaste(grid, lines) {
  const byNumber = new Map([...grid.rows.values()].map((row) => [row.number, row.id]));
  const known = lines.filter((line) => line.length > 1 && byNumber.has(line[0])).length;
  const isNumbered = known > 0 && known * 2 >= lines.length;
  const ids = grid.entries.filter((each) => each.id).map((each) => each.id);
  const start = ids.indexOf(grid.place.active.id);
  const plan = { changes: [], notes: [], counts: { changed: 0, same: 0, blank: 0, wrong: 0 } };
  if (isNumbered) plan.notes.push(grid.words.paste_by_number);
  const beyond = isNumbered ? 0 : Math.max(0, start + lines.length - ids.length);
  if (beyond) plan.notes.push(filled(grid.words.paste_beyond, { count: beyond }));
  lines.slice(0, lines.length - beyond).forEach((line, place) => {
    const values = isNumbered ? line.slice(1) : line;
    const id = isNumbered ? byNumber.get(line[0]) : ids[start + place];
    if (id === undefined) note(plan, { name: line[0], problem: filled(grid.words.paste_unknown, { number: line[0] }) });
    else values.forEach((value, offset) => planCell(grid, plan, { id, column: grid.place.active.column + offset, value }));
  });
  return plan;
}

function note(plan, change) {
  plan.changes.push(change);
  plan.counts.wrong += 1;
}

function planCell(grid, plan, { id, column, value }) {
  const { words, data, sender } = grid;
  const dimension = data.dimensions[column];
  if (!dimension) {
    if (!plan.notes.includes(words.paste_too_wide)) plan.notes.push(words.paste_too_wide);
    return;
  }
  const row = grid.rows.get(id);
  const text = tidy(asScore(dimension, value, data.step));
  const now = shownScore(sender, id, dimension.id);
  const change = { id, dimension, now, text, name: row.name, problem: "" };
  if (!text) plan.counts.blank += 1;
  else if (row.reason !== null) note(plan, { ...change, problem: words.paste_abstained });
  else if (scaled(text) === null) note(plan, { ...change, problem: words.paste_not_number });
  else if (isOutside(dimension, text, data.step)) note(plan, { ...change, problem: filled(words.outside, { maximum: dimension.maximum, step: data.step }) });
  else if (isSameScore(text, now)) plan.counts.same += 1;
  else {
    plan.changes.push({ ...change, seen: row.revision });
    plan.counts.changed += 1;
  }
}

function preview(grid, plan) {
  const { words, data, root } = grid;
  const box = make("section", "paste");
  box.setAttribute("role", "dialog");
  const dimension = data.dimensions[grid.place.active.column];
  const title = filled(words.paste_title, { dimension: dimension.name, count: plan.counts.changed });
  box.setAttribute("aria-label", title);
  const close = () => { root.querySelector(".pasting").replaceChildren(); focusEditor(grid); };
  const apply = button("tool strong", filled(words.paste_apply, { count: plan.counts.changed }), () => { close(); applyPaste(grid, plan); });
  apply.disabled = plan.counts.changed === 0;
  apply.dataset.testid = "paste-apply";
  const cancel = button("tool", words.paste_cancel, close);
  const line = make("div", "line");
  line.append(make("strong", "", title), make("span", "grow"), apply, cancel);
  box.append(line, make("p", "small muted number", filled(words.paste_summary, plan.counts)), ...plan.notes.map((text) => make("p", "small warn", text)), previewTable(grid, plan));
  box.onkeydown = (event) => { if (event.key === "Escape") close(); };
  root.querySelector(".pasting").replaceChildren(box);
  (apply.disabled ? cancel : apply).focus();
}

function previewTable({ words }, plan) {
  const table = make("table", "small");
  const head = make("tr");
  for (const text of [words.paste_from, words.dimension_choose, words.paste_now, words.paste_new, words.paste_problem]) head.append(make("th", "", text));
  table.append(head);
  const wrongFirst = [...plan.changes].sort((one, other) => Boolean(other.problem) - Boolean(one.problem));
  for (const each of wrongFirst.slice(0, PASTE_SHOWN)) {
    const row = make("tr", each.problem ? "wrong" : "");
    row.append(make("td", "", each.name), make("td", "", each.dimension?.name), make("td", "number", each.now || "–"), make("td", "number", each.text), make("td", "problem", each.problem));
    table.append(row);
  }
  const box = make("div", "preview");
  box.tabIndex = 0;
  box.append(table);
  return box;
}

function applyPaste(grid, plan) {
  const group = [];
  const wanted = plan.changes.filter((each) => !each.problem);
  for (const { id, dimension, text, seen } of wanted) putScore(grid.sender, { application: id, dimension: dimension.id, text, seen, group });
  rememberUndo(grid.sender, group);
}
