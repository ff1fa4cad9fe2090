"""Words of the numbers about reviewers: facts beside their uncertainty, no verdict on a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class RaterWords:
    """Words of agreement, severity, habits, methods, certainty and readers. Placeholders are filled with ``str.format``."""

    step: str
    own_step: str
    views: Mapping[str, str]
    view: str
    no_ratings: str
    about: Mapping[str, str]
    total: str
    reviewer: str
    subject: str
    applications: str
    single: str
    not_linked: str
    links_title: str
    link: str
    no_links: str
    icc_single: str
    icc_mean: str
    alpha: str
    concordance: str
    interval: str
    undefined: str
    bands: Mapping[str, str]
    pairs_title: str
    first: str
    second: str
    shared: str
    mean_difference: str
    mean_absolute: str
    correlation: str
    kappa: str
    groups_title: str
    reviews: str
    mean: str
    sd: str
    difference: str
    additive: str
    error: str
    logits: str
    infit: str
    outfit: str
    group: str
    residual: str
    rasch_states: Mapping[str, str]
    severity_note: str
    seen_note: str
    not_yet: str
    own_note: str
    own_nothing: str
    levels_title: str
    level_own: str
    level_peers: str
    straight_title: str
    straight: str
    halo: str
    range_title: str
    range_ratio: str
    drift_title: str
    drift_order: str
    drift_days: str
    drift_queue: str
    slope: str
    change: str
    p_adjusted: str
    methods: Mapping[str, str]
    methods_outcome: str
    methods_rank: str
    methods_none: str
    chosen: str
    rank_total: str
    no_total: str
    without_value: str
    outcomes: Mapping[str, str]
    number: str
    name: str
    readers: str
    generalisability: str
    dependability: str
    standard_error: str
    needed: str
    needed_none: str
    component: str
    share: str
    components: Mapping[str, str]
    readers_none: str
    warnings: Mapping[str, str]


ZH = RaterWords(
    step="評分者",
    own_step="我的評分概況",
    views={
        "agreement": "一致性",
        "severity": "寬嚴",
        "behaviour": "評分習慣",
        "methods": "方法比較",
        "certainty": "名次有多確定",
        "readers": "需要幾位委員",
    },
    view="檢視",
    no_ratings="還沒有任何完成的評分。",
    about={
        "agreement": "兩位以上委員評過的考生中，委員之間有多一致。數值旁是 95% 信賴區間；人數少時區間很寬。",
        "severity": "同一位考生由不同委員評分時的寬嚴差異。正值表示給分較寬；誤差大的差異不代表什麼。",
        "behaviour": "每位委員使用等第、各面向給分與時間順序的樣子。先給委員本人看過，之後系主席才看得到。",
        "methods": "同一批分數用不同方法計算時，誰的結果會改變。這裡不改變名單；名單依計畫記載的方法。",
        "certainty": "如果換一批同樣寬嚴不一的委員，或占比稍有不同，名次與錄取會落在哪裡。結果最難判定的考生最值得再讀一次。",
        "readers": "由這一輪的分數估計：明年每位考生要幾位委員，平均分數才夠可靠。",
    },
    total="總分",
    reviewer="委員",
    subject="項目",
    applications="考生數",
    single="另有 {count} 位考生只有一位委員評分，不在其中。",
    not_linked="委員分成 {count} 群，群與群之間沒有共同的考生：跨群的寬嚴、平均與標準分數不可比較。",
    links_title="加評以下考生即可相連（分派中尚未完成的評分已計入）",
    link="編號 {number}　由 {reviewer} 加評",
    no_links="已分派的評分全部完成後，各群就會相連，不需要加評。",
    icc_single="單一委員 ICC",
    icc_mean="委員平均 ICC",
    alpha="Krippendorff α",
    concordance="Kendall W",
    interval="{value}（{low}–{high}）",
    undefined="—",
    bands={
        "poor": "差",
        "moderate": "中等",
        "good": "好",
        "excellent": "極好",
        "unreliable": "不足",
        "tentative": "勉強",
        "reliable": "可靠",
    },
    pairs_title="兩兩委員",
    first="委員甲",
    second="委員乙",
    shared="共同考生",
    mean_difference="平均差（甲−乙）",
    mean_absolute="平均絕對差",
    correlation="相關",
    kappa="等第加權 κ",
    groups_title="依資料形式",
    reviews="評分數",
    mean="平均",
    sd="標準差",
    difference="與共評者差",
    additive="寬嚴（分）",
    error="標準誤",
    logits="Rasch 嚴格度",
    infit="infit",
    outfit="outfit",
    group="群",
    residual="扣除寬嚴後，委員之間仍相差約 {sd} 分（標準差）。",
    rasch_states={
        "converged": "多面向 Rasch：已收斂；嚴格度為 logit，愈大愈嚴。",
        "not_converged": "多面向 Rasch 沒有收斂，不顯示；常見於委員很少、或一位委員的等第從不低於另一位時。",
        "not_connected": "多面向 Rasch：委員與考生沒有相連，沒有共同的尺。",
        "no_variation": "多面向 Rasch：所有分數都在同一等第，無法估計。",
        "too_few": "多面向 Rasch：分數太少，無法估計。",
    },
    severity_note="寬嚴（分）：最小平方法，已考慮共評者各自的寬嚴。infit／outfit 約 0.5–1.5 屬正常，過大表示給分不一致。只供參考，除非計畫選用校正方法，總分不受影響。",
    seen_note="委員尚未看過自己的概況時，這裡不顯示。",
    not_yet="尚未由本人看過：{names}",
    own_note="這些數字先給您看；您開啟本頁之後，系主席才看得到。差異不等於錯誤：您讀的考生可能不同。",
    own_nothing="完成至少一份評分之後，這裡會顯示您使用等第的樣子、各面向的差異與隨時間的變化。",
    levels_title="等第使用（與同一批考生的其他委員相比）",
    level_own="本人",
    level_peers="共評者",
    straight_title="各面向同分與月暈",
    straight="{reviews} 份中有 {equal} 份各面向給同樣比例的分數（其他委員 {panel}）；同一組分數最常出現 {commonest} 次。",
    halo="各面向之間的平均相關 {own}（其他委員 {panel}，差 {excess}）。",
    range_title="給分範圍",
    range_ratio="相對寬窄",
    drift_title="隨時間與排序的變化（扣除共評者的平均）",
    drift_order="評分先後",
    drift_days="日數",
    drift_queue="清單位置",
    slope="每步變化（分）",
    change="全程變化（分）",
    p_adjusted="校正後 p",
    methods={
        "raw_mean": "平均",
        "median": "中位數",
        "z": "Z 分數",
        "t": "T 分數",
        "panel": "組間標準化",
        "additive": "加法寬嚴校正",
        "rasch": "多面向 Rasch",
    },
    methods_outcome="{count} 位考生的錄取結果會因方法而不同；其餘 {same} 位相同。",
    methods_rank="計畫沒有設定名額，因此比較名次：{count} 位考生的名次會因方法而不同；其餘 {same} 位相同。",
    methods_none="所有方法的結果都相同。",
    chosen="（計畫採用）",
    rank_total="{rank}　{total}",
    no_total="無",
    without_value="{method}：{count} 位沒有數值",
    outcomes={
        "admitted": "正取",
        "extra": "增額",
        "undecided": "待決",
        "waitlisted": "備取",
        "not_admitted": "未錄取",
        "elsewhere": "他單錄取",
        "open": "未定",
    },
    number="編號",
    name="姓名",
    readers="委員數",
    generalisability="排序可靠度 Eρ²",
    dependability="分數可靠度 Φ",
    standard_error="分數標準誤",
    needed="分數可靠度 {target}：每位考生需要 {count} 位委員。",
    needed_none="分數可靠度 {target}：一百位委員也達不到。",
    component="變異來源",
    share="占比",
    components={
        "p": "考生之間",
        "r": "委員寬嚴",
        "pr": "考生×委員與其他誤差",
        "r:p": "同一考生的委員之間",
    },
    readers_none="沒有考生由兩位以上委員評分，無法估計。",
    warnings={
        "not_comparable": "委員沒有全部相連，跨群不可比較",
        "no_spread": "有委員或群組的分數沒有變化，保留原分數",
        "without_panel": "有委員不屬於任何群組，保留原分數",
        "beyond_scale": "有考生的校正值超出分數範圍",
        "extreme": "有考生全為最高或最低等第，數值依規則內縮",
        "weights_do_not_order": "Rasch 的順序不受占比影響",
        "no_estimate": "Rasch 無法估計",
        "single_rating": "有考生只有一份評分",
    },
)

EN = RaterWords(
    step="Reviewers",
    own_step="My scoring",
    views={
        "agreement": "Agreement",
        "severity": "Severity",
        "behaviour": "Habits",
        "methods": "Methods compared",
        "certainty": "How sure is a rank",
        "readers": "Readers needed",
    },
    view="View",
    no_ratings="There is no finished review yet.",
    about={
        "agreement": "How far reviewers agree over applicants read by two or more. Beside each figure its 95 % interval; with few applicants it is wide.",
        "severity": "How reviewers of the same applicants differ in strictness. Positive is lenient; a difference within its error means nothing.",
        "behaviour": "How each reviewer uses levels and dimensions, and what time does to it. Shown to the reviewer first, then to the chair.",
        "methods": "Whose result changes when the same scores are counted by other methods. Nothing is changed here; the list follows the method in the plan.",
        "certainty": "Where ranks and places would fall with other reviewers as unlike as these, or slightly different weights. Whose result is hardest to tell is worth another reading.",
        "readers": "Estimated from this round: how many readers each applicant needs next year for a dependable mean.",
    },
    total="Total",
    reviewer="Reviewer",
    subject="Subject",
    applications="Applicants",
    single="{count} more applicants were read by one reviewer and say nothing here.",
    not_linked="The reviewers fall into {count} groups without a common applicant: severity, means and standard scores cannot be compared across groups.",
    links_title="These added reviews would link them (assigned reviews not yet done are counted as done)",
    link="Number {number}, also read by {reviewer}",
    no_links="Once the assigned reviews are done the groups are linked; nothing needs to be added.",
    icc_single="ICC of one reviewer",
    icc_mean="ICC of the mean",
    alpha="Krippendorff's α",
    concordance="Kendall's W",
    interval="{value} ({low}–{high})",
    undefined="—",
    bands={
        "poor": "poor",
        "moderate": "moderate",
        "good": "good",
        "excellent": "excellent",
        "unreliable": "not enough",
        "tentative": "tentative",
        "reliable": "reliable",
    },
    pairs_title="Pairs of reviewers",
    first="First",
    second="Second",
    shared="In common",
    mean_difference="Mean difference (first − second)",
    mean_absolute="Mean absolute difference",
    correlation="Correlation",
    kappa="Weighted κ of levels",
    groups_title="By submission",
    reviews="Reviews",
    mean="Mean",
    sd="SD",
    difference="From co-reviewers",
    additive="Severity (points)",
    error="SE",
    logits="Rasch strictness",
    infit="infit",
    outfit="outfit",
    group="Group",
    residual="Once severity is taken out, reviewers still differ by about {sd} points (SD).",
    rasch_states={
        "converged": "Many-facet Rasch: converged; strictness in logits, higher is stricter.",
        "not_converged": "Many-facet Rasch did not converge and is not shown; usual with few reviewers, or when one never gives a lower level than the other.",
        "not_connected": "Many-facet Rasch: reviewers and applicants are not linked, there is no common scale.",
        "no_variation": "Many-facet Rasch: all scores lie in one level, nothing can be estimated.",
        "too_few": "Many-facet Rasch: too few scores.",
    },
    severity_note="Severity (points): least squares, allowing for the strictness of the co-reviewers. Infit and outfit from 0.5 to 1.5 are usual, more says the scores are erratic. For information only: totals change only if the plan names an adjusting method.",
    seen_note="Not shown while the reviewer has not looked at the own figures.",
    not_yet="Not yet seen by themselves: {names}",
    own_note="These figures are shown to you first; the chair sees them after you opened this page. A difference is no mistake: you may have read other applicants.",
    own_nothing="Once a review is finished you see here which levels you use, how dimensions differ, and what changes over time.",
    levels_title="Levels used (beside the other reviewers of the same applicants)",
    level_own="Own",
    level_peers="Co-reviewers",
    straight_title="Equal scores and halo",
    straight="{equal} of {reviews} reviews give every dimension the same share ({panel} among the others); the commonest row of scores occurs {commonest} times.",
    halo="Mean correlation between dimensions {own} (others {panel}, difference {excess}).",
    range_title="Range used",
    range_ratio="Relative width",
    drift_title="Over time and along the list (co-reviewers' mean taken out)",
    drift_order="Order of saving",
    drift_days="Days",
    drift_queue="Place in the list",
    slope="Change a step (points)",
    change="Change in all (points)",
    p_adjusted="adjusted p",
    methods={
        "raw_mean": "Mean",
        "median": "Median",
        "z": "Z scores",
        "t": "T scores",
        "panel": "Panel standardisation",
        "additive": "Additive severity",
        "rasch": "Many-facet Rasch",
    },
    methods_outcome="For {count} applicants the outcome depends on the method; for {same} it does not.",
    methods_rank="The plan names no places, so ranks are compared: {count} applicants change rank with the method; {same} do not.",
    methods_none="All methods agree.",
    chosen=" (the plan's)",
    rank_total="{rank}　{total}",
    no_total="none",
    without_value="{method}: {count} without a value",
    outcomes={
        "admitted": "admitted",
        "extra": "extra",
        "undecided": "undecided",
        "waitlisted": "waitlisted",
        "not_admitted": "not admitted",
        "elsewhere": "in another list",
        "open": "open",
    },
    number="Number",
    name="Name",
    readers="Readers",
    generalisability="Reliability of the order Eρ²",
    dependability="Reliability of scores Φ",
    standard_error="Standard error",
    needed="Reliability {target}: {count} readers for each applicant.",
    needed_none="Reliability {target}: not even a hundred readers reach it.",
    component="Source of variance",
    share="Share",
    components={
        "p": "between applicants",
        "r": "strictness of reviewers",
        "pr": "applicant × reviewer and all other error",
        "r:p": "between readers of one applicant",
    },
    readers_none="No applicant was read by two reviewers, so nothing can be estimated.",
    warnings={
        "not_comparable": "reviewers are not all linked: not comparable across groups",
        "no_spread": "a reviewer or panel never varies and keeps raw scores",
        "without_panel": "a reviewer is in no panel and keeps raw scores",
        "beyond_scale": "an adjusted value lies beyond the scale",
        "extreme": "an applicant has only best or worst levels and is drawn in by a rule",
        "weights_do_not_order": "the order by Rasch does not depend on the weights",
        "no_estimate": "Rasch found no estimate",
        "single_rating": "an applicant has one review only",
    },
)

WORDS: Mapping[Language, RaterWords] = {Language.ZH: ZH, Language.EN: EN}
