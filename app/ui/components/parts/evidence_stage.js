// The middle of the desk: the parts of one applicant and category, each in a root of its own, put up in one go.
const MODULES = new Map();
const MIDDLE = ".st-key-desk_middle";

export default function (component) {
  const root = rootOf(component);
  const stage = root.stage ?? (root.stage = { root, held: new Map(), page: null, waiting: [] });
  Object.assign(stage, { data: component.data, send: component.setTriggerValue });
  // An open course or page belongs to this moment: who comes back begins at the top.
  if (stage.data.is_top) keepPage(stage.data, { stage: stage.data });
  else forgetPage(stage.data);
  root.controls?.abort();
  root.controls = new AbortController();
  addEventListener(PLACE_CHANGED, () => present(stage), { signal: root.controls.signal });
  present(stage);
  return () => {
    root.controls.abort();
    for (const held of stage.held.values()) held.leave?.();
  };
}

// The newest run first; ahead of it what was made ready. Evidence of one applicant never stands under another's name.
function present(stage) {
  const { shown, category } = deskPlace();
  const { data } = stage;
  const isTold = !shown || (data.application_id === shown && data.category === category);
  const page = isTold ? data : pageOnScreen().stage;
  stage.next = page ?? null;
  if (page) whenLoaded(page.parts, () => stage.next === page && putUp(stage, page));
  const isEmpty = !stage.page && !stage.root.hasChildNodes();
  if (!isEmpty && stage.page?.application_id !== (shown || data.application_id)) veil(stage);
}

// Scripts that are there are used at once, so that one frame shows everything.
function whenLoaded(parts, act) {
  const missing = parts.filter(({ module }) => !MODULES.has(module));
  if (!missing.length) return act();
  Promise.all(missing.map(load)).then(act);
}

async function load({ module }) {
  const { default: show, style } = await import(new URL(module, location.origin).href);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  MODULES.set(module, { show, sheet });
}

// What is still on its way is at least under the right name.
function veil(stage) {
  const { root } = stage;
  const line = onShelfNow()?.lines.find((each) => each.id === deskPlace().shown);
  stage.page = null;
  keepOnly(stage, []);
  root.replaceChildren(make("p", "waiting", (line?.name ?? "") + " …"));
  root.setAttribute("aria-busy", "true");
}

function putUp(stage, page) {
  const { root } = stage;
  const isOther = root.dataset.application !== page.application_id || root.dataset.category !== page.category;
  Object.assign(root.dataset, { application: page.application_id, category: page.category });
  root.removeAttribute("aria-busy");
  root.querySelector(".waiting")?.remove();
  stage.page = page;
  keepOnly(stage, page.parts);
  page.parts.forEach((part, place) => {
    const held = stage.held.get(part.key) ?? holdNew(stage, part);
    if (root.children[place] !== held.host) root.insertBefore(held.host, root.children[place] ?? null);
    if (held.digest !== part.digest) showPart(stage, held, part);
  });
  if (isOther) document.querySelector(MIDDLE)?.scrollTo(0, 0);
  sendWaiting(stage);
}

function keepOnly(stage, parts) {
  const keys = new Set(parts.map((part) => part.key));
  for (const [key, held] of stage.held) {
    if (keys.has(key)) continue;
    held.leave?.();
    held.host.remove();
    stage.held.delete(key);
  }
}

function holdNew(stage, { key, module }) {
  const host = make("div", "part");
  host.dataset.part = key;
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [MODULES.get(module).sheet];
  const held = { host, shadow, digest: null, leave: null };
  stage.held.set(key, held);
  return held;
}

function showPart(stage, held, part) {
  held.digest = part.digest;
  held.leave = MODULES.get(part.module).show({
    key: part.key,
    data: part.data,
    parentElement: held.shadow,
    setTriggerValue: (event, value) => {
      stage.waiting.push({ key: part.key, event, value });
      sendWaiting(stage);
    },
  });
}

// What is done on a page that is ahead waits for the server to be there; what belongs to a page that is left is dropped.
function sendWaiting(stage) {
  const { data, page } = stage;
  stage.waiting = stage.waiting.filter((act) => stage.held.has(act.key));
  if (data.application_id !== page?.application_id || data.category !== page?.category) return;
  for (const act of stage.waiting.splice(0)) stage.send("act", act);
}
