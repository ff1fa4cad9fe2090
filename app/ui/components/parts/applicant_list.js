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
  addEventListener(DRAFTS_CHANGED, () => markDrafts(list), listening);
  addEventListener("storage", () => markDrafts(list), listening);
  showList(list);
  return () => root.controls.abort();
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

function scrollToChosen(list) {
  const { body, data } = list;
  if (list.shownFor === data.selected) return;
  const chosen = body.querySelector(".selected");
  if (chosen) body.scrollTop = Math.max(0, chosen.offsetTop - body.offsetTop - body.clientHeight / 3);
  list.shownFor = data.selected;
}
