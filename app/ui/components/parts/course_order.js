// Courses as they are read: their values by name, the groups they fall into, the order within a group, sums.
function readCourse(values, data) {
  const each = Object.fromEntries(data.fields.map((name, place) => [name, values[place]]));
  [each.categoryCode, each.categoryLabel] = data.categories[each.category];
  [each.areaCode, each.areaLabel] = data.areas[each.area];
  // A name without a code belongs to the code of that name, else it stands for itself.
  each.categoryCode ||= codeOf(each.categoryLabel, data.categories);
  each.areaCode ||= codeOf(each.areaLabel, data.areas);
  each.when = each.year === null ? "–" : each.year + (each.semester ? "-" + each.semester : "");
  each.reasonText = data.reasons[each.reason] || "";
  return each;
}

function codeOf(label, labels) {
  return labels.find(([code, text]) => code && text === label)?.[0] ?? label;
}

// Retakes and second rows come last, in a group of their own, whatever the others are grouped by.
function courseGroups(shown, prefs, words) {
  const key = { semester: (each) => each.when, category: (each) => each.categoryCode, area: (each) => each.areaCode }[prefs.group];
  const label = { semester: (each) => semesterLabel(each, words), category: (each) => each.categoryLabel, area: (each) => each.areaLabel }[prefs.group];
  const groups = new Map();
  for (const each of shown.filter((one) => !one.apart)) {
    if (!groups.has(key(each))) groups.set(key(each), { code: key(each), label: label(each), rows: [] });
    groups.get(key(each)).rows.push(each);
  }
  const found = [...groups.values()];
  if (prefs.group !== "semester") found.sort((one, other) => (one.code < other.code ? -1 : 1));
  const apart = shown.filter((each) => each.apart);
  if (apart.length) found.push({ code: "apart", label: words.apart, rows: apart });
  for (const group of found) group.rows = sortedCourses(group.rows, prefs);
  return found;
}

function semesterLabel(each, words) {
  if (each.year === null) return words.semester_unknown;
  return filled(words.semester_label, { year: each.year, semester: each.semester || words.annual });
}

function sortedCourses(list, prefs) {
  // Within a category the semesters of one course lie together.
  const together = (one, other) => one.group - other.group || inOrder(one.subject, other.subject) || inOrder(one.when, other.when);
  const usual = prefs.group === "semester" ? list : [...list].sort(together);
  if (!prefs.sort) return usual;
  const sign = prefs.down ? -1 : 1;
  return [...usual].sort((one, other) => {
    const left = sortValue(one, prefs.sort), right = sortValue(other, prefs.sort);
    // What is unknown comes last in both directions.
    if (left === null || right === null) return (left === null) - (right === null);
    return sign * inOrder(left, right);
  });
}

function sortValue(each, column) {
  const named = { semester: each.when, category: each.categoryLabel, area: each.areaLabel, standing: each.percent, bars: each.own };
  const value = column in named ? named[column] : each[column];
  if (["credits", "grade"].includes(column)) return value === null ? null : Number(value);
  return value ?? null;
}

const COURSE_COLLATOR = new Intl.Collator("zh-Hant");

function inOrder(one, other) {
  if (typeof one === "string" && typeof other === "string") return COURSE_COLLATOR.compare(one, other);
  return one < other ? -1 : one > other ? 1 : 0;
}

function creditsOf(list) {
  const counted = list.filter((each) => each.credits !== null && !each.marks.includes("no_credit"));
  return Math.round(counted.reduce((sum, each) => sum + Number(each.credits), 0) * 100) / 100;
}
