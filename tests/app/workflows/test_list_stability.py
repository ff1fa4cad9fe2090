"""Methods side by side and how sure a rank is, on the demo round; the list itself never changes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.identity_list import IdentityList
from app.domain.scoring_method import ScoringMethod
from app.domain.visibility import NotAllowed
from app.psychometrics.rank_uncertainty import ResampledUnit
from app.workbench import Workbench
from app.workflows.list_stability import (
    AskedCertainty,
    CertaintyView,
    MethodComparison,
    compare_methods,
    places_of,
    rank_certainty,
)
from app.workflows.total_ranking import open_ranking
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import locked_with
from tests.app.workflows.test_carried_reviews import LOCKED
from tests.app.workflows.test_fairness_sheet import with_quota
from tests.app.workflows.test_rater_figures import ratings_of


def compared(workbench: Workbench) -> MethodComparison:
    """The methods as the chair sees them."""
    view = compare_methods(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert view is not None
    return view


def certainty(workbench: Workbench, asked: AskedCertainty) -> CertaintyView:
    """How sure the ranks are, as the chair sees it."""
    programme = programme_of(workbench, LOCKED)
    return rank_certainty(access_of(workbench, "chair"), programme, ratings_of(workbench), asked)


def test_method_of_the_plan_says_what_the_list_says(workbench: Workbench) -> None:
    view = compared(workbench)
    ranking = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert ranking is not None
    listed = {row.application_id: (row.rank, row.total) for row in ranking.ranked.rows}
    for row in view.rows:
        place = row.places[ScoringMethod.RAW_MEAN]
        assert (place.rank, place.total) == listed[row.summary.application_id]
    assert len(view.rows) + view.same == len(listed)


def test_without_places_every_listed_row_changes_rank(workbench: Workbench) -> None:
    locked_with(workbench, identity_lists=())
    view = compared(workbench)
    assert not view.by_outcome
    assert view.rows
    for row in view.rows:
        assert len({each.rank for each in row.places.values() if each.total is not None}) > 1


def test_with_places_only_changed_outcomes_are_listed(workbench: Workbench) -> None:
    with_quota(workbench, 4)
    view = compared(workbench)
    assert view.by_outcome
    for row in view.rows:
        assert len({each.outcomes for each in row.places.values() if each.total is not None}) > 1


def test_places_are_those_of_the_plan_or_half(workbench: Workbench) -> None:
    plan = ratings_of(workbench).plan
    lists = (IdentityList("a", "一般", quota=30), IdentityList("b", "原住民", quota=2))
    assert places_of(plan, 60) == sum(each.quota or 0 for each in plan.rules.identity_lists) == 35
    assert places_of(replace(plan, rules=replace(plan.rules, identity_lists=())), 60) == 30
    assert places_of(replace(plan, rules=replace(plan.rules, identity_lists=lists)), 60) == 32


def test_certainty_is_the_same_every_time_and_wider_with_loose_weights(workbench: Workbench) -> None:
    sure = certainty(workbench, AskedCertainty(5, ResampledUnit.NOTHING))
    loose = certainty(workbench, AskedCertainty(5, ResampledUnit.NOTHING, Decimal(15)))
    assert all(each.low == each.rank == each.high for each in sure.uncertainty.intervals)
    assert sure.uncertainty.borderline == ()
    assert any(each.low < each.high for each in loose.uncertainty.intervals)
    assert certainty(workbench, AskedCertainty(5)) == certainty(workbench, AskedCertainty(5))


def test_only_ranked_applications_are_drawn(workbench: Workbench) -> None:
    ranking = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert ranking is not None
    ranked = {row.application_id for row in ranking.ranked.rows if row.rank is not None}
    drawn = {each.application_id for each in certainty(workbench, AskedCertainty(5)).uncertainty.intervals}
    assert drawn == ranked


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_nobody_else_sees_them(workbench: Workbench, name: str) -> None:
    access = access_of(workbench, name)
    with pytest.raises(NotAllowed):
        compare_methods(access, programme_of(workbench, LOCKED))
    with pytest.raises(NotAllowed):
        rank_certainty(access, programme_of(workbench, LOCKED), ratings_of(workbench), AskedCertainty(5))
