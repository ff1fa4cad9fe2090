// The own queue in the line above the desk: progress as a bar, the next open applicant, the link to what is read.
function meterOf(data) {
  const total = data.meter.reduce((sum, each) => sum + each.count, 0);
  if (!total) return [];
  const bar = make("span", "meter");
  const label = data.queue_words.meter + ": " + data.meter.map((each) => each.label).join(" · ");
  bar.setAttribute("role", "img");
  bar.setAttribute("aria-label", label);
  bar.title = label;
  for (const each of data.meter) {
    const piece = make("span", "piece " + each.state);
    piece.style.flexGrow = each.count;
    piece.hidden = !each.count;
    bar.append(piece);
  }
  return [bar];
}

function nextOpen(data, go) {
  if (!data.meter.length) return [];
  const node = button("tool", data.queue_words.next_open + " ▼", () => data.next_open && go(data.next_open));
  node.disabled = !data.next_open;
  node.title = data.queue_words.next_open_keys;
  node.dataset.testid = "next-open";
  return [node];
}

// Before any other listener of the page: Alt with an arrow alone goes to the neighbour.
function listenForNextOpen(data, go, signal) {
  const goOn = () => data.next_open && go(data.next_open);
  document.addEventListener("desk:key", (event) => event.detail?.action === "next_unscored" && goOn(), { signal });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || isComposing(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    goOn();
  }, { signal, capture: true });
}

function linkButton(data, root) {
  if (!data.link) return [];
  const node = button("tool link", data.queue_words.link);
  node.title = data.queue_words.copy_title;
  node.setAttribute("aria-label", data.queue_words.copy);
  node.dataset.testid = "copy-link";
  const said = make("span", "said small");
  said.setAttribute("role", "status");
  node.onclick = () => copyLink(data, root, said);
  return [node, said];
}

// The page of a document belongs to the link as long as the same category is read.
function listenForPage(data, root, signal) {
  document.addEventListener("desk:page", (event) => { root.reading = { link: data.link, page: event.detail?.page }; }, { signal });
}

// Where the page is ahead of the server, the link goes along; what is open belonged to the place before.
function linkOfPlace(data) {
  const address = new URL(data.link, location.href);
  const { shown, category } = deskPlace();
  if (data.view !== "one" || (shown === data.application_id && category === data.category)) return address;
  address.searchParams.set("app", shown);
  address.searchParams.set("category", category);
  address.searchParams.delete("record");
  return address;
}

async function copyLink(data, root, said) {
  const address = linkOfPlace(data);
  if (root.reading?.link === data.link && root.reading.page > 1) address.searchParams.set("page", root.reading.page);
  try {
    await navigator.clipboard.writeText(address.href);
    said.textContent = data.queue_words.copied;
    setTimeout(() => { said.textContent = ""; }, 2500);
  } catch {
    // A plain address has no clipboard: the person copies by hand.
    prompt(data.queue_words.by_hand, address.href);
  }
}
