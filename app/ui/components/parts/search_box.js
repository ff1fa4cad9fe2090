// The search: the box with its hint, the query in words while it is typed, and hits that stay beside what is read.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "search");
  root.words = data.words;
  root.data = data;
  root.selected = data.selected;
  root.act = setTriggerValue;
  root.search = (text) => searchFor(root, text);
  root.controls?.abort();
  root.controls = new AbortController();
  if (!root.input) buildSearchBox(root);
  showSearchWords(root);
  if (root.shown !== data.keyword) {
    // What is being typed is not overwritten by what was asked before.
    if (component.parentElement.activeElement !== root.input || root.input.value.trim() === root.sent) root.input.value = data.keyword;
    root.shown = data.keyword;
    showTold(root, data.told);
  }
  if (data.findings) showTold(root, data.told);
  root.everyone.checked = data.everyone;
  root.everyone.parentElement.hidden = !data.may_search_all;
  root.clear.hidden = !data.keyword;
  showFound(root, component.parentElement);
  document.addEventListener("desk:key", (event) => { if (event.detail?.action === "search") focusSearch(root); }, { signal: root.controls.signal });
  return () => root.controls.abort();
}

function buildSearchBox(root) {
  const row = make("div", "row");
  root.input = make("input", "keyword");
  Object.assign(root.input, { type: "search", maxLength: 160, autocomplete: "off", spellcheck: false });
  root.input.dataset.testid = "search";
  root.clear = button("clear", "×", () => { root.search(""); root.input.focus(); });
  root.clear.dataset.testid = "search-clear";
  root.hintButton = button("hint-button", "?", () => toggleHint(root));
  root.hintButton.dataset.testid = "search-hint";
  row.append(root.input, root.clear, root.hintButton);
  const all = make("label", "all small");
  root.everyone = make("input");
  root.everyone.type = "checkbox";
  root.everyone.dataset.testid = "search-everyone";
  all.append(root.everyone, make("span", "everyone", ""));
  root.hint = make("div", "hint");
  root.hint.hidden = true;
  root.told = make("div", "told small");
  root.told.dataset.testid = "search-told";
  root.told.setAttribute("role", "status");
  root.strip = make("div", "strip small");
  root.found = make("div", "found");
  root.append(row, root.hint, all, root.told, root.strip, root.found);
  root.everyone.onchange = () => { if (root.input.value.trim()) root.search(root.input.value); };
  root.input.oninput = () => tellLater(root);
  root.addEventListener("compositionend", () => tellLater(root));
  root.addEventListener("keydown", (event) => searchKey(root, event));
}

function showSearchWords(root) {
  const { words } = root;
  root.input.placeholder = words.placeholder;
  root.input.setAttribute("aria-label", words.box);
  root.clear.setAttribute("aria-label", words.clear);
  root.hintButton.setAttribute("aria-label", words.hint);
  root.hintButton.setAttribute("aria-expanded", String(!root.hint.hidden));
  root.hintButton.title = words.hint;
  root.querySelector(".everyone").textContent = words.everyone;
}

// Ask for a line of text; an empty one ends the search. A text without letters between is not sent twice by Enter.
function searchFor(root, text) {
  const keyword = text.trim();
  root.input.value = keyword;
  root.sent = keyword;
  root.hint.hidden = true;
  clearTimeout(root.timer);
  if (keyword) rememberSearch(root, keyword);
  root.act("search", { keyword, everyone: root.everyone.checked });
}

function focusSearch(root) {
  const active = deepActive(document);
  if (!root.contains(active)) root.before = active;
  root.input.focus();
  root.input.select();
}

function deepActive(place) {
  const active = place.activeElement;
  return active?.shadowRoot?.activeElement ? deepActive(active.shadowRoot) : active;
}

function searchKey(root, event) {
  if (isComposing(event)) return;
  if (event.key === "Enter" && event.target === root.input) root.search(root.input.value);
  else if (event.key === "Escape") leaveSearch(root, event);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") moveThroughHits(root, event);
}

// First the hint closes, then the hits, then the focus goes back to where it was before.
function leaveSearch(root, event) {
  event.preventDefault();
  event.stopPropagation();
  if (!root.hint.hidden) { toggleHint(root); root.input.focus(); return; }
  if (root.data.keyword || root.input.value) root.search("");
  if (root.before?.isConnected && root.before !== document.body) root.before.focus();
  else root.input.focus();
}

// Up and down through the hits, or through the examples while they are shown; from an empty box down to the examples.
function moveThroughHits(root, event) {
  const isHinting = !root.hint.hidden;
  const listed = isHinting ? root.hint.querySelectorAll("button") : root.found.querySelectorAll("button.go, button.more");
  const inside = event.target === root.input || (isHinting ? root.hint : root.found).contains(event.target);
  if (!inside) return;
  event.preventDefault();
  if (listed.length === 0) {
    if (event.key === "ArrowDown") toggleHint(root);
    return;
  }
  const places = [root.input, ...listed];
  const step = event.key === "ArrowDown" ? 1 : -1;
  const next = places[Math.max(0, Math.min(places.length - 1, places.indexOf(event.target) + step))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

// The hits are made anew only when they differ; the focus stays on the same hit, the list at its place.
function showFound(root, shadow) {
  const { findings, narrowed, words } = root.data;
  root.classList.toggle("open", Boolean(findings));
  root.found.hidden = !findings;
  root.strip.hidden = !narrowed;
  root.strip.replaceChildren();
  if (narrowed) {
    const widen = button("widen", words.widen, () => root.act("narrow", "off"));
    widen.dataset.testid = "search-widen";
    root.strip.append(make("span", "", narrowed), widen);
  }
  const made = JSON.stringify([findings, root.selected, words.near]);
  if (root.made === made) return;
  const focused = root.found.contains(shadow.activeElement) ? shadow.activeElement.dataset.place : null;
  const sameSearch = root.searched === root.data.keyword + root.data.everyone;
  const top = sameSearch ? root.found.scrollTop : 0;
  root.found.replaceChildren(...(findings ? searchResults(root, findings) : []));
  root.found.scrollTop = top;
  root.made = made;
  root.searched = root.data.keyword + root.data.everyone;
  if (root.shownPerson !== root.selected) root.found.querySelector(".person.selected")?.scrollIntoView({ block: "nearest" });
  root.shownPerson = root.selected;
  if (focused) [...root.found.querySelectorAll("[data-place]")].find((node) => node.dataset.place === focused)?.focus();
}

// The query in words: what was understood, then what was not, each with what could be meant.
function showTold(root, told) {
  const parts = [];
  told.conditions.forEach((each, place) => {
    if (place > 0) parts.push(make("span", "", root.words.and));
    if (each.verdict) parts.push(verdictMark(root, each.verdict));
    parts.push(make("span", "condition " + each.verdict, each.text));
  });
  const problems = told.problems.map((each) => problemLine(root, each));
  root.told.replaceChildren(...parts, ...problems);
  root.told.hidden = parts.length + problems.length === 0;
}

function verdictMark(root, verdict) {
  const mark = make("span", "verdict " + verdict, { yes: "✓", no: "✗", unknown: "?" }[verdict]);
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", root.words[verdict]);
  mark.title = root.words[verdict];
  return mark;
}

function problemLine(root, problem) {
  const line = make("div", "trouble", problem.text);
  if (problem.use) {
    const use = button("use", root.words.meant.replace("{near}", problem.use), () => root.search(root.input.value.replace(problem.piece, () => problem.use)));
    use.dataset.testid = "search-use";
    line.append(" ", use);
  }
  return line;
}

// A quarter of a second after the last key the query is said in words; while Chinese is composed nothing is asked.
function tellLater(root) {
  clearTimeout(root.timer);
  root.timer = setTimeout(() => tell(root), 250);
}

async function tell(root) {
  const text = root.input.value.trim();
  if (!text) { showTold(root, { conditions: [], problems: [] }); return; }
  try {
    const answer = await fetch(root.data.address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify({ text, language: root.data.language }),
    });
    if (answer.ok && root.input.value.trim() === text) showTold(root, await answer.json());
  } catch { /* without a connection the words come with the answer */ }
}

function toggleHint(root) {
  root.hint.hidden = !root.hint.hidden;
  root.hintButton.setAttribute("aria-expanded", String(!root.hint.hidden));
  if (root.hint.hidden) return;
  const recent = recentSearches(root).map((text) => example(root, text, ""));
  const lately = recent.length > 0 ? [make("div", "heading small muted", root.words.recent), ...recent] : [];
  const examples = root.words.examples.map(([text, meaning]) => example(root, text, meaning));
  root.hint.replaceChildren(...lately, make("div", "heading small muted", root.words.hint_title), ...examples);
}

// A recent search is asked again; an example is put into the box, to be changed before it is asked.
function example(root, text, meaning) {
  const node = button("example", "", () => {
    if (!meaning) { root.search(text); return; }
    root.input.value = text;
    toggleHint(root);
    root.input.focus();
    tell(root);
  });
  node.append(make("code", "", text));
  if (meaning) node.append(make("span", "small muted", meaning));
  return node;
}

// Kept in this browser window and nowhere else, for each person apart.
function recentSearches(root) {
  try {
    return JSON.parse(sessionStorage.getItem("workbench:search:" + root.data.reviewer) || "[]");
  } catch { return []; }
}

function rememberSearch(root, keyword) {
  const recent = [keyword, ...recentSearches(root).filter((each) => each !== keyword)].slice(0, 6);
  try {
    sessionStorage.setItem("workbench:search:" + root.data.reviewer, JSON.stringify(recent));
  } catch { /* storage is switched off: nothing is remembered */ }
}
