// One dimension over all applicants: a page of rows with evidence and score; the keyboard leads from row to row.
export default function (component) {
  const root = rootOf(component, "section");
  root.dataset.ownKeys = "n e o";
  const { data, setTriggerValue } = component;
  const rows = keptRows(data.key, data.kept, setTriggerValue);
  if (!rows) return;
  const pass = root.pass ?? (root.pass = { root, sender: senderOf(root), nodes: new Map(), wanted: null, page: null, selected: null });
  Object.assign(pass, { data, words: data.words, rows, send: setTriggerValue });
  feed(pass.sender, { data, words: data.words, rows, send: setTriggerValue, changed: () => soon(pass) });
  root.classList.toggle("alone", Boolean(data.category));
  drawHead(pass);
  drawRows(pass);
  refreshRows(pass);
  placeFocus(pass);
  root.controls?.abort();
  root.controls = new AbortController();
  document.addEventListener("keydown", (event) => undoKey(event, pass), { signal: root.controls.signal });
  return () => root.controls.abort();
}

// Several changes of one moment are drawn once.
function soon(pass) {
  if (pass.isDue) return;
  pass.isDue = true;
  queueMicrotask(() => { pass.isDue = false; refreshRows(pass); });
}

function drawHead(pass) {
  const { root, data, words } = pass;
  let head = root.querySelector(".head");
  if (!head) {
    head = make("div", "head");
    root.append(head, make("div", "about small muted"), make("div", "troubles"), make("ol", "rows"));
    root.querySelector(".troubles").setAttribute("role", "alert");
  }
  const shape = JSON.stringify([data.category, data.dimensions[0].id, data.dimension_choices, data.only_choices, data.only, data.page, data.pages, data.progress, data.only_missing, data.is_moving, words]);
  if (pass.shape === shape) return;
  pass.shape = shape;
  head.replaceChildren(...headLine(pass));
  const about = root.querySelector(".about");
  about.textContent = [words.dimension_hint, data.dimensions[0].description].filter(Boolean).join("　");
  about.title = about.textContent;
}

function headLine(pass) {
  const { data, words } = pass;
  const weight = make("span", "muted small", data.dimensions[0].weight_label);
  const missing = make("label", "tick small");
  const box = make("input");
  box.type = "checkbox";
  box.checked = data.only_missing;
  box.onchange = () => act(pass, "missing", true);
  missing.append(box, make("span", "", words.only_missing));
  const line = [make("strong", "title", data.category || words.dimension_title), dimensionChoice(pass), weight, missing];
  if (data.category) line.push(button("tool", words.plain_table, () => act(pass, "plain", true)));
  else line.splice(3, 0, onlyChoice(pass));
  if (data.is_moving) line.push(button("tool", words.resort, () => act(pass, "resort", true)));
  const undo = button("tool", words.undo, () => undoNow(pass));
  undo.title = "Ctrl+Z";
  return [...line, make("span", "grow"), make("span", "note small muted"), make("span", "number small progress", data.progress), undo, ...pager(pass)];
}

// A category that feeds one dimension alone leaves nothing to choose.
function dimensionChoice(pass) {
  const { data, words } = pass;
  if (data.dimension_choices.length < 2) return make("span", "", data.dimensions[0].name);
  const dimension = choice("choose", words.dimension_choose, data.dimension_choices, data.dimensions[0].id);
  dimension.onchange = () => act(pass, "dimension", dimension.value);
  dimension.dataset.testid = "choose-dimension";
  return dimension;
}

function onlyChoice(pass) {
  const only = choice("choose", pass.words.only, pass.data.only_choices, pass.data.only);
  only.onchange = () => act(pass, "only", only.value);
  return only;
}

function pager(pass) {
  const { data, words } = pass;
  const turn = (label, text, page) => {
    const node = button("tool", text, () => turnTo(pass, page, "first"));
    node.setAttribute("aria-label", label);
    node.disabled = page < 0 || page >= data.pages;
    return node;
  };
  const place = words.page_place.replace("{page}", data.page + 1).replace("{pages}", data.pages);
  return [turn(words.page_previous, "◀", data.page - 1), make("span", "number small", place), turn(words.page_next, "▶", data.page + 1)];
}

function act(pass, name, value) {
  whenSaved(pass.sender, () => pass.send(name, value));
}

function turnTo(pass, page, wanted) {
  if (page < 0 || page >= pass.data.pages) return;
  pass.wanted = wanted;
  act(pass, "page", page);
}

// Rows are made anew only when other applicants, other evidence or other words come; scores are refreshed in place.
function drawRows(pass) {
  const { root, rows, data } = pass;
  const made = JSON.stringify([...rows.keys()]) + data.page + data.kept.version + data.only + data.dimensions[0].id;
  if (pass.made !== made) {
    pass.made = made;
    pass.nodes = new Map();
    let wasPdf = null;
    const list = root.querySelector(".rows");
    list.setAttribute("aria-label", data.dimensions[0].name);
    list.replaceChildren();
    let place = data.first;
    for (const row of rows.values()) {
      if (row.pdf && !wasPdf) list.append(make("li", "heading", data.words.group_pdf));
      wasPdf = row.pdf;
      list.append(rowNode(pass, row, (place += 1)));
    }
    if (rows.size === 0) list.append(make("li", "nobody muted", data.words.none_missing));
    list.scrollTop = 0;
  }
  for (const row of rows.values()) openInPlace(pass, row);
}

function rowNode(pass, row, place) {
  const { data, words } = pass;
  const dimension = data.dimensions[0];
  const node = make("li", "row");
  node.tabIndex = -1;
  node.dataset.row = row.id;
  node.dataset.testid = "row-" + row.id;
  node.setAttribute("aria-label", row.name);
  const who = make("div", "who");
  const open = button("name", row.name, () => act(pass, "open", row.id));
  open.title = words.open_applicant;
  who.append(make("span", "place muted small number", place), open, ...row.badges.filter(() => !row.pdf).map((text) => make("span", "badge pdf", text)));
  const toggle = button("tool small expand", "", () => act(pass, "expand", row.id));
  const school = make("div", "muted small school", [row.number, row.school].filter(Boolean).join(" · "));
  const about = make("div", "about-row");
  about.append(who, school, toggle);
  const evidence = make("div", "evidence small");
  evidence.append(...evidenceLines(row.evidence, words, Boolean(data.category)));
  const strip = row.scored_here ? stripOf(pass.sender, { application: row.id, dimension, onkey: (event) => keyInInput(event, pass, row.id) }) : null;
  node.append(about, evidence, strip ?? make("div", "muted small", words.not_assigned), make("div", "below"));
  node.onkeydown = (event) => keyInRow(event, pass, row.id);
  node.onfocus = () => { pass.active = row.id; markActive(pass); };
  pass.nodes.set(row.id, { node, strip, toggle });
  return node;
}

function openInPlace(pass, row) {
  const { node, toggle } = pass.nodes.get(row.id);
  const full = pass.data.opened[row.id];
  const below = node.querySelector(".below");
  toggle.textContent = full ? pass.words.close_evidence : pass.words.open_evidence;
  toggle.setAttribute("aria-expanded", Boolean(full));
  const shown = full ? JSON.stringify(full) : "";
  if (below.shown === shown) return;
  below.shown = shown;
  below.replaceChildren(...(full ? [fullEvidence(full, pass.data)] : []));
}

function refreshRows(pass) {
  const { sender, root } = pass;
  for (const { strip } of pass.nodes.values()) if (strip) refreshStrip(sender, strip);
  root.querySelector(".note").textContent = sender.note;
  root.querySelector(".troubles").replaceChildren(...troubleLines(sender, (cell) => focusRow(pass, cell.application)));
}

function markActive(pass) {
  for (const [id, { node }] of pass.nodes) {
    node.classList.toggle("active", id === pass.active);
    node.tabIndex = id === pass.active ? 0 : -1;
  }
}
