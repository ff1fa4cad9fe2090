// A distribution as ten bars or a hundred bins, drawn large; the same as numbers for those who read numbers.
const PLOT = { width: 660, height: 196, left: 40, right: 10, top: 28, bottom: 24 };

function distributionView(chart, words, width) {
  const counts = width === "hundred" ? chart.bins : chart.bars;
  const own = width === "hundred" ? chart.own_bin : chart.own_bar;
  const box = make("figure", "distribution");
  box.append(distributionPicture(counts, own, { chart, words }), distributionNumbers(counts, own, words));
  return box;
}

function distributionPicture(counts, own, { chart, words }) {
  const step = 100 / counts.length, most = Math.max(1, ...counts);
  const x = (points) => PLOT.left + (points / 100) * (PLOT.width - PLOT.left - PLOT.right);
  const y = (count) => PLOT.height - PLOT.bottom - (count / most) * (PLOT.height - PLOT.top - PLOT.bottom);
  const spoken = filled(words.chart_spoken, { subject: chart.subject, width: step, population: chart.population ?? "–" });
  const picture = drawn("svg", { viewBox: "0 0 " + PLOT.width + " " + PLOT.height, class: "plot", role: "img", "aria-label": [spoken, chart.place].filter(Boolean).join("; ") });
  for (const count of marksOfCounts(most)) {
    picture.append(drawn("line", { class: "grid", x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: y(count), y2: y(count) }), wordAt(count, PLOT.left - 5, y(count) + 3.5, "end"));
  }
  counts.forEach((count, place) => picture.append(barAt(count, place)));
  for (let points = 0; points <= 100; points += 10) picture.append(wordAt(points, x(points), PLOT.height - 9, "middle"));
  if (own !== null) picture.append(...pointer());
  return picture;

  function barAt(count, place) {
    const gap = step > 1 ? 0.7 : 0.1;
    const bar = drawn("rect", { class: place === own ? "own" : "bar", x: x(place * step + gap / 2), y: y(count), width: x(step - gap) - x(0), height: Math.max(0, y(0) - y(count)) });
    const hint = drawn("title", {});
    hint.textContent = gradeRange(place, step) + ": " + count;
    bar.append(hint);
    return bar;
  }

  // The word stands above every bar, joined to its own by a line: it hides no count.
  function pointer() {
    const middle = x((own + 0.5) * step), top = y(counts[own]) - 2;
    const side = middle > PLOT.width - 110 ? "end" : middle < 110 ? "start" : "middle";
    const parts = [drawn("path", { class: "own", d: "M" + (middle - 4.5) + " " + (top - 7) + "h9L" + middle + " " + top + "z" }), wordAt(chart.own_text, middle, 13, side, "own-word")];
    if (top - 7 > PLOT.top) parts.push(drawn("line", { class: "own-line", x1: middle, x2: middle, y1: 17, y2: top - 7 }));
    return parts;
  }

  function wordAt(text, left, height, anchor, kind = "axis") {
    const node = drawn("text", { class: kind, x: left, y: height, "text-anchor": anchor });
    node.textContent = text;
    return node;
  }
}

// At most four even steps, whole people only.
function marksOfCounts(most) {
  const rough = most / 4, power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough));
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step);
}

function gradeRange(place, step) {
  const low = place * step, high = place === 100 / step - 1 ? 100 : (place + 1) * step - 1;
  return low === high ? String(low) : low + "–" + high;
}

// Every interval somebody is in, as a table: for a screen reader, and for who wants the number itself.
function distributionNumbers(counts, own, words) {
  const fold = make("details", "numbers");
  const table = make("table");
  const [grades, people] = [make("tr"), make("tr")];
  grades.append(make("th", "", words.interval));
  people.append(make("th", "", words.people));
  counts.forEach((count, place) => {
    if (!count && place !== own) return;
    grades.append(make("td", place === own ? "own-cell" : "", gradeRange(place, 100 / counts.length) + (place === own ? " ▼" : "")));
    people.append(make("td", place === own ? "own-cell number" : "number", count));
  });
  table.append(grades, people);
  const room = make("div", "numbers-room");
  room.append(table, make("span", "muted small", words.zero_counts));
  fold.append(make("summary", "muted small", words.numbers), room);
  return fold;
}

// Ten bars or a hundred bins: remembered for every course of the session.
function widthSwitch(words) {
  const chosen = coursePrefs().bins;
  const group = make("span", "widths");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.bins);
  for (const [code, label] of [["ten", words.bins_ten], ["hundred", words.bins_hundred]]) {
    const node = button("tool" + (code === chosen ? " chosen" : ""), label, () => keepCoursePrefs({ bins: code }));
    node.setAttribute("aria-pressed", code === chosen);
    node.dataset.testid = "bins-" + code;
    group.append(node);
  }
  return group;
}
