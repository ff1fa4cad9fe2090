// Zoom, fit, rotation, two pages, the whole screen; what was read stays where it was.
const ZOOM_STEP = 1.2;
const [LEAST_ZOOM, MOST_ZOOM] = [0.2, 5];

function keepPlace(view, change, share = 0.3) {
  const { pages } = view;
  const at = pages.scrollTop + pages.clientHeight * share;
  const row = view.rows[rowAt(view, at)];
  const inside = row ? (at - row.top) / row.height : 0;
  const across = pages.scrollWidth ? (pages.scrollLeft + pages.clientWidth / 2) / pages.scrollWidth : 0.5;
  const page = row?.pages[0];
  change();
  refreshPages(view);
  const now = page && rowOfPage(view, page);
  if (now) pages.scrollTop = now.top + inside * now.height - pages.clientHeight * share;
  pages.scrollLeft = across * pages.scrollWidth - pages.clientWidth / 2;
  showNear(view);
  showChoices(view);
  rememberView(view);
}

function zoomBy(view, factor, share) {
  const scale = rowOfPage(view, view.page)?.scale ?? 1;
  keepPlace(view, () => {
    view.zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, scale * factor));
    view.fit = "none";
  }, share);
}

function fitTo(view, fit) {
  keepPlace(view, () => { view.fit = fit; });
}

function rotatePage(view, page = view.page) {
  keepPlace(view, () => view.turns.set(page, (turnOf(view, page) + 90) % 360));
}

function toggleTwo(view) {
  const { page } = view;
  keepPlace(view, () => { view.two = !view.two; });
  goToPage(view, page);
}

function toggleWholeScreen(view) {
  if (document.fullscreenElement) document.exitFullscreen();
  else view.box.requestFullscreen?.().catch(() => undefined);
}

function showChoices(view) {
  const pressed = { fit_width: view.fit === "width", fit_page: view.fit === "page", two_pages: view.two };
  for (const [name, is] of Object.entries(pressed)) view.tools[name].setAttribute("aria-pressed", is);
}

function wheelZooms(view) {
  view.pages.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = view.pages.getBoundingClientRect();
    zoomBy(view, event.deltaY < 0 ? 1.12 : 1 / 1.12, (event.clientY - box.top) / box.height);
  }, { passive: false });
}

// How a document was last looked at, for this tab of the browser.
function rememberView(view) {
  const { page, zoom, fit, two } = view;
  keepInSession("workbench:document:" + view.file.sha256, { page, zoom, fit, two });
}

function rememberedView(view) {
  return readFromSession("workbench:document:" + view.file.sha256) ?? {};
}

function keepInSession(key, value) {
  try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* storage is full or switched off */ }
}

function readFromSession(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) || "null");
  } catch {
    return null;
  }
}
