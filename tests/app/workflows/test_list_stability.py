"""Methods side by side on the demo round; the list itself never changes."""

from __future__ import annotations

import pytest

from app.domain.scoring_method import ScoringMethod
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
