"""Words of the numbers about reviewers: how far reviewers agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class AgreementWords:
    """Placeholders in braces are filled with ``str.format``."""

    single: str
    icc_single: str
    icc_mean: str
    alpha: str
    concordance: str
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


ZH = AgreementWords(
    single="另有 {count} 位考生只有一位委員評分，不在其中。",
    icc_single="單一委員 ICC",
    icc_mean="委員平均 ICC",
    alpha="Krippendorff α",
    concordance="Kendall W",
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
)


EN = AgreementWords(
    single="{count} more applicants were read by one reviewer and say nothing here.",
    icc_single="ICC of one reviewer",
    icc_mean="ICC of the mean",
    alpha="Krippendorff's α",
    concordance="Kendall's W",
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
)
