// Semesters across, populations down: ten small bars a cell, and the chosen cell large below them.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  const { words } = data;
  root.ending?.abort();
  root.ending = new AbortController();
  const large = make("div", "large");
  root.chosen = root.chosen && cellAt(root.chosen)?.chart ? root.chosen : null;
  addEventListener(COURSE_PREFS_CHANGED, enlarge, { signal: root.ending.signal });
  const title = make("div", "title");
  title.append(make("h3", "", data.title), make("span", "muted small", data.levels.length ? words.hint : ""));
  root.replaceChildren(title, data.levels.length ? table() : make("p", "nothing", data.nothing), large);
  enlarge();
  return () => root.ending.abort();

  function cellAt([row, column]) {
    return data.levels[row]?.cells[column];
  }

  function table() {
    const node = make("table");
    const head = make("tr"), grades = make("tr", "grades");
    head.append(make("th"), ...data.semesters.map((each) => make("th", "number", each.label)));
    grades.append(make("th", "muted small", data.own_grade), ...data.semesters.map((each) => make("td", "number grade", each.grade)));
    node.append(head, grades, ...data.levels.map(levelRow));
    return node;
  }

  function levelRow(level, row) {
    const node = make("tr");
    const name = make("th", "", level.name);
    const unit = make("span", "unit muted small", level.unit);
    unit.lang = "zh-Hant-TW";
    name.append(unit);
    node.append(name, ...level.cells.map((cell, column) => cellOf(cell, row, column)));
    return node;
  }

  function cellOf(cell, row, column) {
    const node = make("td");
    if (!cell) node.append(make("span", "muted", "–"));
    else if (!cell.chart) node.append(make("span", "number", cell.percent + " "), make("span", "muted small", words.no_distribution));
    else node.append(smallPicture(cell, row, column));
    return node;
  }

  function smallPicture(cell, row, column) {
    const name = cell.level + " " + data.semesters[column].label;
    const node = button("cell", "", () => choose([row, column]));
    node.setAttribute("aria-label", filled(words.enlarge, { name }) + ": " + cell.percent);
    node.setAttribute("aria-pressed", String(root.chosen) === String([row, column]));
    node.dataset.testid = "standing-" + row + "-" + column;
    const text = make("span", "texts");
    text.append(make("span", "number percent", cell.percent), make("span", "muted small number", cell.range), make("span", "muted small number", "N " + (cell.chart.population ?? "–")));
    if (cell.is_small) text.append(make("span", "badge pdf", words.small));
    node.append(tenBars(cell.chart.bars, cell.chart.own_bar, name + " " + cell.percent), text);
    return node;
  }

  function choose(place) {
    root.chosen = String(root.chosen) === String(place) ? null : place;
    for (const each of root.querySelectorAll(".cell")) each.setAttribute("aria-pressed", each.dataset.testid === "standing-" + String(root.chosen).replace(",", "-"));
    enlarge();
  }

  function enlarge() {
    const cell = root.chosen && cellAt(root.chosen);
    if (!cell) return large.replaceChildren();
    const held = component.parentElement.activeElement?.dataset?.testid;
    const fold = large.querySelector("details")?.open;
    const subject = filled(words.chart_subject, { when: data.semesters[root.chosen[1]].label, level: cell.level });
    const line = make("div", "title");
    const close = button("tool", "×", () => choose(root.chosen));
    close.setAttribute("aria-label", words.close);
    line.append(make("h4", "", subject), make("span", "small", cell.chart.place), make("span", "muted small number", words.mean + " " + cell.spread + " · " + words.population + " " + (cell.chart.population ?? "–")), make("span", "grow"), widthSwitch(words), close);
    const notes = cell.is_small ? [make("p", "warning", words.small_hint)] : [];
    large.replaceChildren(line, ...notes, distributionView({ ...cell.chart, subject }, words, coursePrefs().bins));
    if (fold) large.querySelector("details").open = true;
    if (held) large.querySelector('[data-testid="' + CSS.escape(held) + '"]')?.focus({ preventScroll: true });
  }
}
