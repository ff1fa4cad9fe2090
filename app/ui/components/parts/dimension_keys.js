// The keyboard of the pass: digits choose the level, arrows and Enter move, N finds who is not scored yet.
function keyInRow(event, pass, id) {
  if (event.target !== event.currentTarget || isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
  const dimension = pass.data.dimensions[0];
  const number = Number(event.key);
  const acts = {
    ArrowDown: () => step(pass, id, 1), ArrowUp: () => step(pass, id, -1), Enter: () => step(pass, id, event.shiftKey ? -1 : 1),
    PageDown: () => turnTo(pass, pass.data.page + 1, "first"), PageUp: () => turnTo(pass, pass.data.page - 1, "first"),
    n: () => nextUnscored(pass, id), N: () => nextUnscored(pass, id), e: () => act(pass, "expand", id), E: () => act(pass, "expand", id),
    F2: () => focusInput(pass, id), Delete: () => clearScore(pass, id), o: () => act(pass, "open", id), O: () => act(pass, "open", id),
  };
  if (event.key !== " " && number >= 1 && number <= dimension.levels.length && pass.nodes.get(id).strip) chooseStripLevel(pass.sender, { application: id, dimension, place: number - 1 });
  else if (acts[event.key]) acts[event.key]();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function keyInInput(event, pass, id) {
  const move = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") focusRow(pass, id);
  else if (move && !event.altKey && !event.ctrlKey) {
    event.preventDefault();
    step(pass, id, move, true);
  }
}

function clearScore(pass, id) {
  if (!pass.nodes.get(id).strip) return;
  enterScoreOf(pass.sender, { application: id, dimension: pass.data.dimensions[0].id, text: "" });
}

function step(pass, id, offset, isInput = false) {
  const ids = [...pass.rows.keys()];
  const next = ids[ids.indexOf(id) + offset];
  if (next) return isInput ? focusInput(pass, next) : focusRow(pass, next);
  turnTo(pass, pass.data.page + offset, (offset > 0 ? "first" : "last") + (isInput ? " input" : ""));
}

function isUnscored(pass, id) {
  const row = pass.rows.get(id);
  return row.scored_here && row.reason === null && shownScore(pass.sender, id, pass.data.dimensions[0].id) === "";
}

function nextUnscored(pass, id) {
  const ids = [...pass.rows.keys()];
  const next = ids.slice(ids.indexOf(id) + 1).find((each) => isUnscored(pass, each));
  if (next) focusRow(pass, next);
  else turnTo(pass, pass.data.page + 1, "unscored");
}

function focusRow(pass, id) {
  const node = pass.nodes.get(id)?.node;
  node?.focus({ preventScroll: true });
  node?.scrollIntoView({ block: "nearest" });
}

function focusInput(pass, id) {
  const { node, strip } = pass.nodes.get(id);
  if (!strip) return focusRow(pass, id);
  pass.active = id;
  markActive(pass);
  strip.querySelector(".score").focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
}

// After a page was turned by key the focus goes on there; an applicant chosen elsewhere is gone to.
function placeFocus(pass) {
  const ids = [...pass.rows.keys()];
  const { data, wanted } = pass;
  const isTurned = pass.page !== null && pass.page !== data.page;
  // Who is at work in a row is never moved to another one: the next key would score somebody else.
  const isAtWork = pass.page !== null && pass.root.contains(pass.root.getRootNode().activeElement);
  const isChosen = data.selected !== pass.selected && pass.rows.has(data.selected) && !isAtWork;
  Object.assign(pass, { page: data.page, selected: data.selected });
  if (isChosen) return focusRow(pass, data.selected);
  if (!pass.rows.has(pass.active)) pass.active = ids[0];
  markActive(pass);
  if (!isTurned || !wanted || !ids.length) return;
  pass.wanted = null;
  if (wanted === "unscored") return ids.some((id) => isUnscored(pass, id)) ? focusRow(pass, ids.find((id) => isUnscored(pass, id))) : onward(pass);
  const target = wanted.startsWith("last") ? ids.at(-1) : ids[0];
  if (wanted.endsWith("input")) focusInput(pass, target);
  else focusRow(pass, target);
}

function onward(pass) {
  focusRow(pass, [...pass.rows.keys()][0]);
  turnTo(pass, pass.data.page + 1, "unscored");
}

function undoNow(pass) {
  const cell = undoLast(pass.sender);
  if (cell && pass.nodes.has(cell.application)) focusRow(pass, cell.application);
  refreshRows(pass);
}

function undoKey(event, pass) {
  const isTyping = event.composedPath()[0]?.seen !== undefined || ["TEXTAREA", "SELECT"].includes(event.composedPath()[0]?.tagName);
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || event.shiftKey || isTyping) return;
  if (event.composedPath()[0]?.tagName === "INPUT" && !pass.root.contains(event.composedPath()[0])) return;
  event.preventDefault();
  undoNow(pass);
}
