"""Words of step 1: dimensions, rubric, rules, lock, history, plan file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text import plan_notes, plan_template
from app.ui.text.language import Language
from app.ui.text.plan_notes import PlanNotes
from app.ui.text.plan_template import PlanTemplate


@dataclass(frozen=True)
class DimensionWords:
    """Words of step 1. Placeholders in braces are filled with ``str.format``; ``editor`` goes to the browser part."""

    title: str
    status_draft: str
    status_locked: str
    saved: str
    not_saved_yet: str
    read_only: str
    start_title: str
    start_text: str
    start_template: str
    start_blank: str
    add_dimension: str
    new_dimension: str
    copy_suffix: str
    blocking_count: str
    undo: str
    undo_depth: str
    nothing_to_undo: str
    no_further: str
    scale: str
    scale_percent: str
    scale_points: str
    scale_help: str
    unit_points: str
    editor: Mapping[str, str]
    tab_dimensions: str
    tab_rules: str
    tab_lock: str
    tab_history: str
    tab_file: str
    rule_title: str
    rule_step: str
    rule_required: str
    rule_minimum_total: str
    rule_running: str
    rule_panel: str
    rule_panel_help: str
    rule_tie_breaks: str
    rule_tie_breaks_help: str
    tie_order: str
    tie_order_none: str
    choose: str
    rule_pdf: str
    pdf_together: str
    pdf_apart: str
    rounding: str
    no_limit: str
    snapshot_pinned: str
    snapshot_newer: str
    snapshot_repin: str
    snapshot_repinned: str
    lock_blocked: str
    lock_ready: str
    lock_warned: str
    lock_stops: str
    lock_confirm: str
    lock_button: str
    locked_done: str
    locked_note: str
    revise_button: str
    revise_note: str
    problem_blocking: str
    problem_warning: str
    place_dimension: str
    place_rules: str
    place_core_data: str
    conflict_title: str
    conflict_text: str
    conflict_stored: str
    conflict_offered: str
    conflict_take_stored: str
    conflict_take_offered: str
    conflict_same: str
    refused_edit: str
    history_none: str
    history_line: str
    history_first: str
    history_no_change: str
    export: str
    import_label: str
    import_closed: str
    import_preview: str
    import_same: str
    import_take: str
    import_taken: str
    import_refused: str
    import_core_note: str
    notes: PlanNotes
    start: PlanTemplate


ZH = DimensionWords(
    title="面向設定",
    status_draft="草稿（第 {revision} 修訂版）",
    status_locked="已鎖定（第 {revision} 修訂版）",
    saved="已存檔 {time}（{name}）",
    not_saved_yet="尚未建立",
    read_only="您可以檢視這份計畫，但沒有修改的權限。",
    start_title="這個校系還沒有評審計畫",
    start_text="可以從三個常用面向與五級評量尺規開始，再依校系需要修改；也可以從空白開始，或由「計畫檔」匯入去年的計畫。",
    start_template="以三面向範本開始",
    start_blank="從空白開始",
    add_dimension="新增面向",
    new_dimension="新面向",
    copy_suffix="（複本）",
    blocking_count="{count} 個問題待處理",
    undo="復原上一步",
    undo_depth="復原上一步（{depth}）",
    no_further="已經在這一端，不能再移",
    nothing_to_undo="本次沒有可復原的修改",
    scale="評分制",
    scale_percent="百分制（占比加權）",
    scale_points="配分制（分數相加）",
    scale_help="百分制：每個面向 0–100 分，總分＝Σ 分數 × 占比 ÷ 100。配分制：每個面向 0 到配分，總分＝Σ 分數。",
    unit_points="分",
    editor={
        "language": "zh",
        "name": "面向名稱",
        "description": "說明（審查委員會看到）",
        "weight": "占比",
        "weight_points": "配分",
        "minimum": "最低得分（檢定）",
        "rubric": "評量尺規",
        "level": "等第",
        "band": "分數範圍",
        "band_low": "範圍下限",
        "band_high": "範圍上限",
        "share": "預期 %",
        "share_title": "預期比例（%）：計畫期望委員在這個等第給出的比例；可全部留白，填寫時合計須為 100",
        "level_text": "等第說明",
        "add_level": "＋ 新增等第",
        "drop_level": "刪除這個等第",
        "move_up": "上移",
        "move_down": "下移",
        "copy": "複製",
        "delete": "刪除",
        "copy_dimension": "複製這個面向",
        "delete_dimension": "刪除這個面向（可復原）",
        "sum": "合計 {sum}",
        "missing": "還差 {amount}",
        "over": "超過 {amount}",
        "exact": "占比正確",
        "saving": "儲存中…",
        "not_a_number": "請輸入 0 以上的數字",
    },
    tab_dimensions="面向與尺規",
    tab_rules="評分與排序規則",
    tab_lock="檢查與鎖定",
    tab_history="修訂紀錄",
    tab_file="計畫檔",
    rule_title="計畫名稱",
    rule_step="給分級距",
    rule_required="每位考生應有評分數",
    rule_minimum_total="總分最低標準",
    rule_running="評分時即時顯示總分",
    rule_panel="評分時顯示其他委員的等第分布",
    rule_panel_help="委員可在評分欄看到其他委員在各等第的評分數（只有合計，沒有姓名）。看見他人的分布可能影響獨立評分，因此預設不顯示。評過的其他委員不到 3 位，或由合計看得出某一位的評分時，一律不顯示。",
    rule_tie_breaks="同分參酌順序",
    rule_tie_breaks_help="依選取的先後比較；全部相同則並列同名次，絕不以編號或姓名決定。",
    tie_order="總分相同時依序比較：{order}",
    tie_order_none="沒有設定同分參酌：總分相同即為同名次。",
    choose="請選擇",
    rule_pdf="自行上傳 PDF 的考生",
    pdf_together="與其他考生同列，並標示「PDF 上傳」",
    pdf_apart="另列一份名單",
    rounding="總分以精確的十進位數計算，最後一次四捨五入至小數第 2 位，之後才比較。",
    no_limit="不設",
    snapshot_pinned="資料版本 {snapshot}",
    snapshot_newer="有較新的資料版本 {snapshot}。這份計畫仍使用 {pinned}；更換前請確認評分不受影響。",
    snapshot_repin="在草稿改用新版本",
    snapshot_repinned="草稿已改用資料版本 {snapshot}",
    lock_blocked="有 {count} 個問題必須先處理，才能鎖定。",
    lock_ready="沒有任何問題，可以鎖定。",
    lock_warned="沒有阻擋鎖定的問題；另有 {count} 個提醒。",
    lock_stops="鎖定後，已存的評分有 {count} 份不再計入（面向的計分方式或滿分改變，或新增了面向），需由委員重新評分。",
    lock_confirm="我確認面向、尺規、核心資料與規則都已由校系議定。鎖定後這個修訂版不能再改。",
    lock_button="鎖定第 {revision} 修訂版",
    locked_done="第 {revision} 修訂版已鎖定，審查委員可以開始評分。",
    locked_note="這個修訂版已鎖定，審查委員依此評分。需要修改時請建立新修訂版。",
    revise_button="建立新修訂版",
    revise_note="會以目前鎖定的內容建立草稿。已輸入的評分仍記錄在原修訂版；新版鎖定後，仍在量尺範圍內的分數繼續採計，不會被改寫。",
    problem_blocking="必須處理",
    problem_warning="提醒",
    place_dimension="面向與尺規",
    place_rules="評分與排序規則",
    place_core_data="步驟 2 核心資料設定",
    conflict_title="這份草稿在您開啟之後被修改過",
    conflict_text="您的修改還沒有存檔，也沒有遺失。請比較兩個版本後選擇一個；選擇之後仍可復原。",
    conflict_stored="資料庫中的版本（{name}，{time}）",
    conflict_offered="您的版本與它的不同之處",
    conflict_take_stored="採用資料庫中的版本",
    conflict_take_offered="以我的版本存檔",
    conflict_same="內容相同",
    refused_edit="「{value}」不是可用的數值，沒有存檔。",
    history_none="還沒有鎖定過的修訂版。",
    history_line="第 {revision} 修訂版　{time}　{name} 鎖定",
    history_first="第一個修訂版：{count} 個面向",
    history_no_change="內容與前一版相同",
    export="匯出計畫檔（JSON）",
    import_closed="要匯入計畫檔，需要可修改的草稿（見本頁上方說明）。",
    import_label="匯入計畫檔",
    import_preview="匯入後會有以下改變",
    import_same="檔案內容與目前的草稿相同。",
    import_take="採用為草稿",
    import_taken="已採用匯入的計畫；需要時可以復原。",
    import_refused="這個檔案不能匯入：",
    import_core_note="匯入只取面向、尺規、規則與核心資料；校系、資料版本與修訂版編號以目前的計畫為準。",
    notes=plan_notes.ZH,
    start=plan_template.ZH,
)

EN = DimensionWords(
    title="Dimensions",
    status_draft="Draft (revision {revision})",
    status_locked="Locked (revision {revision})",
    saved="Saved {time} ({name})",
    not_saved_yet="Not created yet",
    read_only="You may read this plan, not change it.",
    start_title="This programme has no review plan yet",
    start_text="Start from three common dimensions with a five-level rubric and adapt them, start blank, or bring last year's plan under “Plan file”.",
    start_template="Start from the three dimensions",
    start_blank="Start blank",
    add_dimension="Add a dimension",
    new_dimension="New dimension",
    copy_suffix=" (copy)",
    blocking_count="{count} to be mended",
    undo="Undo last change",
    undo_depth="Undo last change ({depth})",
    no_further="Already at this end",
    nothing_to_undo="Nothing to undo in this session",
    scale="Scoring system",
    scale_percent="Percent scale (weighted)",
    scale_points="Points scale (added up)",
    scale_help="Percent: each dimension 0–100, total = Σ score × weight ÷ 100. Points: each dimension 0 to its points, total = Σ score.",
    unit_points="pts",
    editor={
        "language": "en",
        "name": "Name of the dimension",
        "description": "Description (reviewers see it)",
        "weight": "Weight",
        "weight_points": "Points",
        "minimum": "Minimum score (gate)",
        "rubric": "Rubric",
        "level": "Level",
        "band": "Score band",
        "band_low": "Band from",
        "band_high": "Band to",
        "share": "Share %",
        "share_title": "Intended share in percent: how much of a reviewer's scores the plan expects in this level. Leave all empty, or make them 100 together",
        "level_text": "What the level means",
        "add_level": "+ Add a level",
        "drop_level": "Delete this level",
        "move_up": "Move up",
        "move_down": "Move down",
        "copy": "Copy",
        "delete": "Delete",
        "copy_dimension": "Copy this dimension",
        "delete_dimension": "Delete this dimension (can be undone)",
        "sum": "Sum {sum}",
        "missing": "{amount} missing",
        "over": "{amount} too much",
        "exact": "adds up",
        "saving": "Saving…",
        "not_a_number": "Enter a number of 0 or more",
    },
    tab_dimensions="Dimensions and rubric",
    tab_rules="Scoring and ranking rules",
    tab_lock="Check and lock",
    tab_history="Revisions",
    tab_file="Plan file",
    rule_title="Title of the plan",
    rule_step="Score step",
    rule_required="Required reviews per applicant",
    rule_minimum_total="Minimum total",
    rule_running="Show the running total while scoring",
    rule_panel="Show the levels of the other reviewers while scoring",
    rule_panel_help="Reviewers see beside their form how many scores the others gave in each level: sums only, no names. Seeing them may bend independent judgement, so they are hidden unless chosen here. They stay hidden with fewer than 3 other reviewers, or when a single reviewer's scores could be told from the sums.",
    rule_tie_breaks="Tie-break order",
    rule_tie_breaks_help="Compared in the order chosen; what is still equal shares a rank. Number or name never decide.",
    tie_order="Equal totals are compared by: {order}",
    tie_order_none="No tie-breaks: equal totals share a rank.",
    choose="Choose",
    rule_pdf="Applicants who uploaded their own PDF",
    pdf_together="In the one list, marked “PDF upload”",
    pdf_apart="In a list of their own",
    rounding="Totals are exact decimals, rounded half up once to 2 decimals before anything is compared.",
    no_limit="none",
    snapshot_pinned="Data version {snapshot}",
    snapshot_newer="A newer data version {snapshot} exists. This plan still uses {pinned}; make sure scores are not affected before changing.",
    snapshot_repin="Use the new version in a draft",
    snapshot_repinned="The draft now uses data version {snapshot}",
    lock_blocked="{count} problems must be mended before the plan can be locked.",
    lock_ready="No problems. The plan can be locked.",
    lock_warned="Nothing blocks locking; {count} notes remain.",
    lock_stops="Once locked, {count} saved reviews no longer count (a scale or maximum changed, or a dimension is new): their reviewers must score again.",
    lock_confirm="The programme has agreed on dimensions, rubric, core data and rules. A locked revision cannot be changed.",
    lock_button="Lock revision {revision}",
    locked_done="Revision {revision} is locked; reviewers can start scoring.",
    locked_note="This revision is locked and reviewers score by it. To change something, create a new revision.",
    revise_button="Create a new revision",
    revise_note="A draft is made from the locked content. Scores already entered stay recorded with their revision; after the new one is locked, scores within the scale continue to count and are never rewritten.",
    problem_blocking="Must be mended",
    problem_warning="Note",
    place_dimension="Dimensions and rubric",
    place_rules="Scoring and ranking rules",
    place_core_data="Step 2 Core data",
    conflict_title="This draft was changed after you opened it",
    conflict_text="Your change is not saved and not lost. Compare the versions and choose one; the choice can be undone.",
    conflict_stored="Stored version ({name}, {time})",
    conflict_offered="How your version differs from it",
    conflict_take_stored="Keep the stored version",
    conflict_take_offered="Save my version",
    conflict_same="Same content",
    refused_edit="“{value}” is not a usable value and was not saved.",
    history_none="No revision has been locked yet.",
    history_line="Revision {revision}　{time}　locked by {name}",
    history_first="First revision: {count} dimensions",
    history_no_change="Same content as the revision before",
    export="Export the plan file (JSON)",
    import_closed="To bring in a plan file there must be a draft that may be changed (see the top of this page).",
    import_label="Import a plan file",
    import_preview="Taking it over changes the following",
    import_same="The file has the same content as the current draft.",
    import_take="Take over as draft",
    import_taken="The imported plan was taken over; you can undo this.",
    import_refused="This file cannot be imported:",
    import_core_note="Dimensions, rubric, rules and core data are taken; programme, data version and revision number stay those of the current plan.",
    notes=plan_notes.EN,
    start=plan_template.EN,
)

WORDS: Mapping[Language, DimensionWords] = {Language.ZH: ZH, Language.EN: EN}
