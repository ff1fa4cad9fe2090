"""A trial does what locking the draft would do, and says first what cannot be counted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import DimensionId, ScoringScale, maximum_score
from app.domain.gap_case import CaseState, CaseStep, content_of
from app.domain.plan import PlanId, PlanStatus, ReviewPlan, rebase
from app.domain.ranked_row import RankedList
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.scoring_method import ThirdReading
from app.domain.total_component import ComponentId
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.carried_reviews import count_stopped
from app.workflows.dimension_setup import with_scale
from app.workflows.plan_sources import PlanSource
from app.workflows.trial_limits import ChangedMaximum, values_under
from app.workflows.what_if import Ground, load_ground, try_out
from tests.app.workflows.people import access_of, person_named
from tests.app.workflows.revised_rules import locked_with
from tests.app.workflows.test_component_import import TEST, applications, file_of, imported, ranking

PLAN = PlanId("999101-115")


def ground_of(workbench: Workbench) -> Ground:
    """The scores under the newest locked plan."""
    locked = workbench.store.find_locked(PLAN)
    assert locked is not None
    found = load_ground(access_of(workbench, "chair"), PlanSource(locked, "", is_own=True))
    assert found is not None
    return found


def lock(workbench: Workbench, draft: ReviewPlan) -> RankedList:
    """The list once the draft is locked."""
    chair = person_named(workbench, "chair").person_id
    saved = workbench.store.save_draft(draft, seen_revision=0, person_id=chair)
    assert isinstance(saved, Saved)
    locked = workbench.store.lock_draft(
        draft.plan_id, seen_revision=saved.value.row_revision, person_id=chair
    )
    assert isinstance(locked, Saved)
    return ranking(workbench).ranked


def placed(ranked: RankedList) -> list[tuple[object, ...]]:
    """What a list says of everyone."""
    return [(row.application_id, row.rank, row.total, row.standings) for row in ranked.rows]


def test_a_component_without_values_is_said_and_leaves_no_total(workbench: Workbench) -> None:
    ground = ground_of(workbench)
    draft = rebase(ground.plan)
    draft = replace(draft, rules=replace(draft.rules, components=(TEST,)))
    tried = try_out(ground, draft)
    (missing,) = tried.missing
    assert (missing.component, missing.missing, missing.applications) == (TEST, *[len(ground.entries)] * 2)
    assert (missing.is_whole, missing.is_locked, missing.other_maximum) == (True, False, None)
    assert not tried.has_totals
    assert {row.total for row in tried.ranked.rows} == {None}
    assert placed(tried.ranked) == placed(lock(workbench, draft))
    assert [each.is_locked for each in try_out(ground_of(workbench), draft).missing] == [True]


def test_values_count_as_once_the_draft_is_locked(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    imported(workbench, plan, file_of(everyone, [str(10 + place % 45) for place in range(len(everyone) - 2)]))
    ground = ground_of(workbench)
    # Another weight counts the same values; two applicants have none.
    lighter = replace(TEST, weight_percent=Decimal(20))
    draft = replace(rebase(plan), rules=replace(plan.rules, components=(lighter,)))
    tried = try_out(ground, draft)
    assert [(each.missing, each.is_whole, each.other_maximum) for each in tried.missing] == [(2, False, None)]
    assert tried.has_totals
    assert tried.changes.moves
    # Out of another maximum the same number would mean something else, larger or smaller.
    for maximum in (Decimal(100), Decimal(30)):
        other = replace(draft, rules=replace(plan.rules, components=(replace(TEST, maximum=maximum),)))
        found = try_out(ground, other)
        assert [(each.is_whole, each.other_maximum) for each in found.missing] == [(True, TEST.maximum)]
        assert {row.total for row in found.ranked.rows} == {None}
    assert placed(tried.ranked) == placed(lock(workbench, draft))


def test_values_of_another_plan_are_found_by_name(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    imported(workbench, plan, file_of(everyone, ["30"] * len(everyone)))
    ground, key = ground_of(workbench), ComponentId("theirs")
    theirs = replace(plan, plan_id=PlanId("other"), status=PlanStatus.DRAFT)
    named = replace(theirs, rules=replace(plan.rules, components=(replace(TEST, component_id=key),)))
    assert set(values_under(plan, named, ground.imports)) == {key}
    tried = try_out(ground, named)
    assert (tried.missing, tried.stopped, tried.is_own, tried.changes.moves) == ((), None, False, ())


def test_another_scale_stops_what_locking_it_stops(workbench: Workbench) -> None:
    ground = ground_of(workbench)
    draft = with_scale(rebase(ground.plan), ScoringScale.POINTS)
    tried = try_out(ground, draft)
    assert tried.stopped is not None
    assert tried.stopped.is_other_scale
    assert tried.stopped.reviews == count_stopped(workbench.store, draft) > 0
    with_total = sum(row.total is not None for row in ground.ranked.rows)
    assert {row.total for row in lock(workbench, draft).rows} == {None}
    assert tried.stopped.without_total == with_total


def test_a_new_dimension_stops_what_locking_it_stops(workbench: Workbench) -> None:
    ground = ground_of(workbench)
    draft = rebase(ground.plan)
    fresh = replace(draft.dimensions[0], dimension_id=DimensionId("new"), name="新的")
    draft = replace(draft, dimensions=(*draft.dimensions, fresh))
    tried = try_out(ground, draft)
    assert tried.stopped is not None
    assert (tried.stopped.added, tried.stopped.changed) == (("新的",), ())
    assert tried.stopped.reviews == count_stopped(workbench.store, draft) > 0
    assert {row.total for row in lock(workbench, draft).rows} == {None}


@pytest.mark.parametrize("name", ["levels", "minimum", "nothing"])
def test_what_keeps_every_maximum_stops_nothing(workbench: Workbench, name: str) -> None:
    ground = ground_of(workbench)
    first, *others = rebase(ground.plan).dimensions
    levels = (replace(first.rubric_levels[0], low=Decimal(85)), *first.rubric_levels[1:])
    changed = {
        "levels": replace(first, rubric_levels=levels),
        "minimum": replace(first, minimum_score=Decimal(75)),
        "nothing": first,
    }[name]
    draft = replace(rebase(ground.plan), dimensions=(changed, *others))
    tried = try_out(ground, draft)
    assert tried.stopped is None
    assert placed(tried.ranked) == placed(lock(workbench, draft))


def test_other_points_set_the_scores_of_that_dimension_aside(workbench: Workbench) -> None:
    ground = ground_of(workbench)
    points = with_scale(ground.plan, ScoringScale.POINTS)
    scaled = tuple(
        replace(
            each,
            scores={
                one.dimension_id: value * maximum_score(one, points.scale) / 100
                for one in points.dimensions
                if (value := each.scores.get(one.dimension_id)) is not None
            },
        )
        for each in ground.reviews
    )
    ground = replace(ground, plan=points, reviews=scaled)
    first, second, third = points.dimensions
    changed = (
        replace(first, points=first.points + 5),
        replace(second, points=second.points - 5),
        replace(third, minimum_score=third.points * 3 / 4),
    )
    tried = try_out(ground, replace(rebase(points), dimensions=changed))
    assert tried.stopped is not None
    assert tried.stopped.changed == (
        ChangedMaximum(first.name, first.points, first.points + 5),
        ChangedMaximum(second.name, second.points, second.points - 5),
    )
    assert tried.stopped.reviews == sum(bool(each.scores) and not each.abstained for each in scaled)
    assert tried.stopped.without_total == sum(row.total is not None for row in ground.ranked.rows) > 0
    # The third dimension keeps its points, and its new minimum is tried.
    assert any(row.gates_failed for row in tried.ranked.rows)


def test_third_reviewers_are_known_where_only_the_draft_asks_for_them(workbench: Workbench) -> None:
    ground = ground_of(workbench)
    row = next(each for each in ground.ranked.rows if each.counts.scored == 2)
    third = next(
        each.reviewer_id
        for each in ground.reviews
        if each.application_id == row.application_id and each.scores
    )
    step = CaseStep(row.application_id, CaseState.THIRD, "差分過大", third_reviewer=third)
    event = RoundEvent(
        event_id="case-1",
        plan_id=PLAN,
        kind=RoundEventKind.GAP_CASE,
        subject=row.application_id,
        revision=0,
        content=content_of(step),
        person_id=person_named(workbench, "chair").person_id,
    )
    assert isinstance(workbench.store.save_round_event(event, seen_revision=0), Saved)
    ground = ground_of(workbench)
    draft = rebase(ground.plan)
    draft = replace(draft, rules=replace(draft.rules, third_reading=ThirdReading.DECIDES))
    tried = try_out(ground, draft)
    assert [each.third_reviewer for each in tried.ranked.rows if each.third_reviewer] == [third]
    assert placed(tried.ranked) == placed(lock(workbench, draft))
