"""Words of step 3, 資料綜整評量."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class DeskWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    # line above the desk
    no_plan_chair: str
    previous: str
    next: str
    views: str
    view_one: str
    view_table: str
    view_school: str
    view_compare: str
    end_compare: str
    progress: str
    progress_none: str
    nobody: str
    confirmed: str
    # applicant list and tree
    applicants: str
    group_database: str
    group_pdf: str
    order: str
    order_number: str
    order_identity: str
    order_school: str
    order_name: str
    order_progress: str
    state_not_scored: str
    state_partial: str
    state_abstained: str
    state_scored: str
    compare: str
    compare_start: str
    compare_clear: str
    compare_too_few: str
    tree: str
    tree_core: str
    tree_other: str
    tree_courses: str
    node_overview: str
    node_all_courses: str
    # search
    search_placeholder: str
    search_everyone: str
    search_clear: str
    search_found: str
    search_nothing: str
    search_limit: str
    # heading and absences
    heading: str
    number: str
    badge_low_income: str
    not_visible: str
    choose_applicant: str
    absence_pdf: str
    absence_pdf_course: str
    absence_missing: str
    absence_none: str
    partial_note: str
    # profile
    profile_person: str
    profile_school: str
    profile_items: str
    name: str
    identity: str
    school: str
    school_code: str
    county: str
    program_group: str
    department: str
    class_kind: str
    division: str
    experimental: str
    item_courses: str
    item_outcomes: str
    item_activities: str
    sixth_semester: str
    mode_json: str
    mode_pdf: str
    mode_missing: str
    grade_mean: str
    mean_standing: str
    top_percent: str
    not_given: str
    # overview
    overview_nothing_chosen: str
    overview_more: str
    overview_standing: str
    overview_no_standing: str
    overview_documents: str
    # courses
    col_school: str
    col_year: str
    col_semester: str
    col_subject: str
    col_credits: str
    col_grade: str
    col_standing: str
    col_bars: str
    bars_title: str
    bars_note: str
    standing_range: str
    repeated: str
    unknown_code: str
    has_syllabus: str
    no_distribution: str
    not_graded: str
    semester_label: str
    semester_unknown: str
    annual: str
    population: str
    small_population: str
    bins_ten: str
    bins_hundred: str
    bins: str
    people: str
    this_applicant: str
    semester_grade: str
    level_school: str
    level_group: str
    level_department: str
    # syllabus
    syllabus: str
    syllabus_national: str
    syllabus_none: str
    match_exact: str
    match_name: str
    syl_names: str
    syl_chinese: str
    syl_english: str
    syl_teachers: str
    syl_attributes: str
    syl_requirement: str
    syl_areas: str
    syl_interdisciplinary: str
    syl_source: str
    syl_competencies: str
    syl_self: str
    syl_interaction: str
    syl_participation: str
    syl_aims: str
    syl_assessment: str
    syl_prerequisite: str
    syl_profile: str
    syl_issues: str
    syl_clusters: str
    syl_remarks: str
    syl_weeks: str
    # cards and documents
    fold: str
    untitled: str
    organiser: str
    role: str
    level: str
    hours: str
    external_link: str
    copy: str
    copied: str
    missing_file: str
    kind_pdf: str
    kind_image: str
    kind_audio: str
    kind_video: str
    kind_other: str
    open_original: str
    loading: str
    page_of: str
    zoom_in: str
    zoom_out: str
    fit_width: str
    cannot_show: str
    no_preview: str
    no_connection: str
    close: str
    # table and school
    table_name: str
    table_state: str
    table_total: str
    table_entries: str
    table_content: str
    table_identity: str
    table_all: str
    table_hint: str
    school_applications: str
    school_type: str
    school_offer: str
    school_no_offer: str
    school_standings: str
    school_no_standings: str
    # scoring
    scoring: str
    score_weight: str
    score_points: str
    score_levels: str
    score_rubric: str
    score_comment: str
    score_overall: str
    score_flag: str
    score_abstain: str
    score_abstain_reason: str
    score_abstained: str
    score_total: str
    score_missing: str
    score_save: str
    score_save_next: str
    score_save_last: str
    score_saving: str
    score_saved: str
    score_unsaved: str
    score_never: str
    score_restored: str
    score_no_answer: str
    score_outside: str
    score_stale: str
    score_mine: str
    score_stored: str
    score_keep_mine: str
    score_take_stored: str
    score_took_stored: str
    score_not_assigned: str
    score_read_only: str
    problem_number: str
    problem_range: str
    problem_step: str
    problem_unknown: str
    problem_long: str
    problem_reason: str
    problem_event: str
    problem_moved: str
    problem_failed: str


ZH = DeskWords(
    no_plan_chair="還沒有鎖定的評審計畫。請先到「1 面向設定」與「2 核心資料設定」完成並鎖定，審查委員才能開始評分。",
    previous="上一位",
    next="下一位",
    views="檢視方式",
    view_one="個別考生",
    view_table="各項目所有學生資料列表",
    view_school="畢業高中綜覽",
    view_compare="並列比較",
    end_compare="結束比較",
    progress="已評 {scored} / {assigned}",
    progress_none="共 {count} 位考生",
    nobody="目前沒有指派給您的考生。請洽系主席。",
    confirmed="已存檔：{name}",
    applicants="考生清單",
    group_database="資料庫／部分 PDF",
    group_pdf="PDF 上傳",
    order="排序",
    order_number="依編號",
    order_identity="依身份別",
    order_school="依學校",
    order_name="依姓名",
    order_progress="依評分進度",
    state_not_scored="未評",
    state_partial="未評完",
    state_abstained="棄權",
    state_scored="已評",
    compare="加入比較",
    compare_start="並列比較（{count}）",
    compare_clear="清除",
    compare_too_few="請在考生清單勾選二至四位考生再並列比較。",
    tree="資料類別",
    tree_core="核心資料",
    tree_other="其他資料",
    tree_courses="修課紀錄",
    node_overview="核心資料總覽",
    node_all_courses="全部修課（依學期）",
    search_placeholder="關鍵字查詢…",
    search_everyone="查詢所有可審閱的考生",
    search_clear="清除查詢",
    search_found="找到 {count} 筆",
    search_nothing="查無「{keyword}」。",
    search_limit="找到 {count} 筆以上，只列出前 {count} 筆",
    heading="{name}：{category}",
    number="編號 {number}",
    badge_low_income="低收入戶",
    not_visible="您未被指派審查這位考生，或已登記迴避，因此無法檢視。請從左側清單選擇考生。",
    choose_applicant="請從左側清單選擇考生。",
    absence_pdf="此項資料為 PDF 上傳，沒有逐筆紀錄；以下是上傳的文件。",
    absence_pdf_course="PDF 上傳，無成績分布資料。修課紀錄請見以下上傳的文件。",
    absence_missing="考生未繳交此項資料。",
    absence_none="此類別沒有紀錄。",
    partial_note="部分 PDF：{items}為 PDF 上傳。",
    profile_person="考生",
    profile_school="就讀學校",
    profile_items="資料來源",
    name="姓名",
    identity="考生身份",
    school="學校",
    school_code="學校代碼",
    county="縣市",
    program_group="群別",
    department="科班學程別",
    class_kind="班別",
    division="部別",
    experimental="學習型態",
    item_courses="修課紀錄",
    item_outcomes="課程學習成果",
    item_activities="多元表現",
    sixth_semester="第 6 學期成績單",
    mode_json="學習歷程資料庫",
    mode_pdf="PDF 上傳",
    mode_missing="未繳交",
    grade_mean="學期成績平均",
    mean_standing="平均推估相對表現",
    top_percent="前 {percent} %",
    not_given="—",
    overview_nothing_chosen="這個面向沒有指定核心資料。",
    overview_more="…共 {count} 筆",
    overview_standing="學期成績推估相對表現",
    overview_no_standing="PDF 上傳，無成績分布資料。",
    overview_documents="上傳文件",
    col_school="學校",
    col_year="學年度",
    col_semester="學期",
    col_subject="科目名稱",
    col_credits="學分",
    col_grade="原始成績",
    col_standing="推估相對表現",
    col_bars="課程成績分布圖",
    bars_title="{subject} 成績分布，十分一區，人數依序為 {counts}；本考生 {grade}",
    bars_note="總分 (0~100分) 由左至右每10分為一區",
    standing_range="介於前 {best} % 至前 {worst} %",
    repeated="重複列",
    unknown_code="課程代碼不符規則",
    has_syllabus="大綱",
    no_distribution="- 無成績分布資料",
    not_graded="- 無分數",
    semester_label="{year} 學年度第 {semester} 學期",
    semester_unknown="學年度不明",
    annual="全",
    population="母體人數",
    small_population="母體人數不足 10 人，分布可能辨識出個別學生，解讀請謹慎。",
    bins_ten="十分一區",
    bins_hundred="一分一區",
    bins="分布圖級距",
    people="人數",
    this_applicant="本考生",
    semester_grade="學期成績",
    level_school="全校",
    level_group="群別",
    level_department="科班學程",
    syllabus="連結課程內容資訊",
    syllabus_national="部定課程：依課綱",
    syllabus_none="查無教學大綱",
    match_exact="以 23 碼課程代碼對應",
    match_name="以課程計畫代碼與科目名稱對應",
    syl_names="科目名稱",
    syl_chinese="中文名稱",
    syl_english="英文名稱",
    syl_teachers="師資來源",
    syl_attributes="科目屬性",
    syl_requirement="必/選修",
    syl_areas="一般科目領域",
    syl_interdisciplinary="跨領域",
    syl_source="科目來源",
    syl_competencies="課綱核心素養",
    syl_self="A 自主行動",
    syl_interaction="B 溝通互動",
    syl_participation="C 社會參與",
    syl_aims="學習目標",
    syl_assessment="學習評量",
    syl_prerequisite="先修科目",
    syl_profile="學生圖像",
    syl_issues="議題融入",
    syl_clusters="對應學群",
    syl_remarks="備註",
    syl_weeks="教學大綱（週次／單元主題／內容綱要）",
    fold="詳細資料清單(收合)",
    untitled="（未填名稱）",
    organiser="單位",
    role="職務／獎項",
    level="等級／類別",
    hours="時數",
    external_link="外部連結（僅供參考，不可點選）",
    copy="複製",
    copied="已複製",
    missing_file="附件未送達：{name}",
    kind_pdf="PDF",
    kind_image="圖片",
    kind_audio="聲音",
    kind_video="影片",
    kind_other="檔案",
    open_original="開啟原檔",
    loading="載入中…",
    page_of="第 {page} / {pages} 頁",
    zoom_in="放大",
    zoom_out="縮小",
    fit_width="符合寬度",
    cannot_show="這個檔案無法顯示，可能已損毀。",
    no_preview="這種檔案不能在畫面上預覽。",
    no_connection="連線中斷，文件沒有載入。請重新選擇這個類別。",
    close="關閉",
    table_name="姓名",
    table_state="評分狀態",
    table_total="我的總分",
    table_entries="筆數",
    table_content="內容",
    table_identity="身份別",
    table_all="全部",
    table_hint="點選一列即可前往該考生。",
    school_applications="本校系申請人數",
    school_type="學校類型",
    school_offer="課程計畫開設科目數（課程類別 × 領域）",
    school_no_offer="沒有這所學校的課程計畫資料。",
    school_standings="最近一學期成績分布",
    school_no_standings="PDF 上傳或未提供，無成績分布資料。",
    scoring="評分",
    score_weight="占比 {weight} %",
    score_points="配分 {weight}",
    score_levels="等第",
    score_rubric="尺規說明",
    score_comment="面向評語",
    score_overall="整體評語（選填）",
    score_flag="提出討論",
    score_abstain="棄權",
    score_abstain_reason="棄權理由（必填）",
    score_abstained="棄權",
    score_total="總分",
    score_missing="尚有 {count} 個面向未評",
    score_save="儲存",
    score_save_next="儲存並下一位",
    score_save_last="儲存（最後一位）",
    score_saving="儲存中…",
    score_saved="已存檔",
    score_unsaved="尚未存檔（已暫存於這台電腦）",
    score_never="尚未評分",
    score_restored="已還原上次未存檔的內容，請確認後儲存。",
    score_no_answer="伺服器沒有回應，內容仍保留在這裡。請再按一次儲存。",
    score_outside="須為 0–{maximum}，每 {step} 分一級",
    score_stale="這份評分在別處已被更新，剛才的內容沒有存檔。請比較後選擇：",
    score_mine="我的內容",
    score_stored="已存檔",
    score_keep_mine="保留我的內容",
    score_take_stored="採用已存檔",
    score_took_stored="已採用已存檔的版本。",
    score_not_assigned="您未被指派評審這位考生，或已登記迴避，因此沒有評分表。",
    score_read_only="唯讀：您沒有被指派評分這位考生。",
    problem_number="「{dimension}」的分數不是數字。",
    problem_range="「{dimension}」須在 {low} 到 {high} 之間。",
    problem_step="「{dimension}」須以 {step} 分為單位。",
    problem_unknown="表單含有計畫中沒有的面向，請重新整理頁面。",
    problem_long="文字過長，最多 {limit} 字。",
    problem_reason="請填寫棄權理由。",
    problem_event="這次儲存缺少識別碼，請重新整理頁面後再試。",
    problem_moved="評審計畫已更新為第 {newest} 版，剛才的內容沒有存檔。請重新整理頁面；您輸入的內容仍暫存在這台電腦。",
    problem_failed="剛才的內容沒有存檔：{reason}",
)

EN = DeskWords(
    no_plan_chair="No review plan is locked yet. Complete and lock steps 1 and 2 first; reviewers can then start scoring.",
    previous="Previous",
    next="Next",
    views="View",
    view_one="One applicant",
    view_table="All applicants by category",
    view_school="School overview",
    view_compare="Side by side",
    end_compare="End comparison",
    progress="Scored {scored} / {assigned}",
    progress_none="{count} applicants",
    nobody="No applicants are assigned to you at the moment. Please ask the chair.",
    confirmed="Saved: {name}",
    applicants="Applicants",
    group_database="Database / partly PDF",
    group_pdf="PDF upload",
    order="Order",
    order_number="By number",
    order_identity="By identity",
    order_school="By school",
    order_name="By name",
    order_progress="By progress",
    state_not_scored="not scored",
    state_partial="partial",
    state_abstained="abstained",
    state_scored="scored",
    compare="Compare",
    compare_start="Side by side ({count})",
    compare_clear="Clear",
    compare_too_few="Tick two to four applicants in the list to see them side by side.",
    tree="Categories",
    tree_core="Core data",
    tree_other="Other data",
    tree_courses="Course records",
    node_overview="Core data overview",
    node_all_courses="All courses by semester",
    search_placeholder="Keyword search…",
    search_everyone="All applicants I may see",
    search_clear="Clear search",
    search_found="{count} found",
    search_nothing="Nothing found for “{keyword}”.",
    search_limit="More than {count} found; the first {count} are listed",
    heading="{name}: {category}",
    number="No. {number}",
    badge_low_income="low income",
    not_visible="You are not assigned to this applicant, or are recused, and cannot see the file. Choose an applicant on the left.",
    choose_applicant="Choose an applicant on the left.",
    absence_pdf="This item was uploaded as PDF, without single entries; the uploaded document follows.",
    absence_pdf_course="PDF upload, no grade distributions. The course records are in the uploaded document below.",
    absence_missing="The applicant did not submit this item.",
    absence_none="No entries in this category.",
    partial_note="Partly PDF: {items} came as PDF.",
    profile_person="Applicant",
    profile_school="School",
    profile_items="Source of the data",
    name="Name",
    identity="Identity",
    school="School",
    school_code="School code",
    county="County",
    program_group="Program group",
    department="Department",
    class_kind="Class kind",
    division="Division",
    experimental="Mode of learning",
    item_courses="Course records",
    item_outcomes="Course outcomes",
    item_activities="Activities",
    sixth_semester="Sixth-semester transcript",
    mode_json="Portfolio database",
    mode_pdf="PDF upload",
    mode_missing="Not submitted",
    grade_mean="Mean semester grade",
    mean_standing="Mean estimated standing",
    top_percent="top {percent} %",
    not_given="—",
    overview_nothing_chosen="No core data are chosen for this dimension.",
    overview_more="… {count} in all",
    overview_standing="Estimated standing by semester",
    overview_no_standing="PDF upload, no grade distributions.",
    overview_documents="Uploaded documents",
    col_school="School",
    col_year="Year",
    col_semester="Sem.",
    col_subject="Subject",
    col_credits="Credits",
    col_grade="Grade",
    col_standing="Estimated standing",
    col_bars="Grade distribution",
    bars_title="Distribution of {subject} in ten-point bars, people: {counts}; this applicant {grade}",
    bars_note="Grades 0 to 100, ten points a bar from left to right",
    standing_range="between top {best} % and top {worst} %",
    repeated="repeated row",
    unknown_code="irregular course code",
    has_syllabus="syllabus",
    no_distribution="- no distribution",
    not_graded="- no grade",
    semester_label="School year {year}, semester {semester}",
    semester_unknown="School year unknown",
    annual="all",
    population="Population",
    small_population="Fewer than 10 people: single students may be recognised; read with care.",
    bins_ten="Ten points",
    bins_hundred="One point",
    bins="Width of the bars",
    people="People",
    this_applicant="This applicant",
    semester_grade="Semester grade",
    level_school="School",
    level_group="Program group",
    level_department="Department",
    syllabus="Course content",
    syllabus_national="National course: see the national curriculum",
    syllabus_none="No syllabus found",
    match_exact="matched by the 23-character course code",
    match_name="matched by curriculum plan code and subject name",
    syl_names="Subject name",
    syl_chinese="Chinese",
    syl_english="English",
    syl_teachers="Teachers",
    syl_attributes="Attributes",
    syl_requirement="Required/elective",
    syl_areas="Learning area",
    syl_interdisciplinary="Interdisciplinary",
    syl_source="Source of the subject",
    syl_competencies="Core competencies",
    syl_self="A Autonomy",
    syl_interaction="B Interaction",
    syl_participation="C Participation",
    syl_aims="Aims",
    syl_assessment="Assessment",
    syl_prerequisite="Prerequisite",
    syl_profile="Student profile",
    syl_issues="Issues",
    syl_clusters="Study clusters",
    syl_remarks="Remarks",
    syl_weeks="Syllabus (week, topic, content)",
    fold="Details (fold)",
    untitled="(no title)",
    organiser="Unit",
    role="Post / award",
    level="Level / kind",
    hours="Hours",
    external_link="External link (text only)",
    copy="Copy",
    copied="Copied",
    missing_file="Attachment did not arrive: {name}",
    kind_pdf="PDF",
    kind_image="Image",
    kind_audio="Audio",
    kind_video="Video",
    kind_other="File",
    open_original="Open original",
    loading="Loading…",
    page_of="Page {page} / {pages}",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    fit_width="Fit width",
    cannot_show="This file cannot be shown; it may be damaged.",
    no_preview="Files of this kind cannot be shown here.",
    no_connection="The connection broke; the document was not loaded. Choose this category again.",
    close="Close",
    table_name="Name",
    table_state="State",
    table_total="My total",
    table_entries="Entries",
    table_content="Content",
    table_identity="Identity",
    table_all="All",
    table_hint="Select a row to go to the applicant.",
    school_applications="Applications to this programme",
    school_type="School type",
    school_offer="Courses offered (category by learning area)",
    school_no_offer="There is no curriculum plan of this school.",
    school_standings="Distributions of the latest semester",
    school_no_standings="PDF upload or not provided: no grade distributions.",
    scoring="Scores",
    score_weight="weight {weight} %",
    score_points="{weight} points",
    score_levels="level",
    score_rubric="Rubric",
    score_comment="Comment",
    score_overall="Overall comment (optional)",
    score_flag="For discussion",
    score_abstain="Abstain",
    score_abstain_reason="Reason for abstaining (required)",
    score_abstained="abstained",
    score_total="Total",
    score_missing="{count} dimensions to go",
    score_save="Save",
    score_save_next="Save and next",
    score_save_last="Save (last one)",
    score_saving="Saving…",
    score_saved="Saved",
    score_unsaved="Not saved yet (kept on this computer)",
    score_never="Nothing scored yet",
    score_restored="Restored what was not saved last time; check and save.",
    score_no_answer="The server did not answer; everything is still here. Press save again.",
    score_outside="0–{maximum} in steps of {step}",
    score_stale="This review was changed elsewhere; what you entered was not saved. Compare and choose:",
    score_mine="Mine",
    score_stored="Stored",
    score_keep_mine="Keep mine",
    score_take_stored="Take stored",
    score_took_stored="The stored version was taken.",
    score_not_assigned="You are not assigned to this applicant, or are recused: there is no scoring form.",
    score_read_only="Read only: you are not assigned to score this applicant.",
    problem_number="The score of “{dimension}” is not a number.",
    problem_range="“{dimension}” must be between {low} and {high}.",
    problem_step="“{dimension}” goes in steps of {step}.",
    problem_unknown="The form holds a dimension the plan does not have. Reload the page.",
    problem_long="A text is too long: {limit} characters at most.",
    problem_reason="Give a reason for abstaining.",
    problem_event="This save has no identifier. Reload the page and try again.",
    problem_moved="The plan moved to revision {newest}; nothing was saved. Reload the page; your input is kept on this computer.",
    problem_failed="Nothing was saved: {reason}",
)

WORDS: Mapping[Language, DeskWords] = {Language.ZH: ZH, Language.EN: EN}
