// The line above the columns: they scroll together unless set apart, and the digits lead from column to column.
export default function (component) {
  const root = rootOf(component);
  const { data } = component;
  root.controls?.abort();
  root.controls = new AbortController();
  const listening = { signal: root.controls.signal };
  root.isLinked ??= true;
  draw();
  // Heard on the way down: columns come and go with every run, and may come late.
  document.addEventListener("scroll", heard, { ...listening, capture: true, passive: true });
  document.addEventListener("keydown", toColumn, listening);
  return () => root.controls.abort();

  function draw() {
    const line = make("div", "line");
    const link = button("tool", root.isLinked ? data.words.linked : data.words.unlinked, () => { root.isLinked = !root.isLinked; draw(); });
    link.setAttribute("aria-pressed", root.isLinked);
    link.dataset.testid = "link-columns";
    line.append(make("strong", "", data.title), link, make("span", "muted small", data.hint));
    root.replaceChildren(line);
  }

  function columns() {
    return [...document.querySelectorAll('[class*="st-key-compare_body_"]')];
  }

  function heard(event) {
    if (columns().includes(event.target)) scrolled(event.target);
  }

  // A column moved by another one says so too: what it was told is not told on.
  function scrolled(column) {
    if (column.told !== undefined && Math.abs(column.told - column.scrollTop) < 2) {
      column.told = undefined;
      return;
    }
    column.told = undefined;
    if (!root.isLinked) return;
    for (const other of columns()) if (other !== column && other.scrollTop !== column.scrollTop) {
      const before = other.scrollTop;
      other.scrollTop = column.scrollTop;
      other.told = other.scrollTop === before ? undefined : other.scrollTop;
    }
  }

  function toColumn(event) {
    const number = Number(event.key);
    if (!(number >= 1 && number <= data.count) || event.key === " " || event.altKey || event.ctrlKey || event.metaKey || isComposing(event)) return;
    const path = event.composedPath();
    if (path.some((node) => ["INPUT", "TEXTAREA", "SELECT"].includes(node.tagName) || node.isContentEditable)) return;
    const column = columns()[number - 1];
    if (!column) return;
    event.preventDefault();
    column.tabIndex = 0;
    column.focus({ preventScroll: true });
  }
}
