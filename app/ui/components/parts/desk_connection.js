// Whether the server can be reached: the page says so itself, before its own dialog does.
const APP = '[data-testid="stApp"]';
const LOOKS_EVERY = 150;
const THE_PAGES_OWN = "Connection error";

function isConnected() {
  const state = document.querySelector(APP)?.getAttribute("data-test-connection-state");
  return !state || state === "CONNECTED";
}

function isSettled() {
  return isConnected() && document.querySelector(APP)?.getAttribute("data-test-script-state") === "notRunning";
}

function watchConnection(act, signal) {
  const app = document.querySelector(APP);
  if (!app) return;
  const watcher = new MutationObserver(act);
  watcher.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
  signal.addEventListener("abort", () => watcher.disconnect());
}

// The page's own dialog would shut the form, in English: the line at the bottom says it instead, and typing goes on.
function tellOfCut(keys) {
  const line = keys.root.querySelector(".cut");
  // A new session draws the desk only when asked to.
  if (isConnected() && !line.hidden) keys.send("look", Date.now());
  line.hidden = isConnected();
  line.textContent = keys.data.cut;
  if (!isConnected()) shutDialogWhileCut(deepActive());
}

function shutDialogWhileCut(typing) {
  if (isConnected()) return;
  const close = [...document.querySelectorAll('[role="dialog"]:has(> h2) > button[aria-label="Close"]')].find((each) => each.parentElement.querySelector("h2").textContent === THE_PAGES_OWN);
  if (close) {
    close.click();
    setTimeout(() => typing?.focus({ preventScroll: true }), LOOKS_EVERY);
  }
  setTimeout(() => shutDialogWhileCut(close ? typing : deepActive() ?? typing), LOOKS_EVERY);
}

// The element that has the focus, also inside a part.
function deepActive() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body ? null : active;
}
