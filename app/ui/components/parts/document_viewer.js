// PDF documents and loose files of one category, in place; several files are chosen by name.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  root.classList.toggle("low", Boolean(data.is_low));
  const names = data.files.map((file) => file.key).join("|");
  if (root.shown === names) return;
  root.shown = names;
  const tabs = make("div", "tabs");
  tabs.setAttribute("role", "tablist");
  const place = make("div", "place");
  data.files.forEach((file) => {
    const tab = button("tab", "", () => show(file, tab));
    tab.append(make("span", "", file.label));
    tab.title = file.name + " " + file.size;
    tab.setAttribute("role", "tab");
    tabs.append(tab);
  });
  root.replaceChildren(tabs, place);
  if (data.files.length) show(data.files[0], tabs.firstChild);

  function show(file, tab) {
    for (const each of tabs.children) each.setAttribute("aria-selected", each === tab);
    place.replaceChildren(fileView(file, data));
  }
}
