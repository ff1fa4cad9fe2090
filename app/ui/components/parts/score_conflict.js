// Two versions of one review side by side: the reviewer says which one goes on.
function comparison(form) {
  const { words, data } = form;
  const mine = form.conflict, theirs = copyOf(data);
  const table = make("table");
  const head = make("tr");
  head.append(make("th"), make("th", "", words.mine), make("th", "", words.stored));
  table.append(head);
  for (const each of data.dimensions) {
    table.append(difference(each.name, mine.scores[each.id], theirs.scores[each.id]));
    if (mine.comments[each.id] !== theirs.comments[each.id]) table.append(difference(words.comment, mine.comments[each.id], theirs.comments[each.id]));
  }
  table.append(difference(words.overall, mine.comment, theirs.comment), difference(words.flag, yes(mine.flagged), yes(theirs.flagged)));
  table.append(difference(words.abstain, yes(mine.abstained) + " " + mine.abstain_reason, yes(theirs.abstained) + " " + theirs.abstain_reason));
  const choices = make("div", "buttons");
  choices.append(button("save", words.keep_mine, () => resolve(form, true)), button("save", words.take_stored, () => resolve(form, false)));
  const box = make("section", "both");
  box.append(make("p", "problem", words.stale), table, choices);
  return box;
}

function yes(value) {
  return value ? "✓" : "";
}

function difference(label, mine, theirs) {
  const row = make("tr", mine === theirs ? "" : "differs");
  row.append(make("th", "", label), make("td", "number", mine || "–"), make("td", "number", theirs || "–"));
  return row;
}

function resolve(form, keepsMine) {
  const mine = form.conflict;
  form.conflict = null;
  form.conflictKeys.forEach(forgetDraft);
  takeStored(form);
  form.note = keepsMine ? "" : form.words.took_stored;
  if (keepsMine) {
    form.entered = mine;
    form.isDirty = true;
    form.edits += 1;
    keepDraft(form);
    fill(form);
    save(form, false);
  }
  findOthers(form);
  refresh(form);
}
