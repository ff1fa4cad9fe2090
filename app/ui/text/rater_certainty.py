"""Words of the numbers about reviewers: how sure a rank is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CertaintyWords:
    """Placeholders in braces are filled with ``str.format``."""

    quota: str
    unit: str
    units: Mapping[str, str]
    bound: str
    rank: str
    rank_range: str
    chance: str
    borderline_title: str
    borderline_none: str
    all_ranks: str
    no_noise: str
    review_ranks_only: str
    single_review: str
    open_desk: str


ZH = CertaintyWords(
    quota="錄取線（名）",
    unit="重新抽樣",
    units={"reviews": "每位考生的評分", "reviewers": "委員（整批）", "nothing": "不抽樣，只改占比"},
    bound="占比容許偏差（±百分點）",
    rank="名次",
    rank_range="90% 名次範圍",
    chance="線內機會",
    borderline_title="靠近錄取線，依最難判定排列（{count} 位）：建議依此順序再讀",
    borderline_none="沒有考生靠近錄取線：線內機會都小於 5% 或大於 95%。",
    all_ranks="全部考生的名次範圍",
    no_noise="沒有考生由兩位委員評分，無法知道委員之間相差多少；範圍只反映占比的偏差。",
    review_ranks_only="名次只依審查成績計算，不含其他成績（{names}），因此與總分名單的名次不同；請勿據以判斷總分的錄取線。",
    single_review="只有一份評分",
    open_desk="開啟",
)


EN = CertaintyWords(
    quota="Line (ranks)",
    unit="Drawn anew",
    units={
        "reviews": "Reviews of each applicant",
        "reviewers": "Reviewers as a whole",
        "nothing": "Nothing, only weights",
    },
    bound="Weights off by (± points)",
    rank="Rank",
    rank_range="90 % of ranks",
    chance="Chance within the line",
    borderline_title="Near the line, hardest to tell first ({count}): read again in this order",
    borderline_none="Nobody is near the line: all chances are below 5 % or above 95 %.",
    all_ranks="Range of ranks of every applicant",
    no_noise="No applicant was read by two reviewers, so how far they differ is unknown; the ranges reflect the weights alone.",
    review_ranks_only="These ranks are by review totals alone, without {names}, so they differ from the ranks of the list; do not read the line of the list from them.",
    single_review="one review only",
    open_desk="Open",
)
