// The filter's panel: every facet with its choices and what each would leave, beside the list and over the page.
const MANY = 12;

function panelOf(list) {
  const panel = make("div", "panel");
  panel.popover = "auto";
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", list.words.sift_title);
  panel.onbeforetoggle = (event) => {
    list.sieve.setAttribute("aria-expanded", event.newState === "open");
    // What was counted when the panel was open last may no longer be so.
    panel.replaceChildren();
    placePanel(list);
  };
  panel.ontoggle = (event) => event.newState === "open" && sendSift(list, { act: "ask" });
  list.panel = panel;
  return panel;
}

function placePanel({ root, panel }) {
  const room = root.getBoundingClientRect();
  panel.style.left = Math.max(8, Math.min(room.right + 6, innerWidth - panel.offsetWidth - 8)) + "px";
  panel.style.top = Math.max(8, Math.min(room.top, innerHeight - panel.offsetHeight - 8)) + "px";
}

function refreshPanel(list) {
  const { data, panel } = list;
  if (!data.facets) return;
  const focused = list.root.getRootNode().activeElement?.dataset?.choice;
  const scrolled = Object.fromEntries([...panel.querySelectorAll("[data-facet]")].map((box) => [box.dataset.facet, box.scrollTop]));
  const top = panel.querySelector(".facets")?.scrollTop ?? 0;
  const facets = make("div", "facets");
  facets.append(...data.facets.map((each) => facetOf(list, each)), scoreOf(list));
  panel.replaceChildren(panelHead(list), facets);
  placePanel(list);
  facets.scrollTop = top;
  for (const box of panel.querySelectorAll("[data-facet]")) box.scrollTop = scrolled[box.dataset.facet] ?? 0;
  if (focused) [...panel.querySelectorAll("[data-choice]")].find((node) => node.dataset.choice === focused)?.focus();
}

function panelHead(list) {
  const { words, data, stock } = list;
  const row = make("div", "row panel-head");
  const count = words.shown.replace("{shown}", shownCount(list)).replace("{count}", stock.lines.length);
  const clear = button("clear", words.sift_clear, () => sendSift(list, { act: "clear" }));
  clear.disabled = !data.chips.length;
  const close = button("close", "✕", () => list.panel.hidePopover());
  close.setAttribute("aria-label", words.sift_close);
  row.append(make("strong", "", words.sift_title), make("span", "muted number", count), make("span", "grow"), clear, close);
  return row;
}

function facetOf(list, facet) {
  const box = make("fieldset", "facet" + (facet.choices.length > MANY ? " many" : ""));
  const choices = make("div", "choices");
  choices.dataset.facet = facet.facet;
  choices.append(...facet.choices.map((each) => choiceOf(list, facet, each)));
  box.append(make("legend", "", facet.title));
  if (facet.choices.length > MANY) box.append(findChoice(list, facet, choices));
  box.append(choices);
  return box;
}

function choiceOf(list, facet, each) {
  const node = button("choice", "", () => sendSift(list, { act: "toggle", facet: facet.facet, value: each.value }));
  node.dataset.choice = facet.facet + ":" + each.value;
  node.dataset.testid = "choice-" + facet.facet + "-" + each.value;
  node.setAttribute("aria-pressed", each.is_chosen);
  node.classList.toggle("nobody-left", each.count === 0);
  node.append(make("span", "", each.label), make("span", "count number", each.count));
  return node;
}

function findChoice(list, facet, choices) {
  const input = make("input", "find");
  input.type = "search";
  input.autocomplete = "off";
  input.placeholder = list.words.sift_find;
  input.setAttribute("aria-label", list.words.sift_find + " " + facet.title);
  input.value = list.finds[facet.facet] ?? "";
  const find = () => {
    list.finds[facet.facet] = input.value;
    for (const node of choices.children) node.hidden = !plain(node.textContent).includes(plain(input.value));
  };
  input.oninput = find;
  find();
  return input;
}

function scoreOf(list) {
  const { words, data } = list;
  const box = make("fieldset", "facet");
  const row = make("div", "row");
  const [lowest, highest] = [words.score_from, words.score_to].map((label, place) => bound(list, label, data.bounds[place]));
  const send = () => sendSift(list, { act: "bounds", lowest: lowest.value, highest: highest.value });
  lowest.onchange = send;
  highest.onchange = send;
  row.append(lowest, make("span", "muted", "–"), highest);
  box.append(make("legend", "", words.facet_score), row);
  return box;
}

function bound(list, label, value) {
  const input = make("input", "bound number");
  input.inputMode = "decimal";
  input.maxLength = 9;
  input.placeholder = label;
  input.value = value ?? "";
  input.dataset.choice = "score:" + label;
  input.setAttribute("aria-label", list.words.facet_score + " " + label);
  return input;
}
