// A PDF in place: tools above, thumbnails, hits and notes at the side, pages that are drawn where one looks.
const RAIL_ROOM = 620;
const TWO_ROOM = 900;

function pdfView(file, host) {
  const view = {
    file, host, words: host.data.words, count: 0, sizes: [], rows: [], shown: new Map(), turns: new Map(), range: file.range ?? null,
    page: 1, zoom: 1, fit: "width", two: false, side: null, found: { text: "", hits: [], at: -1, boxes: new Map() }, tools: {},
  };
  view.box = make("div", "pdf-view");
  view.receive = () => receiveView(view);
  buildView(view);
  host.views.add(view);
  loadDocument(view);
  return view.box;
}

function buildView(view) {
  const { file, box } = view;
  view.pages = make("div", "pages");
  view.pages.tabIndex = 0;
  view.pages.setAttribute("role", "region");
  view.pages.setAttribute("aria-label", file.name);
  view.pages.dataset.testid = "document-pages";
  view.stage = make("div", "stage");
  view.pages.append(view.stage);
  view.rail = make("aside", "rail");
  view.rail.hidden = true;
  const middle = make("div", "middle");
  middle.append(view.rail, view.pages);
  box.append(toolLine(view), tagLine(view), middle);
  view.pages.addEventListener("scroll", () => scrolled(view), { passive: true });
  box.dataset.ownKeys = "n";
  box.addEventListener("keydown", (event) => viewKey(event, view));
  wheelZooms(view);
  drawsMarks(view);
  new ResizeObserver(() => resized(view)).observe(view.pages);
}

function toolLine(view) {
  const { words, tools } = view;
  const line = make("div", "tools");
  line.setAttribute("role", "toolbar");
  line.setAttribute("aria-label", words.tools);
  Object.assign(tools, {
    smaller: iconTool("smaller", words.zoom_out, () => zoomBy(view, 1 / ZOOM_STEP), "−"),
    larger: iconTool("larger", words.zoom_in, () => zoomBy(view, ZOOM_STEP), "+"),
    fit_width: iconTool("fit_width", words.fit_width, () => fitTo(view, "width"), "0"),
    fit_page: iconTool("fit_page", words.fit_page, () => fitTo(view, "page"), "9"),
    two_pages: iconTool("two_pages", words.two_pages, () => toggleTwo(view)),
    rotate: iconTool("rotate", words.rotate, () => rotatePage(view), "R"),
    whole_screen: iconTool("whole_screen", words.whole_screen, () => toggleWholeScreen(view)),
  });
  view.scaleLabel = make("span", "number zoom", "");
  line.append(
    sideTools(view), pageTools(view), tools.smaller, view.scaleLabel, tools.larger, tools.fit_width, tools.fit_page, tools.two_pages, tools.rotate,
    make("span", "grow"), ...markTools(view), tools.whole_screen, original(view.file, view.host),
  );
  showChoices(view);
  return line;
}

function pageTools(view) {
  const { words } = view;
  const group = make("span", "pager");
  view.pageBox = make("input", "page-box number");
  view.pageBox.inputMode = "numeric";
  view.pageBox.setAttribute("aria-label", words.go_to_page);
  view.pageBox.dataset.testid = "page-box";
  view.pageBox.onfocus = () => view.pageBox.select();
  const go = () => goToPage(view, Number.parseInt(view.pageBox.value.normalize("NFKC"), 10) || view.page);
  view.pageBox.onchange = go;
  view.pageBox.onkeydown = (event) => { if (event.key === "Enter" && !isComposing(event)) go(); };
  view.counter = make("span", "number counter", words.loading);
  view.counter.setAttribute("role", "status");
  view.counter.dataset.testid = "page-count";
  group.append(
    iconTool("up", words.page_before, () => goToPage(view, view.page - (view.two ? 2 : 1)), "←"), view.pageBox, view.counter,
    iconTool("down", words.page_after, () => goToPage(view, view.page + (view.two ? 2 : 1)), "→"),
  );
  return group;
}

async function loadDocument(view) {
  view.stage.replaceChildren();
  try {
    const facts = await answerOf(addressOf(view.file, "/pages") + queryOf(view.host), view.words);
    if (!facts.pages) throw new Error(view.words.cannot_show);
    begin(view, facts);
  } catch (error) {
    view.counter.textContent = "";
    view.stage.replaceChildren(troubleBox(error.message, view.words, () => loadDocument(view)));
  }
}

function begin(view, facts) {
  view.count = facts.pages;
  view.sizes = facts.sizes ?? [];
  const remembered = rememberedView(view);
  const { page, zoom, fit, two } = remembered;
  if (["width", "page", "none"].includes(fit)) Object.assign(view, { zoom: Number(zoom) || 1, fit, two: Boolean(two) });
  view.counter.textContent = "/ " + view.count;
  showChoices(view);
  openUsualSide(view);
  refreshPages(view);
  goToPage(view, askedPage(view) ?? stoppedElsewhere(view, remembered, facts) ?? page ?? 1);
  receiveView(view);
}

// The page of the address counts once, for the document it was asked for.
function askedPage(view) {
  const { asked } = view.host.data;
  if (!asked || (asked.file && asked.file !== view.file.key)) return null;
  const key = asked.page + ":" + asked.file + ":" + asked.find;
  if (view.host.answered === key) return null;
  view.host.answered = key;
  if (asked.page > view.count) return null;
  if (asked.find) findText(view, asked.find, false);
  return asked.page;
}

function receiveView(view) {
  view.words = view.host.data.words;
  if (!view.count) return;
  const asked = askedPage(view);
  if (asked) goToPage(view, asked);
  for (const node of view.shown.values()) drawLayer(view, node);
  receiveNotes(view);
  receiveTags(view);
}

function resized(view) {
  const wide = view.pages.clientWidth;
  if (wide === view.lastWide && view.pages.clientHeight === view.lastHigh) return;
  Object.assign(view, { lastWide: wide, lastHigh: view.pages.clientHeight });
  view.tools.two_pages.disabled = view.box.clientWidth < TWO_ROOM && !view.two;
  if (!view.count) return;
  const { page } = view;
  keepPlace(view, () => undefined);
  if (view.page !== page) goToPage(view, page);
}

function scrolled(view) {
  noteMoving(view);
  cancelAnimationFrame(view.frame);
  view.frame = requestAnimationFrame(() => showNear(view));
}

// Keys of the pages; what is typed into a box stays there, and the keys of the desk are left alone.
function viewKey(event, view) {
  const isTyping = event.target.closest?.("input, textarea, select");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f" && !event.altKey) {
    event.preventDefault();
    openSide(view, "find");
    return;
  }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
  const act = keyActs(view)[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function keyActs(view) {
  const { pages } = view;
  const step = view.two ? 2 : 1;
  const screen = Math.max(60, pages.clientHeight * 0.9);
  return {
    "+": () => zoomBy(view, ZOOM_STEP), "=": () => zoomBy(view, ZOOM_STEP), "-": () => zoomBy(view, 1 / ZOOM_STEP),
    0: () => fitTo(view, "width"), 9: () => fitTo(view, "page"), r: () => rotatePage(view), R: () => rotatePage(view),
    PageDown: () => pages.scrollBy(0, screen), PageUp: () => pages.scrollBy(0, -screen),
    ArrowDown: () => pages.scrollBy(0, 60), ArrowUp: () => pages.scrollBy(0, -60),
    ArrowRight: () => goToPage(view, view.page + step), ArrowLeft: () => goToPage(view, view.page - step),
    Home: () => goToPage(view, 1), End: () => goToPage(view, view.count),
    n: () => nextHit(view, 1), N: () => nextHit(view, -1), ...markKeys(view),
  };
}
