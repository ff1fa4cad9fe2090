// The head of a column: whose it is, the own scores of what the category feeds, close it or go on to the next applicant.
export default function (component) {
  const root = rootOf(component, "header");
  const { data, setTriggerValue } = component;
  const head = root.head ?? (root.head = { root, sender: senderOf(root) });
  Object.assign(head, { data, words: data.words, send: setTriggerValue });
  const rows = new Map(data.row ? [[data.row.id, data.row]] : []);
  feed(head.sender, { data, words: data.words, rows, send: setTriggerValue, changed: () => soon(head) });
  const shape = JSON.stringify([data.dimensions, data.place, data.name, data.facts, data.has_next, data.words, Boolean(data.row)]);
  if (head.shape !== shape) build(head);
  head.shape = shape;
  refresh(head);
}

function soon(head) {
  if (head.isDue) return;
  head.isDue = true;
  queueMicrotask(() => { head.isDue = false; refresh(head); });
}

function build(head) {
  const { root, data, words } = head;
  root.dataset.place = data.place;
  root.dataset.testid = "column-" + data.application_id;
  const act = (name, value) => () => whenSaved(head.sender, () => head.send(name, value));
  const line = make("div", "who");
  const name = button("name", data.name, act("open", data.application_id));
  name.title = words.open_applicant;
  const next = button("tool", "▶", act("replace", true));
  next.setAttribute("aria-label", words.replace_column + " " + data.name);
  next.title = data.has_next ? words.replace_column : words.replace_none;
  next.disabled = !data.has_next;
  next.dataset.testid = "replace-column";
  const close = button("tool", "✕", act("close", true));
  close.setAttribute("aria-label", words.close_column + " " + data.name);
  close.title = words.close_column;
  close.dataset.testid = "close-column";
  line.append(make("kbd", "place", data.place), name, ...data.badges.map((text) => make("span", "badge " + (data.is_pdf ? "pdf" : "good"), text)), make("span", "grow"), next, close);
  const strips = make("div", "strips");
  strips.append(...(data.row ? data.dimensions : []).map((dimension) => stripLine(head, dimension)));
  const troubles = make("div", "troubles");
  troubles.setAttribute("role", "alert");
  root.replaceChildren(line, factsLine(data.facts), strips, troubles);
}

function factsLine(text) {
  const line = make("div", "school muted small", text);
  line.title = text;
  return line;
}

function stripLine(head, dimension) {
  const line = make("div", "strip-line");
  const label = make("div", "dimension small", dimension.name);
  label.title = dimension.name;
  const strip = stripOf(head.sender, { application: head.data.application_id, dimension, isNarrow: true, onkey: (event) => stripKey(event, head) });
  line.append(label, strip);
  return line;
}

function stripKey(event, head) {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || event.target.seen !== undefined) return;
  event.preventDefault();
  undoLast(head.sender);
}

function refresh(head) {
  for (const strip of head.root.querySelectorAll(".strip")) refreshStrip(head.sender, strip);
  head.root.querySelector(".troubles").replaceChildren(...troubleLines(head.sender, null));
}
