"""The fairness sheet on the screen."""

from __future__ import annotations

from app.domain.evidence import ProgrammeCode
from app.domain.fairness import FairnessSubject
from app.ui.state import fairness as state
from app.ui.text.fairness import ZH
from app.workbench import Workbench
from app.workflows.fairness_sheet import open_fairness
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import locked_with

CODE = "999101"


def test_places_can_be_assumed_and_every_subject_opens(workbench: Workbench) -> None:
    locked_with(workbench, identity_lists=())
    screen = step_screen(workbench, "fairness", code=CODE)
    assert not screen.exception
    screen.number_input(key=state.key(ProgrammeCode(CODE), "places")).set_value(2).run()
    view = open_fairness(access_of(workbench, "chair"), programme_of(workbench, CODE), places=2)
    assert view is not None
    said = ZH.by_places.format(places=2, admitted=view.admitted, counted=view.counted)
    assert any(each.value.startswith(said) for each in screen.text)
    for subject in FairnessSubject:
        screen.session_state[state.key(ProgrammeCode(CODE), "subject")] = subject
        screen.run()
        assert not screen.exception


def test_programme_without_a_locked_plan_says_so(workbench: Workbench) -> None:
    screen = step_screen(workbench, "fairness", code="999102")
    assert not screen.exception
    assert len(screen.info) == 1
