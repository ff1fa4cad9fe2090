"""The own spread over the levels, and the panel's only where the plan allows and nobody's scores can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from app.domain.assignment import Assignment
from app.domain.level_counts import LevelCounts, Withheld
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.scores import Review
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.level_distribution import load_level_distribution
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of, recuse


def shown(plan: ReviewPlan) -> ReviewPlan:
    return replace(plan, rules=replace(plan.rules, shows_panel_levels=True))


def score(workbench: Workbench, reviewer: str, place: int, value: int) -> None:
    """One more reviewer scores the applicant at this place of the desk."""
    desk = desk_of(workbench)
    review = Review(
        desk.plan.plan_id,
        desk.plan.revision,
        desk.lines[place].application_id,
        PersonId(reviewer),
        scores={each.dimension_id: Decimal(value) for each in desk.plan.dimensions},
    )
    outcome = workbench.store.save_review(review, seen_revision=0, event_id=str(uuid4()))
    assert isinstance(outcome, Saved)


def assign_only(workbench: Workbench, plan: ReviewPlan, kept: Sequence[Assignment]) -> None:
    """These are the assignments."""
    seen = workbench.store.load_assignments(plan.plan_id)
    outcome = workbench.store.save_assignments(
        plan.plan_id, kept, seen=seen, person_id=PersonId("demo-chair")
    )
    assert isinstance(outcome, Saved)


def test_own_counts_are_those_of_the_own_reviews(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    scored = sum(1 for line in desk.lines if line.total is not None)
    for each in load_level_distribution(access_of(workbench, "reviewer1"), desk.plan):
        assert (each.own.total >= scored, each.panel) == (True, None)


def test_panel_is_hidden_until_the_plan_shows_it(workbench: Workbench) -> None:
    access, plan = access_of(workbench, "reviewer1"), desk_of(workbench).plan
    assert {each.panel for each in load_level_distribution(access, plan)} == {None}
    assert all(each.panel is not None for each in load_level_distribution(access, shown(plan)))


def test_panel_of_few_is_withheld_and_recused_applicants_stay_out(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    everybody = workbench.store.load_assignments(desk.plan.plan_id)
    # Of one application there are two others only.
    assign_only(
        workbench,
        desk.plan,
        [each for each in everybody if each.application_id == desk.lines[0].application_id],
    )
    before = load_level_distribution(access_of(workbench, "reviewer1"), shown(desk.plan))
    assert {each.panel for each in before} == {Withheld.FEW_REVIEWERS}
    assign_only(workbench, desk.plan, everybody)
    access = access_of(workbench, "reviewer1")
    for number, reviewer in enumerate(("x1", "x2", "x3")):
        for place in range(8):
            score(workbench, reviewer, place, 95 - 10 * ((number + place) % 4))
    panel = load_level_distribution(access, shown(desk.plan))[0].panel
    assert isinstance(panel, LevelCounts)
    recuse(workbench, desk, desk.lines[0].application_id, "reviewer1")
    fewer = load_level_distribution(access_of(workbench, "reviewer1"), shown(desk.plan))[0].panel
    assert isinstance(fewer, LevelCounts)
    assert fewer.total < panel.total
