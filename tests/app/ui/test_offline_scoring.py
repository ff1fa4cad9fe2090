"""The step for scoring off line: take along, bring back, see, save."""

from __future__ import annotations

from decimal import Decimal

from streamlit.testing.v1 import AppTest

from app.ui.state import offline as state
from app.ui.text.offline import ZH
from app.workbench import Workbench
from app.workflows.score_workbook import RowState
from tests.app.ui.desk_screen import part_data
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.test_evidence_review import desk_of
from tests.app.workflows.test_review_entry import entry_for, saved_review, unscored
from tests.app.workflows.test_score_workbook import edited, handed_out, own, typed


def screen_of(workbench: Workbench, name: str = "reviewer1") -> AppTest:
    """The step for a person of the locked programme."""
    screen = step_screen(workbench, "offline_scoring", name=name, code="999101")
    assert not screen.exception
    return screen


def upload(workbench: Workbench, screen: AppTest, content: bytes) -> AppTest:
    """Bring a workbook back."""
    plan_id = desk_of(workbench).plan.plan_id
    screen.file_uploader(key=f"offline:{plan_id}:upload:0").upload("scores.xlsx", content).run()
    assert not screen.exception
    return screen


def test_typed_scores_are_shown_and_saved_with_one_click(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    screen = upload(workbench, screen_of(workbench), edited(handed_out(workbench), typed(desk, target, 83)))
    shown = screen.dataframe[0].value
    assert list(shown[ZH.column_state]) == [ZH.states[RowState.CHANGED]]
    screen.button(key=state.key(desk.plan.plan_id, "save")).click().run()
    assert [each.value for each in screen.success] == [ZH.saved.format(saved=1, left_out=0)]
    assert set(own(workbench, target).scores.values()) == {Decimal(83)}


def test_stale_rows_must_be_left_out_first(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    stale, fine = unscored(desk)[:2]
    content = edited(edited(handed_out(workbench), typed(desk, stale, 60)), typed(desk, fine, 70))
    saved_review(workbench, entry_for(desk, stale, score="91"))
    screen = upload(workbench, screen_of(workbench), content)
    save = state.key(desk.plan.plan_id, "save")
    assert screen.button(key=save).disabled
    screen.checkbox(key=state.key(desk.plan.plan_id, "leave-out")).check().run()
    screen.button(key=save).click().run()
    assert set(own(workbench, fine).scores.values()) == {Decimal(70)}
    assert set(own(workbench, stale).scores.values()) == {Decimal(91)}


def test_what_is_no_workbook_is_told_in_words(workbench: Workbench) -> None:
    screen = upload(workbench, screen_of(workbench), b"PK\x03\x04 no workbook")
    assert [each.value for each in screen.error] == [ZH.refused]
    faults = part_data(screen, state.key(desk_of(workbench).plan.plan_id, "faults"))
    assert [(each["title"], each["lines"]) for each in faults["kinds"]] == [
        (ZH.file_rules["not_a_workbook"], [])
    ]


def test_who_has_nothing_to_score_is_told(workbench: Workbench) -> None:
    assert [each.value for each in screen_of(workbench, "chair").info] == [ZH.nothing_to_score]
