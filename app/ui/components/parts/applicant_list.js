// The applicant list: the database group first, PDF uploads in a group of their own, the state of the own review on each line.
// What stays the same comes from the shelf; a run brings order, states and the chosen line only.
export default function (component) {
  const root = rootOf(component, "section");
  const list = root.applicants ?? (root.applicants = { root, finds: {} });
  // Handlers outlive the run that made them: they read what the newest run put here.
  Object.assign(list, { data: component.data, send: component.setTriggerValue });
  root.controls?.abort();
  root.controls = new AbortController();
  const listening = { signal: root.controls.signal };
  addEventListener(SHELVED, () => showList(list), listening);
  addEventListener(PLACE_CHANGED, () => showPlaceInList(list), listening);
  addEventListener(DRAFTS_CHANGED, () => markDrafts(list), listening);
  addEventListener("storage", () => markDrafts(list), listening);
  document.addEventListener(TICKED, (event) => tickByKey(list, event), listening);
  showList(list);
  return () => {
    root.controls.abort();
    deskPlace().walk = null;
  };
}

function tickByKey(list, event) {
  if (!list.placeOf?.has(event.detail.id)) return;
  event.preventDefault();
  tick(list, event.detail.id);
}

// Who is on screen: the run behind may still be at somebody else.
function chosenInList({ data }) {
  const { shown, isAhead } = deskPlace();
  return isAhead && shown && data.selected ? shown : data.selected;
}

function showPlaceInList(list) {
  if (!list.rows || list.chosen === chosenInList(list)) return;
  for (const id of [list.chosen, chosenInList(list)]) if (list.placeOf.has(id)) refreshRow(list, list.placeOf.get(id));
  list.chosen = chosenInList(list);
  scrollToChosen(list);
}

function showList(list) {
  const { root, data } = list;
  const stock = onShelf(data.version);
  if (!stock) return;
  if (list.stock !== stock) buildList(list, stock);
  root.classList.toggle("alone", Boolean(data.alone));
  refreshHead(list);
  placeRows(list);
  refreshRows(list);
  markDrafts(list);
  refreshPanel(list);
  list.chosen = chosenInList(list);
  scrollToChosen(list);
}

function buildList(list, stock) {
  const { root } = list;
  Object.assign(list, { stock, words: stock.words, sequence: null, told: [], compared: null, chosen: null, headed: null });
  root.setAttribute("aria-label", list.words.applicants);
  list.body = make("div", "list");
  list.nobody = make("p", "nobody small muted");
  list.nobody.setAttribute("role", "status");
  list.panel = panelOf(list);
  root.replaceChildren(headOf(list), list.panel, list.body);
  buildRows(list);
}

// Reading places makes the page lay itself out: once, when everything else is done.
function scrollToChosen(list) {
  if (list.shownFor === list.chosen) return;
  list.shownFor = list.chosen;
  requestAnimationFrame(() => {
    const { body } = list;
    const chosen = list.rows[list.placeOf.get(list.chosen)]?.row;
    // Its place among all lines: what a line calls its offset counts from its own block.
    if (chosen?.isConnected) body.scrollTop += chosen.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
  });
}
