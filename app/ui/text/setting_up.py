"""Words of step 1 for what is taken over: the library of dimensions, earlier plans, two plans side by side, level notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class SettingUpWords:
    """Placeholders in braces are filled with ``str.format``; ``level`` and ``comparison`` go to browser parts."""

    locked_why: str
    read_only_why: str
    revise_here: str
    library_locked: str
    since_last: str
    lock_first: str
    tried_nothing: str
    tab_library: str
    tab_earlier: str
    tab_compare: str
    library_intro: str
    field: str
    whole_set: str
    weight_of: str
    feeds: str
    feeds_nothing: str
    level_line: str
    share_out: str
    share_out_help: str
    sum_after: str
    sum_shared: str
    insert: str
    insert_nothing: str
    inserted: str
    earlier_intro: str
    earlier_none: str
    source: str
    source_line: str
    source_draft_line: str
    own_programme: str
    take_what: str
    take_whole: str
    take_dimensions: str
    take_whole_note: str
    choose_dimensions: str
    scale_differs: str
    preview: str
    preview_same: str
    take: str
    taken: str
    compare_left: str
    compare_right: str
    compare_none: str
    only_differences: str
    compare_same: str
    compare_count: str
    level: Mapping[str, str]
    comparison: Mapping[str, str]


ZH = SettingUpWords(
    locked_why="這個修訂版已鎖定，委員依此評分，所以面向、尺規、核心資料與規則只能檢視。要修改，請建立新修訂版的草稿；在草稿鎖定之前，委員仍依這一版評分。",
    read_only_why="您可以檢視這份計畫，但沒有修改的權限，所以欄位與按鈕不能使用。要修改請洽系主席。",
    revise_here="建立新修訂版",
    library_locked="可以先看各領域的範例；要加入面向，需要可修改的草稿（見上方說明）。",
    since_last="與第 {revision} 修訂版相比改了什麼",
    lock_first="請先勾選上方的確認。",
    tried_nothing="試算的占比與規則和草稿相同，沒有可套用的變更。",
    tab_library="面向庫",
    tab_earlier="沿用舊計畫",
    tab_compare="並列比較",
    library_intro="依領域整理的範例面向，每個等第都有可觀察的文字說明。選用後可再依校系修改；不滿意可用「復原上一步」取回。",
    field="領域",
    whole_set="整組選取",
    weight_of="{name}（建議占比 {weight} %）",
    feeds="建議核心資料：{names}",
    feeds_nothing="建議核心資料：這個校系沒有或未開放對應的類別",
    level_line="{name}：{text}",
    share_out="依比例把全部占比調成合計 100",
    share_out_help="以最大餘數法取整數；原有面向的占比也會一起調整。",
    sum_after="加入後合計 {sum}，須為 100 才能鎖定。",
    sum_shared="加入後合計 100。",
    insert="加入草稿（{count} 個面向）",
    insert_nothing="請至少勾選一個面向。",
    inserted="已加入 {count} 個面向。可用「復原上一步」取回。",
    earlier_intro="從您有權檢視的計畫沿用：本校系的舊修訂版、去年的計畫，或您負責的其他校系。",
    earlier_none="還沒有其他計畫可以沿用。",
    source="來源計畫",
    source_line="{programme} {plan}　第 {revision} 修訂版（{time}）",
    source_draft_line="{programme} {plan}　草稿（{time}）",
    own_programme="本校系",
    take_what="沿用範圍",
    take_whole="整份計畫",
    take_dimensions="挑選面向",
    take_whole_note="面向、核心資料與規則都會換成來源計畫的內容；計畫名稱與資料版本不變。",
    choose_dimensions="要沿用的面向",
    scale_differs="來源計畫的評分制不同：占比與配分會換算，等第範圍依本草稿的評分制重算。",
    preview="沿用後草稿會有這些變更：",
    preview_same="沿用後與目前草稿相同。",
    take="沿用到草稿",
    taken="已沿用。可用「復原上一步」取回。",
    compare_left="左：舊",
    compare_right="右：新",
    compare_none="至少要有兩個版本才能比較。",
    only_differences="只看不同處",
    compare_same="兩個版本的內容相同。",
    compare_count="{count} 處不同",
    level={
        "note": "共識註記（校準後的判準、例外）",
        "add_note": "＋ 註記",
        "is_first": "已經是第一個面向",
        "is_last": "已經是最後一個面向",
        "anchors": "定錨考生：",
        "anchors_hidden": "另 {count} 位（您沒有檢視權限）",
        "anchor_before": "將 {number} 往前移",
        "anchor_after": "將 {number} 往後移",
        "anchor_drop": "不再以 {number} 為這個等第的定錨考生（可用「復原上一步」取回）",
    },
    comparison={
        "same": "相同",
        "changed": "變更",
        "added": "新增",
        "removed": "刪除",
        "moved": "移動",
        "place": "第 {place} 個",
        "nothing": "—",
        "plan": "計畫",
        "dimension": "面向",
        "rules": "規則",
        "title": "計畫名稱",
        "scale": "評分制",
        "snapshot_id": "資料版本",
        "name": "名稱",
        "description": "說明",
        "weight": "占比／配分",
        "minimum_score": "最低得分",
        "level": "等第",
        "note": "共識註記",
        "anchors": "定錨考生（位）",
        "core_data": "核心資料",
        "tie_breaks": "同分參酌順序",
        "missing_score_policy": "缺分處理",
        "pdf_placement": "自行上傳 PDF 的考生",
        "minimum_total": "總分最低標準",
        "required_reviews": "每位考生應有評分數",
        "score_step": "給分級距",
        "range_gap": "差分門檻：高低差",
        "sd_gap": "差分門檻：標準差",
        "mean_gap": "差分門檻：離均差",
        "level_gap": "差分門檻：等第差",
        "shows_running_total": "評分時即時顯示總分",
        "shows_panel_levels": "評分時顯示其他委員的等第分布",
        "adjustment": "分數調整方式",
        "third_reading": "第三位委員的評分",
        "components": "其他成績",
        "identity_lists": "名單與名額",
        "tie_at_line": "名額邊界同分",
    },
)

EN = SettingUpWords(
    locked_why="This revision is locked and reviewers score by it, so dimensions, rubric, core data and rules can only be read. To change something, create the draft of a new revision; until that is locked, reviewers go on by this one.",
    read_only_why="You may read this plan but not change it, so fields and buttons cannot be used. Ask the chair.",
    revise_here="Create a new revision",
    library_locked="Look at the examples of any field; to add dimensions there must be a draft that may be changed (see above).",
    since_last="What changed since revision {revision}",
    lock_first="Tick the confirmation above first.",
    tried_nothing="What is tried is the same as the draft: there is nothing to take over.",
    tab_library="Dimension library",
    tab_earlier="From an earlier plan",
    tab_compare="Side by side",
    library_intro="Example dimensions by field, every level with wording that can be observed. Change them to suit the programme; “Undo” takes them out again.",
    field="Field",
    whole_set="Take the whole set",
    weight_of="{name} (suggested weight {weight} %)",
    feeds="Suggested core data: {names}",
    feeds_nothing="Suggested core data: this programme has no such category, or none that is open",
    level_line="{name}: {text}",
    share_out="Bring all weights to a sum of 100 in proportion",
    share_out_help="Whole numbers by largest remainder; the weights of the present dimensions change as well.",
    sum_after="The sum becomes {sum}; it must be 100 before locking.",
    sum_shared="The sum becomes 100.",
    insert="Add to the draft ({count} dimensions)",
    insert_nothing="Tick at least one dimension.",
    inserted="{count} dimensions added. “Undo” takes them out again.",
    earlier_intro="Take over from a plan you may see: earlier revisions, last year's plan, or plans of your other programmes.",
    earlier_none="There is no other plan to take over from yet.",
    source="Source plan",
    source_line="{programme} {plan}, revision {revision} ({time})",
    source_draft_line="{programme} {plan}, draft ({time})",
    own_programme="This programme",
    take_what="What to take",
    take_whole="The whole plan",
    take_dimensions="Some dimensions",
    take_whole_note="Dimensions, core data and rules become those of the source; title and data version stay.",
    choose_dimensions="Dimensions to take",
    scale_differs="The source uses the other scoring system: weights and points are converted, bands follow the draft.",
    preview="The draft would change like this:",
    preview_same="The draft would stay as it is.",
    take="Take into the draft",
    taken="Taken over. “Undo” brings the draft back.",
    compare_left="Left: old",
    compare_right="Right: new",
    compare_none="There must be two versions to compare.",
    only_differences="Differences only",
    compare_same="Both versions have the same content.",
    compare_count="{count} differences",
    level={
        "note": "Agreed note (criteria and exceptions from calibration)",
        "add_note": "+ Note",
        "is_first": "This is the first dimension",
        "is_last": "This is the last dimension",
        "anchors": "Anchor applicants: ",
        "anchors_hidden": "{count} more (you may not open them)",
        "anchor_before": "Move {number} forward",
        "anchor_after": "Move {number} back",
        "anchor_drop": "{number} no longer stands for this level (“Undo last change” brings it back)",
    },
    comparison={
        "same": "same",
        "changed": "changed",
        "added": "added",
        "removed": "removed",
        "moved": "moved",
        "place": "no. {place}",
        "nothing": "—",
        "plan": "Plan",
        "dimension": "Dimension",
        "rules": "Rules",
        "title": "Title",
        "scale": "Scoring system",
        "snapshot_id": "Data version",
        "name": "Name",
        "description": "Description",
        "weight": "Weight or points",
        "minimum_score": "Minimum score",
        "level": "Level",
        "note": "Agreed note",
        "anchors": "Anchor applicants",
        "core_data": "Core data",
        "tie_breaks": "Tie-break order",
        "missing_score_policy": "Missing scores",
        "pdf_placement": "PDF applicants",
        "minimum_total": "Minimum total",
        "required_reviews": "Required reviews",
        "score_step": "Score step",
        "range_gap": "Gap threshold: range",
        "sd_gap": "Gap threshold: standard deviation",
        "mean_gap": "Gap threshold: distance from the mean",
        "level_gap": "Gap threshold: levels",
        "shows_running_total": "Running total while scoring",
        "shows_panel_levels": "Levels of the other reviewers while scoring",
        "adjustment": "Adjustment of scores",
        "third_reading": "Third review",
        "components": "Other results",
        "identity_lists": "Lists and places",
        "tie_at_line": "Ties at the last place",
    },
)

WORDS: Mapping[Language, SettingUpWords] = {Language.ZH: ZH, Language.EN: EN}
