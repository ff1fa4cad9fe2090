// What feeds a dimension, in a few lines beside the score; opened, everything in full with its files.
const COURSES_ON_ROW = 8;

// Where one category is all there is, its name stands above the rows and not in each of them.
function evidenceLines(categories, words, isAlone = false) {
  const lines = categories.filter((each) => each.count && !each.is_course).map(categoryLine);
  const courses = categories.filter((each) => each.count && each.is_course);
  if (courses.length) lines.push(coursesLine(courses, words));
  const reasons = new Map();
  for (const each of categories.filter((one) => !one.count)) reasons.set(each.reason, [...(reasons.get(each.reason) ?? []), each]);
  for (const [reason, empty] of reasons) {
    const box = make("div", "category empty muted");
    const labels = empty.map((each) => each.label).join("、");
    box.append(make("span", "label", empty[0].short || words.no_evidence), make("span", "entries", isAlone ? reason : labels));
    box.title = isAlone ? reason : labels + "　" + reason;
    lines.push(box);
  }
  return lines;
}

// Course groups run on in one paragraph; the hint of each course names its group.
function coursesLine(categories, words) {
  const label = categories.length > 1 ? words.courses : categories[0].label;
  const lines = categories.flatMap((each) => each.lines.map((line) => ({ ...line, group: each.label })));
  const count = categories.reduce((sum, each) => sum + each.count, 0);
  return categoryBox({ label, count }, lines.slice(0, COURSES_ON_ROW).map(courseChip), "entries many");
}

function categoryLine(each) {
  return categoryBox(each, each.lines.map(entryLine), "entries");
}

// How many there are, and how many of them are not shown before the row is opened.
function categoryBox({ label, count }, entries, look) {
  const box = make("div", "category");
  const head = make("span", "label", label);
  head.title = label;
  const counts = make("span", "count number", count);
  if (count > entries.length) counts.append(make("span", "muted", " +" + (count - entries.length)));
  const title = make("span", "heading-cell");
  title.append(head, counts);
  const list = make("span", look);
  list.append(...entries);
  box.append(title, list);
  return box;
}

function courseChip({ when, text, grade, standing, group }) {
  const chip = make("span", "course-chip");
  chip.title = group;
  chip.append(make("span", "muted number", when), make("span", "", text), make("strong", "number", grade), make("span", "standing number", standing));
  return chip;
}

function entryLine({ text, detail }) {
  const line = make("span", "entry-line");
  line.append(make("span", "", text), make("span", "muted", detail && " " + detail));
  line.title = [text, detail].filter(Boolean).join(" ");
  return line;
}

function fullEvidence(categories, data) {
  const box = make("div", "full");
  for (const each of categories) {
    const section = make("section", "");
    section.append(make("h4", "", each.label));
    if (each.note) section.append(make("p", "muted small", each.note));
    if (each.courses.length) section.append(courseLines(each.courses));
    section.append(...each.cards.map((card) => fullCard(card, data)), ...each.files.map((file) => fullFile(file, data)));
    box.append(section);
  }
  return box;
}

function courseLines(courses) {
  const table = make("table", "courses small");
  for (const course of courses) {
    const row = make("tr");
    row.append(...course.map((text, place) => make("td", place === 1 ? "" : "number", text)));
    table.append(row);
  }
  return table;
}

function fullCard(card, data) {
  const box = make("article", "card");
  const title = make("div", "card-title");
  title.append(make("strong", "", card.title), ...card.badges.map((text) => make("span", "badge good", text)), make("span", "muted small number", card.when));
  box.append(title);
  const facts = card.facts.map((fact) => fact.label + " " + fact.value).join(" · ");
  if (facts) box.append(make("div", "muted small", facts));
  if (card.summary) box.append(make("p", "summary", card.summary));
  if (card.link) box.append(make("code", "small", card.link));
  for (const name of card.missing) box.append(make("p", "missing small", data.words.missing_file.replace("{name}", name)));
  box.append(...card.files.map((file) => fullFile(file, data)));
  return box;
}

function fullFile(file, data) {
  const box = make("div", "attachment");
  const toggle = button("tool", "", () => {
    const shown = box.querySelector(".opened");
    toggle.setAttribute("aria-expanded", !shown);
    if (shown) return shown.remove();
    const opened = make("div", "opened");
    opened.append(fileView(file, { views: new Set(), sent: null, data: data.viewer, send: () => {} }));
    box.append(opened);
  });
  toggle.setAttribute("aria-expanded", "false");
  toggle.append(make("span", "kind", data.viewer.words["kind_" + file.kind] + " "), make("span", "", file.label ?? file.name), make("span", "muted small number", " " + file.size));
  box.append(toggle);
  return box;
}
