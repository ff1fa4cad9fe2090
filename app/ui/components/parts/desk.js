// Shared by the parts of the desk: the ten small bars, and files opened in place.
const PAGE_WIDTH = 1200;
const DRAFTS_CHANGED = "workbench:drafts";

// Drafts are kept by one part of the desk and marked by another.
function tellDrafts() {
  dispatchEvent(new Event(DRAFTS_CHANGED));
}

function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

// Ten bars, the applicant's own in the mark colour with a pointer above it; the figure says the same in words.
function tenBars(bars, own, title) {
  const picture = drawn("svg", { viewBox: "0 0 100 30", class: "bars", role: "img", "aria-label": title });
  const most = Math.max(1, ...bars);
  const top = (place) => 29 - (bars[place] === 0 ? 0.6 : Math.max(1.5, (bars[place] / most) * 23));
  const outline = (place) => "M" + (place * 10 + 0.8) + " 29V" + top(place).toFixed(1) + "h8.4V29z";
  picture.append(drawn("path", { class: "bar", d: bars.map((_, place) => (place === own ? "" : outline(place))).join("") }));
  if (own !== null && own !== undefined) {
    const middle = own * 10 + 5, height = top(own) - 1;
    picture.append(drawn("path", { class: "own", d: outline(own) + "M" + (middle - 3.4) + " " + (height - 4.4).toFixed(1) + "h6.8L" + middle + " " + height.toFixed(1) + "z" }));
  }
  const hint = drawn("title", {});
  hint.textContent = title;
  picture.append(drawn("path", { class: "base", d: "M0 29h100v.6H0z" }), hint);
  return picture;
}

function drawn(tag, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

// A file shown where it is: pages of a PDF, a picture, sound or film. Nothing is fetched before it is opened.
function fileView(file, data) {
  const address = "/evidence/" + encodeURIComponent(file.key);
  const query = "?snapshot=" + encodeURIComponent(data.snapshot);
  if (file.kind === "pdf") return pdfView(file, { address, query, words: data.words });
  const box = make("figure", "file");
  const media = { image: "img", audio: "audio", video: "video" }[file.kind];
  if (media) {
    const node = make(media, "media");
    node.src = media === "img" ? address + "/image" + query + "&width=900" : address + query;
    if (media === "img") { node.alt = file.name; node.loading = "lazy"; } else { node.controls = true; node.preload = "metadata"; node.setAttribute("aria-label", file.name); }
    node.onerror = () => box.replaceChildren(make("p", "problem", data.words.cannot_show), original(address + query, data.words));
    box.append(node);
  } else box.append(make("p", "muted", data.words.no_preview));
  box.append(original(address + query, data.words));
  return box;
}

function original(address, words) {
  const link = make("a", "original small", words.open_original);
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function pdfView(file, { address, query, words }) {
  const box = make("section", "pdf-view");
  const tools = make("div", "tools");
  const counter = make("span", "counter number", words.loading);
  counter.setAttribute("aria-live", "polite");
  const pages = make("div", "pages");
  pages.tabIndex = 0;
  pages.setAttribute("aria-label", file.name);
  let zoom = 1;
  const label = make("span", "number zoom", "100%");
  const setZoom = (value) => {
    zoom = Math.min(3, Math.max(0.5, value));
    pages.style.setProperty("--zoom", zoom);
    label.textContent = Math.round(zoom * 100) + "%";
  };
  const smaller = button("tool", "−", () => setZoom(zoom - 0.25));
  smaller.setAttribute("aria-label", words.zoom_out);
  const larger = button("tool", "+", () => setZoom(zoom + 0.25));
  larger.setAttribute("aria-label", words.zoom_in);
  tools.append(counter, make("span", "grow"), smaller, label, larger, button("tool", words.fit_width, () => setZoom(1)), original(address + query, words));
  box.append(tools, pages);
  loadPages();
  return box;

  async function loadPages() {
    try {
      const answer = await fetch(address + "/pages" + query, { credentials: "same-origin" });
      const facts = await answer.json().catch(() => ({}));
      if (!answer.ok || !facts.pages) throw new Error(facts.message || words.cannot_show);
      showPages(facts);
    } catch (error) {
      counter.textContent = "";
      pages.replaceChildren(make("p", "problem", error instanceof TypeError ? words.no_connection : error.message));
    }
  }

  function showPages(facts) {
    const watcher = new IntersectionObserver((seen) => {
      for (const each of seen) if (each.isIntersecting) counter.textContent = place(each.target.dataset.page, facts.pages);
    }, { root: pages, rootMargin: "-45% 0px -45% 0px" });
    for (let number = 1; number <= facts.pages; number += 1) {
      const image = make("img", "page");
      const [width, height] = (facts.sizes && facts.sizes[number - 1]) || [210, 297];
      image.style.aspectRatio = width + " / " + height;
      image.loading = "lazy";
      image.alt = file.name + " " + place(number, facts.pages);
      image.dataset.page = number;
      image.src = address + "/page/" + number + query + "&width=" + PAGE_WIDTH;
      image.onerror = () => image.replaceWith(make("p", "problem", place(number, facts.pages) + " " + words.cannot_show));
      pages.append(image);
      watcher.observe(image);
    }
    counter.textContent = place(1, facts.pages);
  }

  function place(number, count) {
    return words.page_of.replace("{page}", number).replace("{pages}", count);
  }
}

