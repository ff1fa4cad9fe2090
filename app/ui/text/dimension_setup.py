"""Words of step 1: dimensions, rubric, rules, lock, history, plan file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


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
    nothing_to_undo: str
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
    rule_gap: str
    rule_gap_help: str
    rule_running: str
    rule_tie_breaks: str
    rule_tie_breaks_help: str
    tie_order: str
    tie_order_none: str
    choose: str
    rule_pdf: str
    pdf_together: str
    pdf_apart: str
    rule_missing: str
    missing_no_total: str
    rounding: str
    no_limit: str
    snapshot_pinned: str
    snapshot_newer: str
    snapshot_repin: str
    snapshot_repinned: str
    lock_title: str
    lock_blocked: str
    lock_ready: str
    lock_warned: str
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
    place_plan: str
    problems: Mapping[str, str]
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
    changes: Mapping[str, str]
    fields: Mapping[str, str]
    empty_value: str
    export: str
    import_label: str
    import_preview: str
    import_same: str
    import_take: str
    import_taken: str
    import_refused: str
    import_core_note: str
    file_problem: str
    file_rules: Mapping[str, str]
    level_names: tuple[str, ...]
    template_title: str
    template: tuple[tuple[str, str, tuple[str, ...]], ...]


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
    rule_gap="差分門檻（高低差，占滿分 %）",
    rule_gap_help="同一位考生的委員評分高低差達到門檻時，在排序清單標示。留白表示不檢查。",
    rule_running="評分時即時顯示總分",
    rule_tie_breaks="同分參酌順序",
    rule_tie_breaks_help="依選取的先後比較；全部相同則並列同名次，絕不以編號或姓名決定。",
    tie_order="總分相同時依序比較：{order}",
    tie_order_none="沒有設定同分參酌：總分相同即為同名次。",
    choose="請選擇",
    rule_pdf="自行上傳 PDF 的考生",
    pdf_together="與其他考生同列，並標示「PDF 上傳」",
    pdf_apart="另列一份名單",
    rule_missing="缺分處理",
    missing_no_total="任一面向未評分，該委員的總分即為未知，不以 0 分計算。",
    rounding="總分＝各委員總分的平均，四捨五入至小數第 2 位後比較。",
    no_limit="不設",
    snapshot_pinned="資料版本 {snapshot}",
    snapshot_newer="有較新的資料版本 {snapshot}。這份計畫仍使用 {pinned}；更換前請確認評分不受影響。",
    snapshot_repin="在草稿改用新版本",
    snapshot_repinned="草稿已改用資料版本 {snapshot}",
    lock_title="鎖定前檢查",
    lock_blocked="有 {count} 個問題必須先處理，才能鎖定。",
    lock_ready="沒有任何問題，可以鎖定。",
    lock_warned="沒有阻擋鎖定的問題；另有 {count} 個提醒。",
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
    place_plan="計畫",
    problems={
        "no_dimensions": "還沒有任何面向。",
        "empty_name": "{place}：面向沒有名稱。",
        "duplicate_name": "有 {amount} 個面向同名「{subject}」。",
        "weights_off_missing": "各面向合計還差 {amount}。",
        "weights_off_over": "各面向合計超過 {amount}。",
        "negative_weight": "「{subject}」的占比或配分小於 0。",
        "band_reversed": "「{subject}」有等第的範圍下限高於上限。",
        "bands_overlap": "「{subject}」的等第範圍在 {amount} 分重疊。",
        "bands_gap": "「{subject}」的等第範圍在 {amount} 分之後沒有銜接。",
        "band_outside_scale": "「{subject}」有等第範圍（{amount}）超出量尺。",
        "minimum_outside_scale": "「{subject}」的最低標準 {amount} 超出量尺。",
        "unknown_tie_break": "同分參酌含有已不存在的面向。",
        "unknown_core_data": "核心資料含有已不存在的面向。",
        "no_core_data": "「{subject}」沒有指定任何核心資料。",
        "step_not_positive": "給分級距必須大於 0。",
        "required_reviews_below_one": "每位考生應有評分數至少為 1。",
    },
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
    changes={
        "added_dimension": "新增面向「{subject}」",
        "removed_dimension": "刪除面向「{subject}」",
        "changed_field": "「{subject}」的{field}：{before} → {after}",
        "changed_level": "「{subject}」等第「{level}」：{before} → {after}",
        "added_level": "「{subject}」新增等第「{level}」",
        "removed_level": "「{subject}」刪除等第「{level}」",
        "reordered": "面向順序：{before} → {after}",
        "changed_rule": "{field}：{before} → {after}",
        "added_core": "「{subject}」加入核心資料 {after}",
        "removed_core": "「{subject}」移除核心資料 {before}",
    },
    fields={
        "name": "名稱",
        "description": "說明",
        "weight_percent": "占比",
        "points": "配分",
        "minimum_score": "最低得分",
        "title": "計畫名稱",
        "scale": "評分制",
        "snapshot_id": "資料版本",
        "tie_breaks": "同分參酌順序",
        "pdf_placement": "自行上傳 PDF 的考生",
        "minimum_total": "總分最低標準",
        "required_reviews": "每位考生應有評分數",
        "score_step": "給分級距",
        "range_gap": "差分門檻",
        "shows_running_total": "評分時即時顯示總分",
        "missing_score_policy": "缺分處理",
        "percent": "百分制",
        "points_scale": "配分制",
        "together": "同列並標示",
        "apart": "另列一份名單",
        "no_total": "缺分則無總分",
        "True": "是",
        "False": "否",
    },
    empty_value="（無）",
    export="匯出計畫檔（JSON）",
    import_label="匯入計畫檔",
    import_preview="匯入後會有以下改變",
    import_same="檔案內容與目前的草稿相同。",
    import_take="採用為草稿",
    import_taken="已採用匯入的計畫；需要時可以復原。",
    import_refused="這個檔案不能匯入：",
    import_core_note="匯入只取面向、尺規、規則與核心資料；校系、資料版本與修訂版編號以目前的計畫為準。",
    file_problem="{place}：{rule}（{value}）",
    file_rules={
        "not_json": "不是 JSON 檔",
        "not_utf8": "不是 UTF-8 文字檔",
        "not_a_plan_file": "不是計畫檔",
        "too_long": "檔案太大",
        "key_twice": "同一個鍵出現兩次",
        "not_a_mapping": "應為物件",
        "missing_key": "缺少這個鍵",
        "unknown_key": "不認識的鍵",
        "not_a_list": "應為清單",
        "too_many": "項目太多",
        "not_a_text": "應為文字",
        "not_a_number": "應為數字",
        "not_a_whole_number": "應為整數",
        "not_true_or_false": "應為 true 或 false",
        "unknown_value": "不是可用的值",
        "twice": "編號重複",
        "unknown_dimension": "沒有這個面向",
        "not_a_pair": "應為面向與類別的組合",
    },
    level_names=("傑出", "優", "佳", "可", "不佳"),
    template_title="{programme} {year} 學年度書面審查",
    template=(
        (
            "自我學習能力與成果表現",
            "修課歷程、學業表現與課程學習成果所呈現的學習深度、主動性與成長。",
            (
                "修課具挑戰性且前後連貫，相關領域表現名列前茅；學習成果有完整探究過程、具體證據與深入反思。",
                "修課與志趣相符，相關領域表現優良；學習成果過程完整，反思具體。",
                "修課大致符合志趣，表現中上；學習成果完成度良好，反思尚具體。",
                "修課偏向基本要求，表現平穩；學習成果以整理為主，反思有限。",
                "修課方向不明或表現落後；缺少學習成果，或看不出個人投入。",
            ),
        ),
        (
            "人際互動與領導統御能力",
            "社團、幹部、服務學習與團隊合作中所呈現的溝通、責任與影響力。",
            (
                "長期投入並帶領團隊完成重要任務，能說明困難、分工與具體影響。",
                "擔任幹部或主要成員，責任明確，能說明自己的貢獻與學習。",
                "穩定參與團體或服務活動，能說明自己的角色。",
                "有參與紀錄，但角色與投入說明有限。",
                "缺少參與紀錄，或無法看出個人投入。",
            ),
        ),
        (
            "追求卓越與成就之能力",
            "競賽、檢定、作品與自主學習中所呈現的企圖心、毅力與成就。",
            (
                "在相關領域有突出成就，或完成高難度自主計畫，能說明突破的過程。",
                "有良好成就或完整的自主學習成果，目標明確並持續精進。",
                "有參與競賽、檢定或自主學習，過程與收穫說明清楚。",
                "有嘗試但成果有限，後續精進的說明不足。",
                "缺少具體嘗試，或內容與個人投入無關。",
            ),
        ),
    ),
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
    rule_gap="Gap threshold (highest − lowest, % of maximum)",
    rule_gap_help="Applicants whose reviewers differ by at least this much are flagged in the ranking. Empty: no check.",
    rule_running="Show the running total while scoring",
    rule_tie_breaks="Tie-break order",
    rule_tie_breaks_help="Compared in the order chosen; what is still equal shares a rank. Number or name never decide.",
    tie_order="Equal totals are compared by: {order}",
    tie_order_none="No tie-breaks: equal totals share a rank.",
    choose="Choose",
    rule_pdf="Applicants who uploaded their own PDF",
    pdf_together="In the one list, marked “PDF upload”",
    pdf_apart="In a list of their own",
    rule_missing="Missing scores",
    missing_no_total="A reviewer's total is unknown until every dimension is scored; never counted as 0.",
    rounding="Total = mean of the reviewers' totals, rounded half up to 2 decimals before comparing.",
    no_limit="none",
    snapshot_pinned="Data version {snapshot}",
    snapshot_newer="A newer data version {snapshot} exists. This plan still uses {pinned}; make sure scores are not affected before changing.",
    snapshot_repin="Use the new version in a draft",
    snapshot_repinned="The draft now uses data version {snapshot}",
    lock_title="Check before locking",
    lock_blocked="{count} problems must be mended before the plan can be locked.",
    lock_ready="No problems. The plan can be locked.",
    lock_warned="Nothing blocks locking; {count} notes remain.",
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
    place_plan="Plan",
    problems={
        "no_dimensions": "There is no dimension yet.",
        "empty_name": "{place}: the dimension has no name.",
        "duplicate_name": "{amount} dimensions are named “{subject}”.",
        "weights_off_missing": "The dimensions are {amount} short.",
        "weights_off_over": "The dimensions exceed the full total by {amount}.",
        "negative_weight": "Weight or points of “{subject}” are below 0.",
        "band_reversed": "A level of “{subject}” has a band that begins above its end.",
        "bands_overlap": "Bands of “{subject}” overlap at {amount}.",
        "bands_gap": "Bands of “{subject}” leave a gap after {amount}.",
        "band_outside_scale": "A band of “{subject}” ({amount}) is outside the scale.",
        "minimum_outside_scale": "The minimum {amount} of “{subject}” is outside the scale.",
        "unknown_tie_break": "The tie-breaks name a dimension that is gone.",
        "unknown_core_data": "The core data name a dimension that is gone.",
        "no_core_data": "“{subject}” has no core data.",
        "step_not_positive": "The score step must be greater than 0.",
        "required_reviews_below_one": "At least 1 review per applicant is required.",
    },
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
    changes={
        "added_dimension": "Added dimension “{subject}”",
        "removed_dimension": "Removed dimension “{subject}”",
        "changed_field": "{field} of “{subject}”: {before} → {after}",
        "changed_level": "“{subject}”, level “{level}”: {before} → {after}",
        "added_level": "“{subject}”: added level “{level}”",
        "removed_level": "“{subject}”: removed level “{level}”",
        "reordered": "Order of dimensions: {before} → {after}",
        "changed_rule": "{field}: {before} → {after}",
        "added_core": "“{subject}” now uses {after}",
        "removed_core": "“{subject}” no longer uses {before}",
    },
    fields={
        "name": "name",
        "description": "description",
        "weight_percent": "weight",
        "points": "points",
        "minimum_score": "minimum score",
        "title": "Title",
        "scale": "Scoring system",
        "snapshot_id": "Data version",
        "tie_breaks": "Tie-break order",
        "pdf_placement": "PDF applicants",
        "minimum_total": "Minimum total",
        "required_reviews": "Required reviews",
        "score_step": "Score step",
        "range_gap": "Gap threshold",
        "shows_running_total": "Running total while scoring",
        "missing_score_policy": "Missing scores",
        "percent": "percent scale",
        "points_scale": "points scale",
        "together": "one list, marked",
        "apart": "a list of their own",
        "no_total": "no total when a score is missing",
        "True": "yes",
        "False": "no",
    },
    empty_value="(none)",
    export="Export the plan file (JSON)",
    import_label="Import a plan file",
    import_preview="Taking it over changes the following",
    import_same="The file has the same content as the current draft.",
    import_take="Take over as draft",
    import_taken="The imported plan was taken over; you can undo this.",
    import_refused="This file cannot be imported:",
    import_core_note="Dimensions, rubric, rules and core data are taken; programme, data version and revision number stay those of the current plan.",
    file_problem="{place}: {rule} ({value})",
    file_rules={
        "not_json": "not a JSON file",
        "not_utf8": "not UTF-8 text",
        "not_a_plan_file": "not a plan file",
        "too_long": "file too large",
        "key_twice": "a key occurs twice",
        "not_a_mapping": "should be an object",
        "missing_key": "key missing",
        "unknown_key": "unknown key",
        "not_a_list": "should be a list",
        "too_many": "too many entries",
        "not_a_text": "should be text",
        "not_a_number": "should be a number",
        "not_a_whole_number": "should be a whole number",
        "not_true_or_false": "should be true or false",
        "unknown_value": "not a possible value",
        "twice": "id used twice",
        "unknown_dimension": "no such dimension",
        "not_a_pair": "should be a pair of dimension and category",
    },
    level_names=("Outstanding", "Excellent", "Good", "Fair", "Weak"),
    template_title="{programme} {year} portfolio review",
    template=(
        (
            "Independent learning and achievement",
            "Depth, initiative and growth shown in courses, grades and course outcomes.",
            (
                "Demanding, coherent courses with top results; outcomes show a full inquiry, evidence and deep reflection.",
                "Courses fit the interest with strong results; outcomes are complete with concrete reflection.",
                "Courses mostly fit the interest; good results and outcomes.",
                "Mostly required courses with steady results; limited reflection.",
                "Direction unclear or results low; outcomes missing or without own effort.",
            ),
        ),
        (
            "Working with and leading others",
            "Communication, responsibility and influence in clubs, offices, service and teams.",
            (
                "Long commitment; led a team through important tasks and shows the effect.",
                "Held an office or main role with clear responsibility and learning.",
                "Steady part in groups or service; explains the own role.",
                "Some participation; role and effort hardly explained.",
                "No participation visible.",
            ),
        ),
        (
            "Striving for excellence",
            "Ambition, persistence and achievement in competitions, certificates, works and independent study.",
            (
                "Outstanding achievement or a demanding independent project, with the way there explained.",
                "Good achievement or a complete independent project with clear aims.",
                "Took part in competitions, certificates or independent study; explains what was gained.",
                "Some attempts with limited results.",
                "No concrete attempt visible.",
            ),
        ),
    ),
)

WORDS: Mapping[Language, DimensionWords] = {Language.ZH: ZH, Language.EN: EN}
