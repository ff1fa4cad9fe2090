// The line above every step. The language and sign-out links leave the page; the programme goes to the server.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  document.documentElement.lang = data.document_language;
  let root = parentElement.querySelector("header");
  if (!root) {
    root = document.createElement("header");
    root.className = "root";
    parentElement.appendChild(root);
  }
  const make = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  };
  const line = make("div", "line");
  line.append(programmes());
  if (data.banner) line.append(make("span", "banner", data.banner));
  line.append(make("span", "grow"), make("span", "person", data.person), language(), signOut());
  root.replaceChildren(line);

  function programmes() {
    if (data.programmes.length === 0) return make("span");
    if (data.programmes.length === 1) return make("strong", "programme", data.programmes[0].name);
    const select = make("select", "programme");
    select.setAttribute("aria-label", data.programme_label);
    for (const each of data.programmes) {
      const option = make("option", "", each.name);
      option.value = each.code;
      option.selected = each.code === data.chosen;
      select.append(option);
    }
    select.onchange = () => setTriggerValue("programme", select.value);
    return select;
  }

  function language() {
    const link = make("a", "", data.other_language);
    link.href = "/language/" + data.other_language_code + "?next=" + encodeURIComponent(location.pathname + location.search);
    link.target = "_self";
    return link;
  }

  function signOut() {
    const link = make("a", "", data.sign_out);
    link.href = "/sign-out";
    link.target = "_self";
    return link;
  }
}
