"""The demonstration round: made once by the real pipeline, complete, and the same at every start."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.demo.accounts import (
    DEMO_PASSWORD,
    REVIEWER_1,
    REVIEWER_2,
    REVIEWER_3,
    REVIEWER_4,
    demo_accounts,
)
from app.demo.results import chair_access
from app.demo.round import EXPORTS, STORE_NAME, make_store, prepare_demo
from app.domain.evidence import Programme, ProgrammeCode
from app.domain.plan import PlanId
from app.domain.plan_problems import plan_problems
from app.domain.scores import ReviewState, review_state
from app.evidence.questions import load_applications, load_programmes
from app.psychometrics.rasch import RaschState, fit_rasch
from app.psychometrics.rubric_bands import common_floors
from app.workbench import Workbench, open_workbench
from app.workflows.round_ratings import load_round_ratings
from app.workflows.sign_in import SignedIn, hash_password, sign_in
from app.workflows.total_ranking import open_ranking

APPLICANTS = 120
COMPUTING = PlanId("999101-115")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration of these tests is kept."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def workbench(folder: Path) -> Workbench:
    """The demonstration, with fewer applicants."""
    return prepare_demo(folder, applicants=APPLICANTS)


def computing(workbench: Workbench) -> Programme:
    """The programme whose round is under way."""
    found = load_programmes(workbench.snapshot(workbench.current_snapshot_id()))
    return next(each for each in found if each.programme_code == "999101")


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


def test_the_list_shows_every_kind_of_outcome(workbench: Workbench) -> None:
    view = open_ranking(chair_access(workbench), computing(workbench))
    assert view is not None
    assert [each.name for each in view.plan.rules.identity_lists][0] == "一般名額"
    assert {each.quota for each in view.plan.rules.identity_lists} == {1, 32}
    assert view.plan.rules.tie_breaks == ("review_total", "self_learning", "excellence", "component:gsat")
    # Two have no result yet; who was absent or is below the minimum of the test has no rank.
    assert sum(view.not_imported.values()) == 2
    failed = {gate.subject for row in view.ranked.rows for gate in row.gates_failed}
    assert failed == {"component:gsat"}
    assert any(gate.value is None for row in view.ranked.rows for gate in row.gates_failed)


def test_reviewers_are_linked_so_that_rasch_converges(workbench: Workbench) -> None:
    stored = workbench.store.find_locked(COMPUTING)
    assert stored is not None
    ratings = load_round_ratings(workbench, stored.plan)
    fit = fit_rasch(ratings.percents, common_floors(stored.plan.dimensions, stored.plan.scale))
    assert fit.state is RaschState.CONVERGED
    assert len(fit.reviewers) == 5
    assert fit.reviewers[REVIEWER_4].logits > fit.reviewers[REVIEWER_3].logits
    assert all(each.misfit is not None for each in fit.reviewers.values())


def test_a_second_store_holds_the_same_round(workbench: Workbench, folder: Path, tmp_path: Path) -> None:
    settings = replace(workbench.settings, store=f"sqlite:///{tmp_path / STORE_NAME}")
    make_store(tmp_path, settings, exports=folder / EXPORTS)
    again = open_workbench(settings)
    first, second = (open_ranking(chair_access(each), computing(each)) for each in (workbench, again))
    again.store.close()
    assert first is not None
    assert second is not None
    assert first.ranked == second.ranked


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
