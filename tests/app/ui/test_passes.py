"""The passes on the screen: what the browser parts are handed, what they send, and whose row a score lands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from app.demo.accounts import REVIEWER_1
from app.domain.evidence import ApplicationId
from app.domain.scores import ReviewState, review_state
from app.reviews.store import Saved
from app.ui.text.desk_passes import EN, ZH
from app.workbench import Workbench
from app.workflows.desk_views import ALL_COURSES, ApplicantOrder, Desk
from app.workflows.review_entry import save_review
from app.workflows.score_entry import save_score
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of, recuse
from tests.app.workflows.test_review_entry import entry_for, unscored
from tests.app.workflows.test_score_entry import cell

FIRST = "self_learning"


def grid_key(order: str = "number") -> str:
    return f"passes:grid:999101-115:1:demo-reviewer1:{order}"


def pass_key(order: str = "number", dimension: str = FIRST) -> str:
    return f"passes:dimension:999101-115:1:demo-reviewer1:{dimension}:{order}:part"


def ids_of(data: Mapping[str, Any]) -> list[str]:
    return [row["id"] for row in data["kept"]["rows"]]


def score(workbench: Workbench, desk: Desk, application_id: ApplicationId, text: str) -> None:
    outcome = save_score(access_of(workbench, "reviewer1"), cell(desk, application_id, text))
    assert isinstance(outcome, Saved)


def sent(desk: Desk, application_id: ApplicationId, text: str, **values: object) -> dict[str, object]:
    """A cell as the browser part sends it."""
    return {
        "plan_id": desk.plan.plan_id,
        "plan_revision": desk.plan.revision,
        "application_id": application_id,
        "dimension_id": FIRST,
        "seen_revision": 0,
        "event_id": str(uuid4()),
        "score": text,
        "ends_abstention": False,
        **values,
    }


def test_grid_sends_its_rows_once_and_then_what_changed(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    screen = desk_screen(workbench, address={"view": "grid"})
    first = part_data(screen, grid_key())
    assert ids_of(first) == [line.application_id for line in desk.lines]
    target = unscored(desk)[0]
    score(workbench, desk, target, "83")
    second = part_data(screen.run(), grid_key())
    assert (second["kept"]["rows"], second["kept"]["version"]) == (None, first["kept"]["version"])
    (changed,) = second["kept"]["changes"]
    assert (changed["id"], changed["revision"], changed["scores"]) == (target, 1, ["83", "", ""])
    assert (changed["state"], changed["total"]) == ("partial", "")


def test_who_is_recused_leaves_the_grid_at_once(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = desk.lines[3].application_id
    screen = desk_screen(workbench, address={"view": "grid"})
    recuse(workbench, desk, target, "reviewer1")
    later = part_data(screen.run(), grid_key())
    assert ids_of(later) == [line.application_id for line in desk.lines if line.application_id != target]


def test_a_save_moves_no_row_of_an_order_by_score(workbench: Workbench) -> None:
    desk = desk_of(workbench, order=ApplicantOrder.SCORE)
    screen = desk_screen(workbench, address={"view": "grid", "order": "score"})
    before = ids_of(part_data(screen, grid_key("score")))
    assert before == [line.application_id for line in desk.lines]
    last = [line for line in desk.lines if not line.is_pdf][-1]
    access = access_of(workbench, "reviewer1")
    for place in range(len(desk.plan.dimensions)):
        assert isinstance(
            save_score(access, cell(desk, last.application_id, "100", place=place, seen=place)), Saved
        )
    moved = [line.application_id for line in desk_of(workbench, order=ApplicantOrder.SCORE).lines]
    assert moved != before
    kept = part_data(screen.run(), grid_key("score"))["kept"]
    assert (kept["rows"], [row["id"] for row in kept["changes"]]) == (None, [last.application_id])


def test_dimension_shows_the_evidence_that_feeds_it(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    reviews = workbench.store.load_reviews(desk.plan.plan_id, reviewer_id=REVIEWER_1)
    data = part_data(desk_screen(workbench, address={"view": "dimension"}), pass_key())
    assert [each["id"] for each in data["dimensions"]] == [FIRST]
    assert ids_of(data) == [line.application_id for line in desk.lines]
    labels = [each["label"] for each in data["kept"]["rows"][0]["evidence"]]
    offered = [each["label"] for each in data["only_choices"][1:]]
    # Documents that stand for items of the database are missing where the items themselves came.
    assert labels == [label for label in offered if label in labels]
    assert len(offered) - len(labels) == 2
    counts = [sum(each["count"] for each in row["evidence"]) for row in data["kept"]["rows"]]
    assert min(counts) > 0
    assert data["progress"] == ZH.count_scored.format(
        # One begun review has a score in this dimension, and none in its last.
        scored=sum(FIRST in each.scores for each in reviews),
        count=len(desk.lines),
    )
    assert any(review_state(desk.plan, each) is ReviewState.PARTIAL for each in reviews)


def test_dimension_is_narrowed_to_one_category(workbench: Workbench) -> None:
    address = {"view": "dimension", "only": ALL_COURSES}
    data = part_data(desk_screen(workbench, address=address), pass_key())
    assert {len(row["evidence"]) for row in data["kept"]["rows"]} == {1}
    (courses,) = data["kept"]["rows"][0]["evidence"]
    assert (courses["is_course"], len(courses["lines"])) == (True, 8)


def test_unknown_dimension_is_the_first_one(workbench: Workbench) -> None:
    screen = desk_screen(workbench, address={"view": "dimension", "dimension": "ghost"})
    assert part_data(screen, pass_key())["dimensions"][0]["id"] == FIRST


@pytest.mark.parametrize("view", ["dimension", "grid"])
def test_who_scores_nobody_sees_neither_rows_nor_the_views(workbench: Workbench, view: str) -> None:
    screen = desk_screen(workbench, name="chair", address={"view": view})
    assert [each.value for each in screen.info] == [ZH.no_rows]
    views = [each["code"] for each in part_data(screen, "desk:line")["views"]]
    assert views == ["one", "table", "school"]


def test_columns_hold_the_scores_that_the_category_feeds(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    one, two = (line.application_id for line in desk.lines[:2])
    screen = desk_screen(
        workbench, address={"view": "compare", "app": one, "category": "overview", "compare": f"{one},{two}"}
    )
    assert [each.message for each in screen.exception] == []
    heads = [part_data(screen, f"passes:strip:999101-115:1:{each}:demo-reviewer1") for each in (one, two)]
    assert [head["row"]["id"] for head in heads] == [one, two]
    assert [len(head["dimensions"]) for head in heads] == [3, 3]
    bare = desk_screen(
        workbench, address={"view": "compare", "app": one, "category": "profile", "compare": f"{one},{two}"}
    )
    assert part_data(bare, f"passes:strip:999101-115:1:{one}:demo-reviewer1")["dimensions"] == []


def test_columns_of_who_may_not_score_hold_no_scores(workbench: Workbench) -> None:
    one, two = (line.application_id for line in desk_of(workbench, "chair").lines[:2])
    screen = desk_screen(
        workbench, name="chair", address={"view": "compare", "app": one, "compare": f"{one},{two}"}
    )
    head = part_data(screen, f"passes:strip:999101-115:1:{one}:demo-chair")
    assert (head["row"], head["dimensions"]) == (None, [])


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _save_these(workbench: object, cells: object) -> None:
    import streamlit as st

    from app.ui.components.cell_saving import save_cells
    from app.ui.components.queue_place import places_in_pass
    from app.ui.state import passes as state
    from app.ui.text.desk import ZH as DESK
    from app.ui.text.frame import ZH as FRAME
    from app.ui.text.language import Language
    from app.ui.visit import Visit
    from app.workbench import Workbench as OpenWorkbench
    from tests.app.workflows.people import access_of
    from tests.app.workflows.test_evidence_review import desk_of

    assert isinstance(workbench, OpenWorkbench)
    assert isinstance(cells, list)
    access = access_of(workbench, "reviewer1")
    visit = Visit(workbench, access, access.person, Language.ZH, FRAME, None)
    desk = desk_of(workbench)
    # The address names the last one, whoever the cells are of: it must not matter.
    st.query_params["app"] = desk.lines[-1].application_id
    places = places_in_pass(desk, "grid", [line.application_id for line in desk.lines])
    save_cells(visit, desk.plan, {"cells": cells}, key="k", places=places, words=DESK)
    for each in state.answers("k"):
        st.text(f"{each.application_id}|{each.kind}|{each.text}")


def told(workbench: Workbench, *cells: Mapping[str, object]) -> list[list[str]]:
    """What becomes of these cells: applicant, kind, sentence."""
    screen = AppTest.from_function(_save_these, kwargs={"workbench": workbench, "cells": list(cells)}).run()
    assert [each.message for each in screen.exception] == []
    return [each.value.split("|", 2) for each in screen.text]


def test_cells_reach_the_applicants_they_name(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    first, second, third = unscored(desk)[:3]
    answers = told(workbench, sent(desk, second, "62"), sent(desk, first, "91"), sent(desk, third, "101"))
    assert [answer[:2] for answer in answers] == [[second, "saved"], [first, "saved"], [third, "failed"]]
    name = desk.plan.dimensions[0].name
    assert answers[2][2] == f"「{name}」須在 0 到 100 之間。"
    reviews = desk_of(workbench).reviews
    assert {each: list(reviews[each].scores.values()) for each in (first, second)} == {
        first: [Decimal(91)],
        second: [Decimal(62)],
    }
    assert third not in reviews


def test_a_first_save_records_where_the_pass_showed_the_applicant(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    first = unscored(desk)[0]
    told(workbench, sent(desk, first, "62"))
    review = desk_of(workbench).reviews[first]
    assert (review.queue_order, review.queue_position) == ("number/grid", desk.position(first))


def test_stale_moved_abstained_and_strange_cells_are_told(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    first, second, third = unscored(desk)[:3]
    score(workbench, desk, first, "70")
    abstention = replace(entry_for(desk, third), abstained=True, abstain_reason="親屬")
    save_review(access_of(workbench, "reviewer1"), abstention)
    answers = told(
        workbench,
        sent(desk, first, "90"),
        sent(desk, second, "90", plan_revision=7),
        {"score": 3},
        sent(desk, ApplicationId("ghost"), "90"),
        sent(desk, third, "90", seen_revision=1),
    )
    assert [answer[1] for answer in answers] == ["stale", "failed", "failed", "failed", "abstained"]
    assert (answers[1][2], answers[4][2]) == (ZH.moved.format(newest=1), ZH.rejected_abstained)
    assert list(desk_of(workbench).reviews[first].scores.values()) == [Decimal(70)]
    assert second not in desk_of(workbench).reviews


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _turn_pages(ids: object) -> None:
    import streamlit as st

    from app.domain.evidence import ApplicationId
    from app.ui.state import passes as state

    assert isinstance(ids, list)
    listed = [ApplicationId(each) for each in ids]
    shown = [state.page_of("k", listed, size=25)]
    state.go_to_page("k", 1)
    shown.append(state.page_of("k", listed, size=25))
    # An applicant chosen elsewhere is gone to, once.
    st.query_params["app"] = listed[52]
    shown.append(state.page_of("k", listed, size=25))
    for page in (0, 9, "2", -1):
        state.go_to_page("k", page)
        shown.append(state.page_of("k", listed, size=25))
    st.text(str(shown))


def test_pages_follow_the_reviewer() -> None:
    ids = [f"a{place}" for place in range(60)]
    screen = AppTest.from_function(_turn_pages, kwargs={"ids": ids}).run()
    assert [each.message for each in screen.exception] == []
    assert [each.value for each in screen.text] == ["[0, 1, 2, 0, 2, 2, 2]"]


def test_both_languages_leave_the_same_places_to_fill() -> None:
    def places(text: str) -> list[str]:
        return sorted(part.partition("}")[0] for part in text.split("{")[1:])

    assert {name: places(text) for name, text in vars(ZH).items()} == {
        name: places(text) for name, text in vars(EN).items()
    }
