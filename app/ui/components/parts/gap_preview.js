// What each limit would raise: a row a rule, a cell a limit, a bar for the share of the applicants compared.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  const words = data.words;
  root.replaceChildren(make("p", "small muted", data.intro), ...data.rules.map(rowOf));

  function rowOf(rule) {
    const row = make("div", "rule");
    const name = make("div", "name", rule.name);
    if (rule.is_off) name.append(make("div", "small muted", words.off));
    const cells = make("div", "cells");
    cells.append(...rule.counts.map((each) => cellOf(rule, each)));
    row.append(name, cells);
    return row;
  }

  function cellOf(rule, each) {
    const cell = make("div", "cell" + (each.is_plan ? " plan" : ""));
    const bar = make("div", "bar");
    const filled = make("i");
    filled.style.height = (each.count ? Math.max(4, (100 * each.count) / data.most) : 0) + "%";
    bar.append(filled);
    cell.append(make("div", "count number", each.count + (words.people ? " " + words.people : "")), bar, make("div", "limit small muted number", "≥ " + each.limit + rule.unit));
    return cell;
  }
}
