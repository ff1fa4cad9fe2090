// What is wrong with a file, by kind; the complete list is made into a file here and never lies on the server.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  root.setAttribute("aria-label", data.label);
  const kinds = make("ul", "kinds");
  kinds.append(...data.kinds.map(kindOf));
  const top = make("div", "top");
  if (data.summary) top.append(make("p", "small", data.summary));
  if (data.download) {
    const take = button("take", data.download, save);
    take.dataset.testid = "fault-download";
    top.append(take);
  }
  root.replaceChildren(...(top.childElementCount ? [top] : []), kinds);

  function kindOf(each) {
    const node = make("li");
    const lines = make("ul", "lines small");
    lines.append(...each.lines.map((line) => make("li", "", line)));
    if (each.more) lines.append(make("li", "muted", each.more));
    node.append(make("strong", "", each.title), lines);
    return node;
  }

  function save() {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([data.file], { type: "text/csv;charset=utf-8" }));
    link.download = data.file_name;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
