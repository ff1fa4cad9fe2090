// The line above the desk: previous and next applicant, the place in the list, views. It also measures the room below.
const SETTLING = [150, 600, 1500];

export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "nav");
  const { words } = data;
  root.controls?.abort();
  root.controls = new AbortController();
  const listening = { signal: root.controls.signal };

  const go = (target) => goToPlace({ shown: target }, (place) => setTriggerValue("go", place));
  deskPlace().isAhead = data.view === "one";
  tellPlace({ shown: data.application_id, category: data.category });
  const line = make("div", "line");
  const position = make("span", "place number");
  position.dataset.testid = "position";
  const previous = step(words.previous, -1, "previous", "Alt+↑"), next = step(words.next, 1, "next", "Alt+↓");
  line.append(previous, position, next, ...nextOpen(data, go));
  const name = make("strong", "name");
  const progress = make("span", "progress muted number", [data.progress, data.today].filter(Boolean).join(" · "));
  progress.title = progress.textContent + "\n" + words.pace;
  line.append(name, ...linkButton(data, root), ...meterOf(data), progress, make("span", "grow"), ...lastSave(), views(), help());
  root.replaceChildren(line);
  showWhereOneIs();
  addEventListener(PLACE_CHANGED, showWhereOneIs, listening);
  forgetConfirmedDraft();
  addEventListener("resize", measure, listening);
  // On a first load the header may come to stand above the line only after it was drawn.
  if (!root.measured) for (const wait of SETTLING) setTimeout(measure, wait);
  if (root.measured) requestAnimationFrame(measure);
  else measure();
  root.measured = true;
  listenForNextOpen(data, go, listening.signal);
  document.addEventListener("desk:key", asked, listening);
  listenForPage(data, root, listening.signal);
  return () => root.controls.abort();

  function step(text, by, side, keys) {
    const node = button("tool", side === "previous" ? "◀ " + text : text + " ▶", () => walk(by));
    node.title = keys;
    node.dataset.testid = side;
    return node;
  }

  function walk(by) {
    const target = neighbourOnScreen(by, data);
    if (target) go(target);
  }

  // The page may be ahead of the run that drew this line.
  function showWhereOneIs() {
    const { shown, walk: ids } = deskPlace();
    const isTold = !shown || shown === data.application_id;
    const ahead = isTold ? null : onShelfNow()?.lines.find((each) => each.id === shown);
    name.textContent = isTold ? data.name : ahead?.name ?? "";
    const at = isTold ? data.position : (ids?.indexOf(shown) ?? -1) + 1;
    position.textContent = (at || "–") + " / " + data.count;
    previous.disabled = !neighbourOnScreen(-1, data);
    next.disabled = !neighbourOnScreen(1, data);
  }

  function note() {
    const { text, saved_at, is_past } = data.note;
    const node = make("span", is_past ? "saved past small" : "saved small", saved_at ? text + " " + homeClock(saved_at) : text);
    node.dataset.testid = "last-save";
    node.title = node.textContent;
    node.setAttribute("role", "status");
    return node;
  }

  function views() {
    const group = make("span", "views");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.views);
    for (const each of data.views) {
      const node = button("view" + (each.code === data.view ? " chosen" : ""), each.short, () => setTriggerValue("view", each.code));
      node.title = each.label;
      node.setAttribute("aria-label", each.label);
      node.setAttribute("aria-pressed", each.code === data.view);
      node.dataset.testid = "view-" + each.code;
      group.append(node);
    }
    return group;
  }

  // The keyboard part of the desk says what was asked for; here it is done.
  function asked({ detail: { action } }) {
    const by = { previous_applicant: -1, next_applicant: 1 }[action];
    if (by) walk(by);
    const view = data.views.find((each) => action === "view_" + each.code);
    if (view || action === "compare") setTriggerValue("view", view?.code ?? "compare");
  }

  // The note of the last save, and the way back from it, also when that applicant is no longer on screen.
  function lastSave() {
    const { undo, undo_label } = data.note;
    if (!undo) return [note()];
    const back = button("tool small", undo_label, () => setTriggerValue("undo", undo));
    back.dataset.testid = "undo-last";
    return [note(), back];
  }

  function help() {
    const node = button("tool", "?", () => document.dispatchEvent(new CustomEvent("desk:key", { detail: { action: "help" } })));
    node.title = words.keys;
    node.setAttribute("aria-label", words.keys);
    node.dataset.testid = "open-key-help";
    return node;
  }

  // The store has read the review back: its draft is no longer needed, unless something was typed after it was sent.
  function forgetConfirmedDraft() {
    if (!data.confirmed) return;
    try {
      // Every tab keeps a draft of its own: only the one that was sent goes.
      for (const key of Object.keys(localStorage).filter((each) => each.startsWith(data.confirmed.draft_key + "@"))) {
        if (JSON.parse(localStorage.getItem(key) || "null")?.sent === data.confirmed.event_id) localStorage.removeItem(key);
      }
    } catch { /* storage is switched off: there is no draft */ }
    tellDrafts();
  }

  function measure() {
    const bottom = line.getBoundingClientRect().bottom;
    // A whole pixel less than fits: with a part of one too many Firefox draws a scroll bar for the page.
    const height = Math.max(420, Math.floor(innerHeight - bottom) - 14) + "px";
    // Setting it makes the whole page compute its style anew.
    if (bottom <= 0 || root.height === height) return;
    root.height = height;
    document.documentElement.style.setProperty("--desk-height", height);
  }
}
