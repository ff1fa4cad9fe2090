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
    form_complete: str
    form_partial: str
    no_concordance: str
    forms_title: str
    forms: Mapping[str, str]
    method: tuple[str, ...]


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
    form_complete="每位委員都評了每位考生，所以 ICC 採雙向絕對一致 ICC(2,1) 與 ICC(2,k)；k＝{readers}。",
    form_partial="不是每位委員都評了每位考生，所以 ICC 採單向 ICC(1,1) 與 ICC(1,k)，委員寬嚴不同也算不一致；k＝{readers}（每位考生評分份數的調和平均）。",
    no_concordance="Kendall W 只能由每位委員都評過的考生計算，至少要 3 位；不足時為「—」。",
    forms_title="六種 ICC，與這些數字怎麼算",
    forms={
        "icc_1_1": "ICC(1,1) 單向",
        "icc_a_1": "ICC(2,1) 絕對一致",
        "icc_c_1": "ICC(3,1) 只看排序",
        "icc_1_k": "ICC(1,k) 單向",
        "icc_a_k": "ICC(2,k) 絕對一致",
        "icc_c_k": "ICC(3,k) 只看排序",
    },
    method=(
        "ICC：Shrout 與 Fleiss（1979）的六種形式；(·,1) 是單一委員的分數，(·,k) 是 k 位委員平均的分數。絕對一致把委員寬嚴算作不一致，只看排序則不算。",
        "95% 區間：評分齊全時為精確的 F 區間；不齊全時單向採 Thomas 與 Hultquist（1978），雙向由變異成分估計，沒有區間。",
        "ICC 的文字依 Koo 與 Li（2016）：0.5 以下差，0.75 以下中等，0.9 以下好，其上極好；請連同區間的兩端一起看。",
        "Krippendorff α（2011）用等距量尺，容許缺分，區間由考生重抽 1,000 次而得；0.667 以下不足，0.8 以下勉強，其上可靠（2004）。",
        "等第加權 κ：把分數換成尺規等第後的 Cohen κ，差距以平方加權；Kendall W：各委員排序的一致程度，已校正同分。",
    ),
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
    form_complete="Every reviewer read every applicant, so the ICC is two-way absolute agreement, ICC(2,1) and ICC(2,k); k = {readers}.",
    form_partial="Not every reviewer read every applicant, so the ICC is one-way, ICC(1,1) and ICC(1,k), and differences in strictness count as disagreement; k = {readers} (harmonic mean of the reviews an applicant has).",
    no_concordance="Kendall's W needs at least 3 applicants whom every reviewer read; “—” where there are fewer.",
    forms_title="Six forms of the ICC, and how these numbers are made",
    forms={
        "icc_1_1": "ICC(1,1) one-way",
        "icc_a_1": "ICC(2,1) agreement",
        "icc_c_1": "ICC(3,1) order only",
        "icc_1_k": "ICC(1,k) one-way",
        "icc_a_k": "ICC(2,k) agreement",
        "icc_c_k": "ICC(3,k) order only",
    },
    method=(
        "ICC: the six forms of Shrout and Fleiss (1979); (·,1) is the score of one reviewer, (·,k) the mean of k. Agreement counts differences in strictness against the reviewers, order only does not.",
        "95 % interval: the exact F interval where every score is there; otherwise Thomas and Hultquist (1978) one-way, while two-way forms come from variance components and have no interval.",
        "Words for the ICC by Koo and Li (2016): below 0.5 poor, 0.75 moderate, 0.9 good, above excellent; read both ends of the interval too.",
        "Krippendorff's α (2011) on the interval scale, missing scores allowed, its interval from 1,000 resamples of applicants; below 0.667 not enough, below 0.8 tentative, above reliable (2004).",
        "Weighted κ: Cohen's κ of rubric levels, distances weighted by their squares. Kendall's W: how far the orders of the reviewers agree, corrected for ties.",
    ),
)
