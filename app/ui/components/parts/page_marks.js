// Private highlights and notes on pages: drawn with mouse, pen or finger, or put on a whole page by key.
const LEAST_SIDE = 0.006;

function hasNotes(view) {
  return Boolean(view.host.data.reading);
}

function allMarks(view) {
  return view.host.data.reading?.marks ?? [];
}

function marksOf(view, page) {
  return allMarks(view).filter((mark) => mark.sha256 === view.file.sha256 && mark.page === page);
}

function markTools(view) {
  if (!hasNotes(view)) return [];
  const { words } = view;
  view.drawTool = iconTool("draw", words.draw_mark, () => setDrawing(view, !view.drawing), "D");
  view.drawTool.setAttribute("aria-pressed", "false");
  return [view.drawTool, iconTool("note", words.page_note, () => writeNote(view, newMark(view, view.page, null)), "A")];
}

function markKeys(view) {
  if (!hasNotes(view)) return {};
  return {
    d: () => setDrawing(view, !view.drawing),
    a: () => writeNote(view, newMark(view, view.page, null)),
    ...(view.drawing ? { Escape: () => setDrawing(view, false) } : {}),
  };
}

function newMark(view, page, area) {
  return { id: newActId(), sha256: view.file.sha256, file_name: view.file.name, page, area, kind: view.lastKind ?? "key", content: "", isNew: true };
}

function setDrawing(view, isOn) {
  view.drawing = isOn;
  view.box.classList.toggle("drawing", isOn);
  view.drawTool.setAttribute("aria-pressed", isOn);
}

function drawsMarks(view) {
  view.pages.addEventListener("pointerdown", (event) => {
    const sheet = view.drawing && event.target.closest?.(".sheet");
    if (!sheet || event.button > 0) return;
    event.preventDefault();
    drawArea(view, sheet, event);
  });
}

function drawArea(view, sheet, event) {
  const node = sheet.parentElement;
  const from = placeOn(view, node, event);
  const box = areaBox("mark-box drawn kind-" + (view.lastKind ?? "key"), [from[0], from[1], 0, 0]);
  node.layer.append(box);
  const drawn = new AbortController();
  const listening = { signal: drawn.signal };
  let area = null;
  sheet.setPointerCapture(event.pointerId);
  sheet.addEventListener("pointermove", (moved) => {
    area = areaBetween(from, placeOn(view, node, moved));
    box.style.cssText = areaBox("", area).style.cssText;
  }, listening);
  const end = (isKept) => {
    drawn.abort();
    box.remove();
    if (isKept && area && area[2] >= LEAST_SIDE && area[3] >= LEAST_SIDE) {
      setDrawing(view, false);
      writeNote(view, newMark(view, node.page, area));
    }
  };
  sheet.addEventListener("pointerup", () => end(true), listening);
  sheet.addEventListener("pointercancel", () => end(false), listening);
}

// Where a pointer is on the page as it lies in the file, whatever way it is turned on screen.
function placeOn(view, node, event) {
  const seen = node.getBoundingClientRect();
  const [x, y] = [event.clientX - seen.left - seen.width / 2, event.clientY - seen.top - seen.height / 2];
  const angle = (-turnOf(view, node.page) * Math.PI) / 180;
  const [across, down] = [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
  const share = (part, whole) => Math.min(1, Math.max(0, part / whole + 0.5));
  return [share(across, node.sheet.offsetWidth), share(down, node.sheet.offsetHeight)];
}

function areaBetween([x1, y1], [x2, y2]) {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)].map((share) => Math.round(share * 1e5) / 1e5);
}

// What is drawn over a page: its marks, the one being written among them.
function markBoxes(view, node) {
  const stored = marksOf(view, node.page).filter((mark) => mark.id !== view.editing?.id);
  const edited = view.editing && view.editing.sha256 === view.file.sha256 && view.editing.page === node.page ? [view.editing] : [];
  let flags = 0;
  return [...stored, ...edited].map((mark) => markBox(view, mark, mark.area ? 0 : flags++));
}

function markBox(view, mark, place) {
  const isEdited = mark === view.editing;
  const area = mark.area ?? [0.955, 0.012 + 0.04 * place, 0.034, 0.03];
  const node = button("mark-box kind-" + mark.kind + (mark.area ? "" : " flag") + (isEdited ? " edited" : ""), "", () => writeNote(view, mark));
  node.style.cssText = areaBox("", area).style.cssText;
  node.title = mark.content;
  node.setAttribute("aria-label", kindLabel(view, mark.kind) + " " + mark.content);
  return node;
}

function kindLabel(view, code) {
  return view.host.data.reading.kinds.find((kind) => kind.code === code)?.label ?? code;
}
