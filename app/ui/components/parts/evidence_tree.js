// The evidence tree: one button a category, its count beside it, zeros shown and dimmed.
export default function (component) {
  const root = rootOf(component, "nav");
  const tree = root.tree ?? (root.tree = { root, nodes: new Map(), built: "" });
  Object.assign(tree, { data: component.data, send: (place) => component.setTriggerValue("chosen", place) });
  root.setAttribute("aria-label", tree.data.label);
  root.controls?.abort();
  root.controls = new AbortController();
  if (!tree.data.is_alone) followDesk(tree, root.controls);
  root.onkeydown = (event) => moveInTree(event, root);
  refreshTree(tree);
  return () => root.controls.abort();
}

// At the desk; a tree that is only looked at, as in the preview of core data, is of no place of it.
function followDesk(tree, { signal }) {
  keepPage({ ...tree.data, category: tree.data.selected }, { tree: tree.data });
  addEventListener(PLACE_CHANGED, () => refreshTree(tree), { signal });
  document.addEventListener("desk:key", (event) => chooseNeighbour(tree, event.detail.action), { signal });
}

// Nodes stay from applicant to applicant; only counts and marks that differ are touched.
function refreshTree(tree) {
  const { data } = tree;
  const { shown, category } = data.is_alone ? {} : deskPlace();
  const isTold = !shown || shown === data.application_id;
  const groups = (isTold ? data : pageOnScreen().tree ?? uncounted(data)).groups;
  const built = JSON.stringify(groups.map((group) => [group.title, group.nodes.map((node) => [node.code, node.label])]));
  if (tree.built !== built) buildTree(tree, groups, built);
  const selected = category || data.selected;
  groups.forEach((group, of) => group.nodes.forEach((node, place) => refreshNode(tree.nodes.get(of + " " + place), node, node.code === selected)));
  bringIntoView(tree, selected);
}

function buildTree(tree, groups, built) {
  const { root } = tree;
  tree.built = built;
  tree.nodes.clear();
  const place = root.scrollTop;
  root.replaceChildren(...groups.flatMap((group, of) => [make("div", "heading", group.title), ...group.nodes.map((node, at) => nodeOf(tree, node, of + " " + at))]));
  root.scrollTop = place;
}

function nodeOf(tree, node, name) {
  const item = button("node", "", () => chooseCategory(tree, node.code));
  item.dataset.testid = "category-" + node.code;
  const count = make("span", "count number");
  item.append(make("span", "", node.label), count);
  tree.nodes.set(name, { item, count, code: node.code, told: null });
  return item;
}

function refreshNode(held, node, isChosen) {
  const told = [node.count, node.core, isChosen].join();
  if (held.told === told) return;
  held.told = told;
  held.item.className = "node" + (isChosen ? " selected" : "") + (node.count === 0 ? " empty" : "") + (node.core ? " core" : "");
  if (isChosen) held.item.setAttribute("aria-current", "true");
  else held.item.removeAttribute("aria-current");
  held.count.textContent = node.count === null ? "" : "(" + node.count + ")";
}

// Whose tree is still on its way has no counts: those of another would be wrong.
function uncounted(data) {
  return { groups: data.groups.map((group) => ({ ...group, nodes: group.nodes.map((node) => ({ ...node, count: null })) })) };
}

function chooseCategory(tree, code) {
  if (tree.data.is_alone) return;
  goToPlace({ category: code }, tree.send);
}

// The next or previous category in the order shown; both ends stay where they are.
function chooseNeighbour(tree, action) {
  const step = { next_category: 1, previous_category: -1 }[action];
  if (!step) return;
  const codes = tree.data.groups.flatMap((group) => group.nodes.map((node) => node.code));
  const target = codes[codes.indexOf(deskPlace().category || tree.data.selected) + step];
  if (target) chooseCategory(tree, target);
}

function moveInTree(event, root) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey) return;
  event.preventDefault();
  const nodes = [...root.querySelectorAll("button")];
  const here = nodes.indexOf(root.getRootNode().activeElement);
  nodes[Math.min(nodes.length - 1, Math.max(0, here + step))]?.focus();
}

// Reading places makes the page lay itself out: only for another category, and when everything else is done.
function bringIntoView(tree, selected) {
  if (tree.shown === selected) return;
  tree.shown = selected;
  requestAnimationFrame(() => {
    const { root } = tree;
    const chosen = root.querySelector(".selected");
    if (!chosen) return;
    const top = chosen.offsetTop - root.offsetTop;
    const isOutside = top < root.scrollTop || top > root.scrollTop + root.clientHeight - 30;
    if (isOutside) root.scrollTop = top - root.clientHeight / 3;
  });
}
