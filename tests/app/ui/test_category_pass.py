"""One category over all applicants, scored in its rows: the rows, the dimensions offered, and the table to be sorted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from streamlit.testing.v1 import AppTest

from app.domain.assignment import Assignment
from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import DimensionId
from app.domain.evidence import CategoryCode
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan, rebase
from app.reviews.store import Saved
from app.ui.text.desk_passes import ZH
from app.workbench import Workbench
from app.workflows.desk_views import PROFILE, Desk
from app.workflows.queue_order import known_place
from app.workflows.score_passes import load_pass_rows
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.ui.test_passes import ids_of, score
from tests.app.workflows.people import access_of, person_named
from tests.app.workflows.test_evidence_review import desk_of
from tests.app.workflows.test_review_entry import unscored

OUTCOMES = CategoryCode("course_outcome")
FIRST, SECOND = "self_learning", "leadership"


def _table(workbench: Workbench, name: str = "reviewer1", **address: str) -> AppTest:
    asked = {"view": "table", "category": OUTCOMES, **address}
    return desk_screen(workbench, name=name, address=asked)


def _pass(screen: AppTest, plan: ReviewPlan, dimension: str, name: str = "reviewer1") -> Any:
    key = f"passes:category:{plan.plan_id}:{plan.revision}:demo-{name}:{OUTCOMES}:{dimension}:number:part"
    return part_data(screen, key)


def _locked_with(workbench: Workbench, core_data: CoreDataSelection) -> ReviewPlan:
    """The plan of the round with other core data, locked anew."""
    store, chair = workbench.store, person_named(workbench, "chair").person_id
    draft = replace(rebase(desk_of(workbench).plan), core_data=core_data)
    saved = store.save_draft(draft, seen_revision=0, person_id=chair)
    assert isinstance(saved, Saved)
    locked = store.lock_draft(draft.plan_id, seen_revision=saved.value.row_revision, person_id=chair)
    assert isinstance(locked, Saved)
    return locked.value.plan


def _assign_first(workbench: Workbench, desk: Desk, name: str) -> None:
    store = workbench.store
    before = store.load_assignments(desk.plan.plan_id)
    own = Assignment(desk.lines[0].application_id, person_named(workbench, name).person_id)
    store.save_assignments(desk.plan.plan_id, [*before, own], seen=before, person_id=PersonId("demo-chair"))


def test_category_that_feeds_a_dimension_is_scored_in_its_rows(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    screen = _table(workbench)
    assert [each.message for each in screen.exception] == []
    assert len(screen.dataframe) == 0
    data = _pass(screen, desk.plan, FIRST)
    assert ids_of(data) == [line.application_id for line in desk.lines]
    assert {len(row["evidence"]) for row in data["kept"]["rows"]} == {1}
    assert all(row["scored_here"] for row in data["kept"]["rows"])
    assert (data["category"], data["only_choices"]) == (data["kept"]["rows"][0]["evidence"][0]["label"], [])
    assert [each["code"] for each in data["dimension_choices"]] == [FIRST]


def test_score_of_a_row_comes_back_from_the_store(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    screen = _table(workbench)
    before = _pass(screen, desk.plan, FIRST)
    target = unscored(desk)[0]
    score(workbench, desk, target, "83")
    after = _pass(screen.run(), desk.plan, FIRST)
    assert [(row["id"], row["scores"]) for row in after["kept"]["changes"]] == [(target, ["83"])]
    assert after["kept"]["version"] == before["kept"]["version"]


def test_dimension_is_the_first_it_feeds_or_the_one_chosen_last(workbench: Workbench) -> None:
    plan = _locked_with(workbench, desk_of(workbench).plan.core_data.with_pair(DimensionId(SECOND), OUTCOMES))
    first = _pass(_table(workbench), plan, FIRST)
    assert [each["code"] for each in first["dimension_choices"]] == [FIRST, SECOND]
    chosen = _pass(_table(workbench, dimension=SECOND), plan, SECOND)
    assert [each["id"] for each in chosen["dimensions"]] == [SECOND]
    # One the category does not feed is not offered, whatever the address says.
    assert _pass(_table(workbench, dimension="excellence"), plan, FIRST)["dimensions"][0]["id"] == FIRST


def test_who_is_not_assigned_has_a_row_without_a_score(workbench: Workbench) -> None:
    desk = desk_of(workbench, "chair")
    _assign_first(workbench, desk, "chair")
    screen = _table(workbench, "chair")
    assert [each.message for each in screen.exception] == []
    data = _pass(screen, desk.plan, FIRST, "chair")
    rows = load_pass_rows(access_of(workbench, "chair"), desk_of(workbench, "chair"), everybody=True)
    assert ids_of(data) == [row.application_id for row in rows][: len(ids_of(data))]
    assert [row["scored_here"] for row in data["kept"]["rows"]].count(True) == 1
    assert data["progress"] == ZH.count_scored.format(scored=0, count=1)


def test_nothing_to_score_leaves_the_table(workbench: Workbench) -> None:
    assert len(_table(workbench, "chair").dataframe) == 1
    assert len(_table(workbench, category=PROFILE).dataframe) == 1
    emptied = CoreDataSelection(
        frozenset(pair for pair in desk_of(workbench).plan.core_data.pairs if pair[1] != OUTCOMES)
    )
    _locked_with(workbench, emptied)
    assert len(_table(workbench).dataframe) == 1


def test_table_to_be_sorted_is_kept_and_leads_back_to_the_scores(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    screen = _table(workbench)
    screen.session_state["passes:plain_table"] = True
    screen.run()
    assert len(screen.dataframe) == 1
    links = part_data(screen, f"passes:links:{desk.plan.plan_id}:{desk.plan.revision}:{OUTCOMES}")["links"]
    name = next(each.name for each in desk.plan.dimensions if each.dimension_id == FIRST)
    assert links == [{"code": FIRST, "label": name}]


def test_place_in_the_rows_of_a_category_is_recorded() -> None:
    assert known_place("number/filtered/category", 3) == ("number/filtered/category", 3)
