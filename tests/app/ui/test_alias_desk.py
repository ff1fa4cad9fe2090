"""The office's view of courses and syllabi: one click says it, one takes it back."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from app.domain.syllabus_alias import AliasVerdict
from app.ui.state import aliases as state
from app.ui.state import office
from app.ui.text.aliases import ZH
from app.workbench import Workbench
from app.workflows.alias_confirmation import load_alias_desk
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.people import access_of


def aliases_screen(workbench: Workbench) -> AppTest:
    screen = step_screen(workbench, "office", name="office")
    screen.session_state[office.VIEW] = "aliases"
    return screen.run()


def test_one_click_records_and_undo_takes_it_back(workbench: Workbench) -> None:
    line = load_alias_desk(access_of(workbench, "office")).open_matches[0]
    pair = line.match.pair(line.match.best)
    screen = aliases_screen(workbench)
    screen.button(key=state.button_key("reject", pair, 0)).click().run()
    assert not screen.exception
    assert [each.verdict for each in workbench.store.load_alias_events()] == [AliasVerdict.REJECTED]
    assert ZH.decisions_title.format(count=1) in [each.value for each in screen.text]
    screen.button(key=state.button_key("undo", pair, 1)).click().run()
    assert not screen.exception
    assert ZH.no_decisions in [each.value for each in screen.text]
    assert screen.button(key=state.button_key("accept", pair, 2)).label == ZH.accept
