// Pictures with zoom and rotation; sound and film with the controls of the browser and their length.
const PICTURE_WIDTHS = [400, 900, 1400, 2000];

function imageView(file, host) {
  const { words } = host.data;
  const box = make("figure", "file image-view");
  const tools = make("div", "tools");
  const frame = make("div", "frame");
  const image = make("img", "media");
  const label = make("span", "number zoom", "100%");
  const shape = { zoom: 1, turn: 0, asked: 0 };
  image.alt = file.name;
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", file.name);
  frame.append(image);
  const zoom = (factor) => { shape.zoom = factor ? Math.min(6, Math.max(1, shape.zoom * factor)) : 1; place(); };
  const rotate = () => { shape.turn = (shape.turn + 90) % 360; place(); };
  tools.append(
    iconTool("smaller", words.zoom_out, () => zoom(1 / 1.25), "−"), label, iconTool("larger", words.zoom_in, () => zoom(1.25), "+"),
    iconTool("fit_width", words.fit_width, () => zoom(0), "0"), iconTool("rotate", words.rotate, rotate, "R"), make("span", "grow"), original(file, host),
  );
  frame.onkeydown = (event) => {
    const act = { "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(1 / 1.25), 0: () => zoom(0), r: rotate }[event.key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
  image.onload = place;
  image.onerror = () => tellTrouble();
  box.append(tools, frame);
  new ResizeObserver(place).observe(frame);
  return box;

  function place() {
    const room = frame.clientWidth;
    if (!room) return;
    if (!image.naturalWidth) return ask(room);
    shape.first ??= image.naturalWidth;
    const lies = shape.turn % 180 !== 0;
    const aspect = image.naturalWidth / image.naturalHeight;
    const high = 0.6 * innerHeight;
    const base = lies ? Math.min(shape.first, high, room * aspect) : Math.min(shape.first, room, high * aspect);
    const width = base * shape.zoom;
    const height = width / aspect;
    Object.assign(image.style, { width: width + "px", height: height + "px", transform: "rotate(" + shape.turn + "deg)" });
    // The turned picture takes the room it is seen in.
    image.style.margin = lies ? (width - height) / 2 + "px " + (height - width) / 2 + "px" : "0";
    label.textContent = Math.round(shape.zoom * 100) + "%";
    ask(width * Math.min(2, devicePixelRatio || 1));
  }

  function ask(wanted) {
    const width = PICTURE_WIDTHS.find((each) => each >= wanted) ?? PICTURE_WIDTHS.at(-1);
    if (width <= shape.asked) return;
    shape.asked = width;
    image.src = addressOf(file, "/image") + queryOf(host, "&width=" + width);
  }

  async function tellTrouble() {
    const again = () => { frame.replaceChildren(image); shape.asked = 0; place(); };
    const reason = await answerOf(image.src, words).then(() => words.cannot_show, (error) => error.message);
    frame.replaceChildren(troubleBox(reason, words, again));
  }
}

function soundOrFilm(file, host, box) {
  const { words } = host.data;
  const node = make(file.kind, "media");
  node.src = addressOf(file) + queryOf(host);
  node.controls = true;
  node.preload = "metadata";
  node.setAttribute("aria-label", file.name);
  const length = make("span", "number muted small");
  node.onloadedmetadata = () => {
    if (Number.isFinite(node.duration)) length.textContent = words.duration.replace("{time}", timeText(node.duration));
  };
  // Focused, the browser's own player has keys; these work wherever in the player the focus is.
  node.onkeydown = (event) => {
    const step = { ArrowLeft: -5, ArrowRight: 5, j: -10, l: 10 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    node.currentTime = Math.max(0, Math.min(node.duration || 0, node.currentTime + step));
  };
  node.onerror = () => {
    const again = () => box.replaceChildren(soundOrFilm(file, host, box), original(file, host));
    node.replaceWith(troubleBox(words.cannot_show, words, again));
  };
  const holder = make("div", "player");
  holder.append(node, length);
  return holder;
}

function timeText(seconds) {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, place) => (place ? String(part).padStart(2, "0") : part)).join(":");
}
