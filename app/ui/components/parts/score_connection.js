// What was to be saved while the server could not be reached.
const NO_RUN_AFTER = 20000;

function connectionChanged(form) {
  const isBack = isConnected() && form.isCut;
  form.isCut = !isConnected();
  if (isBack) whenSettled(form, () => sendAgain(form));
  refresh(form);
}

// A server that comes back knows the form only after it has drawn it once: what comes before that is lost there.
function whenSettled(form, act, { waited = 0, hasRun = false } = {}) {
  setTimeout(() => {
    if (form.life.signal.aborted) return;
    if (isSettled() && (hasRun || waited > NO_RUN_AFTER)) act();
    else whenSettled(form, act, { waited: isConnected() ? waited + LOOKS_EVERY : 0, hasRun: isConnected() && (hasRun || !isSettled()) });
  }, LOOKS_EVERY);
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
