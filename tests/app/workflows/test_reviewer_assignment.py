"""Every applicant gets reviewers, a recused one never comes back, and every change can be undone."""

from __future__ import annotations

import pytest

from app.domain.assignment import Assignment, judging_pairs, recused_pairs
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.visibility import NotAllowed
from app.reviews.store import Stale
from app.workbench import Workbench
from app.workflows import reviewer_assignment
from app.workflows.reviewer_assignment import AssignmentChange, AssignmentRefused
from tests.app.workflows.people import access_of, person_named, programme_of

LOCKED, EMPTY = "999101", "998201"


def without_cross_readers(workbench: Workbench) -> None:
    """Only the two who read everybody: the one recusal then leaves an applicant short."""
    store, plan_id = workbench.store, PlanId(f"{LOCKED}-115")
    assigned = store.load_assignments(plan_id)
    kept = [each for each in assigned if each.reviewer_id in ("demo-reviewer1", "demo-reviewer2")]
    store.save_assignments(plan_id, kept, seen=assigned, person_id=PersonId("demo-chair"))


def test_filling_up_keeps_recusals_and_reaches_everyone(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "chair"), programme_of(workbench, LOCKED)
    without_cross_readers(workbench)
    before = reviewer_assignment.load_assignment(access, programme)
    assert (before.required, before.without_reviewer, before.short_of_required) == (2, 0, 1)
    everybody = [load.reviewer.person_id for load in before.loads]
    reviewer_assignment.fill_assignment(
        access, programme, reviewers=everybody, per_application=len(everybody)
    )
    after = reviewer_assignment.load_assignment(access, programme)
    assert recused_pairs(after.assignments) == recused_pairs(before.assignments)
    pairs = {
        (application.application_id, person) for application in after.applications for person in everybody
    }
    assert judging_pairs(after.assignments) == pairs - recused_pairs(after.assignments)
    assert (after.without_reviewer, after.short_of_required) == (0, 0)


def test_recusal_takes_the_file_away_at_once(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "chair"), programme_of(workbench, LOCKED)
    reviewer = person_named(workbench, "reviewer1").person_id
    visible = access_of(workbench, "reviewer1").visible_applications(programme.programme_code)
    assert visible
    application_id = sorted(visible)[0]
    outcome = reviewer_assignment.record_recusal(
        access, programme, recusal=Assignment(application_id, reviewer, True, "三親等")
    )
    assert isinstance(outcome, AssignmentChange)
    left = access_of(workbench, "reviewer1").visible_applications(programme.programme_code)
    assert left == visible - {application_id}


def test_undo_brings_the_earlier_list_back(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "chair"), programme_of(workbench, LOCKED)
    before = reviewer_assignment.load_assignment(access, programme)
    everybody = [load.reviewer.person_id for load in before.loads]
    change = reviewer_assignment.fill_assignment(access, programme, reviewers=everybody, per_application=3)
    assert isinstance(change, AssignmentChange)
    assert len(change.after) > len(change.before)
    assert isinstance(reviewer_assignment.undo_change(access, programme, change), AssignmentChange)
    after = reviewer_assignment.load_assignment(access, programme)
    assert set(after.assignments) == set(before.assignments)


def test_undo_never_takes_back_a_recusal_of_somebody_else(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "chair"), programme_of(workbench, LOCKED)
    everybody = [
        load.reviewer.person_id for load in reviewer_assignment.load_assignment(access, programme).loads
    ]
    change = reviewer_assignment.fill_assignment(access, programme, reviewers=everybody, per_application=3)
    assert isinstance(change, AssignmentChange)
    reviewer = person_named(workbench, "reviewer1").person_id
    application_id = change.after[0].application_id
    other_tab = access_of(workbench, "chair")
    recusal = Assignment(application_id, reviewer, True, "三親等")
    reviewer_assignment.record_recusal(other_tab, programme, recusal=recusal)
    assert isinstance(reviewer_assignment.undo_change(access, programme, change), Stale)
    visible = access_of(workbench, "reviewer1").visible_applications(programme.programme_code)
    assert visible is not None
    assert application_id not in visible


def test_strangers_and_missing_reasons_are_refused(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "chair"), programme_of(workbench, LOCKED)
    stranger = PersonId("nobody")
    assert reviewer_assignment.fill_assignment(
        access, programme, reviewers=[stranger], per_application=1
    ) == AssignmentRefused(unknown_reviewers=frozenset({stranger}))
    application = reviewer_assignment.load_assignment(access, programme).applications[0]
    refused = reviewer_assignment.record_recusal(
        access, programme, recusal=Assignment(application.application_id, stranger, True, " ")
    )
    assert refused == AssignmentRefused(unknown_reviewers=frozenset({stranger}), reason_missing=True)


def test_a_programme_without_plan_says_so(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "chair"), programme_of(workbench, EMPTY)
    assert reviewer_assignment.load_assignment(access, programme).plan_id is None
    refused = reviewer_assignment.fill_assignment(access, programme, reviewers=[], per_application=1)
    assert refused == AssignmentRefused(no_plan=True)


@pytest.mark.parametrize("sign_in_name", ["reviewer1", "office", "researcher"])
def test_only_the_chair_assigns(workbench: Workbench, sign_in_name: str) -> None:
    with pytest.raises(NotAllowed):
        reviewer_assignment.load_assignment(
            access_of(workbench, sign_in_name), programme_of(workbench, LOCKED)
        )
