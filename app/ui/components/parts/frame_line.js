// The line above every step. The language and sign-out links leave the page; the programme goes to the server.
export default function (component) {
  const { data, setTriggerValue } = component;
  document.documentElement.lang = data.document_language;
  // Streamlit knows its upload button in English only; the style of the frame puts this in the place of its word.
  document.documentElement.style.setProperty("--choose-file", JSON.stringify(data.choose_file));
  const root = rootOf(component, "header");
  const line = make("div", "line");
  line.append(programmes());
  if (data.banner) line.append(make("span", "banner", data.banner));
  line.append(make("span", "grow"), make("span", "person", data.person), language(), signOut());
  const cut = make("div", "cut");
  cut.hidden = true;
  root.replaceChildren(line, cut);
  root.controls?.abort();
  root.controls = new AbortController();
  watchConnection(tellOutsideTheDesk, root.controls.signal);

  // The desk says it itself, with what becomes of what is being typed there.
  function tellOutsideTheDesk() {
    if (!root.isConnected) root.controls.abort();
    else if (!document.querySelector(".st-key-desk-shape")) tellOfCut({ root, data, send: () => {} });
  }

  function programmes() {
    if (data.programmes.length === 0) return make("span");
    if (data.programmes.length === 1) return make("strong", "programme", data.programmes[0].label);
    const select = choice("programme", data.programme_label, data.programmes, data.chosen);
    select.onchange = () => setTriggerValue("programme", select.value);
    return select;
  }

  function language() {
    return link(data.other_language, "/language/" + data.other_language_code + "?next=" + encodeURIComponent(location.pathname + location.search));
  }

  function signOut() {
    const out = link(data.sign_out, "/sign-out");
    out.onclick = (event) => askBeforeSignOut(event, { root, data, address: out.href });
    return out;
  }

  function link(text, address) {
    const link = make("a", "", text);
    link.href = address;
    link.target = "_self";
    return link;
  }
}
