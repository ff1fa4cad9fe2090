// Where one stops in a document is told to the server, so that it opens there again, on another computer too.
const RESTS = 1000;
const TOLD_COUNTS = 10000;

// Told when a page was rested on for a while, or when the tab is closed or put away before.
function noteStop(view) {
  const stop = view.stop ?? (view.stop = { told: 0, page: 0 });
  if (stop.page === view.page) return;
  stop.page = view.page;
  endWait(stop);
  if (stop.page === stop.told) return;
  stop.timer = setTimeout(() => tellStop(view), RESTS);
  stop.waits = new AbortController();
  const leaving = { signal: stop.waits.signal };
  addEventListener("pagehide", () => tellStop(view), leaving);
  document.addEventListener("visibilitychange", () => { if (document.hidden) tellStop(view); }, leaving);
}

function endWait(stop) {
  clearTimeout(stop.timer);
  stop.waits?.abort();
}

// Who was gone before any page was rested on has only passed by. Nobody is told of a failure: it costs a click at most.
async function tellStop(view) {
  const { stop, file, host } = view;
  const { page } = stop;
  endWait(stop);
  if (!view.box.isConnected && !stop.told) return;
  stop.told = page;
  const key = "workbench:stop:" + file.sha256;
  const before = readFromSession(key);
  keepInSession(key, { page, at: Date.now() });
  const address = addressOf(file, "/stopped/" + page) + queryOf(host);
  const answer = await fetch(address, { method: "POST", credentials: "same-origin", keepalive: true }).catch(() => null);
  if (!answer?.ok) keepInSession(key, before);
}

// What the server knows counts where this tab did not say it: before the first look, or when one went on elsewhere
// since. What was told just now may not have been written yet.
function stoppedElsewhere(view, remembered, { stopped_at }) {
  const told = readFromSession("workbench:stop:" + view.file.sha256);
  if (!remembered.page || !stopped_at) return stopped_at;
  const isOwn = told && (told.page === stopped_at || Date.now() - told.at < TOLD_COUNTS);
  return isOwn ? null : stopped_at;
}
