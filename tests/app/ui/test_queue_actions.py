"""What a click on the filter does: whatever a browser sends, the filter is a filter and the drafts are of this desk."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from streamlit.testing.v1 import AppTest

from app.ui.state.queue import LINK_LENGTH
from app.workbench import Workbench
from app.workflows.applicant_filter import ApplicantFilter, Facet
from app.workflows.desk_views import Desk
from tests.app.workflows.test_evidence_review import desk_of


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _send(desk: object, messages: object) -> None:
    import streamlit as st

    from app.ui.components.queue_actions import QueueActions
    from app.ui.state import queue
    from app.workflows.desk_views import Desk as OpenDesk

    assert isinstance(desk, OpenDesk)
    assert isinstance(messages, list)
    for message in messages:
        QueueActions(desk).sift(message)
    st.session_state["wanted"] = queue.wanted(desk.plan.plan_id)
    st.session_state["drafted"] = queue.drafted()
    st.session_state["asked"] = (queue.are_choices_asked(), queue.are_choices_asked())


def after(desk: Desk, *messages: object) -> AppTest:
    screen = AppTest.from_function(
        _send, kwargs={"desk": desk, "messages": list(messages)}, default_timeout=30
    )
    return screen.run()


def wanted(screen: AppTest) -> ApplicantFilter:
    assert [each.message for each in screen.exception] == []
    found = screen.session_state["wanted"]
    assert isinstance(found, ApplicantFilter)
    return found


def toggle(facet: str, value: object) -> Mapping[str, object]:
    return {"act": "toggle", "facet": facet, "value": value}


def test_choices_add_up_and_go_into_the_address(workbench: Workbench) -> None:
    screen = after(desk_of(workbench), toggle("county", "臺北市"), toggle("state", "scored"))
    assert wanted(screen) == ApplicantFilter(
        {Facet.COUNTY: frozenset({"臺北市"}), Facet.STATE: frozenset({"scored"})}
    )
    assert screen.query_params["filter"] == "state:scored;county:臺北市"


def test_clearing_leaves_nothing_behind(workbench: Workbench) -> None:
    screen = after(desk_of(workbench), toggle("county", "臺北市"), {"act": "clear"})
    assert wanted(screen).is_empty
    assert "filter" not in screen.query_params


def test_long_filter_stays_in_the_session(workbench: Workbench) -> None:
    schools = [toggle("school", f"{number}高級中學" * 4) for number in range(LINK_LENGTH // 16)]
    screen = after(desk_of(workbench), *schools)
    assert len(wanted(screen).chosen(Facet.SCHOOL)) == len(schools)
    assert "filter" not in screen.query_params


def test_draft_choice_stays_in_the_session(workbench: Workbench) -> None:
    screen = after(desk_of(workbench), toggle("mark", "draft"))
    assert wanted(screen).chosen(Facet.MARK) == {"draft"}
    assert "filter" not in screen.query_params


def test_choices_are_counted_once_when_asked_for(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    assert after(desk, {"act": "ask", "is_open": True}).session_state["asked"] == (True, False)
    assert after(desk, {"act": "ask", "is_open": False}).session_state["asked"] == (False, False)


def test_drafts_count_only_for_applicants_of_the_desk(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    known = desk.lines[0].application_id
    screen = after(desk, {"act": "drafts", "drafted": [known, "somebody else", 7, None]})
    assert screen.session_state["drafted"] == {known}


@pytest.mark.parametrize(
    "message",
    [
        None,
        "text",
        {},
        {"act": "toggle"},
        toggle("nonsense", "a"),
        toggle("state", 7),
        {"act": "bounds", "lowest": "1e9", "highest": "<b>"},
        {"act": "drafts", "drafted": "all"},
    ],
)
def test_what_is_no_choice_changes_nothing(workbench: Workbench, message: object) -> None:
    assert wanted(after(desk_of(workbench), message)) == ApplicantFilter()


def test_bounds_are_numbers_as_typed(workbench: Workbench) -> None:
    chosen = wanted(after(desk_of(workbench), {"act": "bounds", "lowest": " ６０ ", "highest": "80.5"}))
    assert (str(chosen.lowest), str(chosen.highest)) == ("60", "80.5")
