"""Methods side by side on the demo round; the list itself never changes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.scoring_method import ScoreAdjustment, ScoringMethod
from app.domain.visibility import NotAllowed
from app.workbench import Workbench
from app.workflows.list_stability import (
    MethodComparison,
    compare_methods,
)
from app.workflows.total_ranking import open_ranking
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import locked_with
from tests.app.workflows.test_carried_reviews import LOCKED
from tests.app.workflows.test_fairness_sheet import with_quota


def compared(workbench: Workbench) -> MethodComparison:
    """The methods as the chair sees them."""
    view = compare_methods(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert view is not None
    return view


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


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_nobody_else_sees_them(workbench: Workbench, name: str) -> None:
    access = access_of(workbench, name)
    with pytest.raises(NotAllowed):
        compare_methods(access, programme_of(workbench, LOCKED))


def test_minimums_meant_for_totals_hold_for_t_scores_on_the_scale_of_the_totals(workbench: Workbench) -> None:
    """T itself lies about 50: a minimum of 60, which most totals reach, would refuse nearly everybody by this method."""
    locked_with(workbench, minimum_review_total=Decimal(60), adjustment=ScoreAdjustment())
    view = compared(workbench)
    assert view.t_scale is not None
    by_mean, by_t = (
        [row.places[method].total for row in view.rows]
        for method in (ScoringMethod.RAW_MEAN, ScoringMethod.T)
    )
    apart = [t - mean for mean, t in zip(by_mean, by_t, strict=True) if mean is not None and t is not None]
    assert apart
    assert abs(sum(apart, Decimal(0)) / len(apart)) < 5


def test_scale_named_by_the_plan_is_the_one_of_the_comparison(workbench: Workbench) -> None:
    locked_with(workbench, adjustment=ScoreAdjustment(factor=Decimal("0.5"), offset=Decimal(30)))
    assert compared(workbench).t_scale is None
    locked_with(workbench, adjustment=ScoreAdjustment(ScoringMethod.T))
    assert compared(workbench).t_scale is None
