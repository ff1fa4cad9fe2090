"""Words of the numbers about reviewers: how strict reviewers are, and what links them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class SeverityWords:
    """Placeholders in braces are filled with ``str.format``."""

    links_title: str
    link: str
    no_links: str
    mean: str
    difference: str
    additive: str
    logits: str
    infit: str
    outfit: str
    group: str
    residual: str
    rasch_states: Mapping[str, str]
    severity_note: str


ZH = SeverityWords(
    links_title="加評以下考生即可相連（分派中尚未完成的評分已計入）",
    link="編號 {number}　由 {reviewer} 加評",
    no_links="已分派的評分全部完成後，各群就會相連，不需要加評。",
    mean="平均",
    difference="與共評者差",
    additive="寬嚴（分）",
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
)


EN = SeverityWords(
    links_title="These added reviews would link them (assigned reviews not yet done are counted as done)",
    link="Number {number}, also read by {reviewer}",
    no_links="Once the assigned reviews are done the groups are linked; nothing needs to be added.",
    mean="Mean",
    difference="From co-reviewers",
    additive="Severity (points)",
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
)
