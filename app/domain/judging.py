"""Totals, gates and merit: what every application comes to before it has a place.

Whatever is compared stands in one column for all applications, by the name that tie-breaks and gates call it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, cast

from app.domain.evidence import ApplicationId
from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, ReviewPlan
from app.domain.ranked_row import (
    TOTAL_SUBJECT,
    FailedGate,
    RankingEntry,
    RoundFacts,
    RowBlock,
)
from app.domain.review_tally import Quotient, ReviewTally
from app.domain.tie_breaks import Merit, known_tie_breaks
from app.domain.total_component import ComponentId, TotalComponent
from app.domain.weighted_total import WeightedTotal
from app.domain.whole_scores import Rounding

Imported = Mapping[ComponentId, Decimal | None]
Gates = tuple[FailedGate, ...]


class Judged(NamedTuple):
    """An application before it has a place; ``merit`` is empty without a total."""

    entry: RankingEntry
    application_id: ApplicationId
    applicant_status: str | None
    tally: ReviewTally
    block: RowBlock
    total: Decimal | None
    review_total: Decimal | None
    components: Imported
    missing: tuple[ComponentId, ...]
    gates: Gates
    merit: Merit


def judge(
    plan: ReviewPlan, entries: Sequence[RankingEntry], tallies: Sequence[ReviewTally], facts: RoundFacts
) -> list[Judged]:
    """Every entry in turn, with the tally of the same place."""
    imported = _imported(plan, entries, facts)
    review_totals = _review_totals(tallies)
    complete = _complete(plan, tallies, imported)
    compared = _compared(plan, facts, [(tallies[at], imported[at]) for at in complete])
    compared[REVIEW_TOTAL_TIE] = [cast("Decimal", review_totals[at]) for at in complete]
    gates = _component_gates(plan, imported)
    for at, gate in _failed(plan, complete, compared):
        gates[at] += (gate,)
    merits = _merits(plan, len(entries), complete, compared)
    needed = plan.rules.components
    ranked, gated, unscored = RowBlock  # An enumeration is slow to ask, and this is asked of everyone.
    return [
        Judged(
            entry=entry,
            application_id=entry.application_id,
            applicant_status=entry.applicant_status,
            tally=tally,
            block=gated if failed else ranked if merit else unscored,
            total=merit[0] if merit else None,
            review_total=review_total,
            components=values,
            missing=_missing(needed, values) if len(values) < len(needed) else (),
            gates=failed,
            merit=merit,
        )
        for entry, tally, review_total, values, failed, merit in zip(
            entries, tallies, review_totals, imported, gates, merits, strict=True
        )
    ]


def _imported(plan: ReviewPlan, entries: Sequence[RankingEntry], facts: RoundFacts) -> list[Imported]:
    """The values of the components of each, as far as there are any."""
    columns = [
        (each.component_id, facts.component_values.get(each.component_id, {}))
        for each in plan.rules.components
    ]
    return [
        {component_id: values[key] for component_id, values in columns if key in values}
        for key in (entry.application_id for entry in entries)
    ]


def _review_totals(tallies: Sequence[ReviewTally]) -> list[Decimal | None]:
    rounding = Rounding()
    return [None if each.total is None else rounding[each.total[1]][each.total[0]] for each in tallies]


def _complete(plan: ReviewPlan, tallies: Sequence[ReviewTally], imported: Sequence[Imported]) -> list[int]:
    """The places of those that have a total: one of the review, and a value of every component."""
    needed = len(plan.rules.components)
    return [
        at
        for at, (tally, values) in enumerate(zip(tallies, imported, strict=True))
        if tally.total is not None and len(values) == needed and None not in values.values()
    ]


def _compared(
    plan: ReviewPlan, facts: RoundFacts, complete: Sequence[tuple[ReviewTally, Imported]]
) -> dict[str, list[Decimal]]:
    """Every value of those with a total but that of their reviews: of dimensions, of components, the total."""
    components = {
        each.component_id: [cast("Decimal", values[each.component_id]) for _, values in complete]
        for each in plan.rules.components
    }
    weighted = WeightedTotal(
        plan.rules, {key: list(values.values()) for key, values in facts.component_values.items()}
    )
    totals = [cast("Quotient", tally.total) for tally, _ in complete]
    return {
        **{
            each.dimension_id: [tally.dimension_means[each.dimension_id] for tally, _ in complete]
            for each in plan.dimensions
        },
        **{f"{COMPONENT_TIE}{key}": values for key, values in components.items()},
        TOTAL_SUBJECT: weighted.totals(totals, components),
    }


def _failed(
    plan: ReviewPlan, complete: Sequence[int], compared: Mapping[str, Sequence[Decimal]]
) -> Iterator[tuple[int, FailedGate]]:
    """The minimums that those with a total did not reach, with their places."""
    for subject, minimum in minimums(plan):
        for at, value in zip(complete, compared[subject], strict=True):
            if value < minimum:
                yield at, FailedGate(subject, value, minimum)


def minimums(plan: ReviewPlan) -> Iterator[tuple[str, Decimal]]:
    """The gates that need a total, by the name of what must reach them; those of components need none."""
    for each in plan.dimensions:
        if each.minimum_score is not None:
            yield each.dimension_id, each.minimum_score
    if plan.rules.minimum_review_total is not None:
        yield REVIEW_TOTAL_TIE, plan.rules.minimum_review_total
    if plan.rules.minimum_total is not None:
        yield TOTAL_SUBJECT, plan.rules.minimum_total


def _component_gates(plan: ReviewPlan, imported: Sequence[Imported]) -> list[Gates]:
    """These need no total: whoever was absent, or is below the minimum of a component, is not admitted."""
    gates: list[Gates] = [()] * len(imported)
    for each in plan.rules.components:
        key, minimum = each.component_id, each.minimum_value
        for at, values in enumerate(imported):
            if key in values:
                value = values[key]
                if value is None or (minimum is not None and value < minimum):
                    gates[at] += (FailedGate(f"{COMPONENT_TIE}{key}", value, minimum),)
    return gates


def _merits(
    plan: ReviewPlan, number: int, complete: Sequence[int], compared: Mapping[str, Sequence[Decimal]]
) -> list[Merit]:
    columns = [compared[name] for name in (TOTAL_SUBJECT, *known_tie_breaks(plan))]
    merits: list[Merit] = [()] * number
    for at, merit in zip(complete, zip(*columns, strict=True), strict=True):
        merits[at] = merit
    return merits


def _missing(needed: Sequence[TotalComponent], values: Imported) -> tuple[ComponentId, ...]:
    return tuple(each.component_id for each in needed if each.component_id not in values)
