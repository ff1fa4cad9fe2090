// Who scored what behind one row of the ranked list.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let root = parentElement.querySelector("section");
  if (!root) {
    root = document.createElement("section");
    root.className = "root";
    parentElement.appendChild(root);
  }
  const words = data.words;
  const make = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined && text !== null) node.textContent = text;
    return node;
  };
  root.setAttribute("aria-label", data.title);
  root.replaceChildren(top(), table(), ...data.lines.flatMap(said));

  function top() {
    const line = make("div", "top");
    const link = make("a", "", words.desk);
    link.href = data.link;
    link.target = "_self";
    const close = make("button", "", "✕");
    close.type = "button";
    close.setAttribute("aria-label", data.close);
    close.onclick = () => setTriggerValue("closed", true);
    line.append(make("strong", "", data.title), make("span", "note", data.subtitle), link, close);
    return line;
  }

  function table() {
    const node = make("table");
    const head = make("tr");
    head.append(make("th", "", words.reviewer), ...data.dimensions.map((name) => make("th", "", name)), make("th", "", words.total), make("th", "", words.saved));
    node.append(head, ...data.lines.map(lineOf), meanOf());
    return node;
  }

  function lineOf(line) {
    const row = make("tr");
    const who = make("td", "", line.reviewer);
    if (line.state) who.append(" ", make("span", "badge", line.state));
    const saved = make("td", "note", line.saved);
    if (line.revision_note) saved.title = line.revision_note;
    row.append(who, ...line.scores.map((score) => make("td", "", score)), make("td", "total", line.total), saved);
    return row;
  }

  function meanOf() {
    const row = make("tr", "mean");
    row.append(make("td", "", words.mean), ...data.means.map((score) => make("td", "", score)), make("td", "total", data.total), make("td"));
    return row;
  }

  function said(line) {
    if (line.said.length === 0) return [];
    const block = make("div", "said");
    block.append(make("b", "", line.reviewer));
    for (const each of line.said) {
      const text = make("div");
      text.append(make("span", "note", each.about + "　"), each.text);
      block.append(text);
    }
    return [block];
  }
}
