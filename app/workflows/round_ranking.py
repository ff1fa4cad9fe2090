"""The ranking of a whole round from the store: the one way every screen, export and check makes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RankedList, RankingEntry, RoundFacts
from app.domain.ranking import rank
from app.domain.scores import Review
from app.psychometrics.score_adjustment import AdjustmentWarning
from app.reviews.store import ReviewStore
from app.workflows.adjusted_totals import adjusted_totals
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.paused_collector import paused_collector
from app.workflows.round_facts import load_round_facts


@dataclass(frozen=True)
class RankedRound:
    """The list, what it was made of, and what the plan's method could not do as it should."""

    ranked: RankedList
    reviews: Sequence[Review]
    facts: RoundFacts
    warnings: tuple[AdjustmentWarning, ...] = ()


def rank_round(store: ReviewStore, plan: ReviewPlan, entries: Sequence[RankingEntry]) -> RankedRound:
    """The list of these applications under a plan, from what the store holds.

    Reviews of other applications count nowhere, also not in what a method says of reviewers.
    """
    entered = {each.application_id for each in entries}
    with paused_collector():
        reviews = [each for each in load_carried_reviews(store, plan) if each.application_id in entered]
    facts = load_round_facts(store, plan)
    adjusted = adjusted_totals(plan, reviews, facts)
    if adjusted is not None:
        facts = replace(facts, adjusted_totals=adjusted.totals)
    with paused_collector():
        ranked = rank(plan, entries, reviews, facts)
    return RankedRound(ranked, reviews, facts, () if adjusted is None else adjusted.warnings)
