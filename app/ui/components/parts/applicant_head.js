// The head of the applicant list: order and direction, the box to find by, the filter with its chips, what is new.
function headOf(list) {
  const { words } = list;
  const head = make("div", "head");
  list.top = make("div", "top");
  list.notes = make("div", "notes");
  list.sieve = button("sieve", words.sift);
  list.sieve.title = words.sift_title;
  list.sieve.dataset.testid = "sift";
  list.sieve.setAttribute("aria-haspopup", "dialog");
  list.sieve.popoverTargetElement = list.panel;
  const row = make("div", "row finding");
  row.append(findBox(list), list.sieve);
  head.append(list.top, row, list.notes);
  return head;
}

// The box stays while applicants come and go, and what is typed in it with it.
function findBox(list) {
  const input = make("input", "filter");
  const typed = list.find?.value ?? "";
  list.find = input;
  input.type = "search";
  input.autocomplete = "off";
  input.value = typed;
  input.placeholder = list.words.filter;
  input.dataset.testid = "applicant-filter";
  input.setAttribute("aria-label", list.words.filter_label);
  input.oninput = () => findRows(list);
  return input;
}

function refreshHead(list) {
  const { data } = list;
  const told = JSON.stringify([data.order, data.chips, comparingOf(list), data.news, data.outside && data.selected, shownCount(list)]);
  if (list.headed === told) return;
  list.headed = told;
  list.top.replaceChildren(titleRow(list));
  list.sieve.classList.toggle("on", data.chips.length > 0);
  const notes = [newsRow(list), chipRow(list), outsideRow(list), compareRow(list)];
  list.notes.replaceChildren(...notes.filter(Boolean));
}

function shownCount({ data, stock }) {
  if (data.is_empty) return 0;
  const width = stock.lines.length <= DIGITS.length ** 2 ? 2 : 3;
  return data.sequence ? data.sequence.length / width : stock.lines.length;
}

function titleRow(list) {
  const { data, words, stock } = list;
  const row = make("div", "row");
  const count = words.shown.replace("{shown}", shownCount(list)).replace("{count}", stock.lines.length);
  const shown = make("span", "shown small muted number", data.chips.length ? count : "");
  shown.dataset.testid = "shown";
  shown.setAttribute("role", "status");
  const select = choice("order", words.order, data.order.choices, data.order.chosen);
  select.onchange = () => list.send("order", (list.data.order.is_reversed ? "-" : "") + select.value);
  const turn = button("turn", data.order.is_reversed ? "↑" : "↓", () => list.send("turn", true));
  turn.title = words.turn_order;
  turn.dataset.testid = "turn-order";
  turn.setAttribute("aria-label", words.turn_order);
  turn.setAttribute("aria-pressed", data.order.is_reversed);
  row.append(make("strong", "", words.applicants), shown, make("span", "grow"), select, turn);
  return row;
}

function newsRow(list) {
  const { news, chips } = list.data;
  if (!news) return null;
  const row = make("div", "note news-note small");
  row.setAttribute("role", "status");
  row.append(make("span", "", news.text + " "));
  const isOn = chips.some((each) => each.facet === "evidence");
  if (news.shows && !isOn) {
    const only = button("link", list.words.news_only, () => sendSift(list, { act: "news", value: news.shows }));
    only.dataset.testid = "news-only";
    row.append(only);
  }
  return row;
}

function chipRow(list) {
  const { data, words } = list;
  if (!data.chips.length) return null;
  const row = make("div", "chips");
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", words.sift_chips);
  for (const each of data.chips) {
    const chip = button("chip", each.label, () => sendSift(list, { act: each.act, facet: each.facet, value: each.value }));
    chip.setAttribute("aria-label", words.sift_remove.replace("{label}", each.label));
    chip.append(make("span", "cross", "✕"));
    row.append(chip);
  }
  const clear = button("clear", words.sift_clear, () => sendSift(list, { act: "clear" }));
  clear.dataset.testid = "sift-clear";
  row.append(clear);
  return row;
}

// Who is read stays open, whatever the filter says; the list tells why no line is marked.
function outsideRow(list) {
  const { data, words, stock } = list;
  const line = data.outside && stock.lines[list.placeOf.get(data.selected)];
  if (!line) return null;
  const row = make("div", "note small", words.sift_outside.replace("{name}", line.name));
  row.dataset.testid = "outside";
  row.setAttribute("role", "status");
  return row;
}

function compareRow(list) {
  const { words } = list;
  const comparing = comparingOf(list);
  if (!comparing.length) return null;
  const row = make("div", "row compare-row");
  const start = button("start", words.compare_start.replace("{count}", comparing.length), () => list.send("compare_start", true));
  start.disabled = comparing.length < 2;
  start.dataset.testid = "start-compare";
  const clear = () => {
    list.ticked = null;
    list.send("compare_clear", true);
  };
  row.append(start, button("clear muted", words.compare_clear, clear));
  return row;
}

function sendSift(list, what) {
  list.send("sift", { ...what, is_open: list.panel.matches(":popover-open"), drafted: list.drafted ?? [] });
}
