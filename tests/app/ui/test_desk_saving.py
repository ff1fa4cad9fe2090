"""What the scoring form sends, and what it is told: the sent application decides, never the one on screen."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.evidence import ApplicationId
from app.domain.scores import ReviewState
from app.reviews.store import Saved
from app.ui.components.score_message import notice_data
from app.ui.components.score_saving import entry_of
from app.ui.state.desk import SaveNotice
from app.ui.text.desk import ZH
from app.ui.text.frame import ZH as FRAME_ZH
from app.workbench import Workbench
from app.workflows.desk_views import Desk
from app.workflows.review_entry import PlanMoved, ReviewEntry, save_review
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of
from tests.app.workflows.test_review_entry import entry_for, unscored


def sent(desk: Desk, application_id: ApplicationId, score: str) -> dict[str, object]:
    """What the browser part sends."""
    return {
        "application_id": application_id,
        "plan_id": desk.plan.plan_id,
        "plan_revision": desk.plan.revision,
        "seen_revision": 0,
        "event_id": str(uuid4()),
        "scores": {each.dimension_id: score for each in desk.plan.dimensions},
        "comments": {},
        "comment": "",
        "abstained": False,
        "abstain_reason": "",
        "flagged": False,
        "goes_on": False,
    }


def notice_of(workbench: Workbench, desk: Desk, entry: ReviewEntry) -> Mapping[str, object]:
    outcome = save_review(access_of(workbench, "reviewer1"), entry)
    notice = SaveNotice(entry.event_id, entry.application_id, entry.seen_revision, outcome)
    return notice_data(notice, desk.plan, words=ZH, frame=FRAME_ZH)


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _save_two(workbench: object, first: object, second: object) -> None:
    import streamlit as st

    from app.ui.components.score_saving import save_sent
    from app.ui.state import desk as state
    from app.ui.text.frame import ZH
    from app.ui.text.language import Language
    from app.ui.visit import Visit
    from app.workbench import Workbench as OpenWorkbench
    from tests.app.workflows.people import access_of

    assert isinstance(workbench, OpenWorkbench)
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    access = access_of(workbench, "reviewer1")
    visit = Visit(
        workbench=workbench,
        access=access,
        person=access.person,
        language=Language.ZH,
        words=ZH,
        programme=None,
    )
    # The address still names the first one when the second arrives: it must not matter.
    st.query_params["app"] = first["application_id"]
    saves = [save_sent(visit, first), save_sent(visit, second)]
    notice = state.notice()
    st.text(f"{saves} {notice.application_id if notice else None}")


def test_two_saves_reach_two_applicants_whatever_the_address_says(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    first, second = unscored(desk)[:2]
    screen = AppTest.from_function(
        _save_two,
        kwargs={
            "workbench": workbench,
            "first": sent(desk, first, "91"),
            "second": sent(desk, second, "62"),
        },
    ).run()
    assert [each.message for each in screen.exception] == []
    assert [each.value for each in screen.text] == [f"[True, True] {second}"]
    totals = {line.application_id: line.total for line in desk_of(workbench).lines}
    assert (totals[first], totals[second]) == (Decimal(91), Decimal(62))


def test_saved_and_stale_are_told(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    entry = entry_for(desk, unscored(desk)[0])
    assert notice_of(workbench, desk, entry) == {"event_id": entry.event_id, "kind": "saved", "problems": []}
    other = entry_for(desk, entry.application_id)
    assert notice_of(workbench, desk, other)["kind"] == "stale"


def test_every_problem_is_told_with_its_dimension(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    one = desk.plan.dimensions[0]
    told = notice_of(workbench, desk, entry_for(desk, unscored(desk)[0], score="120"))
    assert told["kind"] == "rejected"
    problems = told["problems"]
    assert isinstance(problems, list)
    assert len(problems) == len(desk.plan.dimensions)
    text = ZH.problem_range.format(dimension=one.name, low="0", high="100")
    assert problems[0] == {"text": text, "dimension_id": one.dimension_id}


def test_moved_plan_and_failure_are_told(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = desk.lines[0].application_id
    moved = notice_data(SaveNotice("e", target, 0, PlanMoved(1, 2)), desk.plan, words=ZH, frame=FRAME_ZH)
    assert moved["problems"] == [{"text": ZH.problem_moved.format(newest=2), "dimension_id": None}]
    failed = notice_data(SaveNotice("e", target, 0, None, "原因"), desk.plan, words=ZH, frame=FRAME_ZH)
    assert failed["kind"] == "failed"
    assert failed["problems"] == [{"text": ZH.problem_failed.format(reason="原因"), "dimension_id": None}]


@pytest.mark.parametrize("value", [{}, {"scores": [1], "seen_revision": "0", "abstained": "yes"}])
def test_entry_of_nonsense_is_an_empty_entry(value: dict[str, object]) -> None:
    entry = entry_of(value)
    assert (entry.plan_id, entry.plan_revision, entry.seen_revision) == ("", -1, -1)
    assert (entry.scores, entry.abstained, entry.event_id) == ({}, False, "")


def test_save_shows_in_the_list(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    outcome = save_review(access_of(workbench, "reviewer1"), entry_for(desk, target))
    assert isinstance(outcome, Saved)
    after = desk_of(workbench)
    line = after.find_line(target)
    assert line is not None
    assert line.state is ReviewState.SCORED
    assert after.progress.scored == desk.progress.scored + 1


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        (3, 3),
        (3.0, -1),
        (True, -1),
        ("3", -1),
        (None, -1),
        (float("nan"), -1),
        (float("inf"), -1),
    ],
)
def test_revision_that_is_no_whole_number_is_refused_quietly(number: object, kept: int) -> None:
    entry = entry_of({"plan_revision": number, "seen_revision": number})
    assert (entry.plan_revision, entry.seen_revision) == (kept, kept)
