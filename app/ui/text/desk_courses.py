"""Words of the course table, the open course and its syllabus."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CourseWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    bars_note: str
    standing_range: str
    semester_label: str
    semester_unknown: str
    annual: str
    population: str
    bins_ten: str
    bins_hundred: str
    bins: str
    syllabus: str
    syllabus_national: str
    syllabus_none: str
    match_exact: str
    match_name: str
    match_alike: str
    match_confirmed: str
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


ZH = CourseWords(
    bars_note="總分 (0~100分) 由左至右每10分為一區",
    standing_range="介於前 {best} % 至前 {worst} %",
    semester_label="{year} 學年度第 {semester} 學期",
    semester_unknown="學年度不明",
    annual="全",
    population="母體人數",
    bins_ten="十分一區",
    bins_hundred="一分一區",
    bins="分布圖級距",
    syllabus="連結課程內容資訊",
    syllabus_national="部定課程：依課綱",
    syllabus_none="查無教學大綱",
    match_exact="以 23 碼課程代碼對應",
    match_name="以課程計畫代碼與科目名稱對應",
    match_alike="依名稱相近對應（相似度 {similarity}），內容可能屬於另一門課",
    match_confirmed="由招生辦公室確認對應",
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
)
EN = CourseWords(
    bars_note="Grades 0 to 100, ten points a bar from left to right",
    standing_range="between top {best} % and top {worst} %",
    semester_label="School year {year}, semester {semester}",
    semester_unknown="School year unknown",
    annual="all",
    population="Population",
    bins_ten="Ten points",
    bins_hundred="One point",
    bins="Width of the bars",
    syllabus="Course content",
    syllabus_national="National course: see the national curriculum",
    syllabus_none="No syllabus found",
    match_exact="matched by the 23-character course code",
    match_name="matched by curriculum plan code and subject name",
    match_alike="matched by an alike name (similarity {similarity}); it may describe another course",
    match_confirmed="match confirmed by the admissions office",
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
)
