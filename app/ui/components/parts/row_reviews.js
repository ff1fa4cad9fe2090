// Who scored what behind one row of the ranked list.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const words = data.words;
  root.setAttribute("aria-label", data.title);
  root.replaceChildren(top(), table(), remarks(), ...data.lines.flatMap(said));

  function remarks() {
    const list = make("ul", "remarks");
    list.append(...data.remarks.map((text) => make("li", "", text)));
    return list;
  }

  function top() {
    const line = make("div", "top");
    const link = make("a", "", words.desk);
    link.href = data.link;
    link.target = "_self";
    const close = button("", "✕", () => setTriggerValue("closed", true));
    close.setAttribute("aria-label", data.close);
    line.append(make("strong", "", data.title), ...(data.link ? [link] : []), close, make("span", "note", data.subtitle));
    return line;
  }

  // Dimensions down, reviewers across: names of dimensions are long, reviewers are few.
  function table() {
    const node = make("table");
    const head = make("tr");
    head.append(make("th", "", ""), ...data.lines.map(headOf), make("th", "", words.mean));
    const rows = data.dimensions.map((name, place) => rowOf(name, "", data.lines.map((line) => line.scores[place]), data.means[place]));
    rows.push(rowOf(words.total, "total", data.lines.map((line) => line.total), data.total));
    rows.push(rowOf(words.saved, "note", data.lines.map((line) => line.saved), ""));
    node.append(head, ...rows);
    return node;
  }

  function headOf(line) {
    const cell = make("th", "", line.reviewer);
    if (line.state) cell.append(make("span", "badge", line.state));
    if (line.revision_note) cell.append(make("div", "note", line.revision_note));
    return cell;
  }

  function rowOf(label, kind, values, mean) {
    const row = make("tr", kind);
    row.append(make("td", "", label), ...values.map((value) => make("td", "", value)), make("td", "mean", mean));
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
