// Pages of an upload tagged as evidence of a category: who may, chooses a range and a category; everyone sees the tags.
function tagLine(view) {
  view.tagBar = make("div", "tag-bar");
  view.tagForm = make("form", "tag-form");
  view.tagList = make("div", "tag-list");
  view.tagSaid = make("span", "small said");
  view.tagSaid.setAttribute("role", "status");
  view.tagSaid.dataset.testid = "tag-said";
  view.tagBar.append(view.tagForm, view.tagList);
  buildTagForm(view);
  view.tagBar.hidden = true;
  return view.tagBar;
}

function tagsHere(view) {
  return (view.host.data.reading?.tags ?? []).filter((tag) => tag.sha256 === view.file.sha256);
}

function isTagged(view, page) {
  return tagsHere(view).some((tag) => tag.first <= page && page <= tag.last);
}

function buildTagForm(view) {
  const { words } = view;
  const { reading } = view.host.data;
  view.tagForm.hidden = !reading?.categories?.length;
  if (view.tagForm.hidden) return;
  [view.tagFirst, view.tagLast] = [words.tag_first, words.tag_last].map((label) => pageField(view, label));
  view.tagFirst.dataset.testid = "tag-first";
  view.tagLast.dataset.testid = "tag-last";
  // Who looks for the pages of a category in an upload is most likely about to tag them as that category.
  const here = view.host.data.here ?? "";
  view.tagCategory = choice("tag-category", words.tag_category, [{ code: "", label: words.tag_choose }, ...reading.categories], here);
  view.tagCategory.dataset.testid = "tag-category";
  const save = make("button", "tool main", words.tag_save);
  save.type = "submit";
  save.dataset.testid = "tag-save";
  view.tagForm.append(make("span", "small", words.tag_pages), view.tagFirst, make("span", "", "–"), view.tagLast, make("span", "small", words.tag_as), view.tagCategory, save, view.tagSaid);
  view.tagForm.onsubmit = (event) => { event.preventDefault(); saveTag(view); };
}

function pageField(view, label) {
  const node = make("input", "page-box number");
  node.inputMode = "numeric";
  node.setAttribute("aria-label", label);
  node.title = label;
  node.oninput = () => { view.isRangeChosen = true; };
  node.onfocus = () => node.select();
  return node;
}

// Until a range is typed it follows the page that is read.
function followPage(view) {
  if (!view.tagFirst || view.isRangeChosen) return;
  view.tagFirst.value = view.page;
  view.tagLast.value = view.page;
}

function chooseRange(view, from, to) {
  if (!view.tagFirst) return;
  view.isRangeChosen = true;
  view.tagFirst.value = Math.min(from, to);
  view.tagLast.value = Math.max(from, to);
}

function saveTag(view) {
  const { words, count } = view;
  const [first, last] = [view.tagFirst, view.tagLast].map((node) => Number.parseInt(node.value.normalize("NFKC"), 10));
  const category = view.tagCategory.value;
  const isRange = first >= 1 && last >= first && last <= count;
  if (!isRange || !category) {
    tagSays(view, isRange ? words.tag_choose : words.tag_range.replace("{pages}", count), true);
    return;
  }
  tagSays(view, words.saving);
  const tag = { id: newActId(), sha256: view.file.sha256, first, last, category };
  sendAct(view.host, { action: "save_tag", tag }, (notice) => {
    tagSays(view, notice.text, !notice.ok);
    if (notice.ok) view.isRangeChosen = false;
  });
}

function removeTag(view, tag) {
  tagSays(view, view.words.saving);
  sendAct(view.host, { action: "remove_tag", tag_id: tag.id }, (notice) => tagSays(view, notice.text, !notice.ok));
}

function tagSays(view, text, isProblem = false) {
  view.tagSaid.textContent = text;
  view.tagSaid.classList.toggle("problem", isProblem);
  // Who may not tag may still take back what was once the own.
  if (view.tagForm.hidden) view.tagList.append(view.tagSaid);
}

function receiveTags(view) {
  const { words } = view;
  const old = (view.host.data.reading?.tags ?? []).filter((tag) => !tag.is_current);
  const chips = [...tagsHere(view).map((tag) => tagChip(view, tag, false)), ...old.map((tag) => tagChip(view, tag, true))];
  view.tagList.replaceChildren(...rangeNote(view), ...chips);
  view.tagBar.hidden = view.tagForm.hidden && !view.tagList.children.length;
  followPage(view);
  markThumbnail(view);
  view.tagList.setAttribute("aria-label", words.tags);
}

function rangeText(view, { first, last }) {
  return first === last ? view.words.page_short.replace("{page}", first) : view.words.pages_short.replace("{first}", first).replace("{last}", last);
}

function tagChip(view, tag, isOld) {
  const { words } = view;
  const chip = make("span", "tag small" + (isOld ? " old" : ""));
  const go = button("go", rangeText(view, tag) + " → " + tag.label, () => (isOld ? undefined : goToPage(view, tag.first)));
  go.disabled = isOld;
  go.title = tag.by;
  chip.append(go, make("span", "muted by", isOld ? words.tag_old : tag.by));
  if (tag.may_remove) {
    const remove = button("remove", "×", () => removeTag(view, tag));
    remove.setAttribute("aria-label", words.tag_remove + " " + go.textContent);
    remove.title = words.tag_remove;
    remove.dataset.testid = "tag-remove";
    chip.append(remove);
  }
  chip.dataset.testid = "tag";
  return chip;
}

// A category that tagged pages stand for shows these pages; the whole document is one click away.
function rangeNote(view) {
  if (!view.file.range) return [];
  const [first, last] = view.file.range;
  const isWhole = !view.range;
  const node = make("span", "range small");
  const toggle = button("tool", isWhole ? view.words.only_tagged : view.words.whole_document, () => setRange(view, isWhole ? [first, last] : null));
  toggle.dataset.testid = "whole-document";
  node.append(make("span", "", isWhole ? "" : view.words.only_range.replace("{range}", rangeText(view, { first, last }))), toggle);
  return [node];
}

function setRange(view, range) {
  const { page } = view;
  view.range = range;
  for (const [shown, node] of view.shown) dropPage(view, shown, node);
  refreshPages(view);
  goToPage(view, page);
  if (view.side) openSide(view, view.side);
  receiveTags(view);
}
