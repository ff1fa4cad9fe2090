"""The demonstration round: made once by the real pipeline, complete, and the same at every start."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.demo.accounts import DEMO_PASSWORD, REVIEWER_1, REVIEWER_2, demo_accounts
from app.demo.round import STORE_NAME, prepare_demo
from app.domain.evidence import ProgrammeCode
from app.domain.plan import PlanId
from app.domain.plan_problems import plan_problems
from app.domain.scores import ReviewState, review_state
from app.evidence.questions import load_applications
from app.workbench import Workbench
from app.workflows.sign_in import SignedIn, hash_password, sign_in

APPLICANTS = 72
COMPUTING = PlanId("999101-115")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration of these tests is kept."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def workbench(folder: Path) -> Workbench:
    """The demonstration, with fewer applicants."""
    return prepare_demo(folder, applicants=APPLICANTS)


def test_demo_people_sign_in_with_the_known_password(workbench: Workbench) -> None:
    names = [person.sign_in_name for person in demo_accounts(workbench.store)]
    assert names == ["chair", *(f"reviewer{number}" for number in range(1, 6)), "office", "researcher"]
    done = sign_in(workbench.store, "office", password=DEMO_PASSWORD, now=datetime.now(UTC))
    assert isinstance(done, SignedIn)


def test_one_plan_is_locked_one_is_a_draft_one_is_missing(workbench: Workbench) -> None:
    store = workbench.store
    draft = store.find_draft(PlanId("999102-115"))
    assert (store.find_locked(COMPUTING) is not None, draft is not None) == (True, True)
    assert store.find_plan_of_programme(ProgrammeCode("998201")) is None


def test_locked_plan_has_no_problem_and_the_three_dimensions(workbench: Workbench) -> None:
    stored = workbench.store.find_locked(COMPUTING)
    assert stored is not None
    assert plan_problems(stored.plan) == ()
    assert [(each.name, str(each.weight_percent)) for each in stored.plan.dimensions] == [
        ("自我學習能力與成果表現", "40"),
        ("人際互動與領導統御能力", "25"),
        ("追求卓越與成就之能力", "35"),
    ]


def test_reviews_hold_every_state_and_only_assigned_pairs(workbench: Workbench) -> None:
    stored = workbench.store.find_locked(COMPUTING)
    assert stored is not None
    reviews = workbench.store.load_reviews(COMPUTING)
    states = {review_state(stored.plan, review) for review in reviews}
    assert states == {ReviewState.SCORED, ReviewState.PARTIAL, ReviewState.ABSTAINED}
    open_pairs = {
        (each.application_id, each.reviewer_id)
        for each in workbench.store.load_assignments(COMPUTING)
        if not each.recused
    }
    assert {(each.application_id, each.reviewer_id) for each in reviews} <= open_pairs


def test_both_reviewers_are_assigned_everything_but_one_recusal(workbench: Workbench) -> None:
    applications = load_applications(
        workbench.snapshot(workbench.current_snapshot_id()), ProgrammeCode("999101")
    )
    assignments = workbench.store.load_assignments(COMPUTING)
    counts = [sum(each.reviewer_id == person for each in assignments) for person in (REVIEWER_1, REVIEWER_2)]
    assert counts == [len(applications)] * 2
    assert [each.reviewer_id for each in assignments if each.recused] == [REVIEWER_2]


def test_items_of_the_locked_plan_are_published(workbench: Workbench) -> None:
    choice = workbench.store.find_item_choice(ProgrammeCode("999101"))
    assert choice is not None
    assert (choice.published, choice.chosen_items < choice.allowed_items) == (True, True)


def test_second_start_keeps_what_people_did(workbench: Workbench, folder: Path) -> None:
    store = workbench.store
    chair = demo_accounts(store)[0]
    store.save_person(chair, hash_password("changed by somebody"))
    again = prepare_demo(folder)
    assert again.store.find_credentials("chair") == store.find_credentials("chair")
    assert list(folder.glob(f"{STORE_NAME}.new*")) == []
