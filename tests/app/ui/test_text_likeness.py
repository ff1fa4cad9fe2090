"""The lists of alike contents on the screen of the office and of the chair."""

from __future__ import annotations

from app.domain.evidence import ProgrammeCode
from app.ui.state import office as state
from app.ui.text.likeness import ZH
from app.workbench import Workbench
from app.workflows.text_likeness import load_likeness
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.people import access_of


def test_chair_sees_the_own_programme_and_no_switch(workbench: Workbench) -> None:
    screen = step_screen(workbench, "text_likeness", code="999101")
    assert not screen.exception
    view = load_likeness(access_of(workbench, "chair"), ProgrammeCode("999101"))
    texts = [each.value for each in screen.text]
    assert texts == [
        ZH.intro,
        ZH.pairs.format(count=view.pair_count) if view.pairs else ZH.no_pairs,
        ZH.files.format(count=view.file_count) if view.files else ZH.no_files,
    ]
    assert len(screen.dataframe) == bool(view.pairs) + bool(view.files)
    assert list(screen.toggle) == []


def test_office_sees_every_programme_with_links(workbench: Workbench) -> None:
    screen = step_screen(workbench, "office", name="office", code="999101")
    screen.session_state[state.VIEW] = "likeness"
    screen.run()
    assert not screen.exception
    files = load_likeness(access_of(workbench, "office"), None).files
    shown = screen.dataframe[-1].value
    assert len(shown) == len(files) > 0
    assert shown[ZH.column_open].iloc[0].startswith(f"review?programme={files[0].entry.programme_code}&app=")
    screen.toggle(key="likeness:all").set_value(False).run()
    assert not screen.exception
