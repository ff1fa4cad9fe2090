// How courses are grouped, sorted and filtered: kept by this browser window for the session, the same for every applicant.
const COURSE_PREFS = "workbench:courses";
const COURSE_PREFS_CHANGED = "workbench:courses-changed";
const COURSE_STEP = "workbench:course-step";

function coursePrefs() {
  const usual = { group: "semester", sort: null, down: false, text: "", category: [], area: [], semester: [], requirement: [], unfolded: false, bins: "ten" };
  try {
    return { ...usual, ...JSON.parse(sessionStorage.getItem(COURSE_PREFS) || "{}") };
  } catch {
    return usual;
  }
}

function keepCoursePrefs(changes) {
  try {
    sessionStorage.setItem(COURSE_PREFS, JSON.stringify({ ...coursePrefs(), ...changes }));
  } catch {
    // A browser without storage forgets: the table works all the same.
  }
  dispatchEvent(new Event(COURSE_PREFS_CHANGED));
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}
