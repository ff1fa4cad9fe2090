// The evidence tree: one button a category, its count beside it, zeros shown and dimmed.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "nav");
  root.setAttribute("aria-label", data.label);
  const place = root.scrollTop;
  root.replaceChildren(...data.groups.flatMap((group) => [make("div", "heading", group.title), ...group.nodes.map(nodeOf)]));
  root.scrollTop = place;
  const chosen = root.querySelector(".selected");
  if (chosen && root.shown !== data.selected) {
    const outside = chosen.offsetTop < root.scrollTop + root.offsetTop || chosen.offsetTop > root.scrollTop + root.offsetTop + root.clientHeight - 30;
    if (outside) root.scrollTop = chosen.offsetTop - root.offsetTop - root.clientHeight / 3;
    root.shown = data.selected;
  }
  root.controls?.abort();
  root.controls = new AbortController();
  document.addEventListener("desk:key", asked, { signal: root.controls.signal });
  root.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey) return;
    event.preventDefault();
    const nodes = [...root.querySelectorAll("button")];
    const here = nodes.indexOf(component.parentElement.activeElement ?? document.activeElement);
    nodes[Math.min(nodes.length - 1, Math.max(0, here + step))]?.focus();
  };

  return () => root.controls.abort();

  // The next or previous category in the order shown; both ends stay where they are.
  function asked({ detail: { action } }) {
    const step = { next_category: 1, previous_category: -1 }[action];
    if (!step) return;
    const codes = data.groups.flatMap((group) => group.nodes.map((node) => node.code));
    const target = codes[codes.indexOf(data.selected) + step];
    if (target) setTriggerValue("chosen", target);
  }

  function nodeOf(node) {
    const item = button("", "", () => setTriggerValue("chosen", node.code));
    const isChosen = node.code === data.selected;
    item.className = "node" + (isChosen ? " selected" : "") + (node.count === 0 ? " empty" : "") + (node.core ? " core" : "");
    item.dataset.testid = "category-" + node.code;
    if (isChosen) item.setAttribute("aria-current", "true");
    item.append(make("span", "", node.label), make("span", "count number", node.count === null ? "" : "(" + node.count + ")"));
    return item;
  }
}
