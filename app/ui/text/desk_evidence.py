"""Words of the middle of the desk: headings, profile, overview, cards and documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EvidenceWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    heading: str
    number: str
    not_visible: str
    choose_applicant: str
    absence_pdf: str
    absence_pdf_course: str
    absence_missing: str
    absence_unreadable: str
    absence_none: str
    absence_records: str
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
    mode_unreadable: str
    grade_mean: str
    mean_standing: str
    top_percent: str
    not_given: str
    overview_standing: str
    fold: str
    untitled: str
    outcome_practical: str
    outcome_other: str
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
    document_pages: str
    document_scan: str
    zoom_in: str
    zoom_out: str
    fit_width: str
    cannot_show: str
    no_preview: str
    no_connection: str
    close: str


ZH = EvidenceWords(
    heading="{name}：{category}",
    number="編號 {number}",
    not_visible="您未被指派審查這位考生，或已登記迴避，因此無法檢視。請從左側清單選擇考生。",
    choose_applicant="請從左側清單選擇考生。",
    absence_pdf="此項資料為 PDF 上傳，沒有逐筆紀錄；以下是上傳的文件。",
    absence_pdf_course="PDF 上傳，無成績分布資料。修課紀錄請見以下上傳的文件。",
    absence_missing="考生未繳交此項資料。",
    absence_unreadable="檔案已送達但無法讀取，請洽招生辦公室；請勿視為未繳交。",
    absence_none="此類別沒有紀錄。",
    absence_records="此項資料由學習歷程資料庫逐筆提供，沒有 PDF；請看各類別的紀錄。",
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
    mode_unreadable="檔案已送達但無法讀取",
    grade_mean="學期成績平均",
    mean_standing="平均推估相對表現",
    top_percent="前 {percent} %",
    not_given="—",
    overview_standing="學期成績推估相對表現（前 %，愈小愈前面）",
    fold="詳細資料清單(收合)",
    untitled="（未填名稱）",
    outcome_practical="專題實作及實習科目",
    outcome_other="其他課程學習成果",
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
    document_pages="{label}（{pages} 頁）",
    document_scan="{label}（{pages} 頁，掃描檔，無文字）",
    zoom_in="放大",
    zoom_out="縮小",
    fit_width="符合寬度",
    cannot_show="這個檔案無法顯示，可能已損毀。",
    no_preview="這種檔案不能在畫面上預覽。",
    no_connection="連線中斷，文件沒有載入。請重新選擇這個類別。",
    close="關閉",
)
EN = EvidenceWords(
    heading="{name}: {category}",
    number="No. {number}",
    not_visible="You are not assigned to this applicant, or are recused, and cannot see the file. Choose an applicant on the left.",
    choose_applicant="Choose an applicant on the left.",
    absence_pdf="This item was uploaded as PDF, without single entries; the uploaded document follows.",
    absence_pdf_course="PDF upload, no grade distributions. The course records are in the uploaded document below.",
    absence_missing="The applicant did not submit this item.",
    absence_unreadable="The file arrived but cannot be read; ask the admissions office, and do not take it as not submitted.",
    absence_none="No entries in this category.",
    absence_records="This item came from the database entry by entry, not as PDF; see the entries of its categories.",
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
    mode_unreadable="Arrived but unreadable",
    grade_mean="Mean semester grade",
    mean_standing="Mean estimated standing",
    top_percent="top {percent} %",
    not_given="—",
    overview_standing="Estimated standing by semester (top %, smaller is better)",
    fold="Details (fold)",
    untitled="(no title)",
    outcome_practical="Projects and practical courses",
    outcome_other="Other course outcomes",
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
    document_pages="{label} (pages: {pages})",
    document_scan="{label} (pages: {pages}, a scan without text)",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    fit_width="Fit width",
    cannot_show="This file cannot be shown; it may be damaged.",
    no_preview="Files of this kind cannot be shown here.",
    no_connection="The connection broke; the document was not loaded. Choose this category again.",
    close="Close",
)
