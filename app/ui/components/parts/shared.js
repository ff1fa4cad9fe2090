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

// Moments are told in Taiwan's time, wherever the browser stands: the screen says what the printed sheet says.
const HOME_ZONE = "Asia/Taipei";

function homeClock(at) {
  return new Date(at).toLocaleTimeString("en-GB", { timeZone: HOME_ZONE });
}

function homeDay(at) {
  return new Date(at).toLocaleDateString("sv-SE", { timeZone: HOME_ZONE });
}

function rootOf(component, tag = "div") {
  let root = component.parentElement.querySelector(".root");
  if (!root) {
    root = make(tag, "root");
    component.parentElement.appendChild(root);
  }
  return root;
}
