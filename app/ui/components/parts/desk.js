// Shared by the parts of the desk: drafts, composed text, the ten small bars.
const DRAFTS_CHANGED = "workbench:drafts";

// Drafts are kept by one part of the desk and marked by another.
function tellDrafts() {
  dispatchEvent(new Event(DRAFTS_CHANGED));
}

function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

// Ten bars, the applicant's own in the mark colour; the figure says the same in words for those who cannot see it.
function tenBars(bars, own, title) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 100 30");
  picture.setAttribute("class", "bars");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", title);
  const most = Math.max(1, ...bars);
  bars.forEach((count, place) => {
    const bar = document.createElementNS(space, "rect");
    const height = count === 0 ? 0.6 : Math.max(1.5, (count / most) * 28);
    for (const [name, value] of [["x", place * 10 + 0.8], ["y", 29 - height], ["width", 8.4], ["height", height]]) bar.setAttribute(name, value);
    bar.setAttribute("class", place === own ? "own" : "bar");
    picture.append(bar);
  });
  const line = document.createElementNS(space, "rect");
  for (const [name, value] of [["x", 0], ["y", 29], ["width", 100], ["height", 0.6]]) line.setAttribute(name, value);
  line.setAttribute("class", "base");
  picture.append(line);
  const hint = document.createElementNS(space, "title");
  hint.textContent = title;
  picture.append(hint);
  return picture;
}
