// What a school offers: categories and learning areas with counts and credits a semester; a row unfolds into its courses.

export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const { words } = data;
  const courses = data.courses.map(([subject, category, area, credits, own, taken, syllabus]) => ({ subject, category, area, credits, own, taken, syllabus }));
  root.open ??= new Set();
  root.text ??= "";
  root.own ??= data.has_own;
  draw();
  // A closed syllabus leads back to the course it belongs to.
  const link = root.opened && !data.opened ? root.querySelector('[data-testid="offer-syllabus-' + CSS.escape(root.opened) + '"]') : null;
  link?.scrollIntoView({ block: "center" });
  link?.focus({ preventScroll: true });
  root.opened = data.opened;

  function draw() {
    const active = component.parentElement.activeElement;
    const held = active?.dataset?.testid, cursor = active?.selectionStart;
    const line = make("div", "title");
    line.append(make("h3", "", data.title));
    if (data.nothing) return root.replaceChildren(line, make("p", "nothing", data.nothing));
    const wanted = plain(root.text);
    const shown = courses.filter((each) => (!root.own || each.own) && plain(each.subject).includes(wanted));
    line.append(make("span", "muted small number", filled(words.offered_courses, { count: shown.length, taken: shown.filter((each) => each.taken).length })), make("span", "grow"), ...tools(shown));
    const parts = [line];
    if (data.note) parts.push(make("p", "nothing", data.note));
    parts.push(shown.length ? table(shown, Boolean(wanted)) : make("p", "muted", words.nothing_found));
    root.replaceChildren(...parts);
    const again = held && root.querySelector('[data-testid="' + CSS.escape(held) + '"]');
    again?.focus({ preventScroll: true });
    if (again && held === "offer-find") again.setSelectionRange(cursor, cursor);
  }

  function tools(shown) {
    const field = make("input", "find");
    field.type = "search";
    field.value = root.text;
    field.placeholder = words.find;
    field.setAttribute("aria-label", words.find);
    field.dataset.testid = "offer-find";
    const find = () => { root.text = field.value; draw(); };
    field.oninput = (event) => isComposing(event) || find();
    field.addEventListener("compositionend", find);
    const keys = [...new Set(shown.map(keyOf))];
    const isAll = keys.every((key) => root.open.has(key));
    const fold = button("tool", isAll ? words.fold_all : words.unfold_all, () => { root.open = new Set(isAll ? [] : keys); draw(); });
    fold.dataset.testid = "offer-fold";
    return [...(data.has_own ? [planSwitch()] : []), field, fold];
  }

  function planSwitch() {
    const group = make("span", "switch");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.plan_which);
    for (const [isOwn, text] of [[true, words.plan_own], [false, words.plan_school]]) {
      const node = button("tool" + (root.own === isOwn ? " chosen" : ""), text, () => { root.own = isOwn; draw(); });
      node.setAttribute("aria-pressed", root.own === isOwn);
      node.dataset.testid = "offer-" + (isOwn ? "own" : "school");
      group.append(node);
    }
    return group;
  }

  function table(shown, isUnfolded) {
    const node = make("table");
    const head = make("tr");
    head.append(make("th", "name", words.column_subject), make("th", "number", words.column_courses), make("th", "number", words.column_taken));
    for (const text of data.semesters) {
      const cell = make("th", "number", text);
      cell.title = words.cell_hint;
      head.append(cell);
    }
    node.append(head);
    for (const [category, list] of grouped(shown, (each) => each.category)) {
      node.append(sumRow("category", data.categories[category][1], list));
      for (const [, part] of grouped(list, (each) => each.area)) node.append(...areaRows(part, isUnfolded));
    }
    return node;
  }

  function grouped(list, key) {
    const groups = new Map();
    for (const each of list) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
    return groups;
  }

  function areaRows(list, isUnfolded) {
    const key = keyOf(list[0]), isOpen = isUnfolded || root.open.has(key);
    const row = sumRow("area", "", list);
    const name = button("fold", (isOpen ? "▾ " : "▸ ") + data.areas[list[0].area][1], () => { root.open.has(key) ? root.open.delete(key) : root.open.add(key); draw(); });
    name.setAttribute("aria-expanded", isOpen);
    name.dataset.testid = "offer-area-" + key;
    row.firstChild.append(name);
    return isOpen ? [row, ...list.map(courseRow)] : [row];
  }

  function keyOf(each) {
    return data.categories[each.category][0] + "." + data.areas[each.area][0];
  }

  function sumRow(kind, text, list) {
    const row = make("tr", kind);
    row.append(make("th", "name", text), make("td", "number", list.length), make("td", "number", list.filter((each) => each.taken).length || ""));
    data.semesters.forEach((_, place) => {
      const taught = list.filter((each) => each.credits[place] !== "0");
      const credits = taught.reduce((sum, each) => sum + (Number(each.credits[place]) || 0), 0);
      const cell = make("td", "number", taught.length ? taught.length + " · " + credits : "");
      if (taught.length) cell.title = filled(words.cell, { courses: taught.length, credits });
      row.append(cell);
    });
    return row;
  }

  function courseRow(each) {
    const row = make("tr", "course");
    const name = make("th", "name");
    const subject = make("span", "subject", each.subject);
    subject.lang = "zh-Hant-TW";
    name.append(subject, syllabusOf(each));
    const taken = make("td", "number", each.taken ? "✓" : "");
    taken.title = each.taken ? words.taken_hint : words.not_taken;
    row.append(name, make("td"), taken, ...data.semesters.map((_, place) => make("td", "number", each.credits[place] === "0" ? "" : each.credits[place])));
    return row;
  }

  function syllabusOf(each) {
    if (each.syllabus === null) return make("span", "muted small", words.national);
    if (!each.syllabus) return make("span", "muted small", words.no_syllabus);
    const node = button("badge good link", words.open_syllabus, () => setTriggerValue("syllabus", each.syllabus));
    node.setAttribute("aria-label", each.subject + " " + words.open_syllabus);
    node.setAttribute("aria-expanded", each.syllabus === data.opened);
    node.dataset.testid = "offer-syllabus-" + each.syllabus;
    return node;
  }

  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replaceAll("臺", "台").replace(/\s+/g, "");
  }
}
