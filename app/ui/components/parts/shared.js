// Shared by all own browser parts: nodes are built from text, never from markup.
function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

function button(className, text, onclick) {
  const node = make("button", className, text);
  node.type = "button";
  node.onclick = onclick;
  return node;
}

function choice(className, label, options, chosen) {
  const select = make("select", className);
  select.setAttribute("aria-label", label);
  for (const each of options) {
    const option = make("option", "", each.label);
    option.value = each.code;
    option.selected = each.code === chosen;
    select.append(option);
  }
  return select;
}

function rootOf(component, tag = "div") {
  let root = component.parentElement.querySelector(".root");
  if (!root) {
    root = make(tag, "root");
    component.parentElement.appendChild(root);
  }
  return root;
}
