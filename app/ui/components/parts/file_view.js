// A file shown where it is: pages of a PDF, a picture, sound or film. Nothing is fetched before it is opened.
function fileView(file, host) {
  const { words } = host.data;
  if (file.kind === "pdf") return pdfView(file, host);
  if (file.kind === "image") return imageView(file, host);
  const box = make("figure", "file");
  if (["audio", "video"].includes(file.kind)) box.append(soundOrFilm(file, host, box));
  else box.append(make("p", "muted", words.no_preview));
  box.append(original(file, host));
  return box;
}

// What the views of one part share: its newest data, the way back to the server, and the views themselves.
function hostOf(root, component) {
  const host = root.host ?? (root.host = { views: new Set(), sent: null });
  host.data = component.data;
  host.send = (value) => component.setTriggerValue("page", value);
  return host;
}

function tellViews(host) {
  receiveAnswer(host);
  for (const view of host.views) {
    if (view.box.isConnected) view.receive();
    else host.views.delete(view);
  }
}

function addressOf(file, path = "") {
  return "/evidence/" + encodeURIComponent(file.key) + path;
}

function queryOf(host, extra = "") {
  return "?snapshot=" + encodeURIComponent(host.data.snapshot) + extra;
}

function original(file, host) {
  const link = make("a", "original small", host.data.words.open_original);
  link.href = addressOf(file) + queryOf(host);
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

// What a door answered, or an error whose message can be shown.
async function answerOf(address, words) {
  let answer;
  try {
    answer = await fetch(address, { credentials: "same-origin" });
  } catch {
    throw new Error(words.no_connection);
  }
  const facts = await answer.json().catch(() => ({}));
  const reason = answer.status === 401 ? words.signed_out : facts.message || words.cannot_show;
  if (!answer.ok) throw Object.assign(new Error(reason), { status: answer.status });
  return facts;
}

function troubleBox(text, words, retry) {
  const box = make("div", "trouble");
  box.setAttribute("role", "alert");
  box.append(make("p", "problem", text), button("tool", words.retry, retry));
  return box;
}

const ICONS = {
  rotate: "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
  fit_width: "M2 8h12M5 5L2 8l3 3M11 5l3 3-3 3",
  fit_page: "M4 1.5h8v13H4zM6 6l2-2 2 2M6 10l2 2 2-2",
  two_pages: "M1.5 3h6v10h-6zM8.5 3h6v10h-6z",
  whole_screen: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  draw: "M2.5 14h11M4 10.5l6-8 3.2 2.4-6 8H4z",
  note: "M3 2h10v8l-3 4H3zM5.5 5.5h5M5.5 8.5h3",
  larger: "M8 3v10M3 8h10",
  smaller: "M3 8h10",
  up: "M3 10l5-5 5 5",
  down: "M3 6l5 5 5-5",
};

// A tool shown as a small drawing; its name is said and shown on hovering.
function iconTool(name, label, act, keys = "") {
  const node = button("tool icon", "", act);
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", ICONS[name]);
  picture.append(line);
  node.append(picture);
  node.title = keys ? label + " (" + keys + ")" : label;
  node.setAttribute("aria-label", label);
  node.dataset.testid = "tool-" + name;
  return node;
}
