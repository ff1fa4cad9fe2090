// The ranked list: blocks in reading order; sorting is a view inside each block and is easily taken back.
const memory = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let mine = memory.get(parentElement);
  if (!mine) {
    mine = { filter: "", sort: null, down: true, root: document.createElement("div") };
    mine.root.className = "root";
    parentElement.appendChild(mine.root);
    memory.set(parentElement, mine);
    mine.root.append(make("div", "bar"), make("div", "scroll"));
    buildBar();
  }
  const words = data.words;
  buildTable();

  function buildBar() {
    const filter = make("input");
    filter.type = "search";
    filter.placeholder = data.words.filter;
    filter.setAttribute("aria-label", data.words.filter);
    filter.oninput = () => { mine.filter = filter.value.trim().toLowerCase(); mine.draw(); };
    const reset = button("reset", data.words.reset, () => { mine.sort = null; mine.draw(); });
    mine.root.firstChild.append(filter, reset, make("span", "people"));
  }

  function buildTable() {
    mine.draw = () => {
      const table = make("table");
      table.setAttribute("aria-label", words.label);
      table.append(header());
      let shown = 0;
      for (const block of data.blocks) {
        const rows = sorted(block.rows.filter(matches));
        shown += rows.length;
        if (rows.length) table.append(section(block, rows));
      }
      const scroll = mine.root.children[1];
      const place = scroll.scrollTop;
      scroll.replaceChildren(table);
      if (!shown) scroll.append(make("div", "nothing", words.nothing));
      scroll.scrollTop = place;
      mine.root.querySelector(".reset").hidden = mine.sort === null;
      mine.root.querySelector(".people").textContent = words.people.replace("{count}", shown);
    };
    mine.draw();
  }

  function matches(row) {
    return [row.number, row.name, row.school].some((text) => text.toLowerCase().includes(mine.filter));
  }

  function value(row, column) {
    let found = column.dimension === undefined ? row[column.key] : row.scores[column.dimension];
    if (column.beside !== undefined) found = row.beside[column.beside];
    if (found === null || found === "") return null;
    // An absence is no number: it stands with what is unknown.
    return !column.numeric ? found : Number.isNaN(Number(found)) ? null : Number(found);
  }

  function sorted(rows) {
    if (mine.sort === null) return rows;
    const column = data.columns[mine.sort];
    const compare = (left, right) => {
      const [a, b] = [value(left, column), value(right, column)];
      // What is unknown stands last, whichever way the column is sorted.
      if (a === null || b === null) return (a === null) - (b === null);
      const order = column.numeric ? a - b : a.localeCompare(b, "zh-Hant-TW");
      return mine.down ? -order : order;
    };
    return [...rows].sort(compare);
  }

  function header() {
    const head = make("thead");
    const line = make("tr");
    data.columns.forEach((column, place) => {
      const cell = make("th", (column.numeric ? "n" : "") + (column.dimension === undefined ? "" : " score"));
      if (mine.sort === place) cell.setAttribute("aria-sort", mine.down ? "descending" : "ascending");
      const sort = button("", column.label, () => {
        mine.down = mine.sort === place ? !mine.down : column.key !== "rank" && column.numeric;
        mine.sort = place;
        mine.draw();
      });
      sort.title = words.sort.replace("{column}", column.label);
      cell.append(sort);
      line.append(cell);
    });
    line.append(make("th", "", words.remarks));
    head.append(line);
    return head;
  }

  function section(block, rows) {
    const body = make("tbody");
    if (block.title) {
      const line = make("tr", "block");
      const cell = make("td", "", block.title + "　" + words.people.replace("{count}", rows.length));
      cell.colSpan = data.columns.length + 1;
      line.append(cell);
      body.append(line);
    }
    for (const row of rows) {
      body.append(rowOf(row));
      // The line belongs to the order of ranks alone.
      if (block.line && mine.sort === null && row.id === block.line.after) body.append(lineOf(block.line));
    }
    return body;
  }

  function lineOf(line) {
    const drawn = make("tr", "quota");
    const cell = make("td", "", line.text);
    cell.colSpan = data.columns.length + 1;
    drawn.append(cell);
    return drawn;
  }

  function rowOf(row) {
    const line = make("tr", "row" + (row.id === data.opened ? " opened" : ""));
    for (const column of data.columns) line.append(cellOf(row, column));
    const remarks = make("td", "remarks");
    for (const remark of row.remarks) remarks.append(make("span", "remark " + remark.kind, remark.text), " ");
    line.append(remarks);
    line.onclick = () => setTriggerValue("opened", row.id);
    return line;
  }

  function cellOf(row, column) {
    if (column.dimension !== undefined) return make("td", "n", row.scores[column.dimension]);
    if (column.beside !== undefined) return make("td", "n", row.beside[column.beside]);
    const cell = make("td", column.key + (column.numeric ? " n" : ""));
    if (column.key === "name") {
      // The whole row answers the click.
      const open = button("open", row.name, null);
      open.title = words.open;
      open.setAttribute("aria-expanded", String(row.id === data.opened));
      cell.append(open);
    } else if (column.key === "outcome") {
      for (const outcome of row.outcomes) {
        const line = make("div", "outcome " + outcome.kind);
        if (outcome.list) line.append(make("span", "list", outcome.list));
        line.append(make("span", "", outcome.text));
        cell.append(line);
      }
    } else if (column.key === "mode") {
      cell.append(make("span", "badge " + (row.mode_kind === "database" ? "good" : row.mode_kind === "missing" ? "" : "pdf"), row.mode));
    } else if (column.key === "total" && row.total !== null) {
      const meter = make("span", "meter");
      const filled = make("i");
      filled.style.width = Math.max(0, Math.min(100, Number(row.total))) + "%";
      meter.append(filled);
      cell.append(row.total, meter);
    } else if (column.key === "reviews") {
      cell.append(make("span", row.is_short ? "short" : "", row.reviews));
    } else {
      cell.textContent = row[column.key] === null ? "" : row[column.key];
    }
    return cell;
  }
}
