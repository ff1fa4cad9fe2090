// Search in the text of this document: hits with what stands around them, one after the other, marked on the page.
const FIND_WAIT = 350;

function showFind(view) {
  const { words, found } = view;
  const input = make("input", "find-box");
  input.type = "search";
  input.maxLength = 60;
  input.value = found.text;
  input.placeholder = words.find_placeholder;
  input.setAttribute("aria-label", words.find_placeholder);
  input.dataset.testid = "find-box";
  view.findBox = input;
  view.findCount = make("span", "small number found-count");
  view.findCount.setAttribute("role", "status");
  view.findCount.dataset.testid = "find-count";
  view.findList = make("ol", "hits");
  const steps = make("div", "find-steps");
  steps.append(view.findCount, make("span", "grow"), iconTool("up", words.hit_before, () => nextHit(view, -1), "N"), iconTool("down", words.hit_after, () => nextHit(view, 1), "n"));
  view.rail.replaceChildren(input, steps, view.findList);
  input.oninput = (event) => { if (!isComposing(event)) findSoon(view); };
  input.addEventListener("compositionend", () => findSoon(view));
  input.onkeydown = (event) => findKey(event, view);
  listHits(view);
  input.focus();
  input.select();
}

function findSoon(view) {
  clearTimeout(view.findWait);
  view.findWait = setTimeout(() => find(view), FIND_WAIT);
}

function findKey(event, view) {
  if (isComposing(event)) return;
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    view.findBox.value = "";
    find(view);
    view.pages.focus();
  }
  if (event.key !== "Enter") return;
  event.preventDefault();
  event.stopPropagation();
  clearTimeout(view.findWait);
  if (view.findBox.value.trim() === view.found.text && view.found.hits.length) nextHit(view, event.shiftKey ? -1 : 1);
  else find(view);
}

function find(view) {
  return findText(view, view.findBox.value.trim(), true);
}

// Look for a text; ``isGoing`` leads to the first hit from here on, else hits are marked where one is.
async function findText(view, text, isGoing) {
  if (text === view.found.text && !view.found.problem) return;
  const found = { text, hits: [], at: -1, boxes: new Map(), isWaiting: Boolean(text) };
  view.found = found;
  listHits(view);
  redrawLayers(view);
  if (!text) return;
  try {
    const facts = await answerOf(addressOf(view.file, "/find") + queryOf(view.host, "&text=" + encodeURIComponent(text)), view.words);
    const known = new Set(pagesOf(view));
    Object.assign(found, { hits: facts.hits.filter((hit) => known.has(hit.page)), mayBeMore: facts.may_be_more });
  } catch (error) {
    found.problem = error.message;
  }
  found.isWaiting = false;
  // Meanwhile another text may be sought.
  if (view.found !== found) return;
  const here = Math.max(0, found.hits.findIndex((hit) => hit.page >= view.page));
  if (!isGoing) found.at = here;
  listHits(view);
  if (isGoing && found.hits.length) goToHit(view, here);
  else redrawLayers(view);
}

function listHits(view) {
  if (view.side !== "find") return;
  const { found } = view;
  view.findCount.textContent = countText(view);
  view.findCount.classList.toggle("problem", Boolean(found.problem));
  view.findList.replaceChildren(...found.hits.map((hit, place) => hitLine(view, hit, place)));
}

function countText({ found, words }) {
  if (!found.text) return words.find_hint;
  if (found.isWaiting) return words.loading;
  if (found.problem) return found.problem;
  if (!found.hits.length) return words.find_nothing;
  const text = found.mayBeMore ? words.find_at_more : words.find_at;
  return text.replace("{place}", found.at + 1).replace("{count}", found.hits.length);
}

function hitLine(view, hit, place) {
  const line = make("li");
  const node = button("hit", "", () => goToHit(view, place));
  const mark = make("mark", "", hit.match);
  node.append(make("span", "number small muted where", view.words.page_short.replace("{page}", hit.page)), make("span", "", hit.before), mark, make("span", "", hit.after));
  line.append(node);
  return line;
}

function nextHit(view, step) {
  const { hits, at } = view.found;
  if (!hits.length) return openSide(view, "find");
  goToHit(view, (at + step + hits.length) % hits.length);
}

async function goToHit(view, place) {
  const { found } = view;
  found.at = place;
  const hit = found.hits[place];
  if (view.side === "find") {
    view.findCount.textContent = countText(view);
    [...view.findList.children].forEach((line, number) => {
      if (number === place) line.firstChild.setAttribute("aria-current", "true");
      else line.firstChild.removeAttribute("aria-current");
    });
    const line = view.findList.children[place];
    if (line) keepInSight(view.findList, line, false);
  }
  if (view.page !== hit.page) goToPage(view, hit.page);
  redrawLayers(view);
  const boxes = await boxesOf(view, hit.page);
  if (view.found !== found || found.at !== place) return;
  const first = boxes[hit.place]?.[0];
  if (first && !isInSight(view, hit.page, first[1]) && turnOf(view, hit.page) === 0) goToPage(view, hit.page, first[1]);
}

function isInSight(view, page, share) {
  const row = rowOfPage(view, page);
  const height = row.top + share * row.height - view.pages.scrollTop;
  return height > 20 && height < view.pages.clientHeight - 40;
}

// Where the text stands on a page; asked once, and only for pages on screen.
function boxesOf(view, page) {
  const { found } = view;
  if (!found.boxes.has(page)) {
    const address = addressOf(view.file, "/page/" + page + "/find") + queryOf(view.host, "&text=" + encodeURIComponent(found.text));
    const asked = answerOf(address, view.words).then((facts) => facts.found, () => []);
    found.boxes.set(page, asked);
    asked.then((boxes) => {
      found.boxes.set(page, boxes);
      if (view.found === found) redrawLayers(view);
    });
  }
  return Promise.resolve(found.boxes.get(page));
}

function hitBoxes(view, page) {
  const { found } = view;
  if (!found.hits.some((hit) => hit.page === page)) return [];
  const boxes = found.boxes.get(page);
  if (!Array.isArray(boxes)) {
    if (!boxes) boxesOf(view, page);
    return [];
  }
  const current = found.hits[found.at];
  return boxes.flatMap((lines, place) => lines.map((box) => areaBox("hit-box" + (current?.page === page && current.place === place ? " current" : ""), box)));
}

function areaBox(className, [left, top, width, height]) {
  const node = make("span", className);
  Object.assign(node.style, { left: left * 100 + "%", top: top * 100 + "%", width: width * 100 + "%", height: height * 100 + "%" });
  return node;
}

function redrawLayers(view) {
  for (const node of view.shown.values()) drawLayer(view, node);
}

function drawLayer(view, node) {
  node.layer.replaceChildren(...hitBoxes(view, node.page), ...markBoxes(view, node));
}
