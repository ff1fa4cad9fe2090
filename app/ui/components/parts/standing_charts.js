// Semester standings as small charts side by side: one a population, semesters across, the top of the population at the top.
const CHART = { width: 214, height: 74, left: 12, right: 14, top: 15, bottom: 16 };

function standingCharts(data) {
  const charts = make("div", "charts");
  charts.append(...data.levels.map(chart));
  const heading = make("div", "heading");
  heading.append(make("h3", "", data.title));
  if (!data.levels.length) heading.append(make("span", "muted small", data.nothing));
  return data.levels.length ? [heading, charts] : [heading];

  function chart(level) {
    const box = make("figure", "chart");
    const caption = make("figcaption", "small", level.name);
    if (level.unit) caption.append(make("span", "muted", " " + level.unit));
    box.append(caption, picture(level));
    return box;
  }

  function picture(level) {
    const node = draw("svg", { viewBox: "0 0 " + CHART.width + " " + CHART.height, role: "img", "aria-label": level.spoken });
    for (const percent of [0, 50, 100]) node.append(draw("line", { class: "grid", x1: CHART.left, x2: CHART.width - CHART.right, y1: y(percent), y2: y(percent) }));
    const across = (place) => CHART.left + 8 + place * ((CHART.width - CHART.left - CHART.right - 16) / Math.max(1, data.semesters.length - 1));
    node.append(...strokes(level.points, across), ...data.semesters.map((text, place) => words(text, across(place), CHART.height - 4, "axis")));
    level.points.forEach((point, place) => point && node.append(...mark(point, across(place))));
    return node;
  }

  // A semester without a standing is a gap in the line.
  function strokes(points, across) {
    const lines = [];
    points.forEach((point, place) => {
      const before = points[place - 1];
      if (point && before) lines.push(draw("line", { class: "stroke", x1: across(place - 1), y1: y(before.percent), x2: across(place), y2: y(point.percent) }));
    });
    return lines;
  }

  function mark(point, x) {
    const range = draw("line", { class: "range", x1: x, x2: x, y1: y(point.best), y2: y(point.worst) });
    const dot = draw("circle", { class: point.small ? "dot few" : "dot", cx: x, cy: y(point.percent), r: 3.2 });
    const hint = draw("title", {});
    hint.textContent = point.detail;
    dot.append(hint);
    return [range, dot, words(point.text, x, Math.max(9, y(point.percent) - 6), "value")];
  }

  function words(text, x, height, kind) {
    const node = draw("text", { class: kind, x, y: height, "text-anchor": "middle" });
    node.textContent = text;
    return node;
  }

  function y(percent) {
    return CHART.top + (percent / 100) * (CHART.height - CHART.top - CHART.bottom);
  }

  function draw(tag, attributes) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  }
}
