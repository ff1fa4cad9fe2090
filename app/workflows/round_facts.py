"""What a ranking needs beside plan and reviews, read from the store: recusals, component values, third reviewers."""

from __future__ import annotations

from app.domain.assignment import recused_pairs
from app.domain.component_values import component_values
from app.domain.gap_case import third_reviewers
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RoundFacts
from app.domain.round_event import RoundEventKind
from app.domain.scoring_method import ThirdReading
from app.reviews.store import ReviewStore


def load_round_facts(store: ReviewStore, plan: ReviewPlan) -> RoundFacts:
    """The facts of a round as they stand now, without what a method makes of the reviews."""
    imports = (
        store.load_round_events(plan.plan_id, RoundEventKind.COMPONENT_VALUES)
        if plan.rules.components
        else ()
    )
    cases = (
        store.load_round_events(plan.plan_id, RoundEventKind.GAP_CASE)
        if plan.rules.third_reading is ThirdReading.DECIDES
        else ()
    )
    return RoundFacts(
        recused=recused_pairs(store.load_assignments(plan.plan_id)),
        component_values=component_values(plan, imports),
        third_reviewers=third_reviewers(cases),
    )
