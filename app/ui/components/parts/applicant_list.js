// The applicant list: the database group first, PDF uploads in a group of their own, the state of the own review on each line.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const { words } = data;
  root.controls?.abort();
  root.controls = new AbortController();
  root.classList.toggle("alone", Boolean(data.alone));
  root.setAttribute("aria-label", words.applicants);
  let list = root.querySelector(".list");
  if (!list) {
    list = make("div", "list");
    root.append(make("div", "head"), filterBox(), list);
  }
  root.querySelector(".head").replaceChildren(head());
  const nobody = make("p", "nobody small muted", words.filter_nothing);
  nobody.setAttribute("role", "status");

  // A thousand lines are made once; from one applicant to the next only what differs is touched.
  const made = data.groups.flatMap((group) => [group.title, ...group.lines.map((each) => each.id)]).join("\n") + JSON.stringify(words);
  if (root.made !== made) {
    root.rows = new Map();
    list.replaceChildren(...data.groups.map(groupOf), nobody);
    root.made = made;
  }
  for (const group of data.groups) for (const each of group.lines) refresh(root.rows.get(each.id), each);
  root.act = setTriggerValue;
  root.sift = sift;
  sift();
  markDrafts();
  addEventListener(DRAFTS_CHANGED, markDrafts, { signal: root.controls.signal });
  addEventListener("storage", markDrafts, { signal: root.controls.signal });
  if (root.shown !== data.selected) {
    const chosen = list.querySelector(".selected");
    if (chosen) list.scrollTop = Math.max(0, chosen.offsetTop - list.offsetTop - list.clientHeight / 3);
    root.shown = data.selected;
  }
  return () => root.controls.abort();

  // The box stays while applicants come and go, and what is typed in it with it.
  function filterBox() {
    const input = make("input", "filter");
    input.type = "search";
    input.autocomplete = "off";
    input.placeholder = words.filter;
    input.dataset.testid = "applicant-filter";
    input.setAttribute("aria-label", words.filter_label);
    input.oninput = () => root.sift();
    return input;
  }

  // Every word must be somewhere in the name, the number, the school or the identity.
  function sift() {
    const asked = plain(root.querySelector(".filter").value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const box of list.querySelectorAll("section")) {
      const rows = [...box.querySelectorAll(".line")];
      for (const row of rows) row.hidden = !asked.every((word) => row.sought.includes(word));
      const shown = rows.filter((row) => !row.hidden).length;
      box.hidden = shown === 0;
      found += shown;
    }
    list.querySelector(".nobody").hidden = found > 0;
  }

  function plain(text) {
    return text.normalize("NFKC").toLowerCase().trim();
  }

  function markDrafts() {
    const drafted = draftedApplications();
    for (const [id, { draft }] of root.rows) draft.hidden = !drafted.has(id);
  }

  function draftedApplications() {
    const { plan_id, plan_revision, reviewer_id } = data.drafts;
    const start = ["draft", plan_id, plan_revision, ""].join(":");
    const end = ":" + reviewer_id;
    const drafted = new Set();
    try {
      for (const key of Object.keys(localStorage)) {
        const owner = key.slice(0, key.lastIndexOf(":"));
        if (key.startsWith(start) && owner.endsWith(end)) drafted.add(owner.slice(start.length, -end.length));
      }
    } catch { /* storage is switched off: there is no draft */ }
    return drafted;
  }

  function head() {
    const row = make("div", "row");
    row.append(make("strong", "", data.title), make("span", "grow"), order());
    const box = make("div");
    box.append(row);
    if (data.comparing.length > 0) box.append(compareRow());
    return box;
  }

  function order() {
    const select = choice("order", words.order, data.orders, data.order);
    select.onchange = () => setTriggerValue("order", select.value);
    return select;
  }

  function compareRow() {
    const row = make("div", "row compare-row");
    const start = button("start", words.compare_start.replace("{count}", data.comparing.length), () => setTriggerValue("compare_start", true));
    start.disabled = data.comparing.length < 2;
    start.dataset.testid = "start-compare";
    row.append(start, button("clear muted", words.compare_clear, () => setTriggerValue("compare_clear", true)));
    return row;
  }

  function groupOf(group) {
    const box = make("section");
    const lines = make("ul", "lines");
    lines.setAttribute("aria-label", group.title);
    lines.append(...group.lines.map(lineOf));
    box.append(make("div", "heading", group.title), lines);
    return box;
  }

  function lineOf(each) {
    const row = make("li");
    row.dataset.application = each.id;
    row.sought = plain(each.hint);
    const go = button("go", "", () => root.act("chosen", each.id));
    go.dataset.testid = "applicant-" + each.id;
    go.title = each.hint;
    const state = make("span", "state");
    const first = make("span", "first");
    const draft = make("span", "draft", "●");
    draft.title = words.draft;
    draft.setAttribute("role", "img");
    draft.setAttribute("aria-label", words.draft);
    draft.hidden = true;
    first.append(make("span", "who", each.name), draft, ...each.badges.map((text) => make("span", "badge pdf", text)));
    const second = make("span", "second muted");
    second.textContent = each.detail;
    const text = make("span", "text");
    text.append(first, second);
    go.append(text, state);
    const box = compareBox(each);
    row.append(box, go);
    root.rows.set(each.id, { row, go, state, box, draft });
    return row;
  }

  // What changes from run to run: the chosen line, the own state, the ticks.
  function refresh({ row, go, state, box }, each) {
    const isChosen = each.id === data.selected;
    const look = "line" + (isChosen ? " selected" : "") + " " + each.state;
    if (row.className !== look) row.className = look;
    if (isChosen) go.setAttribute("aria-current", "true");
    else go.removeAttribute("aria-current");
    if (state.textContent !== each.state_label) state.textContent = each.state_label;
    box.checked = data.comparing.includes(each.id);
    box.disabled = !box.checked && data.comparing.length >= data.compare_most;
  }

  function compareBox(each) {
    const box = make("input", "compare");
    box.type = "checkbox";
    box.dataset.testid = "compare-" + each.id;
    box.title = words.compare;
    box.setAttribute("aria-label", words.compare + " " + each.name);
    box.onchange = () => root.act("compare", each.id);
    return box;
  }
}
