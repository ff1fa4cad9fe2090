"""Parts long gone are forgotten, those on the page and those just left still answer."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest

from app.web.widget_memory import GONE_KEPT, forget_gone_parts

RUNS = GONE_KEPT
"""Each leaves a part with the two widgets of a part: twice as many as are kept."""


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sessions that forget, for one test."""
    monkeypatch.setattr(SessionState, "_remove_stale_widgets", SessionState._remove_stale_widgets)
    forget_gone_parts()


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _two_parts() -> None:
    import streamlit as st

    from app.ui.components.part import on_trigger, part

    heard = st.session_state.setdefault("heard", [])
    place = st.session_state.setdefault("place", 0)
    for key in ("lasting", f"passing:{place}"):
        part("evidence_tree")(key=key, data={}, on_chosen_change=on_trigger(key, "chosen", heard.append))


def _state(screen: AppTest) -> SessionState:
    found: SessionState = screen.session_state._state._state
    return found


def _id_of(screen: AppTest, key: str) -> str:
    found = [each.proto.id for each in screen.get("bidi_component") if each.proto.id.endswith(f"-{key}")]
    return str(found[0])


def _send(screen: AppTest, widget_id: str, value: str) -> None:
    """What a browser sends for a part, on the screen or not."""
    states = WidgetStates()
    state = states.widgets.add()
    state.id = _make_trigger_id(widget_id, "events")
    state.json_trigger_value = json.dumps([{"event": "chosen", "value": value}])
    screen._run(states)


def _walk(screen: AppTest, places: range) -> None:
    for place in places:
        screen.session_state["place"] = place
        screen.run()


def test_a_session_does_not_grow_with_what_was_looked_at() -> None:
    screen = AppTest.from_function(_two_parts).run()
    _walk(screen, range(1, RUNS))
    state, on_the_page = _state(screen), 4
    assert len(state._new_widget_state.widget_metadata) == GONE_KEPT + on_the_page
    assert len(state._key_id_mapper.id_key_mapping) <= GONE_KEPT + on_the_page
    ours_and_streamlits = 4
    assert len(state._old_state) <= GONE_KEPT + on_the_page + ours_and_streamlits


def test_a_part_that_stays_answers_after_every_run() -> None:
    screen = AppTest.from_function(_two_parts).run()
    for place in range(1, RUNS):
        _walk(screen, range(place, place + 1))
        _send(screen, _id_of(screen, "lasting"), str(place))
    assert screen.session_state["heard"] == [str(place) for place in range(1, RUNS)]


def test_what_was_sent_as_the_page_changed_still_arrives() -> None:
    screen = AppTest.from_function(_two_parts).run()
    _walk(screen, range(1, RUNS))
    left = _id_of(screen, f"passing:{RUNS - 1}")
    _walk(screen, range(RUNS, RUNS + 3))
    _send(screen, left, "on its way")
    assert screen.session_state["heard"] == ["on its way"]


def test_a_part_come_back_to_is_kept_as_long_as_one_never_left() -> None:
    screen = AppTest.from_function(_two_parts).run()
    _walk(screen, range(1, GONE_KEPT // 4))
    first = _id_of(screen, f"passing:{GONE_KEPT // 4 - 1}")
    screen.session_state["place"] = 0
    screen.run()
    again = _id_of(screen, "passing:0")
    _walk(screen, range(RUNS, RUNS + GONE_KEPT // 2))
    _send(screen, first, "forgotten")
    _send(screen, again, "kept")
    assert screen.session_state["heard"] == ["kept"]


def test_a_change_of_page_is_told_by_the_browser_in_names_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = AppTest.from_function(_two_parts).run()
    run = SimpleNamespace(fragment_ids_this_run=None)
    monkeypatch.setattr("app.web.widget_memory.get_script_run_ctx", lambda: run)
    part, state = _id_of(screen, "lasting"), _state(screen)
    sent_to = _make_trigger_id(part, "events")
    state._remove_stale_widgets(frozenset({sent_to}))
    assert {part, sent_to} <= state._new_widget_state.widget_metadata.keys()
