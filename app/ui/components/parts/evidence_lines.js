// What feeds a dimension, in a few lines beside the score; opened, everything in full with its files.
function evidenceLines(categories) {
  return categories.map((each) => {
    const box = make("div", "category");
    const head = make("span", "label");
    head.append(make("span", "", each.label), make("span", "count number", each.count || "–"));
    box.append(head);
    if (each.reason) box.append(make("span", "muted", each.reason));
    for (const line of each.lines) box.append(each.is_course ? courseChip(line) : entryLine(line));
    if (each.more) box.append(make("span", "muted", each.more));
    return box;
  });
}

function courseChip({ when, text, grade, standing }) {
  const chip = make("span", "course-chip");
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
    opened.append(fileView(file, data));
    box.append(opened);
  });
  toggle.setAttribute("aria-expanded", "false");
  toggle.append(make("span", "kind", data.words["kind_" + file.kind] + " "), make("span", "", file.label ?? file.name), make("span", "muted small number", " " + file.size));
  box.append(toggle);
  return box;
}
