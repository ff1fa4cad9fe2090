// The column beside the pages: thumbnails, hits, notes; one at a time, opened by the tools above.
const SIDES = ["thumbnails", "find", "notes"];

function sideTools(view) {
  const group = make("span", "sides");
  view.sideTools = Object.fromEntries(SIDES.filter((side) => side !== "notes" || hasNotes(view)).map((side) => {
    const node = button("tool", view.words["side_" + side], () => openSide(view, view.side === side ? null : side, true));
    node.dataset.testid = "side-" + side;
    node.setAttribute("aria-pressed", "false");
    group.append(node);
    return [side, node];
  }));
  return group;
}

function openUsualSide(view) {
  const kept = readFromSession("workbench:document-side");
  const isRoomy = view.box.clientWidth >= RAIL_ROOM && view.count > 1;
  openSide(view, kept ? kept.side : isRoomy ? "thumbnails" : null);
}

function openSide(view, side, isChosen = false) {
  const wanted = side === "notes" && !hasNotes(view) ? null : side;
  if (isChosen) keepInSession("workbench:document-side", { side: wanted });
  view.side = wanted;
  view.rail.hidden = !wanted;
  view.rail.className = "rail " + (wanted ?? "");
  for (const [name, node] of Object.entries(view.sideTools)) node.setAttribute("aria-pressed", name === wanted);
  if (!wanted || !view.count) return;
  view.rail.setAttribute("aria-label", view.words["side_" + wanted]);
  ({ thumbnails: showThumbnails, find: showFind, notes: showNotes })[wanted](view);
}

function showThumbnails(view) {
  const seen = new IntersectionObserver((entries) => {
    for (const each of entries) {
      clearTimeout(each.target.waiting);
      if (each.isIntersecting) each.target.waiting = setTimeout(() => loadThumbnail(view, each.target, seen), SETTLE_MS * 2);
    }
  }, { root: view.rail, rootMargin: "60px" });
  view.thumbnails = pagesOf(view).map((page) => thumbnail(view, page, seen));
  view.rail.replaceChildren(...view.thumbnails);
  markThumbnail(view, true);
}

function thumbnail(view, page, seen) {
  const node = button("thumbnail", "", (event) => {
    if (event.shiftKey) chooseRange(view, view.page, page);
    else goToPage(view, page);
  });
  node.page = page;
  node.dataset.testid = "thumbnail-" + page;
  node.setAttribute("aria-label", pageText(view, page));
  const sheet = make("span", "leaf");
  const [width, height] = view.sizes[page - 1] ?? USUAL_SIZE;
  sheet.style.aspectRatio = width + " / " + height;
  node.append(sheet, make("span", "number small", page));
  seen.observe(node);
  return node;
}

function loadThumbnail(view, node, seen) {
  seen.unobserve(node);
  const image = make("img");
  image.alt = "";
  image.fetchPriority = "low";
  image.onerror = () => image.remove();
  image.src = pictureAddress(view, node.page, 200);
  node.firstChild.append(image);
}

function markThumbnail(view, isNew = false) {
  if (view.side !== "thumbnails" || !view.thumbnails) return;
  for (const node of view.thumbnails) {
    const isHere = node.page === view.page;
    if (isHere) node.setAttribute("aria-current", "page");
    else node.removeAttribute("aria-current");
    node.classList.toggle("tagged", isTagged(view, node.page));
    node.classList.toggle("noted", marksOf(view, node.page).length > 0);
    if (isHere) keepInSight(view.rail, node, isNew);
  }
}

function keepInSight(rail, node, isNew) {
  const [top, bottom] = [node.offsetTop, node.offsetTop + node.offsetHeight];
  const isSeen = top >= rail.scrollTop && bottom <= rail.scrollTop + rail.clientHeight;
  if (!isSeen || isNew) rail.scrollTop = top - rail.clientHeight / 3;
}
