// The queue of gap cases: states as tabs, a filter, sorting by column, arrows and Enter.
const memory = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let mine = memory.get(parentElement);
  if (!mine) {
    mine = { filter: "", tab: "open", sort: null, down: false, root: document.createElement("section") };
    mine.root.className = "root";
    parentElement.appendChild(mine.root);
    mine.root.append(make("div", "tabs"), make("div", "bar"), make("div", "scroll"));
    memory.set(parentElement, mine);
    buildBar();
  }
  const words = data.words;
  mine.root.setAttribute("aria-label", words.label);
  mine.draw = draw;
  draw();

  function buildBar() {
    const filter = make("input");
    filter.type = "search";
    filter.placeholder = data.words.filter;
    filter.setAttribute("aria-label", data.words.filter);
    filter.oninput = () => { mine.filter = filter.value.trim().toLowerCase(); mine.draw(); };
    mine.root.children[1].append(filter, make("span", "hint small muted", data.words.hint));
  }

  function draw() {
    drawTabs();
    const rows = sorted(data.rows.filter((row) => isInTab(row, mine.tab) && matches(row)));
    const table = make("table");
    table.append(header(), body(rows));
    const scroll = mine.root.children[2];
    const place = scroll.scrollTop;
    scroll.replaceChildren(table);
    if (!rows.length) scroll.append(make("div", "nothing muted", words.nothing));
    scroll.scrollTop = place;
  }

  function drawTabs() {
    const tabs = [{ code: "open", label: words.open }, ...data.states, { code: "overdue", label: words.overdue }, { code: "all", label: words.all }];
    mine.root.firstChild.replaceChildren(...tabs.map((tab) => {
      const count = data.rows.filter((row) => isInTab(row, tab.code)).length;
      const node = button("tab" + (tab.code === "overdue" && count ? " late" : ""), tab.label + " " + count, () => { mine.tab = tab.code; draw(); });
      node.setAttribute("aria-pressed", String(mine.tab === tab.code));
      return node;
    }));
  }

  function isInTab(row, tab) {
    if (tab === "all") return true;
    if (tab === "open") return row.is_open;
    return tab === "overdue" ? row.is_overdue : row.state === tab;
  }

  function matches(row) {
    return [row.number, row.name].some((text) => text.toLowerCase().includes(mine.filter));
  }

  function sorted(rows) {
    if (!mine.sort) return rows;
    const compare = (left, right) => {
      const [a, b] = [left[mine.sort], right[mine.sort]];
      // What is unknown stands last, whichever way the column is sorted.
      if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
      const order = mine.sort === "largest" ? Number(a) - Number(b) : a.localeCompare(b, "zh-Hant-TW");
      return mine.down ? -order : order;
    };
    return [...rows].sort(compare);
  }

  function header() {
    const line = make("tr");
    for (const column of ["number", "name", "state", "largest", "where", "due"]) {
      const cell = make("th", column === "largest" ? "n" : "");
      if (mine.sort === column) cell.setAttribute("aria-sort", mine.down ? "descending" : "ascending");
      const sort = button("", words[column], () => {
        mine.down = mine.sort === column ? !mine.down : column === "largest";
        mine.sort = column;
        draw();
      });
      sort.title = words.sort.replace("{column}", words[column]);
      cell.append(sort);
      line.append(cell);
    }
    const head = make("thead");
    head.append(line);
    return head;
  }

  function body(rows) {
    const node = make("tbody");
    node.append(...rows.map(rowOf));
    node.onkeydown = (event) => {
      const lines = [...node.children];
      const place = lines.indexOf(event.target.closest("tr"));
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || place < 0) return;
      event.preventDefault();
      lines[Math.max(0, Math.min(lines.length - 1, place + step))].querySelector("button").focus();
    };
    return node;
  }

  function rowOf(row) {
    const line = make("tr", "row" + (row.id === data.opened ? " opened" : ""));
    const open = button("open", row.name, null);
    open.setAttribute("aria-expanded", String(row.id === data.opened));
    const name = make("td", "name");
    name.append(open);
    const state = make("td");
    state.append(make("span", "badge " + row.state, row.state_label));
    for (const text of row.remarks) state.append(make("div", "remark small", text));
    line.append(
      make("td", "number", row.number), name, state, make("td", "n", row.largest ? row.largest + "%" : ""),
      make("td", "where small", row.where), make("td", "due small" + (row.is_overdue ? " late" : ""), row.due_label),
    );
    line.onclick = () => setTriggerValue("opened", row.id);
    return line;
  }
}
