// Evidence by dimension: rows grouped as the review items, a tick where a category feeds a dimension.
const memory = new WeakMap();

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  let mine = memory.get(parentElement);
  if (!mine) {
    mine = { outbox: [], last: 0, filter: "", onlyChosen: false, shape: "", root: document.createElement("div") };
    mine.root.className = "root";
    parentElement.appendChild(mine.root);
    memory.set(parentElement, mine);
  }
  mine.outbox = mine.outbox.filter((edit) => edit.seq > data.acknowledged);
  const words = data.words;
  const chosen = currentTicks();
  const shape = JSON.stringify([data.plan, data.locked, data.dimensions, words.filter, data.groups.map((group) => group.lines.map((line) => line.code + line.open))]);
  if (shape !== mine.shape) build();
  mine.shape = shape;
  mine.chosen = chosen;
  // Handlers outlive the run that made them: they call what the newest run put here.
  mine.send = send;
  mine.refresh = refresh;
  refresh();

  function pair(dimension, code) { return dimension + "|" + code; }

  // What is stored, with the ticks that are still on their way.
  function currentTicks() {
    const ticks = new Set(data.pairs.map(([dimension, code]) => pair(dimension, code)));
    for (const edit of mine.outbox) {
      for (const code of edit.category_codes) {
        if (edit.on) ticks.add(pair(edit.dimension_id, code)); else ticks.delete(pair(edit.dimension_id, code));
      }
    }
    return ticks;
  }

  function send(dimension, codes, on) {
    mine.last = Math.max(mine.last + 1, Date.now());
    mine.outbox.push({ seq: mine.last, dimension_id: dimension, category_codes: codes, on });
    for (const code of codes) {
      if (on) mine.chosen.add(pair(dimension, code)); else mine.chosen.delete(pair(dimension, code));
    }
    setStateValue("outbox", mine.outbox);
    refresh();
  }

  function build() {
    const bar = make("div", "bar");
    const filter = make("input");
    filter.type = "search";
    filter.placeholder = words.filter;
    filter.setAttribute("aria-label", words.filter);
    filter.value = mine.filter;
    filter.oninput = () => { mine.filter = filter.value; mine.refresh(); };
    const only = make("label");
    const box = make("input");
    box.type = "checkbox";
    box.checked = mine.onlyChosen;
    box.onchange = () => { mine.onlyChosen = box.checked; mine.refresh(); };
    only.append(box, " " + words.only_chosen);
    const saved = make("span", "saved");
    saved.setAttribute("aria-live", "polite");
    bar.append(filter, only, saved);
    const scroll = make("div", "scroll");
    const table = make("table");
    table.append(header(), ...data.groups.map(section));
    scroll.append(table, make("div", "nothing", words.no_row));
    mine.root.replaceChildren(bar, scroll);
  }

  function header() {
    const head = make("thead");
    const row = make("tr");
    row.append(make("th", "first", words.category), make("th", "count", words.count));
    for (const dimension of data.dimensions) {
      const cell = make("th", "", dimension.name);
      const chosenLine = make("span", "chosen number");
      chosenLine.dataset.dimension = dimension.id;
      cell.append(chosenLine);
      row.append(cell);
    }
    head.append(row);
    return head;
  }

  function section(group) {
    const body = make("tbody");
    body.dataset.group = group.title;
    body.append(groupRow(group), ...group.lines.map((line) => lineRow(line)));
    return body;
  }

  function groupRow(group) {
    const row = make("tr", "group");
    const title = make("td", "", group.title);
    const items = make("span", "items");
    group.items.forEach((item, place) => {
      const text = make(item.open ? "span" : "s", "", item.code + " " + item.label);
      if (!item.open) text.title = words.not_in_choice;
      items.append(place ? "　" : "", text);
    });
    title.append(items);
    title.colSpan = 2;
    row.append(title);
    const open = group.lines.filter((line) => line.open).map((line) => line.code);
    for (const dimension of data.dimensions) {
      const label = words.whole_group.replace("{group}", group.title).replace("{dimension}", dimension.name);
      row.append(tick(dimension.id, open, label, data.locked || open.length === 0));
    }
    return row;
  }

  function lineRow(line) {
    const row = make("tr", "line" + (line.open ? "" : " closed"));
    row.dataset.text = (line.label + " " + line.codes.map((each) => each.code).join(" ")).toLowerCase();
    row.dataset.code = line.code;
    const name = make("td", "name");
    for (const each of line.codes) {
      const code = make("span", "code" + (each.open ? "" : " closed"), each.code);
      code.title = each.label;
      name.append(code);
    }
    name.append(line.label);
    if (line.note) name.append(make("span", "note", line.note));
    const count = make("td", "count number");
    count.title = line.detail;
    count.append(make("span", "note" + (line.many ? " many" : ""), line.missing), " " + words.people.replace("{count}", line.count));
    const meter = make("span", "meter" + (line.many ? " low" : ""));
    const filled = make("i");
    filled.style.width = line.percent + "%";
    meter.append(filled);
    count.append(meter);
    row.append(name, count);
    for (const dimension of data.dimensions) {
      const label = words.tick.replace("{category}", line.label).replace("{dimension}", dimension.name);
      // A tick of an item that was closed later may still be taken away.
      row.append(tick(dimension.id, [line.code], label, data.locked || (!line.open && !chosen.has(pair(dimension.id, line.code)))));
    }
    return row;
  }

  function tick(dimension, codes, label, disabled) {
    const cell = make("td", "tick");
    if (data.locked) {
      cell.workbench = { dimension, codes };
      return cell;
    }
    const holder = make("label");
    const box = make("input");
    box.type = "checkbox";
    box.disabled = disabled;
    box.setAttribute("aria-label", label);
    box.title = label;
    box.workbench = { dimension, codes };
    box.onchange = () => mine.send(dimension, codes, box.checked);
    holder.append(box);
    cell.append(holder);
    return cell;
  }

  function refresh() {
    for (const box of mine.root.querySelectorAll("td.tick input")) {
      const { dimension, codes } = box.workbench;
      const on = codes.filter((code) => mine.chosen.has(pair(dimension, code))).length;
      box.checked = codes.length > 0 && on === codes.length;
      box.indeterminate = on > 0 && on < codes.length;
    }
    for (const cell of mine.root.querySelectorAll("td.tick")) {
      if (!cell.workbench) continue;
      const { dimension, codes } = cell.workbench;
      cell.textContent = codes.length === 1 && mine.chosen.has(pair(dimension, codes[0])) ? "✓" : "";
    }
    let visible = 0;
    const wanted = mine.filter.trim().toLowerCase();
    for (const body of mine.root.querySelectorAll("tbody")) {
      let here = 0;
      for (const row of body.querySelectorAll("tr.line")) {
        const on = data.dimensions.some((each) => mine.chosen.has(pair(each.id, row.dataset.code)));
        row.classList.toggle("on", on);
        row.hidden = !(row.dataset.text.includes(wanted) || body.dataset.group.includes(mine.filter.trim())) || (mine.onlyChosen && !on);
        here += row.hidden ? 0 : 1;
      }
      body.hidden = here === 0;
      visible += here;
    }
    mine.root.querySelector(".nothing").hidden = visible > 0;
    for (const line of mine.root.querySelectorAll("th .chosen")) {
      const count = [...mine.chosen].filter((each) => each.startsWith(line.dataset.dimension + "|")).length;
      line.textContent = words.chosen.replace("{count}", count);
    }
    const saved = mine.root.querySelector(".saved");
    saved.textContent = mine.outbox.length ? words.saving : "";
    saved.classList.toggle("pending", mine.outbox.length > 0);
  }
}
