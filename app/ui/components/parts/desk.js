// Shared by the parts of the desk: drafts, composed text, the ten small bars.
const DRAFTS_CHANGED = "workbench:drafts";

// Drafts are kept by one part of the desk and marked by another.
function tellDrafts() {
  dispatchEvent(new Event(DRAFTS_CHANGED));
}

function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

// Ten bars, the applicant's own in the mark colour with a pointer above it; the figure says the same in words.
function tenBars(bars, own, title) {
  const picture = drawn("svg", { viewBox: "0 0 100 30", class: "bars", role: "img", "aria-label": title });
  const most = Math.max(1, ...bars);
  const top = (place) => 29 - (bars[place] === 0 ? 0.6 : Math.max(1.5, (bars[place] / most) * 23));
  const outline = (place) => "M" + (place * 10 + 0.8) + " 29V" + top(place).toFixed(1) + "h8.4V29z";
  picture.append(drawn("path", { class: "bar", d: bars.map((_, place) => (place === own ? "" : outline(place))).join("") }));
  if (own !== null && own !== undefined) {
    const middle = own * 10 + 5, height = top(own) - 1;
    picture.append(drawn("path", { class: "own", d: outline(own) + "M" + (middle - 3.4) + " " + (height - 4.4).toFixed(1) + "h6.8L" + middle + " " + height.toFixed(1) + "z" }));
  }
  const hint = drawn("title", {});
  hint.textContent = title;
  picture.append(drawn("path", { class: "base", d: "M0 29h100v.6H0z" }), hint);
  return picture;
}

function drawn(tag, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
