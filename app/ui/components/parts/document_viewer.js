// PDF documents and loose files of one category, in place; several files are chosen by name.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  const host = hostOf(root, component);
  root.classList.toggle("low", Boolean(data.is_low));
  const names = data.files.map((file) => file.key + (file.range ?? "")).join("|");
  if (root.shown !== names) buildTabs();
  else if (data.asked?.file && root.asked !== data.asked.file + data.asked.page) openAsked();
  root.asked = (data.asked?.file ?? "") + (data.asked?.page ?? "");
  tellViews(host);

  function buildTabs() {
    root.shown = names;
    const tabs = make("div", "tabs");
    tabs.setAttribute("role", "tablist");
    root.place = make("div", "place");
    root.tabs = data.files.map((file) => tabOf(file));
    tabs.append(...root.tabs);
    tabs.hidden = data.files.length < 2 && !data.files[0]?.label;
    root.replaceChildren(tabs, root.place);
    openAsked();
  }

  function tabOf(file) {
    const tab = button("tab", "", () => show(file, tab));
    tab.append(make("span", "", file.label));
    tab.title = file.name + " " + file.size;
    tab.setAttribute("role", "tab");
    return tab;
  }

  // The file of the address, else the one looked at last, in this tab or where one stopped, else the first.
  function openAsked() {
    const kept = readFromSession("workbench:file:" + names);
    const places = [data.asked?.file, kept?.key, data.resumed].map((key) => data.files.findIndex((file) => file.key === key));
    const place = Math.max(0, places.find((each) => each >= 0) ?? 0);
    if (data.files.length && root.open !== names + place) show(data.files[place], root.tabs[place]);
  }

  function show(file, tab) {
    root.open = names + root.tabs.indexOf(tab);
    keepInSession("workbench:file:" + names, { key: file.key });
    for (const each of root.tabs) each.setAttribute("aria-selected", each === tab);
    const box = fileView(file, host);
    root.place.replaceChildren(box);
    // The pages of a document tell of themselves.
    if (file.kind !== "pdf" && data.files.length > 1) noteStop({ file, host, box, page: 1 });
  }
}
