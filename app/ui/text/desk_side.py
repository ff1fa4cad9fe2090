"""Words of the line above the desk, the applicant list, the tree, the search and the tables over applicants."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SideWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    no_plan_chair: str
    previous: str
    next: str
    views: str
    view_one: str
    view_table: str
    view_dimension: str
    view_grid: str
    view_school: str
    view_compare: str
    view_table_short: str
    view_school_short: str
    end_compare: str
    progress: str
    progress_none: str
    resumed: str
    time_left_hours: str
    time_left_minutes: str
    time_left_title: str
    nobody: str
    confirmed: str
    applicants: str
    group_database: str
    group_pdf: str
    order: str
    order_number: str
    order_identity: str
    order_school: str
    order_county: str
    order_school_type: str
    order_mode: str
    order_name: str
    order_standing: str
    order_score: str
    order_progress: str
    order_random: str
    filter: str
    filter_label: str
    filter_nothing: str
    draft: str
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
    table_name: str
    table_state: str
    table_total: str
    table_entries: str
    table_content: str
    table_identity: str
    table_hint: str


ZH = SideWords(
    no_plan_chair="還沒有鎖定的評審計畫。請先到「1 面向設定」與「2 核心資料設定」完成並鎖定，審查委員才能開始評分。",
    previous="上一位",
    next="下一位",
    views="檢視方式",
    view_one="個別考生",
    view_table="各項目所有學生資料列表",
    view_dimension="橫向評分",
    view_grid="評分總表",
    view_school="畢業高中綜覽",
    view_compare="並列比較",
    view_table_short="全體列表",
    view_school_short="畢業高中",
    end_compare="結束比較",
    progress="已評 {scored} / {assigned}",
    progress_none="共 {count} 位考生",
    resumed="回到上次停下的地方",
    time_left_hours="約剩 {hours} 小時 {minutes} 分",
    time_left_minutes="約剩 {minutes} 分",
    time_left_title="剩餘時間依您目前的評分速度估計",
    nobody="目前沒有指派給您的考生。請洽系主席。",
    confirmed="已存檔：{name}",
    applicants="考生清單",
    group_database="資料庫／部分 PDF",
    group_pdf="PDF 上傳",
    order="排序",
    order_number="依編號",
    order_identity="依身份別",
    order_school="依學校",
    order_county="依縣市",
    order_school_type="依學校類型",
    order_mode="依繳交方式",
    order_name="依姓名",
    order_standing="依推估相對表現",
    order_score="依我的評分",
    order_progress="依評分進度",
    order_random="隨機（固定）",
    filter="篩選考生…",
    filter_label="篩選考生：姓名、編號、學校、身份別",
    filter_nothing="沒有符合的考生。",
    draft="有尚未存檔的內容（暫存於這台電腦）",
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
    node_all_courses="全部修課",
    table_name="姓名",
    table_state="評分狀態",
    table_total="我的總分",
    table_entries="筆數",
    table_content="內容",
    table_identity="身份別",
    table_hint="點選一列即可前往該考生。",
)
EN = SideWords(
    no_plan_chair="No review plan is locked yet. Complete and lock steps 1 and 2 first; reviewers can then start scoring.",
    previous="Previous",
    next="Next",
    views="View",
    view_one="One applicant",
    view_table="All applicants by category",
    view_dimension="Score across",
    view_grid="Score grid",
    view_school="School overview",
    view_compare="Side by side",
    view_table_short="All",
    view_school_short="School",
    end_compare="End comparison",
    progress="Scored {scored} / {assigned}",
    progress_none="{count} applicants",
    resumed="Back where you stopped",
    time_left_hours="~{hours} h {minutes} min left",
    time_left_minutes="~{minutes} min left",
    time_left_title="The time left is estimated from your present pace",
    nobody="No applicants are assigned to you at the moment. Please ask the chair.",
    confirmed="Saved: {name}",
    applicants="Applicants",
    group_database="Database / partly PDF",
    group_pdf="PDF upload",
    order="Order",
    order_number="By number",
    order_identity="By identity",
    order_school="By school",
    order_county="By county",
    order_school_type="By school type",
    order_mode="By submission",
    order_name="By name",
    order_standing="By estimated standing",
    order_score="By my score",
    order_progress="By progress",
    order_random="Random (fixed)",
    filter="Filter applicants…",
    filter_label="Filter applicants by name, number, school or identity",
    filter_nothing="No applicant matches.",
    draft="Holds something not saved yet (kept on this computer)",
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
    node_all_courses="All courses",
    table_name="Name",
    table_state="State",
    table_total="My total",
    table_entries="Entries",
    table_content="Content",
    table_identity="Identity",
    table_hint="Select a row to go to the applicant.",
)
