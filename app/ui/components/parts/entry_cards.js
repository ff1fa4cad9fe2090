// Activities and outcomes as cards. Files open in place; links of applicants are text, never live.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  const host = hostOf(root, component);
  const shown = JSON.stringify(data.cards);
  if (root.shown === shown) return tellViews(host);
  root.shown = shown;
  const fold = make("details", "fold");
  fold.open = true;
  fold.append(make("summary", "muted", data.card_words.fold), ...data.cards.map(card));
  root.replaceChildren(fold);
  tellViews(host);

  function card(each) {
    const box = make("article", "card");
    const title = make("div", "title");
    title.append(make("h3", "", each.title), ...each.badges.map((text) => make("span", "badge good", text)), make("span", "grow"), make("span", "number muted small", each.when));
    box.append(title);
    if (each.facts.length) box.append(facts(each.facts));
    if (each.summary) box.append(make("p", "summary", each.summary));
    if (each.link) box.append(linkOf(each.link));
    for (const file of each.files) box.append(fileOf(file));
    for (const name of each.missing) box.append(make("p", "missing small", data.card_words.missing_file.replace("{name}", name)));
    return box;
  }

  function facts(list) {
    const line = make("div", "facts small");
    for (const each of list) {
      const item = make("span");
      item.append(make("span", "muted", each.label + " "), make("span", "", each.value));
      line.append(item);
    }
    return line;
  }

  function linkOf(text) {
    const line = make("div", "link small");
    const copy = button("tool", data.card_words.copy, async () => {
      await navigator.clipboard?.writeText(text).catch(() => undefined);
      copy.textContent = data.card_words.copied;
    });
    line.append(make("span", "muted", data.card_words.external_link + " "), make("code", "", text), copy);
    return line;
  }

  function fileOf(file) {
    const box = make("div", "attachment");
    const toggle = button("toggle", "", () => {
      const shown = box.querySelector(".opened");
      toggle.setAttribute("aria-expanded", !shown);
      if (shown) return shown.remove();
      const opened = make("div", "opened");
      opened.append(fileView(file, host));
      return box.append(opened);
    });
    toggle.setAttribute("aria-expanded", "false");
    toggle.append(make("span", "kind", data.words["kind_" + file.kind]), make("span", "", file.name), make("span", "muted small number", file.size));
    box.append(toggle);
    if ((file.kind === "image" && picturesAreFew()) || [data.asked?.file, data.resumed].includes(file.key)) toggle.click();
    return box;
  }

  // A single picture is worth showing at once; many would make the page heavy.
  function picturesAreFew() {
    return data.cards.reduce((sum, each) => sum + each.files.filter((file) => file.kind === "image").length, 0) <= 3;
  }
}
