// Keyword search: the box, the switch between this applicant and all, and hits in context that stay while one reads.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "search");
  const { words } = data;
  let input = root.querySelector("input.keyword");
  if (!input) build();
  if (root.shown !== data.keyword && component.parentElement.activeElement !== input) input.value = data.keyword;
  root.shown = data.keyword;
  root.querySelector(".all input").checked = data.everyone;
  root.querySelector(".all").hidden = !data.may_search_all;
  root.querySelector(".clear").hidden = !data.keyword;
  const found = root.querySelector(".found");
  found.hidden = !data.findings;
  root.classList.toggle("open", Boolean(data.findings));
  found.replaceChildren(...(data.findings ? results(data.findings) : []));

  function build() {
    input = make("input", "keyword");
    input.type = "search";
    input.maxLength = 60;
    input.dataset.testid = "search";
    const row = make("div", "row");
    const clear = button("clear", "×", () => { input.value = ""; component.setTriggerValue("search", { keyword: "", everyone: false }); });
    clear.dataset.testid = "search-clear";
    row.append(input, clear);
    const all = make("label", "all small");
    const box = make("input");
    box.type = "checkbox";
    all.append(box, make("span", "", words.everyone));
    const found = make("div", "found");
    root.append(row, all, found);
    const send = () => setTriggerValue("search", { keyword: input.value.trim(), everyone: box.checked });
    input.onkeydown = (event) => { if (event.key === "Enter" && !isComposing(event)) send(); };
    box.onchange = () => { if (input.value.trim()) send(); };
  }
  input.placeholder = words.placeholder;
  input.setAttribute("aria-label", words.placeholder);
  root.querySelector(".clear").setAttribute("aria-label", words.clear);

  function results(findings) {
    return [make("div", "count small muted", findings.summary), ...findings.groups.map(group)];
  }

  function group(each) {
    const box = make("div", "group");
    const title = button("title", each.title, () => go(each));
    box.append(title, ...each.hits.map((pieces) => hit(pieces, each)));
    return box;
  }

  function hit(pieces, each) {
    const node = button("hit", "", () => go(each));
    for (const [text, marked] of pieces) node.append(make(marked ? "mark" : "span", "", text));
    return node;
  }

  function go(each) {
    setTriggerValue("hit", { application_id: each.application_id, category_code: each.category_code });
  }
}
