// What is sent to the server from the pages: one act at a time, each kept until the server has answered it.
const ANSWER_WAIT = 12000;

function sendAct(host, act, done) {
  (host.queue ??= []).push({ event_id: newActId(), act, done });
  sendNext(host);
}

function sendNext(host) {
  if (host.sent || !host.queue?.length) return;
  const sent = host.queue.shift();
  host.sent = sent;
  sent.timer = setTimeout(() => answered(host, sent, { ok: false, text: host.data.words.no_answer }), ANSWER_WAIT);
  host.send({ ...sent.act, event_id: sent.event_id, application_id: host.data.reading.application_id });
}

function receiveAnswer(host) {
  const notice = host.data.reading?.notice;
  if (notice && host.sent?.event_id === notice.event_id) answered(host, host.sent, notice);
}

function answered(host, sent, notice) {
  if (host.sent !== sent) return;
  clearTimeout(sent.timer);
  host.sent = null;
  sent.done(notice);
  sendNext(host);
}

// randomUUID exists on secure pages only.
function newActId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Notes being written, for this tab of the browser, until the store has read them back.
function draftsKey({ data }) {
  return ["workbench:notes", data.reading.person_id, data.reading.application_id].join(":");
}

function draftsOf(host) {
  return readFromSession(draftsKey(host)) ?? {};
}

function keepNote(host, mark) {
  keepInSession(draftsKey(host), { ...draftsOf(host), [mark.id]: mark });
}

function forgetNote(host, id) {
  const drafts = draftsOf(host);
  delete drafts[id];
  keepInSession(draftsKey(host), drafts);
}
