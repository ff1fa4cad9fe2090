// Runs in the page: time from the next key press or click until heading and evidence of the new place are painted.
(kind) => new Promise((resolve) => {
  // Every part of the middle by its key, with what it has drawn.
  const parts = () => {
    const stage = document.querySelector(".st-key-desk-stage");
    const roots = [];
    const stack = [stage];
    while (stack.length) {
      const node = stack.pop();
      if (!node) continue;
      if (node.dataset?.part) roots.push([node.dataset.part, node.shadowRoot.querySelector(".root")]);
      else stack.push(...(node.shadowRoot?.children ?? []), ...node.children);
    }
    return roots.filter(([, root]) => root && (root.textContent || root.querySelector("img")));
  };
  const inLine = (selector) => {
    const stack = [document.querySelector(".st-key-desk-line")];
    while (stack.length) {
      const node = stack.pop();
      const found = node?.querySelector?.(selector);
      if (found) return found.textContent;
      if (node) stack.push(...(node.shadowRoot ? [node.shadowRoot] : []), ...node.children);
    }
    return "";
  };
  const PREFIX = "desk:heading:";
  const headingOf = (all) => all.find(([key]) => key.startsWith(PREFIX)) ?? ["", null];
  const place = () => inLine('[data-testid="position"]');
  const before = { heading: headingOf(parts())[0], place: place() };
  // An applicant is another's when line, heading and evidence say so; a category with nothing in it says that in the heading.
  const changed = () => {
    const all = parts();
    const [key, heading] = headingOf(all);
    if (!key || key === before.heading) return false;
    if (kind !== "other category" && place() === before.place) return false;
    if (!heading.textContent.startsWith(inLine(".name"))) return false;
    const here = key.slice(PREFIX.length - 1);
    return Boolean(heading.querySelector(".note")) || all.some(([each]) => each !== key && each.endsWith(here));
  };
  let start = null;
  const begin = () => { if (start === null) start = performance.now(); };
  addEventListener("keydown", begin, { capture: true, once: true });
  addEventListener("pointerdown", begin, { capture: true, once: true });
  const look = () => {
    // This frame is painted when the next one begins.
    if (start !== null && changed()) requestAnimationFrame(() => resolve(performance.now() - start));
    else if (start !== null && performance.now() - start > 10000) resolve(-1);
    else requestAnimationFrame(look);
  };
  look();
})
