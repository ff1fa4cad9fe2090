// The pages on screen: only those near the window have nodes, each asks for a picture as wide as it is seen.
const SETTLE_MS = 120;
const BUSY_MS = 900;
const MOST_TRIES = 5;

function refreshPages(view) {
  const { pages, stage } = view;
  if (!view.count || !pages.clientWidth) return;
  layOut(view);
  Object.assign(stage.style, { height: view.height + "px", width: view.width + "px" });
  for (const node of view.shown.values()) placePage(view, node);
  showNear(view);
}

function showNear(view) {
  const { pages } = view;
  if (!view.rows.length) return;
  const from = rowAt(view, pages.scrollTop - pages.clientHeight * 0.6);
  const to = rowAt(view, pages.scrollTop + pages.clientHeight * 1.8);
  const near = new Set(view.rows.slice(from, to + 1).flatMap((row) => row.pages));
  for (const [page, node] of view.shown) if (!near.has(page)) dropPage(view, page, node);
  for (const page of near) if (!view.shown.has(page)) addPage(view, page);
  notePage(view);
}

function addPage(view, page) {
  const node = make("div", "page");
  node.page = page;
  node.dataset.page = page;
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", pageText(view, page));
  node.sheet = make("div", "sheet");
  node.layer = make("div", "layer");
  node.sheet.append(node.layer);
  node.append(make("span", "coming small muted", view.words.loading), node.sheet);
  view.shown.set(page, node);
  view.stage.append(node);
  placePage(view, node);
  drawLayer(view, node);
}

function dropPage(view, page, node) {
  clearTimeout(node.waiting);
  // An empty address ends a request that is no longer wanted.
  if (node.coming) node.coming.removeAttribute("src");
  node.remove();
  view.shown.delete(page);
}

function placePage(view, node) {
  const row = rowOfPage(view, node.page);
  if (!row) return dropPage(view, node.page, node);
  const place = row.pages.indexOf(node.page);
  const before = row.sizes.slice(0, place).reduce((sum, [width]) => sum + width + PAGE_GAP, 0);
  const [width, height] = row.sizes[place];
  const left = Math.max(PAGE_GAP, (view.width - row.width) / 2) + before;
  Object.assign(node.style, { top: row.top + "px", left: left + "px", width: width + "px", height: height + "px" });
  const turn = turnOf(view, node.page);
  const [wide, high] = turn % 180 ? [height, width] : [width, height];
  Object.assign(node.sheet.style, { width: wide + "px", height: high + "px", transform: "translate(-50%, -50%) rotate(" + turn + "deg)" });
  askPicture(view, node, widthToAsk(wide));
}

// Who drags the bar through a long document asks for no page between: pictures are asked for where one stops.
function askPicture(view, node, width) {
  if (node.asked >= width || view.isMoving) return;
  node.asked = width;
  clearTimeout(node.waiting);
  node.waiting = setTimeout(() => loadPicture(view, node, width), node.picture ? SETTLE_MS * 2 : 0);
}

function noteMoving(view) {
  const { pages } = view;
  view.isMoving = Math.abs(pages.scrollTop - (view.lastTop ?? 0)) > pages.clientHeight * 0.5;
  view.lastTop = pages.scrollTop;
  clearTimeout(view.still);
  view.still = setTimeout(() => {
    view.isMoving = false;
    for (const node of view.shown.values()) placePage(view, node);
  }, SETTLE_MS);
}

function loadPicture(view, node, width) {
  const image = make("img", "picture");
  node.coming = image;
  image.alt = view.file.name + " " + pageText(view, node.page);
  image.draggable = false;
  image.onload = () => {
    if (node.asked !== width) return;
    node.picture?.remove();
    node.querySelector(".trouble")?.remove();
    node.picture = image;
    node.coming = null;
    node.sheet.prepend(image);
    node.classList.add("loaded");
  };
  image.onerror = () => tellPageTrouble(view, node, width);
  image.src = pictureAddress(view, node.page, width);
}

function pictureAddress(view, page, width) {
  return addressOf(view.file, "/page/" + page) + queryOf(view.host, "&width=" + width);
}

async function tellPageTrouble(view, node, width) {
  if (!node.isConnected || node.asked !== width) return;
  const { words } = view;
  const error = await answerOf(pictureAddress(view, node.page, width), words).then(() => new Error(words.cannot_show), (problem) => problem);
  node.querySelector(".trouble")?.remove();
  node.tries = (node.tries ?? 0) + 1;
  if (error.status === 503 && node.tries < MOST_TRIES) {
    node.waiting = setTimeout(() => loadPicture(view, node, width), BUSY_MS * node.tries);
    return;
  }
  const again = () => { node.querySelector(".trouble")?.remove(); node.tries = 0; loadPicture(view, node, width); };
  node.append(troubleBox(pageText(view, node.page) + "：" + error.message, words, again));
}

// The page in the middle of the window is the one that is read.
function notePage(view) {
  const { pages, rows } = view;
  const middle = pages.scrollTop + Math.min(pages.clientHeight * 0.4, pages.clientHeight / 2);
  const row = rows[rowAt(view, middle)];
  if (!row || row.pages.includes(view.page)) return tellScale(view);
  view.page = row.pages[0];
  tellPage(view);
}

function tellPage(view) {
  const { file, page, count } = view;
  view.pageBox.value = page;
  tellScale(view);
  followPage(view);
  markThumbnail(view);
  rememberView(view);
  noteStop(view);
  document.dispatchEvent(new CustomEvent("desk:page", { detail: { sha256: file.sha256, page, pages: count } }));
}

function tellScale(view) {
  const row = rowOfPage(view, view.page);
  if (row) view.scaleLabel.textContent = Math.round(row.scale * 100) + "%";
}

function pageText(view, page) {
  return view.words.page_of.replace("{page}", page).replace("{pages}", view.count);
}

function goToPage(view, page, inside = 0) {
  const known = pagesOf(view);
  if (!known.length) return;
  const wanted = Math.min(known.at(-1), Math.max(known[0], page));
  const row = rowOfPage(view, wanted);
  if (!row) return;
  view.page = wanted;
  view.pages.scrollTop = row.top - PAGE_GAP + (inside ? Math.max(0, inside * row.height - view.pages.clientHeight / 3) : 0);
  showNear(view);
  view.page = wanted;
  tellPage(view);
}
