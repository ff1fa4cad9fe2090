// Courses with the small picture of their distribution: grouped, filtered and sorted here; Enter or a click opens one.
const SORT_DOWN_FIRST = ["credits", "grade", "mean", "population", "bars"];

export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const { words } = data;
  const rows = data.rows.map((values) => readCourse(values, data));
  const byId = new Map(rows.map((each) => [each.id, each]));
  const choices = courseChoices(rows, data);
  let columns = [], grouping = "";
  root.run = { data, setTriggerValue };
  root.ending?.abort();
  root.ending = new AbortController();
  const { signal } = root.ending;
  frame();
  // The courses of one applicant never change: opening one of them marks its row and draws nothing anew.
  const signature = [words.table, data.is_whole, ...byId.keys()].join();
  if (root.signature === signature) mark();
  else draw();
  root.signature = signature;
  addEventListener(COURSE_PREFS_CHANGED, draw, { signal });
  addEventListener(COURSE_STEP, (event) => step(event.detail), { signal });
  return () => root.ending.abort();

  function frame() {
    if (root.scroller) return;
    root.scroller = make("div", "scroller");
    root.scroller.tabIndex = -1;
    root.append(root.scroller);
  }

  function draw() {
    const prefs = coursePrefs();
    const active = component.parentElement.activeElement;
    const focused = active?.dataset?.row, tested = active?.dataset?.testid;
    const cursor = active?.classList?.contains("find") ? active.selectionStart : null;
    const place = root.scroller.scrollTop;
    const shown = data.is_whole ? rows.filter((each) => courseIsShown(each, prefs)) : rows;
    bar(prefs, shown);
    columns = columnsFor(prefs);
    grouping = prefs.group;
    const groups = courseGroups(shown, prefs, words);
    root.order = groups.flatMap((group) => group.rows.map((each) => each.id));
    // One row is reached by Tab: the one the reader was at, if it is still shown.
    root.at = [root.at, data.selected, root.order[0]].find((id) => root.order.includes(id));
    const table = make("table");
    table.setAttribute("role", "grid");
    table.setAttribute("aria-label", words.table);
    table.append(head(prefs), ...groups.map(body));
    root.scroller.replaceChildren(table, ...(shown.length ? [] : [nothing()]), ...(data.has_sixth ? [sixth()] : []));
    settle(place);
    const again = focused ? rowNode(focused) : tested ? root.querySelector('[data-testid="' + CSS.escape(tested) + '"]') : null;
    again?.focus({ preventScroll: true });
    if (cursor !== null) again?.setSelectionRange(cursor, cursor);
  }

  function mark() {
    const place = root.scroller.scrollTop;
    for (const row of root.querySelectorAll(".course")) {
      const isOpen = row.dataset.row === data.selected;
      row.classList.toggle("selected", isOpen);
      row.setAttribute("aria-selected", isOpen);
    }
    const chips = root.querySelector(".chips");
    if (chips) chips.hidden = areChipsHidden(coursePrefs());
    settle(place);
  }

  // An open course needs the room: the count and the way to clear stay.
  function areChipsHidden(prefs) {
    return !prefs.unfolded || Boolean(root.run.data.selected);
  }

  // An open course leaves room for its picture; what was on screen before comes back when it is closed.
  function settle(place) {
    const wasOpen = root.shown, isOpen = data.selected || null;
    root.classList.toggle("short", Boolean(isOpen));
    if (isOpen && !wasOpen) root.before = place;
    root.scroller.scrollTop = !isOpen && wasOpen && root.before !== undefined ? root.before : place;
    if (isOpen && wasOpen !== isOpen) rowNode(isOpen)?.scrollIntoView({ block: "nearest" });
    root.shown = isOpen;
  }

  function bar(prefs, shown) {
    if (!data.is_whole) return;
    const line = courseBar(data, prefs), chips = courseChips(data, prefs, choices);
    chips.hidden = areChipsHidden(prefs);
    const counted = courseFilterCount(prefs);
    if (counted) {
      line.querySelector(".fold").textContent = words.filters + " (" + counted + ")";
      line.querySelector(".fold").after(button("tool clear", words.clear, () => keepCoursePrefs(clearedCourseFilters())));
    }
    const all = rows.filter((each) => !each.apart);
    const total = filled(words.shown_all, { all: all.length, credits: creditsOf(all) });
    const part = filled(words.shown, { shown: shown.filter((each) => !each.apart).length, all: all.length });
    line.querySelector(".count").textContent = counted ? part : total;
    line.classList.toggle("filtered", counted > 0);
    const bars = [...root.querySelectorAll(".course-bar, .chips")];
    for (const each of bars) each.remove();
    root.prepend(line, chips);
  }

  function nothing() {
    const box = make("p", "nothing muted", filled(words.nothing_shown, { all: rows.length }) + " ");
    box.append(button("tool", words.clear, () => keepCoursePrefs(clearedCourseFilters())));
    return box;
  }

  function sixth() {
    const link = button("sixth small", words.sixth_semester + " ›", () => root.run.setTriggerValue("sixth", true));
    link.dataset.testid = "sixth-semester";
    return link;
  }

  function head(prefs) {
    const row = make("tr");
    for (const [kind, text] of columns) {
      const cell = make("th", kind);
      const isSorted = prefs.sort === kind;
      cell.scope = "col";
      if (isSorted) cell.setAttribute("aria-sort", prefs.down ? "descending" : "ascending");
      const node = button("sort", text + (isSorted ? (prefs.down ? " ▼" : " ▲") : ""), () => sortBy(kind, prefs));
      node.title = filled(words.sort_hint, { column: text }) + (kind === "mean" ? " · " + words.mean_hint : "");
      node.dataset.testid = "sort-" + kind;
      cell.append(node);
      row.append(cell);
    }
    const top = make("thead");
    top.append(row);
    return top;
  }

  // Three presses: the useful direction, the other one, as it was.
  function sortBy(kind, prefs) {
    const first = SORT_DOWN_FIRST.includes(kind);
    if (prefs.sort !== kind) keepCoursePrefs({ sort: kind, down: first });
    else if (prefs.down === first) keepCoursePrefs({ down: !first });
    else keepCoursePrefs({ sort: null, down: false });
  }

  // What the heading of a group says is not said again in its rows.
  function columnsFor({ group }) {
    const hasSchools = rows.some((each) => each.school);
    return data.columns.filter(([kind]) => kind !== group && (kind !== "school" || hasSchools));
  }

  function body(group) {
    const part = make("tbody");
    const row = make("tr", "group");
    const cell = make("th", "", group.label);
    cell.colSpan = columns.length;
    cell.scope = "rowgroup";
    cell.append(make("span", "sums number", filled(words.sums, { count: group.rows.length, credits: creditsOf(group.rows) })));
    row.append(cell);
    part.append(row, ...group.rows.map(rowOf));
    return part;
  }

  function rowOf(each) {
    const isOpen = each.id === data.selected;
    const row = make("tr", "course" + (isOpen ? " selected" : ""));
    row.tabIndex = each.id === root.at ? 0 : -1;
    row.dataset.row = each.id;
    row.dataset.testid = "course-row-" + each.id;
    row.setAttribute("aria-selected", isOpen);
    for (const [kind] of columns) row.append(cellOf(kind, each));
    row.onclick = () => toggle(each.id);
    row.onfocus = () => moveTo(row);
    row.onkeydown = (event) => keyed(event, each);
    return row;
  }

  function moveTo(row) {
    for (const other of root.querySelectorAll('.course[tabindex="0"]')) other.tabIndex = -1;
    row.tabIndex = 0;
    root.at = row.dataset.row;
  }

  function cellOf(kind, each) {
    const cell = make("td", kind);
    const write = { subject: writeSubject, grade: writeGrade, bars: writeBars, standing: writeStanding, mean: writeMean, population: writePopulation }[kind];
    if (write) write(cell, each);
    else cell.textContent = { semester: each.when, category: each.categoryLabel, area: each.areaLabel, school: each.school || data.own_school }[kind] ?? each[kind] ?? "–";
    return cell;
  }

  function writeSubject(cell, each) {
    const name = make("span", "name", each.subject);
    name.lang = "zh-Hant-TW";
    cell.append(name);
    if (each.syllabus) cell.append(make("span", "badge good", words.has_syllabus));
    if (each.attempt) cell.append(make("span", "badge warn", each.attempt));
    // Beside the number of people stands "small"; a second row is told with its grade.
    for (const mark of each.marks) if (!["small", "repeated"].includes(mark)) cell.append(markOf(mark));
    if (each.relation) cell.append(relationOf(each));
    // The heading above rows shown apart names no semester.
    if (each.apart && grouping === "semester") cell.prepend(make("span", "small muted number", each.when + " "));
    if (each.school) cell.append(make("span", "badge other-school", filled(words.mark_other_school, { school: each.school })));
  }

  function relationOf(each) {
    const node = make("span", "badge warn", each.relation);
    if (each.marks.includes("repeated")) node.title = data.marks.repeated[1];
    return node;
  }

  function markOf(name) {
    const [text, hint] = data.marks[name];
    const node = make("span", "badge warn", text);
    if (hint) node.title = hint;
    return node;
  }

  function writeGrade(cell, each) {
    const remark = each.reason === "not_a_number" ? each.received : "–";
    cell.textContent = each.grade ?? remark;
    if (each.grade === null && each.received) cell.title = filled(words.note_received, { text: each.received });
  }

  function writeMean(cell, each) {
    cell.textContent = each.mean === null ? "–" : each.mean.toFixed(1) + "±" + each.deviation.toFixed(1);
  }

  function writePopulation(cell, each) {
    cell.textContent = each.population ?? "–";
    if (each.marks.includes("small")) cell.append(" ", markOf("small"));
  }

  function writeBars(cell, each) {
    if (each.bars) cell.append(tenBars(each.bars, each.own, spoken(each)));
    else cell.append(make("span", "muted small", each.reasonText));
  }

  function spoken(each) {
    const text = filled(words.bars_spoken, { subject: each.subject, counts: each.bars.join(", ") });
    if (each.own === null) return text;
    const range = each.own * 10 + "–" + (each.own === 9 ? 100 : each.own * 10 + 9);
    return text + "; " + filled(words.bars_grade, { grade: each.grade, range });
  }

  function writeStanding(cell, each) {
    if (each.percent === null) {
      // Said once: under the bars where there are none, here where there are.
      cell.append(make("span", "muted small", each.bars ? each.reasonText : "–"));
      return;
    }
    cell.append(filled(words.top, { percent: each.percent.toFixed(1) }), make("span", "range small muted", each.best.toFixed(1) + "–" + each.worst.toFixed(1)));
  }

  function rowNode(id) {
    return root.querySelector('[data-row="' + CSS.escape(id) + '"]');
  }

  function open(id) {
    if (id) root.at = id;
    root.run.setTriggerValue("opened", id);
  }

  function toggle(id) {
    open(id === root.run.data.selected ? "" : id);
  }

  function step({ from, by, close }) {
    if (!byId.has(from)) return;
    if (close) {
      rowNode(from)?.focus({ preventScroll: true });
      open("");
      return;
    }
    const next = root.order[root.order.indexOf(from) + by];
    if (next) open(next);
  }

  function keyed(event, each) {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key], { order } = root;
    const ends = { Home: 0, End: order.length - 1 };
    if (event.key === "Enter" || event.key === " ") toggle(each.id);
    else if (event.key === "Escape" && root.run.data.selected) open("");
    else if (by) rowNode(order[order.indexOf(each.id) + by] ?? each.id).focus();
    else if (event.key in ends) rowNode(order[ends[event.key]]).focus();
    else return;
    event.preventDefault();
  }
}
