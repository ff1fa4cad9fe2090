"""A draft is saved against what was seen, locked when nothing forbids it, and revised without touching the old."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.plan import PlanStatus, delete_dimension
from app.domain.visibility import NotAllowed
from app.reviews.store import Saved, Stale
from app.workbench import Workbench
from app.workflows.plan_draft import (
    PlanHasProblems,
    blank_plan,
    load_history,
    lock_plan,
    open_plan,
    plan_id_of,
    revise_plan,
    save_plan,
    seen_revision_of,
)
from tests.app.workflows.people import access_of, programme_of

LOCKED, DRAFT, EMPTY = "999101", "999102", "998201"


def test_programme_without_plan_starts_with_revision_one(workbench: Workbench) -> None:
    programme = programme_of(workbench, EMPTY)
    person = workbench.store.find_credentials("chair")
    assert person is not None
    workbench.store.save_person(
        replace(person[0], programme_codes=person[0].programme_codes | {programme.programme_code}), person[1]
    )
    chair = access_of(workbench, "chair")
    view = open_plan(chair, programme)
    assert (view.stored, view.locked, view.is_draft, view.may_edit) == (None, None, False, True)
    plan = blank_plan(programme, view.current_snapshot_id, title="計畫")
    outcome = save_plan(chair, plan, seen_revision=seen_revision_of(view.stored))
    assert isinstance(outcome, Saved)
    assert outcome.value.plan.plan_id == plan_id_of(programme) == f"{EMPTY}-{programme.admission_year}"
    assert open_plan(chair, programme).stored == outcome.value


def test_second_save_on_the_same_seen_revision_is_stale(workbench: Workbench) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, DRAFT)
    stored = open_plan(chair, programme).stored
    assert stored is not None
    mine, yours = replace(stored.plan, title="我的"), replace(stored.plan, title="您的")
    first = save_plan(chair, yours, seen_revision=seen_revision_of(stored))
    second = save_plan(chair, mine, seen_revision=seen_revision_of(stored))
    assert isinstance(first, Saved)
    assert isinstance(second, Stale)
    assert (second.stored.plan.title, second.offered.plan.title) == ("您的", "我的")
    third = save_plan(chair, mine, seen_revision=seen_revision_of(second.stored))
    assert isinstance(third, Saved)
    assert third.value.plan.title == "我的"


def test_reviewer_reads_and_never_edits(workbench: Workbench) -> None:
    reviewer, programme = access_of(workbench, "reviewer1"), programme_of(workbench, DRAFT)
    view = open_plan(reviewer, programme)
    assert view.stored is not None
    assert (view.is_draft, view.is_editable, view.may_lock) == (True, False, False)
    with pytest.raises(NotAllowed):
        save_plan(reviewer, view.stored.plan, seen_revision=view.stored.row_revision)
    with pytest.raises(NotAllowed):
        lock_plan(reviewer, programme.programme_code, seen_revision=view.stored.row_revision)
    with pytest.raises(NotAllowed):
        revise_plan(reviewer, programme.programme_code)


def test_researcher_does_not_read_a_plan(workbench: Workbench) -> None:
    with pytest.raises(NotAllowed):
        open_plan(access_of(workbench, "researcher"), programme_of(workbench, LOCKED))


def test_lock_with_problems_is_refused_and_changes_nothing(workbench: Workbench) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, DRAFT)
    stored = open_plan(chair, programme).stored
    assert stored is not None
    broken = delete_dimension(stored.plan, stored.plan.dimensions[0].dimension_id)
    saved = save_plan(chair, broken, seen_revision=stored.row_revision)
    assert isinstance(saved, Saved)
    with pytest.raises(PlanHasProblems):
        lock_plan(chair, programme.programme_code, seen_revision=saved.value.row_revision)
    assert open_plan(chair, programme).stored == saved.value


def test_lock_then_revise_keeps_the_locked_revision(workbench: Workbench) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, DRAFT)
    stored = open_plan(chair, programme).stored
    assert stored is not None
    locked = lock_plan(chair, programme.programme_code, seen_revision=stored.row_revision)
    assert isinstance(locked, Saved)
    assert open_plan(chair, programme).is_draft is False
    revised = revise_plan(chair, programme.programme_code)
    assert isinstance(revised, Saved)
    assert (revised.value.plan.revision, revised.value.plan.status) == (2, PlanStatus.DRAFT)
    assert [each.plan.revision for each in load_history(chair, programme.programme_code)] == [1]
    assert open_plan(chair, programme).locked == locked.value
    again = revise_plan(chair, programme.programme_code)
    assert isinstance(again, Stale)


def test_lock_of_a_draft_changed_meanwhile_is_stale(workbench: Workbench) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, DRAFT)
    stored = open_plan(chair, programme).stored
    assert stored is not None
    save_plan(chair, replace(stored.plan, title="改過"), seen_revision=stored.row_revision)
    outcome = lock_plan(chair, programme.programme_code, seen_revision=stored.row_revision)
    assert isinstance(outcome, Stale)
    assert open_plan(chair, programme).is_draft is True
