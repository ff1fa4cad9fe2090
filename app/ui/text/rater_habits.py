"""Words of the numbers about reviewers: how one reviewer uses levels and dimensions, and what time does to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HabitWords:
    """Placeholders in braces are filled with ``str.format``."""

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


ZH = HabitWords(
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
    drift_days="日數（跨一天以上）",
    drift_queue="清單位置",
    slope="每步變化（分）",
    change="全程變化（分）",
    p_adjusted="校正後 p",
)


EN = HabitWords(
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
    drift_days="Days (over a day or more)",
    drift_queue="Place in the list",
    slope="Change a step (points)",
    change="Change in all (points)",
    p_adjusted="adjusted p",
)
