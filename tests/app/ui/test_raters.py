"""The numbers about reviewers on the screen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.evidence import ProgrammeCode
from app.domain.total_component import ComponentId, TotalComponent
from app.ui.plain import plain
from app.ui.state import raters as state
from app.ui.steps.raters import SHOWS
from app.ui.text.raters import ZH
from app.workbench import Workbench
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.revised_rules import locked_with

CODE = "999101"


@pytest.mark.parametrize("view", SHOWS)
def test_every_view_opens(workbench: Workbench, view: str) -> None:
    screen = step_screen(workbench, "raters", code=CODE)
    screen.session_state[state.key(ProgrammeCode(CODE), "view")] = view
    screen.run()
    assert not screen.exception
    assert ZH.about[view] in [each.value for each in screen.text]


def test_reviewer_sees_the_own_page_and_then_the_chair_does(workbench: Workbench) -> None:
    own = step_screen(workbench, "own_figures", name="reviewer1", code=CODE)
    assert not own.exception
    assert [each.label for each in own.expander]
    chair = step_screen(workbench, "raters", code=CODE)
    chair.session_state[state.key(ProgrammeCode(CODE), "view")] = "behaviour"
    chair.run()
    assert [each.label for each in chair.expander] == [each.label for each in own.expander]


def test_programme_without_a_locked_plan_says_so(workbench: Workbench) -> None:
    screen = step_screen(workbench, "raters", code="999102")
    assert not screen.exception
    assert len(screen.info) == 1


def test_ranks_by_review_totals_alone_say_so_beside_other_components(workbench: Workbench) -> None:
    told = ZH.certainty.review_ranks_only.format(names="學測")

    def warnings() -> list[str]:
        screen = step_screen(workbench, "raters", code=CODE)
        screen.session_state[state.key(ProgrammeCode(CODE), "view")] = "certainty"
        screen.run()
        assert not screen.exception
        return [each.value for each in screen.warning]

    assert warnings() == []
    locked_with(
        workbench, components=(TotalComponent(ComponentId("test"), "學測", Decimal(50), Decimal(100)),)
    )
    assert warnings() == [plain(told)]
