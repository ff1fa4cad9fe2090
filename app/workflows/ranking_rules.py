"""The rules of a ranked list in sentences, as printed on every list, and what a reader of its totals must know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from app.domain.identity_list import IdentityList
from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, PdfPlacement, ReviewPlan
from app.domain.ranked_row import TOTAL_SUBJECT, RankedList
from app.domain.review_progress import ReviewProgress
from app.domain.review_sorting import missing_policy
from app.domain.scoring_method import ThirdReading
from app.psychometrics.score_adjustment import AdjustmentWarning
from app.workflows.ranked_list_words import words_of

Words = Mapping[str, str]


def rule_sentences(
    plan: ReviewPlan, ranked: RankedList, progress: ReviewProgress, *, language: str
) -> tuple[str, ...]:
    """Method, rounding, missing scores, third readings, components, ties, PDF, gates, lists, gaps, progress, filter."""
    words = words_of(language)
    return (
        *_total_rules(plan, words),
        *_order_rules(plan, ranked, words),
        *_list_rules(plan, words),
        *_gap_rules(plan, words),
        words["rule_progress"].format(
            required=progress.required, counted=progress.counted, beyond=progress.beyond
        ),
        *_shown(ranked, words),
    )


def warning_sentences(warnings: Iterable[AdjustmentWarning], *, language: str) -> tuple[str, ...]:
    """What the method could not do as it should, in the order in which it said so."""
    words = words_of(language)
    return tuple(words[f"warning_{each.kind}"].format(count=len(each.subjects)) for each in warnings)


def subject_names(plan: ReviewPlan, words: Words) -> dict[str, str]:
    """What tie-breaks, gates and gaps speak of, by the name the rules call it."""
    return {
        **{str(each.dimension_id): each.name for each in plan.dimensions},
        **{f"{COMPONENT_TIE}{each.component_id}": each.name for each in plan.rules.components},
        REVIEW_TOTAL_TIE: words["review_total"],
        TOTAL_SUBJECT: words["gate_total"],
    }


def _total_rules(plan: ReviewPlan, words: Words) -> Iterator[str]:
    rules = plan.rules
    numbers = {"factor": _number(rules.adjustment.factor), "offset": _number(rules.adjustment.offset)}
    yield words[f"rule_{rules.adjustment.method}"].format(**numbers)
    if rules.components:
        parts = [words["part_review"].format(weight=_number(rules.review_weight_percent))]
        parts += [
            words["part_component"].format(
                name=each.name, weight=_number(each.weight_percent), maximum=_number(each.maximum)
            )
            for each in rules.components
        ]
        yield words["rule_components"].format(parts=words["part_plus"].join(parts))
    yield words["rule_rounding"]
    yield words[f"rule_missing_{missing_policy(rules)}"]
    if rules.third_reading is ThirdReading.DECIDES:
        yield words["rule_third_decides"]


def _order_rules(plan: ReviewPlan, ranked: RankedList, words: Words) -> Iterator[str]:
    names = subject_names(plan, words)
    order = " → ".join(names[key] for key in ranked.tie_breaks)
    yield words["rule_ties"].format(order=order) if order else words["rule_no_ties"]
    is_apart = plan.rules.pdf_placement is PdfPlacement.APART
    yield words["rule_pdf_apart" if is_apart else "rule_pdf_together"]
    minimums = [(each.name, each.minimum_score) for each in plan.dimensions]
    minimums += [(each.name, each.minimum_value) for each in plan.rules.components]
    minimums += [(names[REVIEW_TOTAL_TIE], plan.rules.minimum_review_total)]
    minimums += [(names[TOTAL_SUBJECT], plan.rules.minimum_total)]
    told = [
        words["minimum"].format(subject=subject, minimum=_number(minimum))
        for subject, minimum in minimums
        if minimum is not None
    ]
    joined = words["separator"].join(told)
    yield words["rule_gates"].format(minimums=joined) if told else words["rule_no_gates"]


def _list_rules(plan: ReviewPlan, words: Words) -> Iterator[str]:
    lists = plan.rules.identity_lists
    for one in lists:
        yield _list_rule(one, words)
    if len(lists) > 1:
        yield words["rule_list_order"].format(order=" → ".join(each.name for each in lists))
    if any(each.quota is not None for each in lists):
        yield words[f"rule_tie_{plan.rules.tie_at_line}"]


def _list_rule(one: IdentityList, words: Words) -> str:
    statuses = words["list_everyone"]
    if one.statuses:
        joined = words["separator"].join(sorted(one.statuses))
        statuses = words["list_statuses"].format(statuses=joined)
    quota = words["list_no_quota"] if one.quota is None else _places(one.quota, words)
    waitlist = words["list_no_limit"] if one.waitlist is None else _places(one.waitlist, words)
    return words["rule_list"].format(name=one.name, statuses=statuses, quota=quota, waitlist=waitlist)


def _places(count: int, words: Words) -> str:
    return words["list_places"].format(count=count) if count else words["list_none"]


def _gap_rules(plan: ReviewPlan, words: Words) -> Iterator[str]:
    rules = plan.rules
    limits = {
        "gap_range_gap": None if rules.range_gap is None else _number(rules.range_gap),
        "gap_sd_gap": None if rules.sd_gap is None else _number(rules.sd_gap),
        "gap_mean_gap": None if rules.mean_gap is None else _number(rules.mean_gap),
        "gap_level_gap": None if rules.level_gap is None else f"{rules.level_gap}",
    }
    told = [
        words["gap_limit"].format(rule=words[name], limit=limit)
        for name, limit in limits.items()
        if limit is not None
    ]
    if told:
        yield words["rule_gaps"].format(limits=words["separator"].join(told))


def _shown(ranked: RankedList, words: Words) -> Iterator[str]:
    if ranked.identity:
        yield words["rule_identity"].format(identity=ranked.identity)
    for one in ranked.identity_lists:
        if one.list_id == ranked.list_id:
            yield words["rule_shown_list"].format(name=one.name)


def _number(value: Decimal) -> str:
    return format(value.normalize() if value else Decimal(0), "f")
