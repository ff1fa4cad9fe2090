// The line above the desk: previous and next applicant, the place in the list, views. It also measures the room below.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "nav");
  const { words } = data;
  root.controls?.abort();
  root.controls = new AbortController();
  const listening = { signal: root.controls.signal };

  const line = make("div", "line");
  line.append(step(words.previous, data.previous, "previous", "Alt+↑"), placeOf(), step(words.next, data.next, "next", "Alt+↓"), ...nextOpen(data, setTriggerValue));
  const name = make("strong", "name", data.name);
  line.append(name, ...linkButton(data, root), ...meterOf(data), make("span", "progress muted number", [data.progress, data.today].filter(Boolean).join(" · ")), make("span", "grow"), ...lastSave(), views(), help());
  root.replaceChildren(line);
  forgetConfirmedDraft();
  measure();
  addEventListener("resize", measure, listening);
  listenForNextOpen(data, setTriggerValue, listening.signal);
  document.addEventListener("desk:key", asked, listening);
  listenForPage(data, root, listening.signal);
  return () => root.controls.abort();

  function step(text, target, side, keys) {
    const node = button("tool", side === "previous" ? "◀ " + text : text + " ▶", () => target && setTriggerValue("go", target));
    node.disabled = !target;
    node.title = keys;
    node.dataset.testid = side;
    return node;
  }

  function placeOf() {
    const place = make("span", "place number", (data.position || "–") + " / " + data.count);
    place.dataset.testid = "position";
    return place;
  }

  function note() {
    const { text, saved_at, is_past } = data.note;
    const node = make("span", is_past ? "saved past small" : "saved small", saved_at ? text + " " + clock(saved_at) : text);
    node.dataset.testid = "last-save";
    node.setAttribute("role", "status");
    return node;
  }

  function clock(text) {
    return new Date(text).toLocaleTimeString("zh-TW", { hour12: false });
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
    const target = { previous_applicant: data.previous, next_applicant: data.next }[action];
    if (target) setTriggerValue("go", target);
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
    if (bottom > 0) document.documentElement.style.setProperty("--desk-height", Math.max(420, innerHeight - bottom - 13) + "px");
  }
}
