"""Words of 核心資料總覽."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text import course_codes
from app.ui.text.language import Language


@dataclass(frozen=True)
class OverviewWords:
    """Placeholders in braces are filled with ``str.format``."""

    who: str
    standing_of_mean: str
    standing_none: str
    nothing_chosen: str
    absences: Mapping[str, str]
    courses_together: str
    courses_every: str
    more: str
    unranked: str
    unranked_only: str
    rule: str
    rules: Mapping[str, str]
    grade_of: str
    small_group: str
    rank_group: str
    hours: str
    months: str
    files: str
    files_missing: str
    pages: str
    pages_scan: str
    pages_unknown: str
    outcome_course: str
    choices: str
    choices_about: str
    by_semester: str
    by_semester_about: str
    col_area: str
    col_total: str
    choices_unknown: str
    choices_pdf: str
    choices_not_offered: str
    choices_unread: str
    choice_numbers: str
    col_courses: str
    col_credits: str
    choice_elsewhere: str
    choice_spoken: str
    choice_not_known: str
    required: str
    categories: Mapping[str, str]
    legend_offered: str
    legend_taken: str
    timeline: str
    timeline_about: str
    timeline_none: str
    timeline_keys: str
    timeline_table: str
    timeline_hint: str
    undated: str
    semester_only: str
    before_school: str
    after_school: str
    col_category: str
    col_title: str
    col_when: str
    col_facts: str
    no_date: str
    ledger: str
    ledger_about: str
    ledger_sum: str
    ledger_sum_good: str
    ledger_sum_bad: str
    col_item: str
    col_expected: str
    col_shown: str
    col_aside: str
    col_missing: str
    col_state: str
    items: Mapping[str, str]
    states: Mapping[str, str]
    state_pages: str
    at_most: str
    over_limit: str
    not_considered: str
    aside_line: str
    aside_replaced: str
    note_line: str
    unbalanced: str


ZH = OverviewWords(
    who="考生概況",
    standing_of_mean="前 {percent} %（可能範圍 {best}–{worst} %，{semesters} 學期）",
    standing_none="無（沒有成績分布）",
    nothing_chosen="這個面向沒有指定核心資料。",
    absences={
        "came_as_pdf": "以 PDF 上傳，沒有逐筆紀錄：",
        "not_submitted": "未繳交：",
        "no_entries": "沒有紀錄：",
        "came_as_records": "由資料庫逐筆提供：",
    },
    courses_together="修課紀錄（{groups} 類）",
    courses_every="修課紀錄",
    more="其餘 {count} 筆",
    unranked="另 {count} 門無成績分布，不排先後",
    unranked_only="{count} 門課都沒有成績分布，不排先後",
    rule="排列方式：{rule}",
    rules={
        "standing": "依在校推估相對表現，愈前面愈先列；不看原始成績。沒有成績分布的課不排先後。",
        "course_of_outcome": "依該課程的在校推估相對表現，其次由新到舊。交付資料沒有逐件的教師認證欄位。",
        "level_and_rank": "先依競賽等級（國際、全國、縣市級、校級），再依名次或獎項，最後由新到舊。",
        "grade_of_licence": "技術士證依甲、乙、丙級；其他證照不分高低，由新到舊。",
        "level_and_time_held": "校級幹部在前，其餘不分高低；再依任期長短，最後由新到舊。",
        "hours": "依時數由多到少，其次由新到舊。",
        "newest": "由新到舊。",
        "pages": "可開啟的在前，再依頁數。",
    },
    grade_of="{grade} 分",
    small_group="母體不到 10 人",
    rank_group="前 {percent} %",
    hours="{hours} 小時／節",
    months="{months} 個月",
    files="附件 {count}",
    files_missing="附件未送達 {count}",
    pages="{pages} 頁",
    pages_scan="{pages} 頁，掃描檔",
    pages_unknown="頁數不明，可能無法開啟",
    outcome_course="該科前 {percent} %",
    choices="選課與學校開課",
    choices_about="依自己班群的課程計畫，已修的 {semesters} 個學期",
    by_semester="逐學期修習的學分",
    by_semester_about="每格為必修學分，＋後為選修學分。",
    col_area="領域",
    col_total="合計",
    choices_unknown="沒有這所學校（班群）的課程計畫，無法得知學校開了哪些課；只列出考生修習的課。",
    choices_pdf="沒有逐筆修課紀錄，無法與學校開課比較。",
    choices_not_offered="學校未開設：{categories}。未修不代表考生沒有選擇。",
    choices_unread="另有 {count} 門課的課程代碼無法解讀，未列入。",
    choice_numbers="{taken} / {offered}",
    col_courses="門 修/開",
    col_credits="學分 修/開",
    choice_elsewhere="其中 {count} 門不在自己班群的課程計畫（如跨班、跨校）",
    choice_spoken="{label}：修 {taken} 門，學校開 {offered} 門；學分 {credits} / {offered_credits}",
    choice_not_known="不明",
    required="必修與其他",
    categories=course_codes.ZH.categories,
    legend_offered="學校開課",
    legend_taken="考生修習",
    timeline="多元表現時間軸",
    timeline_about="{count} 筆，依學期",
    timeline_none="沒有逐筆的多元表現紀錄。",
    timeline_keys="方向鍵在各筆之間移動，Enter 開啟該類別",
    timeline_table="以表格檢視",
    timeline_hint="將滑鼠移到圖上，或以方向鍵選取，查看各筆內容。",
    undated="沒有日期",
    semester_only="僅知學期",
    before_school="早於入學",
    after_school="晚於第 6 學期",
    col_category="類別",
    col_title="名稱",
    col_when="時間",
    col_facts="內容",
    no_date="沒有日期",
    ledger="資料完整性",
    ledger_about="應有＝呈現＋未呈現＋未繳交。「應有」依收到的檔案與校系參採的項目計算。",
    ledger_sum="應有 {expected} · 呈現 {shown} · 未呈現 {aside} · 未繳交 {missing}",
    ledger_sum_good="收到的資料全部呈現在評量畫面",
    ledger_sum_bad="有資料未呈現或未繳交，原因如下",
    col_item="項目",
    col_expected="應有",
    col_shown="呈現",
    col_aside="未呈現",
    col_missing="未交",
    col_state="狀態",
    items={
        "profile": "基本資料",
        "course_record": "修課紀錄",
        "course_outcome": "課程學習成果",
        "activity_record": "多元表現",
        "personal_statement": "學習歷程自述",
        "activity_reflection": "多元表現綜整心得",
        "other_document": "其他文件",
        "sixth_semester_transcript": "第 6 學期成績單",
        "practical_work": "專題實作成果（PDF）",
        "attachment": "附件",
        "other_file": "不採用的檔案",
    },
    states={
        "complete": "完整",
        "as_pdf": "以 PDF 上傳",
        "no_entries": "已繳交，沒有紀錄",
        "not_handed_in": "未繳交",
        "not_asked": "校系不參採",
        "partly": "部分呈現",
        "damaged": "已送達，檔案可能毀損",
        "not_used": "非審查資料，不採用",
        "unreadable": "已送達但無法讀取，請勿視為未繳交",
    },
    state_pages="{pages} 頁",
    at_most="至多 {limit} 件",
    over_limit="超過上限 {limit} 件",
    not_considered="校系不參採",
    aside_line="{file}：{rule}（{count}）",
    aside_replaced="{rule}（{count}）",
    note_line="{file}：{rule}",
    unbalanced="筆數對不上，請通知招生辦公室",
)

EN = OverviewWords(
    who="Who this is",
    standing_of_mean="top {percent} % (range {best}–{worst} %, {semesters} semesters)",
    standing_none="none (no grade distributions)",
    nothing_chosen="No core data are chosen for this dimension.",
    absences={
        "came_as_pdf": "Uploaded as PDF, no single entries:",
        "not_submitted": "Not handed in:",
        "no_entries": "No entries:",
        "came_as_records": "From the database, entry by entry:",
    },
    courses_together="Courses (groups: {groups})",
    courses_every="Courses",
    more="{count} more",
    unranked="{count} more without distribution, in no order",
    unranked_only="none of {count} has a distribution: in no order",
    rule="Order: {rule}",
    rules={
        "standing": "by estimated standing in the own school, the top first; never by the grade itself. Courses without a distribution are in no order.",
        "course_of_outcome": "by the estimated standing in the course it comes from, then newest. The hand-over has no certification mark of single outcomes.",
        "level_and_rank": "by level (international, national, county, school), then rank or award, then newest.",
        "grade_of_licence": "technicians' licences by grade; all others are equal, newest first.",
        "level_and_time_held": "offices of the whole school first, all others are equal; then how long they were held, then newest.",
        "hours": "most hours first, then newest.",
        "newest": "newest first.",
        "pages": "documents that open first, then by pages.",
    },
    grade_of="grade {grade}",
    small_group="population under 10",
    rank_group="top {percent} %",
    hours="{hours} hours",
    months="{months} months",
    files="{count} files",
    files_missing="{count} files missing",
    pages="pages: {pages}",
    pages_scan="pages: {pages}, a scan",
    pages_unknown="pages unknown, may not open",
    outcome_course="course: top {percent} %",
    choices="Course choices and the school's offer",
    choices_about="Plan of the own class group, {semesters} semesters",
    by_semester="Credits taken by semester",
    by_semester_about="Required credits, and after the plus elective ones.",
    col_area="Learning area",
    col_total="Total",
    choices_unknown="No plan of this school and class group is known, so nobody can say what was offered; only the courses taken are listed.",
    choices_pdf="No single course records, so there is nothing to compare with the school's offer.",
    choices_not_offered="Not offered by the school: {categories}. Not taken does not mean not chosen.",
    choices_unread="Left out, for their codes cannot be read: {count}.",
    choice_numbers="{taken} / {offered}",
    col_courses="taken/offered",
    col_credits="credits",
    choice_elsewhere="{count} of them not in the own class group's plan (other class or school)",
    choice_spoken="{label}: {taken} taken, {offered} offered; credits {credits} of {offered_credits}",
    choice_not_known="not known",
    required="Required and other",
    categories=course_codes.EN.categories,
    legend_offered="offered",
    legend_taken="taken",
    timeline="Activities over time",
    timeline_about="{count} entries by semester",
    timeline_none="No single activity records.",
    timeline_keys="Arrow keys move between entries, Enter opens the category",
    timeline_table="As a table",
    timeline_hint="Point at a mark, or choose one with the arrow keys, to read it here.",
    undated="Without a date",
    semester_only="semester only",
    before_school="before entry",
    after_school="after the sixth semester",
    col_category="Category",
    col_title="Title",
    col_when="When",
    col_facts="Facts",
    no_date="no date",
    ledger="Completeness",
    ledger_about="Due = shown + set aside + not handed in. What is due is counted from the files received and the items the programme considers.",
    ledger_sum="due {expected} · shown {shown} · set aside {aside} · not handed in {missing}",
    ledger_sum_good="Everything received is shown at the desk",
    ledger_sum_bad="Something is set aside or was not handed in; the reasons follow",
    col_item="Item",
    col_expected="Due",
    col_shown="Shown",
    col_aside="Aside",
    col_missing="Missing",
    col_state="State",
    items={
        "profile": "Profile",
        "course_record": "Course records",
        "course_outcome": "Course outcomes",
        "activity_record": "Activities",
        "personal_statement": "Personal statement",
        "activity_reflection": "Reflection",
        "other_document": "Other documents",
        "sixth_semester_transcript": "Semester 6 transcript",
        "practical_work": "Practical work (PDF)",
        "attachment": "Attachments",
        "other_file": "Files not used",
    },
    states={
        "complete": "complete",
        "as_pdf": "uploaded as PDF",
        "no_entries": "handed in, no entries",
        "not_handed_in": "not handed in",
        "not_asked": "not asked for",
        "partly": "partly shown",
        "damaged": "arrived, may be damaged",
        "not_used": "no evidence, not used",
        "unreadable": "arrived but unreadable: not the applicant's omission",
    },
    state_pages="pages: {pages}",
    at_most="max {limit}",
    over_limit="more than {limit}",
    not_considered="not considered by the programme",
    aside_line="{file}: {rule} ({count})",
    aside_replaced="{rule} ({count})",
    note_line="{file}: {rule}",
    unbalanced="The numbers do not add up; tell the admissions office",
)

WORDS: Mapping[Language, OverviewWords] = {Language.ZH: ZH, Language.EN: EN}
