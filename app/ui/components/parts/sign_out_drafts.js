// Signing out on a computer that others use: what is typed and not saved may stay for the next time, or go.
function ownDrafts(personId) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith("draft:") && key.split(":").at(-2) === personId);
  } catch {
    return []; // storage is switched off: there is no draft
  }
}

// The way out is free where nothing is left; else one is asked, and may stay.
function askBeforeSignOut(event, { root, data, address }) {
  const drafts = ownDrafts(data.person_id);
  if (drafts.length === 0) return;
  event.preventDefault();
  const dialog = make("dialog", "drafts");
  dialog.setAttribute("aria-label", data.sign_out);
  const leave = () => location.assign(address);
  const clear = () => { drafts.forEach((key) => localStorage.removeItem(key)); leave(); };
  const choices = make("div", "choices");
  choices.append(button("tool", data.drafts.keep, leave), button("tool", data.drafts.clear, clear), make("span", "grow"), button("tool", data.drafts.stay, () => dialog.close()));
  const people = new Set(drafts.map((key) => key.split(":").at(-3))).size;
  dialog.append(make("p", "", data.drafts.text.replace("{count}", people)), choices);
  dialog.onclose = () => dialog.remove();
  root.append(dialog);
  dialog.showModal();
}
