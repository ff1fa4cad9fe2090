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
  line.append(name, ...linkButton(data), ...meterOf(data), make("span", "progress muted number", [data.progress, data.today].filter(Boolean).join(" · ")), make("span", "grow"), note(), views());
  root.replaceChildren(line);
  forgetConfirmedDraft();
  measure();
  addEventListener("resize", measure, listening);
  document.addEventListener("keydown", move, listening);
  listenForNextOpen(data, setTriggerValue, listening.signal);
  document.addEventListener("desk:key", toView, listening);
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
      const node = button("view" + (each.code === data.view ? " chosen" : ""), each.label, () => setTriggerValue("view", each.code));
      node.setAttribute("aria-pressed", each.code === data.view);
      node.dataset.testid = "view-" + each.code;
      group.append(node);
    }
    return group;
  }

  function toView(event) {
    const asked = event.detail.action.replace(/^view_/, "");
    if (asked === "compare" || data.views.some((each) => each.code === asked)) setTriggerValue("view", asked);
  }

  function move(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isComposing(event)) return;
    const target = { ArrowUp: data.previous, ArrowDown: data.next }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    if (target) setTriggerValue("go", target);
  }

  // The store has read the review back: its draft is no longer needed, unless something was typed after it was sent.
  function forgetConfirmedDraft() {
    if (!data.confirmed) return;
    try {
      const draft = JSON.parse(localStorage.getItem(data.confirmed.draft_key) || "null");
      if (draft && draft.sent === data.confirmed.event_id) localStorage.removeItem(data.confirmed.draft_key);
    } catch { /* storage is switched off: there is no draft */ }
    tellDrafts();
  }

  function measure() {
    const bottom = line.getBoundingClientRect().bottom;
    if (bottom > 0) document.documentElement.style.setProperty("--desk-height", Math.max(420, innerHeight - bottom - 13) + "px");
  }
}
