// One course: its facts, the large distribution, its other semesters. Arrows go to the courses before and after it.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  const { words } = data;
  const isNew = root.course !== data.id;
  root.course = data.id;
  root.tabIndex = -1;
  root.setAttribute("aria-label", data.title);
  root.ending?.abort();
  root.ending = new AbortController();
  const picture = make("div", "picture");
  addEventListener(COURSE_PREFS_CHANGED, paint, { signal: root.ending.signal });
  const focused = component.parentElement.activeElement?.dataset?.testid;
  const fold = isNew ? undefined : root.querySelector("details.numbers")?.open;
  root.replaceChildren(line(), facts(), ...data.notes.map((each) => make("p", each.kind, each.text)), picture, ...siblings());
  paint();
  if (fold) root.querySelector("details.numbers").open = true;
  if (focused) root.querySelector('[data-testid="' + CSS.escape(focused) + '"]')?.focus({ preventScroll: true });
  root.onkeydown = keyed;
  return () => root.ending.abort();

  function line() {
    const box = make("div", "line");
    const title = make("h3", "", data.title);
    title.lang = "zh-Hant-TW";
    box.append(title, make("span", "muted small", data.when), make("span", "grow"), make("span", "muted small hint", words.step_hint));
    box.append(tool("‹", words.previous_course, "course-previous", { by: -1 }), tool("›", words.next_course, "course-next", { by: 1 }), tool("×", words.close, "course-close", { close: true }));
    return box;
  }

  function tool(text, name, testId, detail) {
    const node = button("tool", text, () => ask(detail));
    node.setAttribute("aria-label", name);
    node.title = name;
    node.dataset.testid = testId;
    return node;
  }

  // The table knows the order of the courses on screen.
  function ask(detail) {
    dispatchEvent(new CustomEvent(COURSE_STEP, { detail: { from: data.id, ...detail } }));
  }

  function facts() {
    const box = make("dl", "facts");
    for (const each of data.facts) {
      const pair = make("div");
      const value = make("dd", "number", each.value);
      if (each.is_data) value.lang = "zh-Hant-TW";
      if (each.title) pair.title = each.title;
      if (each.detail) value.append(make("span", "muted small", " " + each.detail));
      pair.append(make("dt", "muted small", each.label), value);
      box.append(pair);
    }
    return box;
  }

  function paint() {
    if (!data.chart) return;
    const fold = picture.querySelector("details")?.open;
    const tools = make("div", "line");
    tools.append(make("span", "small", data.chart.place), make("span", "muted small", coursePrefs().bins === "ten" ? data.bars_note : ""), make("span", "grow"), widthSwitch(words));
    const held = component.parentElement.activeElement?.dataset?.testid;
    picture.replaceChildren(tools, distributionView(data.chart, words, coursePrefs().bins));
    if (fold) picture.querySelector("details").open = true;
    if (held) picture.querySelector('[data-testid="' + CSS.escape(held) + '"]')?.focus({ preventScroll: true });
  }

  function siblings() {
    if (!data.siblings.length) return [];
    const box = make("div", "siblings");
    box.append(make("span", "muted small", words.siblings));
    for (const each of data.siblings) {
      const isHere = each.id === data.id;
      const node = button("sibling" + (isHere ? " here" : ""), "", () => component.setTriggerValue("opened", each.id));
      node.append(make("span", "muted small", each.when + " "), make("span", "number", each.grade), make("span", "small muted number", each.standing ? " " + each.standing : ""));
      if (isHere) node.setAttribute("aria-current", "true");
      node.dataset.testid = "sibling-" + each.id;
      box.append(node);
    }
    return [box];
  }

  function keyed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || isComposing(event)) return;
    const detail = { ArrowLeft: { by: -1 }, ArrowRight: { by: 1 }, Escape: { close: true } }[event.key];
    if (!detail) return;
    event.preventDefault();
    ask(detail);
  }
}
