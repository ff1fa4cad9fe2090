// Runs in the page: time from the next key press or click until what `read` reads has changed.
(kind) => new Promise((resolve) => {
  const inside = (key, selector) => {
    const host = [...document.querySelectorAll(`[class*="st-key-${key}"]`)];
    for (const each of host) {
      const stack = [each];
      while (stack.length) {
        const node = stack.pop();
        if (node.shadowRoot) stack.push(node.shadowRoot);
        const found = node.querySelector && node.querySelector(selector);
        if (found) return found.textContent;
        stack.push(...(node.children || []));
      }
    }
    return "";
  };
  // A next applicant is there when both the place in the list and the heading of the evidence are another's.
  const place = () => kind === "other category" ? "" : inside("desk-line", '[data-testid="position"]');
  const read = () => [inside("desk-heading", ".root"), place()];
  const before = read();
  const differs = (text, index) => before[index] === "" || (text !== "" && text !== before[index]);
  const changed = () => read().every(differs);
  let start = null;
  const begin = (event) => { if (start === null) start = performance.now(); };
  addEventListener("keydown", begin, { capture: true, once: true });
  addEventListener("pointerdown", begin, { capture: true, once: true });
  const look = () => {
    if (start !== null && changed()) resolve(performance.now() - start);
    else if (start !== null && performance.now() - start > 10000) resolve(-1);
    else requestAnimationFrame(look);
  };
  look();
})
