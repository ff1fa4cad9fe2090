"""Words of the panel on the quality of the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class QualityWords:
    """Words of the office's view 資料品質."""

    view: str
    intro: str
    open_current: str
    open_planned: str
    open_help: str
    no_report: str
    rules: str
    no_rules: str
    column_rule: str
    column_severity: str
    column_problems: str
    column_files: str
    column_applications: str
    column_mend: str
    severity_warn: str
    severity_set_aside: str
    since: str
    since_first: str
    since_schema: str
    since_missing: str
    since_counts: str
    since_same: str
    column_fate: str
    column_programme: str
    column_number: str
    column_categories: str
    column_before: str
    column_now: str
    coverage: str
    coverage_no_programme: str
    column_category: str
    column_with: str
    column_share: str
    column_entries: str
    fates: Mapping[str, str]
    extra_categories: Mapping[str, str]


ZH = QualityWords(
    view="資料品質",
    intro="資料快照 {snapshot_id}：{problems} 件資料問題，其中 {set_aside} 件擱置。",
    open_current="開啟完整報告",
    open_planned="開啟評審計畫所用快照的報告",
    open_help="在新分頁開啟；報告不含姓名，可列印。每次開啟都會留下紀錄。",
    no_report="這份快照沒有報告。重新建置一次即會產生。",
    rules="各規則的件數與處理方式",
    no_rules="沒有發現任何資料問題。",
    column_rule="規則",
    column_severity="處理",
    column_problems="件數",
    column_files="檔案",
    column_applications="申請",
    column_mend="說明與處理方式",
    severity_warn="提醒",
    severity_set_aside="擱置",
    since="與前次快照 {older_id} 的差異",
    since_first="這是第一份快照，沒有前次可以比較。",
    since_schema="前次快照 {older_id} 的結構版本不同，無法逐項比較；以現在的程式重新建置前次的匯出檔即可比較。",
    since_missing="前次快照 {older_id} 已不在資料夾中，無法比較。",
    since_counts="申請：新增 {appeared}、消失 {vanished}、內容改變 {changed}、不變 {unchanged}；檔案：新增 {files_appeared}、消失 {files_vanished}、內容改變 {files_replaced}。",
    since_same="各規則的件數與前次相同。",
    column_fate="情形",
    column_programme="校系代碼",
    column_number="編號",
    column_categories="改變的類別",
    column_before="前次",
    column_now="現在",
    coverage="「{programme}」有資料的申請比率",
    coverage_no_programme="請先選擇校系，再看各類資料的涵蓋情形。",
    column_category="核心資料",
    column_with="有資料的申請",
    column_share="比率",
    column_entries="筆數",
    fates={"appeared": "新增", "vanished": "消失", "changed": "內容改變"},
    extra_categories={"course_record": "修課紀錄", "semester_standing": "學期成績相對表現"},
)
EN = QualityWords(
    view="Data quality",
    intro="Snapshot {snapshot_id}: {problems} problems, of which {set_aside} set aside.",
    open_current="Open the full report",
    open_planned="Open the report of the plan's snapshot",
    open_help="Opens in a new tab; no names in it, made for printing. Every opening is logged.",
    no_report="This snapshot has no report. Building once more writes it.",
    rules="Problems by rule, and how to mend them",
    no_rules="No problem was found.",
    column_rule="Rule",
    column_severity="Handling",
    column_problems="Problems",
    column_files="Files",
    column_applications="Applications",
    column_mend="What it is and what to do",
    severity_warn="Warning",
    severity_set_aside="Set aside",
    since="Changes since snapshot {older_id}",
    since_first="This is the first snapshot: there is nothing to compare it with.",
    since_schema="The snapshot before, {older_id}, has another schema version and cannot be compared; build its exports once more with this program.",
    since_missing="The snapshot before, {older_id}, is no longer in the folder and cannot be compared.",
    since_counts="Applications: {appeared} appeared, {vanished} vanished, {changed} changed, {unchanged} unchanged; files: {files_appeared} appeared, {files_vanished} vanished, {files_replaced} replaced.",
    since_same="Every rule counts as many problems as before.",
    column_fate="What happened",
    column_programme="Programme",
    column_number="Number",
    column_categories="Categories that changed",
    column_before="Before",
    column_now="Now",
    coverage="Applications of {programme} with evidence",
    coverage_no_programme="Choose a programme to see the coverage of its evidence.",
    column_category="Core data",
    column_with="Applications with it",
    column_share="Share",
    column_entries="Entries",
    fates={"appeared": "Appeared", "vanished": "Vanished", "changed": "Changed"},
    extra_categories={"course_record": "Course records", "semester_standing": "Semester standings"},
)
WORDS: Mapping[Language, QualityWords] = {Language.ZH: ZH, Language.EN: EN}
