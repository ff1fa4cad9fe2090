"""Words of the numbers about reviewers: the same scores counted by several methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class MethodWords:
    """Placeholders in braces are filled with ``str.format``."""

    methods: Mapping[str, str]
    methods_outcome: str
    methods_rank: str
    methods_none: str
    chosen: str
    lists: str
    reads_outcome: str
    reads_rank: str
    rank_total: str
    no_total: str
    without_value: str
    remark: str
    t_scale: str
    outcomes: Mapping[str, str]
    warnings: Mapping[str, str]


ZH = MethodWords(
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
    lists="名單",
    reads_outcome="每一格依序為錄取結果、名次、總分；有幾份名單的考生，結果依名單的順序。",
    reads_rank="每一格依序為名次、總分。",
    rank_total="{rank}　{total}",
    no_total="無",
    without_value="{count} 位沒有數值",
    remark="{methods}：{said}。",
    t_scale="計畫未定 T 分數的換算，這裡以本輪審查成績的平均與標準差換回原分數：T × {factor} + {offset}。",
    outcomes={
        "admitted": "正取",
        "extra": "增額",
        "undecided": "待決",
        "waitlisted": "備取",
        "not_admitted": "未錄取",
        "elsewhere": "他單錄取",
        "open": "未定",
    },
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


EN = MethodWords(
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
    lists="Lists",
    reads_outcome="Each cell is outcome, rank and total; who competes in several lists has an outcome for each, in the order of the lists.",
    reads_rank="Each cell is rank and total.",
    rank_total="{rank}　{total}",
    no_total="none",
    without_value="{count} without a value",
    remark="{methods}: {said}.",
    t_scale="The plan puts T scores on no scale; here they are put back on that of this round's review totals: T × {factor} + {offset}.",
    outcomes={
        "admitted": "admitted",
        "extra": "extra",
        "undecided": "undecided",
        "waitlisted": "waitlisted",
        "not_admitted": "not admitted",
        "elsewhere": "in another list",
        "open": "open",
    },
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
