// Announced and real share of every dimension as two bars on one scale; a negative share starts left of nothing.
export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  const shares = data.dimensions.flatMap((each) => [each.announced, Math.abs(each.effective || 0)]);
  const widest = Math.max(1, ...shares);
  root.replaceChildren(...data.dimensions.map(row));

  function row(each) {
    const node = make("div", "row" + (each.is_off ? " off" : ""));
    const bars = make("div", "bars");
    bars.append(bar("announced", each.announced), bar("effective", each.effective));
    node.append(make("span", "name", each.name), bars);
    return node;
  }

  function bar(kind, share) {
    const line = make("div", "line");
    const track = make("span", "track");
    const fill = make("span", "fill " + kind + (share < 0 ? " negative" : ""));
    fill.style.width = (100 * Math.abs(share || 0)) / widest + "%";
    track.append(fill);
    line.append(make("span", "kind", data.words[kind]), track, make("span", "value number", share === null ? "—" : share + " %"));
    return line;
  }
}
