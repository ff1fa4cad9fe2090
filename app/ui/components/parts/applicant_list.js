// The applicant list: the database group first, PDF uploads in a group of their own, the state of the own review on each line.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const { words } = data;
  root.classList.toggle("alone", Boolean(data.alone));
  root.setAttribute("aria-label", words.applicants);
  let list = root.querySelector(".list");
  if (!list) {
    list = make("div", "list");
    root.append(make("div", "head"), list);
  }
  root.querySelector(".head").replaceChildren(head());
  list.replaceChildren(...data.groups.map(groupOf));
  if (root.shown !== data.selected) {
    const chosen = list.querySelector(".selected");
    if (chosen) list.scrollTop = Math.max(0, chosen.offsetTop - list.offsetTop - list.clientHeight / 3);
    root.shown = data.selected;
  }

  function head() {
    const row = make("div", "row");
    row.append(make("strong", "", data.title), make("span", "grow"), order());
    const box = make("div");
    box.append(row);
    if (data.comparing.length > 0) box.append(compareRow());
    return box;
  }

  function order() {
    const select = choice("order", words.order, data.orders, data.order);
    select.onchange = () => setTriggerValue("order", select.value);
    return select;
  }

  function compareRow() {
    const row = make("div", "row compare-row");
    const start = button("start", words.compare_start.replace("{count}", data.comparing.length), () => setTriggerValue("compare_start", true));
    start.disabled = data.comparing.length < 2;
    start.dataset.testid = "start-compare";
    row.append(start, button("clear muted", words.compare_clear, () => setTriggerValue("compare_clear", true)));
    return row;
  }

  function groupOf(group) {
    const box = make("section");
    const lines = make("ul", "lines");
    lines.setAttribute("aria-label", group.title);
    lines.append(...group.lines.map(lineOf));
    box.append(make("div", "heading", group.title), lines);
    return box;
  }

  function lineOf(each) {
    const row = make("li", "line" + (each.id === data.selected ? " selected" : "") + " " + each.state);
    const go = button("go", "", () => setTriggerValue("chosen", each.id));
    go.dataset.testid = "applicant-" + each.id;
    if (each.id === data.selected) go.setAttribute("aria-current", "true");
    go.title = each.hint;
    const state = make("span", "state", each.state_label);
    const first = make("span", "first");
    first.append(make("span", "who", each.name), ...each.badges.map((text) => make("span", "badge pdf", text)));
    const second = make("span", "second muted");
    second.textContent = each.detail;
    const text = make("span", "text");
    text.append(first, second);
    go.append(text, state);
    row.append(compareBox(each), go);
    return row;
  }

  function compareBox(each) {
    const box = make("input", "compare");
    box.type = "checkbox";
    box.checked = data.comparing.includes(each.id);
    box.disabled = !box.checked && data.comparing.length >= data.compare_most;
    box.dataset.testid = "compare-" + each.id;
    box.title = words.compare;
    box.setAttribute("aria-label", words.compare + " " + each.name);
    box.onchange = () => setTriggerValue("compare", each.id);
    return box;
  }
}
