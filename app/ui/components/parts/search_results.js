// What a search found: totals, categories that filter, applicants with their hits. Every hit is a button; arrows move through them.
function searchResults(root, findings) {
  const parts = [searchSummary(root, findings)];
  if (findings.tallies.length > 1) parts.push(searchTallies(root, findings));
  if (findings.near.length > 0) parts.push(nearWords(root, findings.near));
  parts.push(...findings.people.map((each) => foundPerson(root, each)));
  if (findings.more) parts.push(button("more tool", findings.more, () => root.act("more", true)));
  return parts;
}

function searchSummary(root, findings) {
  const box = make("div", "summary");
  const count = make("strong", "", findings.summary);
  count.dataset.testid = "search-summary";
  box.append(count);
  if (findings.narrow) {
    const narrow = button("narrow small", findings.narrow, () => root.act("narrow", "on"));
    narrow.dataset.testid = "search-narrow";
    box.append(narrow);
  }
  if (findings.unknown) box.append(make("div", "small muted", findings.unknown));
  return box;
}

function searchTallies(root, findings) {
  const box = make("div", "tallies");
  const chip = (code, text) => {
    const node = button("chip" + (code === findings.chosen ? " chosen" : ""), text, () => root.act("category", code));
    node.setAttribute("aria-pressed", code === findings.chosen);
    node.dataset.testid = "search-chip-" + (code || "all");
    node.dataset.place = "chip:" + code;
    return node;
  };
  box.append(chip("", findings.every_category), ...findings.tallies.map((each) => chip(each.code, each.label + " " + each.hits)));
  return box;
}

function nearWords(root, near) {
  const box = make("div", "near small");
  box.append(make("span", "", root.words.near));
  for (const each of near) {
    const node = button("chip", each.word, () => root.search(each.text));
    node.dataset.testid = "search-near";
    box.append(node);
  }
  return box;
}

function foundPerson(root, person) {
  const box = make("section", "person" + (person.name && person.application_id === root.selected ? " selected" : ""));
  if (person.name) {
    const name = hitButton(root, "name", person, {}, "person");
    name.append(make("strong", "", person.name), make("span", "school small muted", person.detail));
    box.append(name);
  }
  for (const group of person.groups) box.append(...foundGroup(root, person, group));
  return box;
}

function foundGroup(root, person, group) {
  const title = hitButton(root, "title small", person, group, "title");
  title.append(make("span", "", group.label), make("span", "number muted", " " + group.count));
  const hits = group.hits.map((hit, place) => {
    const node = hitButton(root, "hit", person, { ...hit, category_code: group.category_code }, place);
    node.dataset.testid = "search-hit";
    for (const [text, marked] of hit.pieces) node.append(make(marked ? "mark" : "span", "", text));
    if (hit.ways) node.append(make("span", "ways muted", hit.ways));
    return node;
  });
  return group.rest ? [title, ...hits, make("div", "rest small muted", group.rest)] : [title, ...hits];
}

function hitButton(root, look, person, to, place) {
  const node = button("go " + look, "", () => root.act("hit", {
    application_id: person.application_id,
    category_code: to.category_code || "",
    record_id: to.record_id || "",
    page: to.page || null,
  }));
  node.dataset.place = [person.application_id, to.category_code, to.record_id, to.page, place].join("|");
  return node;
}
