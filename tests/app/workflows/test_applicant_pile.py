"""The pile of a desk: kept while nothing changed, made anew as soon as a right or a review did."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.plan import ReviewPlan
from app.domain.scores import Review, ReviewState
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.applicant_pile import load_pile
from tests.app.workflows.people import access_of

LOCKED = ProgrammeCode("999101")


def _plan(workbench: Workbench) -> ReviewPlan:
    plan_id = workbench.store.find_plan_of_programme(LOCKED)
    stored = plan_id and workbench.store.find_locked(plan_id)
    assert stored
    return stored.plan


def _save(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> Review:
    store, person_id = access.workbench.store, access.person.person_id
    before = store.find_review(plan.plan_id, application_id, person_id)
    scores = {each.dimension_id: Decimal(77) for each in plan.dimensions}
    review = Review(plan.plan_id, plan.revision, application_id, person_id, scores=scores)
    seen = before.revision if before else 0
    store.save_review(review, seen_revision=seen, event_id=str(uuid4()))
    return review


def test_pile_is_kept_while_nothing_changed(workbench: Workbench) -> None:
    plan = _plan(workbench)
    first = load_pile(access_of(workbench, "reviewer1"), plan)
    assert load_pile(access_of(workbench, "reviewer1"), plan) is first


def test_save_changes_its_own_line_only(workbench: Workbench) -> None:
    plan, access = _plan(workbench), access_of(workbench, "reviewer1")
    before = load_pile(access, plan)
    changed = next(key for key, line in before.lines.items() if line.state is ReviewState.NOT_SCORED)
    _save(access, plan, changed)
    after = load_pile(access, plan)
    assert after.lines[changed].state is ReviewState.SCORED
    assert after.lines[changed].total == Decimal(77)
    assert [key for key in before.lines if after.lines[key] is not before.lines[key]] == [changed]


def test_recusal_takes_the_applicant_from_the_pile(workbench: Workbench) -> None:
    plan, access = _plan(workbench), access_of(workbench, "reviewer1")
    gone = next(iter(load_pile(access, plan).lines))
    store = workbench.store
    seen = store.load_assignments(plan.plan_id)
    changed = [
        replace(each, recused=True, recusal_reason="親屬")
        if (each.application_id, each.reviewer_id) == (gone, access.person.person_id)
        else each
        for each in seen
    ]
    store.save_assignments(plan.plan_id, changed, seen=seen, person_id=access.person.person_id)
    assert gone not in load_pile(access_of(workbench, "reviewer1"), plan).lines


def test_piles_of_two_people_are_their_own(workbench: Workbench) -> None:
    plan = _plan(workbench)
    mine, other = access_of(workbench, "reviewer1"), access_of(workbench, "reviewer2")
    load_pile(mine, plan)
    assert load_pile(other, plan).reviews.keys() == {
        each.application_id
        for each in workbench.store.load_reviews(plan.plan_id, reviewer_id=other.person.person_id)
    }
