// The drawers under the form: phrases, own versions, the spread over the levels. One is open at a time, or none.
const DRAWERS = ["phrases", "history", "levels"];

function drawerTabs(form) {
  const bar = make("div", "drawer-tabs");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", form.words.drawers);
  for (const name of DRAWERS) {
    const node = button("drawer-tab", form.words[name], () => form.send("drawer", form.data.more.drawer === name ? "none" : name));
    node.dataset.testid = "drawer-" + name;
    bar.append(node);
  }
  return bar;
}

// Drawn anew only when what it shows changed, so that what is typed in it stays.
function refreshDrawer(form) {
  const { root, data } = form;
  const { drawer } = data.more;
  root.querySelectorAll(".drawer-tab").forEach((node, place) => node.setAttribute("aria-expanded", DRAWERS[place] === drawer));
  const holder = root.querySelector(".drawer");
  holder.hidden = !drawer;
  holder.tabIndex = 0;
  const shown = JSON.stringify([drawer, data.more, data.stored.revision]);
  if (holder.shown === shown) return;
  holder.shown = shown;
  const content = { phrases: phraseDrawer, history: historyDrawer, levels: levelsDrawer }[drawer];
  holder.setAttribute("aria-label", form.words[drawer] ?? "");
  holder.replaceChildren(...(content ? [content(form)] : []));
}

function historyDrawer(form) {
  const { words, data } = form;
  const versions = data.more.history ?? [];
  if (versions.length === 0) return make("p", "muted small", words.no_versions);
  const list = make("ol", "versions small");
  list.append(...versions.map((each, place) => versionOf(form, each, place === 0)));
  return list;
}

function versionOf(form, each, isNewest) {
  const { words } = form;
  const row = make("li");
  const head = make("div", "line");
  head.append(make("span", "number", moment(each.saved_at)), make("strong", "number", each.total), make("span", "grow"));
  if (isNewest) head.append(make("span", "badge good", words.newest));
  else {
    const take = button("tool", words.take_version, () => putIn(form, each.form, words.took_version.replace("{revision}", each.revision)));
    take.setAttribute("aria-label", words.take_version + " " + words.version.replace("{revision}", each.revision));
    head.append(take);
  }
  const changes = make("ul", "muted");
  changes.append(...each.changes.map((text) => make("li", "", text)));
  row.append(head, changes);
  return row;
}

function levelsDrawer(form) {
  const levels = form.data.more.levels;
  const box = make("div", "small");
  if (!levels) return box;
  box.append(make("p", "muted", levels.note), ...levels.dimensions.map((each) => levelTable(form.words, each)));
  return box;
}

// Levels stand side by side as on the buttons; below each the own count, what the plan intends, what the others gave.
function levelTable(words, each) {
  const table = make("table", "level-table");
  const head = make("tr");
  const columns = [...each.rows, ...(each.outside || each.panel_outside ? [outsideOf(words, each)] : [])];
  head.append(make("td"), ...columns.map((row) => make("th", "", row.name)));
  table.append(make("caption", "", each.name), head, countRow(words.own, columns, (row) => row.mine));
  if (each.has_intent) table.append(countRow(words.intended, columns, (row) => ["", row.intended]));
  if (each.has_panel) table.append(countRow(words.panel, columns, (row) => row.panel));
  if (each.withheld) table.append(withheldRow(each.withheld, columns.length + 1));
  return table;
}

function outsideOf(words, each) {
  return { name: words.outside, mine: [each.outside, ""], intended: "", panel: [each.panel_outside, ""] };
}

function countRow(label, columns, figures) {
  const line = make("tr");
  line.append(make("th", "side", label));
  for (const row of columns) {
    const [count, share] = figures(row);
    const cell = make("td", "number");
    cell.append(make("span", "", count), make("span", "share muted", share));
    line.append(cell);
  }
  return line;
}

function withheldRow(text, span) {
  const line = make("tr");
  const cell = make("td", "muted withheld", text);
  cell.colSpan = span;
  line.append(cell);
  return line;
}
