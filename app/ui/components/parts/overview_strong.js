// A block per dimension, a row per category: label and count, the strongest entries, how many more, why there is none.
function strongBlock(block, words, go) {
  const section = make("section", "box dimension");
  const title = make("div", "heading");
  title.append(make("h3", "", block.name), make("span", "muted small number", block.weight));
  section.append(title);
  if (!block.groups.length) section.append(make("p", "muted small", words.nothing_chosen));
  section.append(...block.groups.filter((each) => each.count).map((each) => strongRow(each, go)), ...absentRows(block.groups, go));
  return section;
}

function strongRow(group, go) {
  const row = make("div", "row");
  const label = button("label", "", () => go(group.code));
  label.append(make("span", "name", group.label), make("span", "muted number", " (" + group.count + ")"));
  if (group.rule) label.title = group.rule;
  const entries = make("div", "entries");
  entries.append(...group.entries.map((each) => entryButton(each, go)));
  for (const text of [group.more, group.unranked]) if (text) entries.append(make("span", "rest muted small", text));
  row.append(label, entries);
  return row;
}

function entryButton(entry, go) {
  const node = button("entry", "", () => go(entry.code, entry.record));
  if (entry.text) node.append(make("span", "what", entry.text));
  if (entry.fact) node.append(make("span", "fact number", entry.fact));
  if (entry.mark) node.append(make("span", "few small", entry.mark));
  if (entry.rest) node.append(make("span", "muted small number", entry.rest));
  node.title = [entry.text, entry.fact, entry.mark, entry.title, entry.rest].filter(Boolean).join(" · ");
  return node;
}

// What is not there is said once per reason, each name still a way to its category; documents that stand in follow.
function absentRows(groups, go) {
  const shown = new Set(groups.filter((one) => one.count).map((one) => one.code));
  const reasons = new Map();
  for (const each of groups.filter((one) => !one.count)) reasons.set(each.reason, [...(reasons.get(each.reason) ?? []), each]);
  return [...reasons.values()].map((members) => absentRow(members, shown, go));
}

function absentRow(members, shown, go) {
  const row = make("div", "absent small");
  row.append(make("span", "reason", members[0].reason));
  for (const each of members) row.append(button("name", each.label, () => go(each.code)));
  const documents = new Map(members.flatMap((each) => each.stand_ins).map((each) => [each.code, each]));
  for (const each of documents.values()) {
    if (shown.has(each.code)) continue;
    const document = button("entry", "", () => go(each.code));
    document.append(make("span", "what", each.text), make("span", "fact number", each.fact));
    row.append(document);
  }
  return row;
}
