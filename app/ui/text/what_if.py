"""Words of the trial (試算) and of announced beside real weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class WhatIfWords:
    """Placeholders in braces are filled with ``str.format``; ``influence`` goes to the browser part."""

    tab: str
    intro: str
    no_scores: str
    not_for_reviewers: str
    ground: str
    reload: str
    as_of: str
    weight_of: str
    sum_is: str
    sum_off: str
    minimum_total: str
    gaps: Mapping[str, str]
    ties: str
    choose: str
    unit_points: str
    nothing_to_rank: str
    nobody_moves: str
    moved: str
    crossing: str
    gap_cases: str
    gap_by_rule: str
    unscored: str
    by_name: str
    ground_scale: str
    nobody_imported: str
    some_not_imported: str
    import_now: str
    lock_first: str
    other_maximum: str
    other_plan: str
    other_results: str
    no_totals: str
    stopped: str
    without_total: str
    why_maximum: str
    why_scale: str
    why_added: str
    tried_otherwise: str
    number: str
    name: str
    before: str
    after: str
    step: str
    total_before: str
    total_after: str
    review_total: str
    outcome: str
    outcomes: Mapping[str, str]
    no_rank: Mapping[str, str]
    more: str
    evidence: str
    evidence_gone: str
    evidence_added: str
    take: str
    taken: str
    influence_title: str
    influence_intro: str
    influence_too_few: str
    influence_off: str
    influence_right: str
    influence_restore: str
    influence_no_spread: str
    influence: Mapping[str, str]


ZH = WhatIfWords(
    tab="試算",
    intro="把占比、門檻與同分參酌改改看，立刻看到既有分數會怎麼排；不會存檔，按「套用到草稿」才會改到草稿。",
    no_scores="這份計畫還沒有分數可以試算。可改選去年的計畫，或等評量開始後再試。",
    not_for_reviewers="試算用到全部委員的分數，只供主席與招生辦公室使用。",
    ground="用哪一份計畫的分數",
    reload="重新讀取分數",
    as_of="分數讀取於 {time}",
    weight_of="{name}",
    sum_is="占比合計 100。",
    sum_off="占比合計 {sum}：總分、最低標準與差分都以這個合計計算，須為 100 才能鎖定。",
    minimum_total="總分最低標準",
    gaps={
        "range_gap": "高低差 %",
        "sd_gap": "標準差 %",
        "mean_gap": "離均差 %",
        "level_gap": "等第差",
    },
    ties="同分參酌順序",
    choose="請選擇",
    unit_points="配分制：這裡不試改配分。改變一個面向的配分後，該面向原有的分數不換算、不再計入，須由委員重新評分。",
    nothing_to_rank="這份草稿沒有任何面向有分數（或占比都是 0），無法試算。",
    nobody_moves="沒有人的名次或結果改變。",
    moved="{applicants} 位考生中，{count} 位名次或狀態改變，最多移動 {furthest} 名。",
    crossing="{count} 位的錄取結果改變。",
    gap_cases="差分案件 {before} → {after}（{rules}）",
    gap_by_rule="{rule} {before} → {after}",
    unscored="沒有分數、未列入試算的面向：{names}。總分只計其餘 {weight}。",
    by_name="以名稱對應的面向：{names}",
    ground_scale="草稿的評分制或配分與這些分數不同，試算沿用分數原來的尺度。",
    nobody_imported="「{name}」（占總分 {weight}%）還沒有任何考生的成績：沒有人有總分，因此不能試算名次。",
    some_not_imported="「{name}」（占總分 {weight}%）：{applications} 位考生中有 {missing} 位沒有成績，這些考生在試算中沒有總分。",
    import_now="請到「4 總分排序」的「{tab}」匯入，再按「重新讀取分數」。",
    lock_first="現行計畫沒有這一項：鎖定草稿後才能匯入，在那之前無法試算。",
    other_maximum="已匯入的成績滿分是 {before}，草稿改為 {after}：不換算、不計入，鎖定後須重新匯入。",
    other_plan="所選計畫沒有匯入這一項的成績。",
    other_results="其他成績",
    no_totals="因此不列名次、結果與實際影響力；差分案件不受影響。",
    stopped="若鎖定這份草稿，已存的評分有 {count} 份不再計入，須由委員重新評分；分數不會換算。",
    without_total="重新評分之前，{count} 位現有總分的考生沒有總分。",
    why_maximum="「{name}」的配分由 {before} 改為 {after}。",
    why_scale="評分制改變。",
    why_added="新增面向「{names}」，還沒有分數。",
    tried_otherwise="下面的數字只試算其餘的更動，評分制、配分與面向依現行計畫。",
    number="編號",
    name="姓名",
    before="原名次",
    after="新名次",
    step="變動",
    total_before="原總分",
    total_after="新總分",
    review_total="審查成績",
    outcome="結果",
    outcomes={
        "admitted": "正取",
        "extra": "增額錄取",
        "undecided": "待決定",
        "waitlisted": "備取",
        "not_admitted": "未錄取",
        "elsewhere": "他單錄取",
        "open": "未定",
    },
    no_rank={"gated": "未達標準或缺考", "unscored": "無總分", "ranked": ""},
    more="只列出前 {count} 位。",
    evidence="核心資料的變更",
    evidence_gone="不再列為核心資料：{name}（{count} 位考生有資料）",
    evidence_added="新列為核心資料：{name}（{count} 位考生有資料）",
    take="套用到草稿",
    taken="已套用試算的設定。可用「復原上一步」取回。",
    influence_title="公告占比與實際影響力",
    influence_intro="實際影響力＝該面向對總分變異的貢獻。大家分數都差不多的面向，占比再高也拉不開名次。依 {count} 位有總分的考生計算。",
    influence_too_few="有總分的考生太少，還看不出各面向的實際影響力。",
    influence_off="「{name}」公告 {announced} %，實際影響 {effective} %：{verdict}",
    influence_right="各面向的實際影響力與公告占比相近（相差不到公告占比的 {threshold} %）。",
    influence_restore="要回到公告占比，這個面向的分數標準差應由 {sd} 調為約 {wanted}。",
    influence_no_spread="沒有單一的分數散布可以回到公告占比。",
    influence={"announced": "公告", "effective": "實際"},
)

EN = WhatIfWords(
    tab="What if",
    intro="Change weights, thresholds and tie-breaks and see at once how standing scores would rank. Nothing is saved until “Put into the draft”.",
    no_scores="There are no scores under this plan to try on. Choose last year's plan, or come back once reviews have begun.",
    not_for_reviewers="A trial uses every reviewer's scores: it is for the chair and the admissions office.",
    ground="Scores of which plan",
    reload="Read scores again",
    as_of="scores read at {time}",
    weight_of="{name}",
    sum_is="Weights add up to 100.",
    sum_off="Weights add up to {sum}: totals, minimums and gaps are counted out of that; it must be 100 before locking.",
    minimum_total="Minimum total",
    gaps={
        "range_gap": "Range %",
        "sd_gap": "SD %",
        "mean_gap": "From the mean %",
        "level_gap": "Levels",
    },
    ties="Tie-break order",
    choose="Choose",
    unit_points="Points scale: points are not tried here. Once a dimension has other points, its standing scores are not converted and no longer count; reviewers must score it again.",
    nothing_to_rank="No dimension of this draft has scores, or all weights are 0: there is nothing to rank.",
    nobody_moves="Nobody's rank or outcome changes.",
    moved="{count} of {applicants} applicants change rank or state, by {furthest} places at most.",
    crossing="The outcome changes for {count}.",
    gap_cases="Gap cases {before} → {after} ({rules})",
    gap_by_rule="{rule} {before} → {after}",
    unscored="Dimensions without scores, left out: {names}. Totals count the other {weight} only.",
    by_name="Dimensions matched by name: {names}",
    ground_scale="The draft's scale or points differ from those of the scores; the trial keeps the scores' own.",
    nobody_imported="“{name}” ({weight} % of the total) has no value for anybody: nobody has a total, so no ranks can be tried.",
    some_not_imported="“{name}” ({weight} % of the total): {missing} of {applications} applicants have no value and no total in this trial.",
    import_now="Import it under “4 Ranking”, “{tab}”, then choose “Read scores again”.",
    lock_first="The plan in force does not know it: it can be imported once this draft is locked, and not be tried before.",
    other_maximum="Its values were imported out of {before}, the draft says {after}: they are not converted and do not count; import again after locking.",
    other_plan="The chosen plan has no values for it.",
    other_results="Other results",
    no_totals="So ranks, outcomes and real influence are not shown; gap cases do not depend on it.",
    stopped="If this draft is locked, {count} saved reviews no longer count and must be made again; scores are never converted.",
    without_total="Until then, {count} applicants who have a total now have none.",
    why_maximum="“{name}” goes from {before} to {after} points.",
    why_scale="The scoring scale changes.",
    why_added="New dimensions have no scores yet: {names}.",
    tried_otherwise="The figures below try the other changes only, on scale, points and dimensions of the plan in force.",
    number="Number",
    name="Name",
    before="Rank before",
    after="Rank after",
    step="Change",
    total_before="Total before",
    total_after="Total after",
    review_total="Review total",
    outcome="Outcome",
    outcomes={
        "admitted": "admitted",
        "extra": "admitted (extra)",
        "undecided": "to be decided",
        "waitlisted": "waiting list",
        "not_admitted": "not admitted",
        "elsewhere": "admitted elsewhere",
        "open": "open",
    },
    no_rank={"gated": "below a minimum or absent", "unscored": "no total", "ranked": ""},
    more="The first {count} are shown.",
    evidence="Changes of core data",
    evidence_gone="No longer core data: {name} ({count} applicants have it)",
    evidence_added="New core data: {name} ({count} applicants have it)",
    take="Put into the draft",
    taken="The trial is in the draft. “Undo” takes it out again.",
    influence_title="Announced weight and real influence",
    influence_intro="Real influence is a dimension's part of the variance of totals: where everyone scores alike, no weight tells people apart. Over {count} applicants with a total.",
    influence_too_few="Too few applicants have a total to see the real influence of dimensions.",
    influence_off="“{name}” is announced at {announced} %, its real influence is {effective} %: {verdict}",
    influence_right="Real influence is close to the announced weights (within {threshold} % of them).",
    influence_restore="to restore the intent, the SD of its scores would have to go from {sd} to about {wanted}.",
    influence_no_spread="no spread of scores alone restores the intent.",
    influence={"announced": "announced", "effective": "real"},
)

WORDS: Mapping[Language, WhatIfWords] = {Language.ZH: ZH, Language.EN: EN}
