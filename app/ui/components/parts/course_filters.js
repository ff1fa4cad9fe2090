// The line above the course table: the switch of groups, the filter by name, chips, and how many courses are shown.
const COURSE_GROUPS = ["semester", "category", "area"];
const COURSE_FILTERS = ["category", "area", "semester", "requirement"];

// Every value a course has in each filter: [code, label] in the order of the data.
function courseChoices(rows, data) {
  const { words } = data;
  const requirements = { required: words.required, elective: words.elective, "": words.neither };
  const found = { category: new Map(), area: new Map(), semester: new Map(), requirement: new Map() };
  for (const each of rows) {
    found.category.set(each.categoryCode, each.categoryLabel);
    found.area.set(each.areaCode, each.areaLabel);
    found.semester.set(each.when, each.when);
    found.requirement.set(each.requirement, requirements[each.requirement]);
  }
  return found;
}

function courseIsShown(each, prefs) {
  const values = { category: each.categoryCode, area: each.areaCode, semester: each.when, requirement: each.requirement };
  const isChosen = (name) => !prefs[name].length || prefs[name].includes(values[name]);
  return COURSE_FILTERS.every(isChosen) && plainText(each.subject).includes(plainText(prefs.text));
}

function plainText(text) {
  return text.normalize("NFKC").toLowerCase().replaceAll("臺", "台").replace(/\s+/g, "");
}

function courseFilterCount(prefs) {
  return COURSE_FILTERS.reduce((sum, name) => sum + prefs[name].length, 0) + (prefs.text.trim() ? 1 : 0);
}

function clearedCourseFilters() {
  return { text: "", category: [], area: [], semester: [], requirement: [] };
}

// The bar is built once and then changed in place, so that the field keeps what is being composed in it.
function courseBar(data, prefs) {
  const { words } = data;
  const bar = make("div", "course-bar");
  bar.append(groupSwitch(words, prefs), nameFilter(words, prefs), foldButton(words, prefs), make("span", "grow"), countLine());
  return bar;
}

function groupSwitch(words, prefs) {
  const group = make("span", "switch");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.group_by);
  group.append(make("span", "muted small", words.group_by + " "));
  for (const code of COURSE_GROUPS) {
    const node = button("tool" + (prefs.group === code ? " chosen" : ""), words["group_" + code], () => keepCoursePrefs({ group: code }));
    node.setAttribute("aria-pressed", prefs.group === code);
    node.dataset.testid = "group-" + code;
    group.append(node);
  }
  return group;
}

function nameFilter(words, prefs) {
  const field = make("input", "find");
  field.type = "search";
  field.value = prefs.text;
  field.placeholder = words.find_subject;
  field.setAttribute("aria-label", words.find_subject);
  field.dataset.testid = "course-find";
  const tell = (event) => isComposing(event) || keepCoursePrefs({ text: field.value });
  field.oninput = tell;
  field.addEventListener("compositionend", () => keepCoursePrefs({ text: field.value }));
  return field;
}

function foldButton(words, prefs) {
  const node = button("tool fold", words.filters, () => keepCoursePrefs({ unfolded: !coursePrefs().unfolded }));
  node.setAttribute("aria-expanded", prefs.unfolded);
  node.dataset.testid = "course-filters";
  return node;
}

function countLine() {
  const line = make("span", "count small");
  line.setAttribute("role", "status");
  return line;
}

function courseChips(data, prefs, choices) {
  const box = make("div", "chips");
  for (const name of COURSE_FILTERS) {
    // A chosen value that this applicant has not is still a filter: it stays to be seen and taken away.
    const values = new Map([...choices[name], ...prefs[name].filter((code) => !choices[name].has(code)).map((code) => [code, code])]);
    if (values.size > 1 || prefs[name].length) box.append(chipRow(name, values, data, prefs));
  }
  return box;
}

function chipRow(name, values, data, prefs) {
  const row = make("div", "chip-row");
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", data.words["filter_" + name]);
  row.append(make("span", "muted small chip-name", data.words["filter_" + name]));
  for (const [code, label] of values) {
    const isChosen = prefs[name].includes(code);
    const node = button("chip" + (isChosen ? " chosen" : ""), (isChosen ? "✓ " : "") + label, () => toggle(name, code));
    node.setAttribute("aria-pressed", isChosen);
    node.dataset.testid = "chip-" + name + "-" + code;
    row.append(node);
  }
  return row;

  function toggle(kind, value) {
    const now = coursePrefs()[kind];
    keepCoursePrefs({ [kind]: now.includes(value) ? now.filter((each) => each !== value) : [...now, value] });
  }
}
