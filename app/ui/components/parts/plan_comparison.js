// Two plans side by side: a block for the plan, one a dimension, one for the rules; every line carries its mark.
export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  const blocks = data.blocks
    .map((block) => ({ ...block, lines: block.lines.filter((line) => !data.only || line.mark !== "same") }))
    .filter((block) => !data.only || block.lines.length > 0 || block.mark === "moved");
  root.replaceChildren(heads(), ...blocks.map(section));

  function heads() {
    const row = make("div", "row heads");
    row.append(make("span"), make("span", "side", data.left), make("span", "side", data.right), make("span"));
    return row;
  }

  function section(block) {
    const node = make("section", "block " + block.mark);
    const head = make("div", "row title");
    head.append(make("h3", "", block.title), make("span", "muted", block.places[0]), make("span", "muted", block.places[1]), tag(block.mark));
    node.append(head, ...block.lines.map(line));
    return node;
  }

  function line(each) {
    const row = make("div", "row line " + each.mark);
    row.append(make("span", "label", each.label), side("left", each.left), side("right", each.right), tag(each.mark));
    return row;
  }

  function side(name, text) {
    return make("span", "side " + name + (text ? "" : " empty"), text || data.words.nothing);
  }

  function tag(mark) {
    return mark && mark !== "same" ? make("span", "tag " + mark, data.words[mark]) : make("span");
  }
}
