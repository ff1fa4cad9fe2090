"""The office's view of the quality of the data."""

from __future__ import annotations

from app.ui.state import office as state
from app.ui.text.quality import ZH
from app.workbench import Workbench
from app.workflows.data_quality import load_quality
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.people import access_of, programme_of


def test_office_sees_rules_and_coverage_of_the_snapshot(workbench: Workbench) -> None:
    screen = step_screen(workbench, "office", name="office", code="999101")
    screen.session_state[state.VIEW] = "quality"
    screen.run()
    assert not screen.exception
    programme = programme_of(workbench, "999101")
    view = load_quality(access_of(workbench, "office"), programme)
    problems = sum(each.problems for each in view.rules)
    rules, coverage = (frame.value for frame in screen.dataframe)
    assert list(rules[ZH.column_problems]) == [each.problems for each in view.rules]
    assert list(rules[ZH.column_mend]) == [each.message for each in view.rules]
    assert rules[ZH.column_problems].sum() == problems
    assert list(coverage[ZH.column_with]) == [each.applications_with for each in view.coverage]
    texts = [each.value for each in screen.text]
    assert ZH.since_first in texts
    assert ZH.coverage.format(programme=programme.programme_name) in texts
