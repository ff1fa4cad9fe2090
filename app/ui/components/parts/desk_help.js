// The help dialog: every key in words, by group. A native dialog keeps the focus and closes with Esc.
function showHelp(keys) {
  const { root, data } = keys;
  root.querySelector("dialog")?.remove();
  const dialog = make("dialog", "help");
  dialog.setAttribute("aria-label", data.title);
  dialog.dataset.testid = "key-help";
  dialog.append(helpHead(dialog, data), make("p", "muted small", data.note), helpGroups(data));
  // A press on the page around the dialog closes it, as people expect.
  dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
  dialog.onclose = () => { document.documentElement.classList.remove("desk-help-open"); dialog.remove(); };
  root.append(dialog);
  document.documentElement.classList.add("desk-help-open");
  dialog.showModal();
}

function helpHead(dialog, data) {
  const head = make("div", "head");
  const close = button("tool", data.close, () => dialog.close());
  close.autofocus = true;
  head.append(make("h2", "", data.title), make("span", "grow"), button("tool", data.print, () => print()), close);
  return head;
}

function helpGroups(data) {
  const groups = make("div", "groups");
  groups.append(...data.groups.map(helpGroup));
  return groups;
}

function helpGroup(group) {
  const box = make("section");
  const list = make("dl");
  for (const line of group.lines) {
    const term = make("dt");
    line.keys.forEach((key, place) => term.append(...(place ? [make("span", "muted", "／")] : []), make("kbd", "", key)));
    list.append(term, make("dd", "", line.text));
  }
  box.append(make("h3", "", group.title), list);
  return box;
}
