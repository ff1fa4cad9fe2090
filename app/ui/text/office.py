"""Words of the admissions office's step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class OfficeWords:
    """Words of the four views of the office: progress, items, data, log."""

    view: str
    view_progress: str
    view_items: str
    view_data: str
    view_log: str
    column_programme: str
    column_channel: str
    column_applications: str
    column_database: str
    column_partial: str
    column_pdf: str
    column_missing: str
    column_plan: str
    column_reviewers: str
    column_required: str
    column_progress: str
    column_assigned: str
    progress_help: str
    assigned_help: str
    column_scored: str
    column_abstained: str
    column_partial_review: str
    column_items: str
    plan_locked: str
    plan_draft: str
    plan_none: str
    items_published: str
    items_open: str
    totals: str
    item_code: str
    item_group: str
    item_label: str
    item_allowed: str
    item_chosen: str
    items_intro: str
    save_items: str
    published_note: str
    saved: str
    stale_items: str
    refused_unknown: str
    refused_not_allowed: str
    refused_published: str
    refused_closed: str
    data_intro: str
    all_programmes: str
    column_rule: str
    column_severity: str
    column_count: str
    column_file: str
    column_row: str
    column_column: str
    column_value: str
    column_message: str
    severity_warn: str
    severity_set_aside: str
    ledger: str
    column_role: str
    column_files: str
    column_read: str
    column_rows_published: str
    column_set_aside: str
    problems: str
    no_problems: str
    problem_limit: str
    column_time: str
    column_person: str
    column_action: str
    column_object: str
    column_detail: str
    channels: Mapping[str, str]


ZH = OfficeWords(
    view="檢視",
    view_progress="各校系進度",
    view_items="審查資料項目",
    view_data="資料問題",
    view_log="操作紀錄",
    column_programme="校系",
    column_channel="入學管道",
    column_applications="考生",
    column_database="資料庫",
    column_partial="部分 PDF",
    column_pdf="PDF 上傳",
    column_missing="未繳",
    column_plan="評審計畫",
    column_reviewers="委員",
    column_required="完成／計畫要求",
    column_progress="評分進度",
    column_assigned="已分派",
    progress_help="已完成／計畫要求的評分份數：每位考生只計到要求的份數，加評與第三審不能補另一位考生的缺，棄權也不算。與「總分排序」的進度相同。",
    assigned_help="分派給委員的件數（不含迴避）；分派可以多於計畫要求。",
    column_scored="已評",
    column_abstained="棄權",
    column_partial_review="部分評分",
    column_items="參採項目",
    plan_locked="已鎖定（第 {revision} 修訂版）",
    plan_draft="草稿",
    plan_none="未開始",
    items_published="已公布",
    items_open="未公布",
    totals="本梯次 {programmes} 個校系、{applications} 份申請。計畫要求的 {required} 份評分已完成 {counted} 份；已分派 {pairs} 件，其中已評 {scored} 件、棄權 {abstained} 件。",
    item_code="代碼",
    item_group="類別",
    item_label="審查資料項目",
    item_allowed="可參採",
    item_chosen="校系採用",
    items_intro="勾選本年度這個校系可參採的項目，以及實際採用的項目。公告與重新開放在「三階段公告」進行；公告後這裡即鎖定。",
    save_items="儲存項目",
    published_note="已公布並鎖定。採用 {count} 項：{items}",
    saved="已存檔並讀回：可參採 {allowed} 項，採用 {chosen} 項。",
    stale_items="其他人已先修改這個校系的項目，您的變更沒有存檔。資料庫中的採用項目：{stored}；您剛才選的：{offered}。畫面已更新為資料庫的版本。",
    refused_unknown="不是本年度的項目：{items}",
    refused_not_allowed="採用了不可參採的項目：{items}。請先勾選「可參採」。",
    refused_published="項目已公布並鎖定，請先重新開放。",
    refused_closed="招生管道未開放的項目：{items}。請先在「管道可參採項目」開放。",
    data_intro="資料快照 {snapshot_id}：每一列問題都有檔案與位置。「擱置」的列沒有進入評量，其餘列照常顯示並加註。",
    all_programmes="全部校系",
    column_rule="規則",
    column_severity="處理",
    column_count="件數",
    column_file="檔案",
    column_row="列",
    column_column="欄位",
    column_value="原始值",
    column_message="說明與處理方式",
    severity_warn="提醒",
    severity_set_aside="擱置",
    ledger="檔案總帳：讀入＝發布＋擱置",
    column_role="檔案種類",
    column_files="檔案數",
    column_read="讀入列",
    column_rows_published="發布列",
    column_set_aside="擱置列",
    problems="問題明細",
    no_problems="沒有問題。",
    problem_limit="最多列出 {limit} 筆；請以校系縮小範圍。",
    column_time="時間",
    column_person="人員",
    column_action="動作",
    column_object="對象",
    column_detail="內容",
    channels={"cac": "個人申請", "jctv": "四技二專甄選"},
)

EN = OfficeWords(
    view="View",
    view_progress="Progress",
    view_items="Review items",
    view_data="Data problems",
    view_log="Log",
    column_programme="Programme",
    column_channel="Channel",
    column_applications="Applicants",
    column_database="Database",
    column_partial="Partly PDF",
    column_pdf="PDF upload",
    column_missing="Nothing",
    column_plan="Review plan",
    column_reviewers="Reviewers",
    column_required="Of those required",
    column_progress="Progress",
    column_assigned="Assigned",
    progress_help="Finished of the reviews the plan requires. Of each applicant only as many count as are required: cross and third readings do not make up for another applicant, nor does an abstention. The same as the progress of the ranking.",
    assigned_help="Reviews given to reviewers, without recusals; more may be assigned than the plan requires.",
    column_scored="Scored",
    column_abstained="Abstained",
    column_partial_review="Partly scored",
    column_items="Items",
    plan_locked="Locked (revision {revision})",
    plan_draft="Draft",
    plan_none="Not started",
    items_published="Published",
    items_open="Open",
    totals="{programmes} programmes, {applications} applications in this round. Of the {required} reviews that plans require, {counted} are finished; of {pairs} assigned, {scored} are scored and {abstained} abstained.",
    item_code="Code",
    item_group="Group",
    item_label="Review item",
    item_allowed="May be considered",
    item_chosen="Chosen",
    items_intro="Tick what this programme may consider this year, and what it has chosen. “Announcement” is where they are announced and reopened; once announced they are locked here.",
    save_items="Save items",
    published_note="Published and locked. {count} items chosen: {items}",
    saved="Saved and read back: {allowed} may be considered, {chosen} chosen.",
    stale_items="Somebody changed these items first; yours were not saved. Stored: {stored}; yours: {offered}. The page now shows the stored ones.",
    refused_unknown="Not items of this year: {items}",
    refused_not_allowed="Chosen but may not be considered: {items}. Tick “May be considered” first.",
    refused_published="The items are published and locked. Reopen them first.",
    refused_closed="Closed for the whole channel: {items}. Open them under “Items of the channel” first.",
    data_intro="Snapshot {snapshot_id}: every problem has its file and place. Rows set aside are no evidence; all others are shown with a note.",
    all_programmes="All programmes",
    column_rule="Rule",
    column_severity="Handling",
    column_count="Count",
    column_file="File",
    column_row="Row",
    column_column="Column",
    column_value="Raw value",
    column_message="What it is and what to do",
    severity_warn="warning",
    severity_set_aside="set aside",
    ledger="Ledger of files: read = published + set aside",
    column_role="Kind of file",
    column_files="Files",
    column_read="Rows read",
    column_rows_published="Published",
    column_set_aside="Set aside",
    problems="Problems",
    no_problems="No problems.",
    problem_limit="At most {limit} are listed; narrow by programme.",
    column_time="Time",
    column_person="Person",
    column_action="Action",
    column_object="Object",
    column_detail="Detail",
    channels={"cac": "Application", "jctv": "Technical selection"},
)

WORDS: Mapping[Language, OfficeWords] = {Language.ZH: ZH, Language.EN: EN}
