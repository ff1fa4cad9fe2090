// 核心資料總覽: who, strongest evidence, standing, choices, time line, completeness; a click goes to the category.
const RECORD_MARK = "\n";

export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  const listening = freshListening(root);
  const go = (code, record) => setTriggerValue("chosen", record ? code + RECORD_MARK + record : code);
  root.replaceChildren(
    whoLine(data.who),
    ...data.dimensions.map((each) => strongBlock(each, data.words, go)),
    box("standing", standingCharts(data.standing)),
    box("timeline", activityTimeline(data.timeline, go, listening)),
    ...besides(data.choices.kinds.length > 0, box("choices", choiceBars(data.choices)), box("ledger", ledgerTable(data.ledger, go))),
  );
}

// Listeners of the run before go with it.
function freshListening(root) {
  root.listening?.abort();
  root.listening = new AbortController();
  return root.listening.signal;
}

function box(name, parts) {
  const section = make("section", "box " + name);
  section.append(...parts);
  return section;
}

function whoLine(who) {
  const list = make("dl", "who small");
  list.setAttribute("aria-label", who.label);
  for (const each of who.facts) {
    const pair = make("div", "pair");
    pair.append(make("dt", "muted", each.label), make("dd", "", each.value));
    list.append(pair);
  }
  return list;
}

// Side by side, unless the first has nothing to fill its column with.
function besides(isFull, ...sections) {
  if (!isFull) return sections;
  const columns = make("div", "columns");
  columns.append(...sections);
  return [columns];
}
