// The rows of the applicant list: made once, put in the order of the run, and touched only where something differs.
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const BLOCK = 40;
const LINE_HEIGHT = 40;
const TICK_WAITS = 5000;
const STATES = { n: "not_scored", p: "partial", a: "abstained", s: "scored", "-": "" };

function buildRows(list) {
  list.rows = list.stock.lines.map((each) => rowOf(list, each));
  list.placeOf = new Map(list.stock.lines.map((each, place) => [each.id, place]));
}

function rowOf(list, each) {
  const { words } = list;
  const row = make("li", "line");
  row.dataset.application = each.id;
  row.sought = plain(each.name + " " + each.detail);
  const go = button("go", "", () => goToPlace({ shown: each.id }, (place) => list.send("chosen", place)));
  go.dataset.testid = "applicant-" + each.id;
  go.title = each.name + " " + each.detail;
  const state = make("span", "state");
  const first = make("span", "first");
  const draft = sign("draft", "●", words.draft);
  const flag = sign("flag", "⚑", words.flagged);
  const news = make("span", "badge news");
  news.hidden = true;
  first.append(make("span", "who", each.name), draft, flag, news, ...each.badges.map((text) => make("span", "badge pdf", text)));
  const text = make("span", "text");
  text.append(first, make("span", "second muted", each.detail));
  go.append(text, state);
  const box = compareBox(list, each);
  row.append(box, go);
  return { row, go, state, box, draft, flag, news };
}

function sign(className, mark, label) {
  const node = make("span", className, mark);
  node.title = label;
  node.setAttribute("role", "img");
  node.setAttribute("aria-label", label);
  node.hidden = true;
  return node;
}

function compareBox(list, each) {
  const box = make("input", "compare");
  box.type = "checkbox";
  box.dataset.testid = "compare-" + each.id;
  box.title = list.words.compare;
  box.setAttribute("aria-label", list.words.compare + " " + each.name);
  box.onchange = () => tick(list, each.id);
  return box;
}

// All ticks are sent each time: of two that arrive together the server hears the last alone.
function tick(list, id) {
  const ids = comparingOf(list);
  const isFull = !ids.includes(id) && ids.length >= list.data.compare_most;
  if (!isFull) {
    list.ticked = { ids: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id], at: Date.now() };
    list.send("compare", list.ticked.ids);
  }
  refreshCompared(list);
  refreshHead(list);
}

// What was ticked here counts until a run has heard it.
function comparingOf(list) {
  const { ticked, data } = list;
  if (ticked && (Date.now() - ticked.at > TICK_WAITS || String(ticked.ids) === String(data.comparing))) list.ticked = null;
  return list.ticked?.ids ?? data.comparing;
}

// All lines in turn need no sequence; any other order is a few characters a line.
function placesOf({ data, stock }) {
  if (data.is_empty) return [];
  if (!data.sequence) return stock.lines.map((_, place) => place);
  const width = stock.lines.length <= DIGITS.length ** 2 ? 2 : 3;
  const places = [];
  for (let start = 0; start < data.sequence.length; start += width) {
    places.push([...data.sequence.slice(start, start + width)].reduce((sum, digit) => sum * 64 + DIGITS.indexOf(digit), 0));
  }
  return places;
}

function placeRows(list) {
  const { data, stock, words } = list;
  const sequence = data.is_empty ? "nobody" : data.sequence;
  if (list.sequence === sequence) return;
  list.sequence = sequence;
  const places = placesOf(list);
  const groups = [[words.group_database, false], [words.group_pdf, true]];
  const boxes = groups.map(([title, isPdf]) => groupOf(list, title, places.filter((place) => stock.lines[place].is_pdf === isPdf)));
  list.body.replaceChildren(...boxes.filter(Boolean), list.nobody);
  deskPlace().walk = places.map((place) => stock.lines[place].id);
  findRows(list);
}

function groupOf(list, title, places) {
  if (!places.length) return null;
  const box = make("section");
  const heading = title + " (" + places.length + ")";
  box.append(make("div", "heading", heading));
  for (let start = 0; start < places.length; start += BLOCK) box.append(blockOf(list, heading, places.slice(start, start + BLOCK)));
  return box;
}

// The browser leaves out what is out of sight by blocks: watching a thousand single lines costs more than it saves.
function blockOf(list, heading, places) {
  const lines = make("ul", "lines");
  lines.setAttribute("aria-label", heading);
  lines.append(...places.map((place) => list.rows[place].row));
  return lines;
}

function refreshRows(list) {
  const { data, rows } = list;
  list.marks = { labels: labelsOf(list), flagged: new Set(data.flagged), renewed: new Set(data.renewed), incomparable: new Set(data.incomparable) };
  rows.forEach((_, place) => refreshRow(list, place));
  refreshCompared(list);
}

function refreshRow(list, place) {
  const { labels, flagged, renewed, incomparable } = list.marks;
  const each = list.rows[place];
  const letter = list.data.states[place];
  const news = renewed.has(place) ? list.words.badge_renewed : incomparable.has(place) ? list.words.badge_incomparable : "";
  const isChosen = list.stock.lines[place].id === chosenInList(list);
  const told = [letter, labels[place], news, flagged.has(place), isChosen].join("\n");
  if (list.told[place] === told) return;
  list.told[place] = told;
  each.row.className = "line" + (isChosen ? " selected " : " ") + STATES[letter];
  if (isChosen) each.go.setAttribute("aria-current", "true");
  else each.go.removeAttribute("aria-current");
  each.state.textContent = labels[place];
  each.flag.hidden = !flagged.has(place);
  each.news.hidden = !news;
  each.news.textContent = news;
}

function labelsOf({ data, words }) {
  const names = { n: words.state_not_scored, p: words.state_partial, a: words.state_abstained, s: words.state_scored, "-": "" };
  let next = 0;
  return [...data.states].map((letter) => (letter === "s" ? data.totals[next++] ?? names.s : names[letter]));
}

function refreshCompared(list) {
  const { data, rows, stock } = list;
  const comparing = comparingOf(list);
  const compared = comparing.join("\n");
  if (list.compared === compared) return;
  list.compared = compared;
  const isFull = comparing.length >= data.compare_most;
  rows.forEach(({ box }, place) => {
    box.checked = comparing.includes(stock.lines[place].id);
    box.disabled = isFull && !box.checked;
  });
}

// Every word must be somewhere in the name, the number, the school or the identity.
function findRows(list) {
  const asked = plain(list.find.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const box of list.body.querySelectorAll("section")) {
    const shown = [...box.querySelectorAll(".lines")].reduce((sum, block) => sum + findInBlock(block, asked), 0);
    box.hidden = shown === 0;
    found += shown;
  }
  list.nobody.textContent = list.data.is_empty ? list.words.sift_none : list.words.filter_nothing;
  list.nobody.hidden = found > 0;
  // Other lines moved it: who is on screen stays in sight.
  list.shownFor = null;
  scrollToChosen(list);
}

function findInBlock(block, asked) {
  const rows = [...block.children];
  for (const row of rows) row.hidden = !asked.every((word) => row.sought.includes(word));
  const shown = rows.filter((row) => !row.hidden).length;
  block.hidden = shown === 0;
  block.style.containIntrinsicSize = "auto " + shown * LINE_HEIGHT + "px";
  return shown;
}

function plain(text) {
  return text.normalize("NFKC").toLowerCase().trim();
}

function markDrafts(list) {
  if (!list.rows) return;
  const drafted = draftedApplications(list);
  for (const [id, place] of list.placeOf) {
    const { draft } = list.rows[place];
    if (draft.hidden === drafted.has(id)) draft.hidden = !drafted.has(id);
  }
  tellServerOfDrafts(list, drafted);
}

function draftedApplications(list) {
  const { plan_id, plan_revision, reviewer_id } = list.data.drafts;
  const start = ["draft", plan_id, plan_revision, ""].join(":");
  const end = ":" + reviewer_id;
  const drafted = new Set();
  try {
    for (const key of Object.keys(localStorage)) {
      const owner = key.slice(0, key.lastIndexOf(":"));
      if (key.startsWith(start) && owner.endsWith(end)) drafted.add(owner.slice(start.length, -end.length));
    }
  } catch { /* storage is switched off: there is no draft */ }
  return drafted;
}

// Only while the list is filtered by drafts does the server need to know of them.
function tellServerOfDrafts(list, drafted) {
  const told = [...drafted].filter((id) => list.placeOf.has(id)).sort();
  list.drafted = told;
  if (!list.data.chips.some((each) => each.facet === "mark" && each.value === "draft")) return;
  if (list.draftsTold === told.join("\n")) return;
  list.draftsTold = told.join("\n");
  list.send("sift", { act: "drafts", drafted: told });
}
