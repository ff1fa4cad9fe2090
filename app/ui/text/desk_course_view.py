"""Words of the course table, its switch and filters, and of the open course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class CourseViewWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    table: str
    group_by: str
    group_semester: str
    group_category: str
    group_area: str
    find_subject: str
    filters: str
    filter_category: str
    filter_area: str
    filter_semester: str
    filter_requirement: str
    required: str
    elective: str
    neither: str
    shown: str
    shown_all: str
    clear: str
    nothing_shown: str
    sums: str
    sort_hint: str
    col_semester: str
    col_subject: str
    col_category: str
    col_area: str
    col_school: str
    col_credits: str
    col_grade: str
    col_mean: str
    col_population: str
    col_bars: str
    col_standing: str
    mean_hint: str
    top: str
    bars_spoken: str
    bars_grade: str
    has_syllabus: str
    mark_small: str
    mark_small_hint: str
    mark_computed: str
    mark_computed_hint: str
    mark_repeated_hint: str
    mark_code: str
    mark_off_plan: str
    mark_off_plan_hint: str
    mark_no_credit: str
    mark_credit_only: str
    mark_other_school: str
    attempt_retake: str
    attempt_late_course: str
    attempt_transfer: str
    attempt_second_study: str
    attempt_grade: str
    makeup: str
    passed: str
    failed: str
    exempted: str
    origin: str
    origin_unknown: str
    retaken: str
    apart: str
    sixth_semester: str
    twin: str
    no_area: str
    reason_not_gradable: str
    reason_not_graded: str
    reason_not_a_number: str
    reason_no_distribution: str
    reason_contradiction: str
    previous_course: str
    next_course: str
    step_hint: str
    own_place: str
    fact_mean: str
    fact_source: str
    source_school: str
    source_computed: str
    unscored: str
    siblings: str
    numbers: str
    interval: str
    people: str
    own_mark: str
    outside: str
    chart_spoken: str
    zero_counts: str
    note_received: str
    qualitative: str
    plan_code: str
    match_runner_up: str
    match_uncertain: str


ZH = CourseViewWords(
    table="修課紀錄",
    group_by="分組",
    group_semester="學期",
    group_category="課程類別",
    group_area="領域",
    find_subject="篩選科目名稱",
    filters="篩選",
    filter_category="課程類別",
    filter_area="領域",
    filter_semester="學期",
    filter_requirement="必選修",
    required="必修",
    elective="選修",
    neither="其他",
    shown="顯示 {shown}／{all} 門",
    shown_all="共 {all} 門 · {credits} 學分",
    clear="清除篩選",
    nothing_shown="沒有符合篩選的課程；這位考生共有 {all} 門。",
    sums="{count} 門 · {credits} 學分",
    sort_hint="依「{column}」排序",
    col_semester="學期",
    col_subject="科目名稱",
    col_category="課程類別",
    col_area="領域",
    col_school="學校",
    col_credits="學分",
    col_grade="原始成績",
    col_mean="平均±標準差",
    col_population="母體",
    col_bars="課程成績分布圖",
    col_standing="推估相對表現",
    mean_hint="由一分組距推算的約數",
    top="前 {percent} %",
    bars_spoken="{subject} 成績分布，十分一區，人數由低分到高分為 {counts}",
    bars_grade="本考生 {grade}，在 {range} 分這一區",
    has_syllabus="大綱",
    mark_small="人數少",
    mark_small_hint="母體人數不足 10 人：一個人就佔一成以上，推估相對表現僅供參考；分布可能辨識出個別學生，解讀請謹慎。",
    mark_computed="名冊計算",
    mark_computed_hint="學校的修課紀錄沒有附分布，此分布由成績名冊計算。",
    mark_repeated_hint="同一門課在同一學期有不只一筆成績；交付資料沒有註明是補考、重修或重複登錄。",
    mark_code="課程代碼不符規則",
    mark_off_plan="非原開課學期",
    mark_off_plan_hint="課程計畫沒有在這個學期開設此課：可能是重修、補修或跨班修習，交付資料沒有註明。同一門課的其他學期見下方。",
    mark_no_credit="不採計學分",
    mark_credit_only="採計學分、不評分",
    mark_other_school="他校：{school}",
    attempt_retake="重修",
    attempt_late_course="補修",
    attempt_transfer="轉學轉科抵免",
    attempt_second_study="重讀",
    attempt_grade="{attempt} {grade}",
    makeup="補考 {grade}",
    passed="及格",
    failed="不及格",
    exempted="列抵免修",
    origin="原修課 {when}：{grade}",
    origin_unknown="原修課學期：{when}",
    retaken="重修／補修於 {when}：{grade}",
    apart="重修、重讀與同學期的其他筆（另列，不計入合計）",
    sixth_semester="第 6 學期：成績單為 PDF，開啟",
    twin="同學期的另一筆：{grade}",
    no_area="未填領域",
    reason_not_gradable="彈性／團體活動，不評分",
    reason_not_graded="無分數",
    reason_not_a_number="非百分制成績",
    reason_no_distribution="學校未提供分布",
    reason_contradiction="級距人數與母體人數矛盾，無法推估",
    previous_course="上一門課（←）",
    next_course="下一門課（→）",
    step_hint="←／→ 換課，Esc 關閉",
    own_place="同一分組距 {beside} 人 · 高於 {above} 人 · 低於 {below} 人",
    fact_mean="平均±標準差",
    fact_source="分布來源",
    source_school="學校提供",
    source_computed="由成績名冊計算",
    unscored="未列入級距 {count} 人",
    siblings="同一門課的各學期",
    numbers="以數字顯示",
    interval="分數",
    people="人數",
    own_mark="本考生 {grade}",
    outside="本考生不在圖上",
    chart_spoken="{subject} 成績分布，{width} 分一區，母體人數 {population}",
    zero_counts="其餘各區 0 人",
    note_received="收到的值：{text}（視為未評分）",
    qualitative="質性文字描述",
    plan_code="課程代碼",
    match_runner_up="次佳候選：{subject}（相似度 {similarity}）",
    match_uncertain="兩者非常接近，待招生辦公室確認",
)
EN = CourseViewWords(
    table="Course records",
    group_by="Group by",
    group_semester="Semester",
    group_category="Category",
    group_area="Learning area",
    find_subject="Filter by subject",
    filters="Filters",
    filter_category="Category",
    filter_area="Learning area",
    filter_semester="Semester",
    filter_requirement="Required or elective",
    required="Required",
    elective="Elective",
    neither="Neither",
    shown="{shown} of {all} courses shown",
    shown_all="{all} courses · {credits} credits",
    clear="Clear filters",
    nothing_shown="No course matches the filters; this applicant has {all}.",
    sums="{count} courses · {credits} credits",
    sort_hint="Sort by {column}",
    col_semester="Sem.",
    col_subject="Subject",
    col_category="Category",
    col_area="Learning area",
    col_school="School",
    col_credits="Credits",
    col_grade="Grade",
    col_mean="Mean ± SD",
    col_population="N",
    col_bars="Distribution",
    col_standing="Estimated standing",
    mean_hint="Approximate, from one-point bins",
    top="top {percent} %",
    bars_spoken="Distribution of {subject} in ten-point bars, people from low to high: {counts}",
    bars_grade="this applicant {grade}, in the bar {range}",
    has_syllabus="syllabus",
    mark_small="small N",
    mark_small_hint="Fewer than 10 people: one person is more than a tenth, so the standing is only a hint. Single students may be recognised; read with care.",
    mark_computed="from rosters",
    mark_computed_hint="The school's course records hold no distribution; this one was counted from grade rosters.",
    mark_repeated_hint="The same course has more than one grade in this semester; the data do not say whether it is a make-up exam, a retake or an entry made twice.",
    mark_code="irregular course code",
    mark_off_plan="not in its semester",
    mark_off_plan_hint="The curriculum plan does not teach this course in this semester: perhaps a retake, a late course or another class; the data do not say. See its other semesters below.",
    mark_no_credit="no credit",
    mark_credit_only="credit without grade",
    mark_other_school="other school: {school}",
    attempt_retake="retake",
    attempt_late_course="taken late",
    attempt_transfer="credited on transfer",
    attempt_second_study="year repeated",
    attempt_grade="{attempt} {grade}",
    makeup="make-up exam {grade}",
    passed="passed",
    failed="failed",
    exempted="exempted",
    origin="first taken in {when}: {grade}",
    origin_unknown="first taken: {when}",
    retaken="taken again in {when}: {grade}",
    apart="Retakes, repeated years and second rows (apart, in no sum)",
    sixth_semester="Semester 6: the transcript is a PDF; open it",
    twin="the other row of this semester: {grade}",
    no_area="No learning area given",
    reason_not_gradable="flexible or group time: no grade",
    reason_not_graded="no grade",
    reason_not_a_number="grade is no number",
    reason_no_distribution="no distribution from the school",
    reason_contradiction="bins contradict the population: no estimate",
    previous_course="Previous course (←)",
    next_course="Next course (→)",
    step_hint="←/→ other course, Esc closes",
    own_place="same one-point bin {beside} · above {above} · below {below}",
    fact_mean="Mean ± SD",
    fact_source="Source",
    source_school="from the school",
    source_computed="counted from grade rosters",
    unscored="in no bin: {count}",
    siblings="The same course by semester",
    numbers="As numbers",
    interval="Grades",
    people="People",
    own_mark="This applicant {grade}",
    outside="This applicant is not in the chart",
    chart_spoken="Distribution of {subject}, {width} points a bar, population {population}",
    zero_counts="nobody elsewhere",
    note_received="Received: {text} (taken as not graded)",
    qualitative="Teacher's remark",
    plan_code="Course code",
    match_runner_up="next best: {subject} (similarity {similarity})",
    match_uncertain="the two are very close; to be confirmed by the admissions office",
)

WORDS: Mapping[Language, CourseViewWords] = {Language.ZH: ZH, Language.EN: EN}
