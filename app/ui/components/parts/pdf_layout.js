// Where each page stands: rows of one or two pages, sized by the zoom; plain numbers, nothing on screen.
const PAGE_GAP = 10;
const PIXELS_PER_POINT = 96 / 72;
const USUAL_SIZE = [595, 842];
const PAGE_WIDTHS = [300, 600, 900, 1200, 1600, 2000];

function turnOf(view, page) {
  return view.turns.get(page) ?? 0;
}

// Width and height in points as the page is seen, turned.
function seenSize(view, page) {
  const [width, height] = view.sizes[page - 1] ?? USUAL_SIZE;
  return turnOf(view, page) % 180 ? [height, width] : [width, height];
}

function layOut(view) {
  const [room, high] = [view.pages.clientWidth - 2 * PAGE_GAP, view.pages.clientHeight - 2 * PAGE_GAP];
  let top = PAGE_GAP;
  view.rows = rowsOf(view).map((pages) => {
    const scale = scaleOf(view, pages, room, high);
    const sizes = pages.map((page) => seenSize(view, page).map((side) => side * PIXELS_PER_POINT * scale));
    const row = { pages, sizes, scale, top, width: sizes.reduce((sum, [width]) => sum + width, 0) + PAGE_GAP * (pages.length - 1), height: Math.max(...sizes.map((size) => size[1])) };
    top += row.height + PAGE_GAP;
    return row;
  });
  view.height = top;
  view.width = Math.max(room, ...view.rows.map((row) => row.width)) + 2 * PAGE_GAP;
}

function rowsOf(view) {
  const pages = pagesOf(view);
  if (!view.two) return pages.map((page) => [page]);
  const rows = [];
  for (let place = 0; place < pages.length; place += 2) rows.push(pages.slice(place, place + 2));
  return rows;
}

function pagesOf(view) {
  const [first, last] = view.range ?? [1, view.count];
  return Array.from({ length: Math.max(0, Math.min(last, view.count) - first + 1) }, (_, place) => first + place);
}

function scaleOf(view, pages, room, high) {
  if (view.fit === "none") return view.zoom;
  const sizes = pages.map((page) => seenSize(view, page));
  const width = sizes.reduce((sum, size) => sum + size[0], 0) * PIXELS_PER_POINT;
  const byWidth = Math.max(0.1, (room - PAGE_GAP * (pages.length - 1)) / width);
  if (view.fit === "width") return byWidth;
  return Math.max(0.1, Math.min(byWidth, high / (Math.max(...sizes.map((size) => size[1])) * PIXELS_PER_POINT)));
}

// The first row whose lower edge lies below a height.
function rowAt(view, height) {
  let [low, high] = [0, view.rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.rows[middle].top + view.rows[middle].height < height) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowOfPage(view, page) {
  return view.rows.find((row) => row.pages.includes(page));
}

function widthToAsk(pixels) {
  const wanted = pixels * Math.min(2, window.devicePixelRatio || 1);
  return PAGE_WIDTHS.find((each) => each >= wanted * 0.97) ?? PAGE_WIDTHS.at(-1);
}
