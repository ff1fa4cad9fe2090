"""How far the list depends on the method it is made by: the methods side by side.

Nothing here changes a list. The method of the plan stays what the plan says; a chair who wants another one locks a
revision that names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from app.domain.evidence import ApplicationSummary, Programme
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import Outcome, RankedList, RankedRow, RankingEntry
from app.domain.ranking import rank
from app.domain.rounding import round_half_up
from app.domain.scores import Review
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod
from app.domain.visibility import Action
from app.psychometrics.exact_spread import spread_of
from app.psychometrics.score_adjustment import AdjustmentWarning
from app.psychometrics.standard_scores import T_CENTRE, T_SPREAD
from app.workflows.access import Access
from app.workflows.adjusted_totals import adjusted_totals, judged_scores
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.round_facts import load_round_facts
from app.workflows.total_ranking import RankingView, open_ranking

SCALE_DIGITS = 4


@dataclass(frozen=True)
class MethodPlace:
    """What one method says of one application: rank and total, and the outcome where the plan has places."""

    rank: int | None
    total: Decimal | None
    outcomes: tuple[tuple[str, Outcome], ...]


@dataclass(frozen=True)
class MovedRow:
    """An application of which the methods do not say the same; places in the order of ``ScoringMethod``."""

    summary: ApplicationSummary
    places: Mapping[ScoringMethod, MethodPlace]


@dataclass(frozen=True)
class MethodComparison:
    """The methods side by side. ``by_outcome``: the plan has places, so a row is one whose outcome changes; without
    places it is one whose rank changes. ``warnings`` by method; ``same`` counts the applications not listed.
    ``t_scale``: what T scores were put back with, where the plan itself says nothing of it."""

    plan: ReviewPlan
    by_outcome: bool
    rows: tuple[MovedRow, ...]
    same: int
    without_value: Mapping[ScoringMethod, int]
    warnings: Mapping[ScoringMethod, tuple[AdjustmentWarning, ...]]
    t_scale: ScoreAdjustment | None


def compare_methods(access: Access, programme: Programme) -> MethodComparison | None:
    """Every method on the scores of this moment; None while no plan is locked."""
    access.require(Action.VIEW_RATERS, programme_code=programme.programme_code)
    view = open_ranking(access, programme)
    if view is None:
        return None
    reviews = load_carried_reviews(access.workbench.store, view.plan)
    t_scale = _t_scale(access, view, reviews)
    adjustments = {method: replace(view.plan.rules.adjustment, method=method) for method in ScoringMethod}
    adjustments[ScoringMethod.T] = t_scale or adjustments[ScoringMethod.T]
    made = {method: _by_method(access, view, each, reviews) for method, each in adjustments.items()}
    lists = {method: ranked for method, (ranked, _) in made.items()}
    by_outcome = any(each.quota is not None for each in view.ranked.identity_lists)
    moved = _moved(view, lists, by_outcome=by_outcome)
    return MethodComparison(
        plan=view.plan,
        by_outcome=by_outcome,
        rows=moved,
        same=len(view.ranked.rows) - len(moved),
        without_value={
            method: sum(row.total is None for row in ranked.rows) for method, ranked in lists.items()
        },
        warnings={method: warnings for method, (_, warnings) in made.items()},
        t_scale=t_scale,
    )


Made = tuple[RankedList, tuple[AdjustmentWarning, ...]]


def _t_scale(access: Access, view: RankingView, reviews: Sequence[Review]) -> ScoreAdjustment | None:
    """T on the scale of the totals (mean 50 and SD 10 become theirs), where the plan names neither T nor a scale.

    Without it minimums and the shares of other components, meant for totals, would be held against T itself.
    """
    if view.plan.rules.adjustment != ScoreAdjustment(view.plan.rules.adjustment.method):
        return None
    if view.plan.rules.adjustment.method is ScoringMethod.T:
        return None
    facts = load_round_facts(access.workbench.store, view.plan)
    totals = [each.value for each in judged_scores(view.plan, reviews, facts).totals]
    spread = spread_of(totals) if totals else None
    if spread is None or not spread.sd:
        return None
    factor = round_half_up(spread.sd / T_SPREAD, SCALE_DIGITS)
    offset = round_half_up(spread.mean - Fraction(factor * T_CENTRE), SCALE_DIGITS)
    return ScoreAdjustment(ScoringMethod.T, factor, offset)


def _by_method(
    access: Access, view: RankingView, adjustment: ScoreAdjustment, reviews: Sequence[Review]
) -> Made:
    plan = replace(view.plan, rules=replace(view.plan.rules, adjustment=adjustment))
    facts = load_round_facts(access.workbench.store, plan)
    adjusted = adjusted_totals(plan, reviews, facts)
    entries = [
        RankingEntry(each.application_id, each.submission_mode, each.applicant_status)
        for each in view.summaries.values()
    ]
    totals = None if adjusted is None else adjusted.totals
    ranked = rank(plan, entries, reviews, replace(facts, adjusted_totals=totals))
    return ranked, () if adjusted is None else adjusted.warnings


def _moved(
    view: RankingView, lists: Mapping[ScoringMethod, RankedList], *, by_outcome: bool
) -> tuple[MovedRow, ...]:
    rows = {method: {row.application_id: row for row in ranked.rows} for method, ranked in lists.items()}
    moved = []
    for row in view.ranked.rows:
        places = {method: _place(found[row.application_id]) for method, found in rows.items()}
        said = {
            each.outcomes if by_outcome else each.rank for each in places.values() if each.total is not None
        }
        if len(said) > 1:
            moved.append(MovedRow(view.summaries[row.application_id], places))
    return tuple(moved)


def _place(row: RankedRow) -> MethodPlace:
    return MethodPlace(row.rank, row.total, tuple((each.list_id, each.outcome) for each in row.standings))
