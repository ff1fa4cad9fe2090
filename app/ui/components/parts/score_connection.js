// Whether the server can be reached, and what was to be saved while it could not.
const APP = '[data-testid="stApp"]';

function isConnected() {
  const state = document.querySelector(APP)?.getAttribute("data-test-connection-state");
  return !state || state === "CONNECTED";
}

function isSettled() {
  return isConnected() && document.querySelector(APP)?.getAttribute("data-test-script-state") !== "running";
}

function watchConnection(form, signal) {
  const app = document.querySelector(APP);
  if (!app) return;
  const watcher = new MutationObserver(() => connectionChanged(form));
  watcher.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
  signal.addEventListener("abort", () => watcher.disconnect());
}

function connectionChanged(form) {
  const isBack = isConnected() && form.isCut;
  form.isCut = !isConnected();
  if (isBack) whenSettled(form, () => sendAgain(form));
  refresh(form);
}

// A server that comes back knows the form only after it has drawn it once.
function whenSettled(form, act, calm = 0) {
  setTimeout(() => {
    if (calm >= 3) act();
    else whenSettled(form, act, isSettled() ? calm + 1 : 0);
  }, 250);
}

// The same save under the same id: had it arrived before the cut, it is not written twice.
function sendAgain(form) {
  if (form.sent) {
    form.note = form.words.sent_again;
    form.send("save", { ...form.sent.payload, goes_on: false });
  } else if (form.waits) {
    form.waits = false;
    save(form, false);
  }
  refresh(form);
}
