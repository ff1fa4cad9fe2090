// The evidence tree: one button a category, its count beside it, zeros shown and dimmed.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let root = parentElement.querySelector("nav");
  if (!root) {
    root = document.createElement("nav");
    root.className = "root";
    parentElement.appendChild(root);
  }
  root.setAttribute("aria-label", data.label);
  root.replaceChildren(...data.groups.flatMap((group) => [heading(group), ...group.nodes.map(button)]));

  function heading(group) {
    const title = document.createElement("div");
    title.className = "heading";
    title.textContent = group.title;
    return title;
  }

  function button(node) {
    const item = document.createElement("button");
    item.type = "button";
    item.className = "node" + (node.code === data.selected ? " selected" : "") + (node.count === 0 ? " empty" : "") + (node.core ? " core" : "");
    if (node.code === data.selected) item.setAttribute("aria-current", "true");
    const label = document.createElement("span");
    label.textContent = node.label;
    const count = document.createElement("span");
    count.className = "count number";
    count.textContent = node.count === null ? "" : "(" + node.count + ")";
    item.append(label, count);
    item.onclick = () => setTriggerValue("chosen", node.code);
    return item;
  }
}
