// One gap case: dimensions down, reviewers across, what was before in small print, then the steps so far.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component, "section");
  const words = data.words;
  root.setAttribute("aria-label", data.title);
  root.replaceChildren(top(), flags(), ...(data.reviews.length ? [table()] : []), ...data.reviews.flatMap(said), steps());

  function top() {
    const line = make("div", "top");
    const link = make("a", "", words.desk);
    link.href = data.link;
    link.target = "_self";
    line.append(make("strong", "", data.title), make("span", "badge " + data.state, data.state_label), link);
    if (data.has_close) {
      const close = button("", "✕", () => setTriggerValue("closed", true));
      close.setAttribute("aria-label", words.close);
      line.append(close);
    }
    line.append(make("span", "note", data.subtitle));
    if (data.note) line.append(make("span", "note", data.note));
    return line;
  }

  function flags() {
    const list = make("ul", "flags");
    list.setAttribute("aria-label", words.flags);
    list.append(...data.flags.map((text) => make("li", "", text)));
    return list;
  }

  function table() {
    const node = make("table");
    const head = make("tr");
    head.append(make("th", "", words.dimension), ...data.reviews.map(headOf));
    const rows = data.dimensions.map((each, place) => rowOf(each.name, each.is_apart ? "apart" : "", data.reviews.map((review) => review.scores[place])));
    rows.push(rowOf(words.total, "total" + (data.total_is_apart ? " apart" : ""), data.reviews.map((review) => review.total)));
    rows.push(rowOf(words.saved, "note", data.reviews.map((review) => ({ now: review.saved, before: "" }))));
    node.append(head, ...rows);
    return node;
  }

  function headOf(review) {
    const cell = make("th", "", review.name);
    for (const text of review.badges) cell.append(make("span", "badge", text));
    return cell;
  }

  function rowOf(label, kind, values) {
    const row = make("tr", kind);
    row.append(make("td", "", label), ...values.map((value) => {
      const cell = make("td", "", value.now);
      if (value.before) cell.append(make("div", "before", value.before));
      return cell;
    }));
    return row;
  }

  function said(review) {
    if (!review.said.length) return [];
    const block = make("div", "said");
    block.append(make("b", "", review.name));
    for (const each of review.said) {
      const text = make("div");
      text.append(make("span", "note", each.about + "　"), each.text);
      block.append(text);
    }
    return [block];
  }

  function steps() {
    const block = make("div", "steps");
    if (!data.steps.length) return block;
    block.append(make("b", "", words.history));
    for (const step of data.steps) {
      const line = make("div", "step");
      line.append(make("div", "note", step.head), make("div", "reason", step.reason));
      if (step.facts) line.append(make("div", "note", step.facts));
      block.append(line);
    }
    return block;
  }
}
