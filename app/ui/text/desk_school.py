"""Words of the school view: facts, standings by semester, the offer, other applicants from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class SchoolWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    names: str
    name_years: str
    name_year: str
    list_name: str
    school_type: str
    founder: str
    founder_guessed: str
    own_class: str
    class_group: str
    entry_year: str
    entry_year_unknown: str
    other_schools: str
    other_school: str
    standings: str
    standings_hint: str
    standings_pdf: str
    standings_missing: str
    standings_unreadable: str
    standings_none: str
    own_grade: str
    no_distribution: str
    enlarge: str
    chart_subject: str
    mean: str
    offer: str
    offer_all_years: str
    no_offer: str
    plan_own: str
    plan_school: str
    plan_which: str
    offered_courses: str
    column_courses: str
    column_subject: str
    column_taken: str
    cell: str
    cell_hint: str
    taken: str
    taken_hint: str
    not_taken: str
    find: str
    nothing_found: str
    open_syllabus: str
    no_syllabus: str
    national: str
    unfold_all: str
    fold_all: str
    semester_names: tuple[str, ...]
    schoolmates: str
    schoolmates_hint: str
    no_schoolmates: str
    mate_standing: str
    mate_grade: str
    mate_state: str
    mate_open: str


ZH = SchoolWords(
    names="歷年校名",
    name_years="{name}（{first}–{last} 學年度）",
    name_year="{name}（{first} 學年度）",
    list_name="考生資料所載",
    school_type="學校類型",
    founder="公私立",
    founder_guessed="{founder}（依學校代碼推定）",
    own_class="群別／科班學程",
    class_group="班群",
    entry_year="適用入學年度",
    entry_year_unknown="資料庫沒有這位考生的課程代碼，無法得知",
    other_schools="曾修習課程的他校",
    other_school="{name}：{semesters}，{courses} 門",
    standings="各學期成績與全校、群別、科班學程的分布",
    standings_hint="點選任一格放大",
    standings_pdf="修課紀錄為 PDF 上傳：資料庫沒有這位考生的學期成績與分布。",
    standings_missing="考生未繳交修課紀錄：資料庫沒有學期成績與分布。",
    standings_unreadable="修課紀錄已送達但無法讀取：資料庫沒有學期成績與分布。",
    standings_none="資料庫沒有這位考生的學期成績分布。",
    own_grade="學期成績",
    no_distribution="學校未提供分布",
    enlarge="放大 {name}",
    chart_subject="{when} 學期成績 · {level}",
    mean="平均±標準差",
    offer="課程計畫開設科目",
    offer_all_years="入學年度不明，列出各年度課程計畫。",
    no_offer="資料庫沒有這所學校的課程計畫。",
    plan_own="本人班級適用",
    plan_school="全校",
    plan_which="課程計畫範圍",
    offered_courses="{count} 門開設 · 已修 {taken} 門",
    column_courses="開設",
    column_subject="課程類別／領域／科目",
    column_taken="已修",
    cell="{courses} 門 {credits} 學分",
    cell_hint="每學期：開設門數與學分數",
    taken="已修",
    taken_hint="修課紀錄中有同類別、同名的科目",
    not_taken="未修",
    find="篩選開設科目",
    nothing_found="沒有符合的科目。",
    open_syllabus="大綱",
    no_syllabus="無大綱",
    national="依課綱",
    unfold_all="全部展開",
    fold_all="全部收合",
    semester_names=("一上", "一下", "二上", "二下", "三上", "三下"),
    schoolmates="您可檢視的同校考生（{count}）",
    schoolmates_hint="只列出本校系中您可檢視的考生，順序與左側清單相同。",
    no_schoolmates="您可檢視的考生中沒有同校的其他人。",
    mate_standing="平均推估相對表現",
    mate_grade="學期成績平均",
    mate_state="評分狀態",
    mate_open="檢視 {name}",
)
EN = SchoolWords(
    names="Names by year",
    name_years="{name} (school years {first}–{last})",
    name_year="{name} (school year {first})",
    list_name="as in the application",
    school_type="Type",
    founder="Public or private",
    founder_guessed="{founder} (told from the school code)",
    own_class="Group, department",
    class_group="Class group",
    entry_year="Entry year",
    entry_year_unknown="unknown: the database holds no course codes of this applicant",
    other_schools="Courses at other schools",
    other_school="{name}: {semesters}, courses: {courses}",
    standings="Semester grades against school, program group and department",
    standings_hint="Choose one to enlarge it",
    standings_pdf="The course records came as PDF: the database holds no semester grades and distributions of this applicant.",
    standings_missing="No course records were submitted: the database holds no semester grades and distributions.",
    standings_unreadable="The course records arrived but cannot be read: the database holds no semester grades and distributions.",
    standings_none="The database holds no semester distributions of this applicant.",
    own_grade="Semester grade",
    no_distribution="no distribution from the school",
    enlarge="Enlarge {name}",
    chart_subject="Semester grade {when} · {level}",
    mean="Mean ± SD",
    offer="Courses offered by the curriculum plan",
    offer_all_years="The entry year is unknown: the plans of every year are listed.",
    no_offer="The database holds no curriculum plan of this school.",
    plan_own="Own class",
    plan_school="Whole school",
    plan_which="Which plans",
    offered_courses="offered: {count} · taken: {taken}",
    column_courses="Offered",
    column_subject="Category, learning area, subject",
    column_taken="Taken",
    cell="{courses} courses, {credits} credits",
    cell_hint="Each semester: courses and credits offered",
    taken="taken",
    taken_hint="The records hold a subject of this name and category",
    not_taken="not taken",
    find="Filter the offer",
    nothing_found="No such subject.",
    open_syllabus="syllabus",
    no_syllabus="no syllabus",
    national="national curriculum",
    unfold_all="Unfold all",
    fold_all="Fold all",
    semester_names=("1.1", "1.2", "2.1", "2.2", "3.1", "3.2"),
    schoolmates="Applicants from this school whom you may see ({count})",
    schoolmates_hint="Only applicants of this programme whom you may see, in the order of the list at the left.",
    no_schoolmates="Among the applicants whom you may see nobody else comes from this school.",
    mate_standing="Mean standing",
    mate_grade="Mean grade",
    mate_state="Own review",
    mate_open="Open {name}",
)

WORDS: Mapping[Language, SchoolWords] = {Language.ZH: ZH, Language.EN: EN}
