"""The office sees the round as it is, and what it publishes is locked until it says why it reopens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.people import PersonId, Role
from app.domain.plan import PlanId
from app.domain.visibility import NotAllowed
from app.evidence.questions import load_applications
from app.reviews.store import ItemChoice, Saved, Stale
from app.workbench import Workbench
from app.workflows import administration
from app.workflows.administration import ItemChoiceRefused, ProgrammeProgress
from app.workflows.log_reading import open_log
from app.workflows.total_ranking import open_ranking
from tests.app.workflows.people import access_of, programme_of

LOCKED, DRAFTED, EMPTY = "999101", "999102", "998201"


def test_round_counts_every_application_once(workbench: Workbench) -> None:
    progress = administration.load_round(access_of(workbench, "office"))
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    counted = {each.programme.programme_code: each.applications for each in progress}
    assert counted == {code: len(load_applications(snapshot, code)) for code in counted}
    assert set(counted) == {LOCKED, DRAFTED, EMPTY}


def test_round_tells_locked_draft_and_empty_programmes_apart(workbench: Workbench) -> None:
    progress = {
        each.programme.programme_code: (each.plan_revision, each.has_draft)
        for each in administration.load_round(access_of(workbench, "office"))
    }
    assert progress == {LOCKED: (1, False), DRAFTED: (None, True), EMPTY: (None, False)}


def test_progress_never_passes_the_assigned_pairs(workbench: Workbench) -> None:
    progress = administration.load_round(access_of(workbench, "office"))
    demo = next(each for each in progress if each.programme.programme_code == LOCKED)
    assert 0 < demo.scored + demo.abstained + demo.partial <= demo.pairs


def test_items_are_all_allowed_before_the_first_decision(workbench: Workbench) -> None:
    view = administration.load_item_choice(access_of(workbench, "office"), programme_of(workbench, DRAFTED))
    assert {line.is_allowed for line in view.lines} == {True}
    assert {line.is_chosen for line in view.lines} == {False}
    assert view.row_revision == 0


def test_items_of_the_two_channels_differ(workbench: Workbench) -> None:
    access = access_of(workbench, "office")
    codes = {
        code: [line.item.item_code for line in administration.load_item_choice(access, programme).lines]
        for code in (DRAFTED, EMPTY)
        for programme in [programme_of(workbench, code)]
    }
    assert codes[DRAFTED][:3] == ["A", "B", "C"]
    assert "B-1" in codes[EMPTY]


def test_a_published_list_is_locked(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "office"), programme_of(workbench, DRAFTED)
    saved = administration.save_item_choice(
        access, programme, allowed=["A", "B"], chosen=["A"], seen_revision=0
    )
    assert isinstance(saved, Saved)
    published = workbench.store.save_item_choice(
        replace(saved.value, published=True),
        seen_revision=saved.value.row_revision,
        person_id=access.person.person_id,
        reason="published",
    )
    assert isinstance(published, Saved)
    again = administration.save_item_choice(
        access, programme, allowed=["A"], chosen=[], seen_revision=published.value.row_revision
    )
    assert again == ItemChoiceRefused(is_published=True)


def test_every_reason_of_a_refusal_is_said_at_once(workbench: Workbench) -> None:
    refused = administration.save_item_choice(
        access_of(workbench, "office"),
        programme_of(workbench, DRAFTED),
        allowed=["A", "X9"],
        chosen=["B"],
        seen_revision=0,
    )
    assert refused == ItemChoiceRefused(unknown_items=frozenset({"X9"}), not_allowed_items=frozenset({"B"}))


def test_a_stale_choice_is_refused_with_both(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "office"), programme_of(workbench, DRAFTED)
    first = administration.save_item_choice(access, programme, allowed=["A"], chosen=["A"], seen_revision=0)
    second = administration.save_item_choice(
        access, programme, allowed=["A", "B"], chosen=["B"], seen_revision=0
    )
    assert isinstance(first, Saved)
    assert isinstance(second, Stale)
    assert _chosen(second.stored) == {"A"}
    assert _chosen(second.offered) == {"B"}


def _chosen(choice: ItemChoice) -> frozenset[str]:
    return choice.chosen_items


@pytest.mark.parametrize("sign_in_name", ["reviewer1", "researcher"])
def test_others_see_nothing_of_the_office(workbench: Workbench, sign_in_name: str) -> None:
    access = access_of(workbench, sign_in_name)
    assert access.person.role is not Role.OFFICE
    for question in (administration.load_round, administration.load_data_state, open_log):
        with pytest.raises(NotAllowed):
            question(access)


def test_data_state_names_file_and_message_of_every_problem(workbench: Workbench) -> None:
    data = administration.load_data_state(access_of(workbench, "office"))
    assert data.problems
    assert [each.rule for each in data.problems if not each.message] == []
    assert sum(each.count for each in data.counts) >= len(data.problems)
    assert all(each.rows_read == each.rows_published + each.rows_set_aside for each in data.ledger)


def test_review_of_an_unassigned_reviewer_counts_here_as_in_the_list(workbench: Workbench) -> None:
    store, plan_id = workbench.store, PlanId(f"{LOCKED}-115")
    before, assigned = _line(workbench), store.load_assignments(plan_id)
    kept = [
        each for each in assigned if each.reviewer_id != access_of(workbench, "reviewer1").person.person_id
    ]
    store.save_assignments(plan_id, kept, seen=assigned, person_id=PersonId("demo-chair"))
    after = _line(workbench)
    view = open_ranking(access_of(workbench, "office"), programme_of(workbench, LOCKED))
    assert view is not None
    assert (after.scored, after.abstained) == (before.scored, before.abstained)
    assert (after.scored, after.abstained) == (view.progress.reviews.scored, view.progress.abstained)
    assert after.reviews == view.progress.reviews
    standing = sum(not each.recused for each in kept)
    assert standing < after.pairs < before.pairs
    assert after.scored + after.abstained + after.partial <= after.pairs


def test_progress_of_office_and_ranking_is_the_same_number(workbench: Workbench) -> None:
    view = open_ranking(access_of(workbench, "office"), programme_of(workbench, LOCKED))
    line = _line(workbench)
    assert view is not None
    assert line.reviews == view.progress.reviews
    reviews = view.progress.reviews
    # Cross readings are beyond what the plan requires, and make up for nobody else.
    assert reviews.beyond > 0
    assert reviews.missing == sum(row.needs_reviews for row in view.ranked.rows) > 0
    assert reviews.counted < line.scored


def test_review_of_a_recused_reviewer_counts_nowhere(workbench: Workbench) -> None:
    store, plan_id = workbench.store, PlanId(f"{LOCKED}-115")
    before, assigned = _line(workbench), store.load_assignments(plan_id)
    recused = [replace(each, recused=True, recusal_reason="kin") for each in assigned]
    store.save_assignments(plan_id, recused, seen=assigned, person_id=PersonId("demo-chair"))
    after = _line(workbench)
    assert (after.pairs, after.scored, after.abstained, after.partial) == (0, 0, 0, 0)
    assert before.scored > 0


def _line(workbench: Workbench) -> ProgrammeProgress:
    lines = administration.load_round(access_of(workbench, "office"))
    return next(each for each in lines if each.programme.programme_code == LOCKED)
