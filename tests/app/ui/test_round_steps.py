"""差分檢核, 待討論 and 尺規校準 on screen: they draw for each role, act in callbacks, and keep what was typed."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.calibration import CalibrationRound
from app.domain.gap_case import CaseState
from app.domain.people import PersonId
from app.domain.round_event import RoundEventKind
from app.domain.round_phase import Phase
from app.domain.scores import reviewer_total
from app.ui.number_text import number_text
from app.ui.text.calibration import ZH as CALIBRATION
from app.ui.text.gaps import ZH as GAPS
from app.ui.text.phases import ZH as PHASES
from app.workbench import Workbench
from app.workflows.calibration import open_calibration, set_up_calibration
from tests.app.ui.desk_screen import desk_screen
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.gap_round import go, programme_with_gaps, queue_of
from tests.app.workflows.people import access_of

CODE = "999101"


def texts(screen: AppTest) -> list[str]:
    """Everything said in boxes."""
    return [str(each.value) for each in (*screen.error, *screen.warning, *screen.success, *screen.info)]


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("gap_check", "chair"),
        ("gap_check", "office"),
        ("discussion", "reviewer1"),
        ("calibration", "chair"),
        ("calibration", "reviewer1"),
        ("calibration", "office"),
    ],
)
def test_step_draws_without_a_write(workbench: Workbench, step: str, name: str) -> None:
    before = len(workbench.store.load_log(limit=1000))
    screen = step_screen(workbench, step, name=name, code=CODE)
    assert [each.message for each in screen.exception] == []
    assert [each.value for each in screen.error] == []
    assert len(workbench.store.load_log(limit=1000)) == before


@pytest.mark.parametrize("step", ["gap_check", "calibration"])
def test_a_programme_without_a_plan_says_so(workbench: Workbench, step: str) -> None:
    screen = step_screen(workbench, step, code="999102")
    assert len(screen.info) == 1


def test_reviewer_is_refused_the_queue(workbench: Workbench) -> None:
    screen = step_screen(workbench, "gap_check", name="reviewer1", code=CODE)
    assert [type(each.message) for each in screen.exception] == [str]


def test_phase_is_changed_by_the_button(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    plan = queue_of(workbench, programme).plan
    screen = step_screen(workbench, "gap_check", code=CODE)
    screen.button(key=f"phase:{plan.plan_id}:0:go").click().run()
    told = PHASES.set_done.format(phase=PHASES.names["gap_check"])
    assert any(told[:8] in text for text in texts(screen))
    event = workbench.store.find_round_event(plan.plan_id, RoundEventKind.PHASE, "")
    assert event is not None
    assert event.content["phase"] == "gap_check"


def test_case_without_a_reason_is_refused_and_with_one_recorded(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    row = queue_of(workbench, programme).rows[0]
    key = f"gaps:step:{row.case.application_id}:0"
    screen = step_screen(workbench, "gap_check", code=CODE)
    screen.query_params["app"] = row.case.application_id
    screen.run()
    screen.segmented_control(key=f"{key}:state").set_value(CaseState.CLOSED).run()
    screen.button(key=f"{key}:record").click().run()
    assert GAPS.problems["no_reason"] in texts(screen)
    screen.text_area(key=f"{key}:reason").set_value("委員會確認").run()
    screen.button(key=f"{key}:record").click().run()
    case = queue_of(workbench, programme).rows[0].case
    assert (case.state, case.steps[-1].reason) == (CaseState.CLOSED, "委員會確認")


def test_form_says_when_the_case_moved_in_another_tab(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    row = queue_of(workbench, programme).rows[0]
    screens = []
    for _ in range(2):
        screen = step_screen(workbench, "gap_check", code=CODE)
        screen.query_params["app"] = row.case.application_id
        screens.append(screen.run())
    first, second = screens
    moved = GAPS.moved.format(state=GAPS.states[CaseState.CLOSED])
    first.segmented_control(key=f"gaps:step:{row.case.application_id}:0:state").set_value(
        CaseState.CLOSED
    ).run()
    first.text_area(key=f"gaps:step:{row.case.application_id}:0:reason").set_value("委員會確認").run()
    first.button(key=f"gaps:step:{row.case.application_id}:0:record").click().run()
    assert moved not in [each.value for each in first.warning]
    second.run()
    assert moved in [each.value for each in second.warning]
    # Still there after something else was touched.
    second.text_area(key=f"gaps:step:{row.case.application_id}:1:reason").set_value("再看一次").run()
    assert moved in [each.value for each in second.warning]


def test_trial_form_keeps_what_was_typed_when_refused_and_saves_the_rest(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    chair = access_of(workbench, "chair")
    view = open_calibration(chair, programme)
    assert view is not None
    reviewers = [each.person_id for each in view.reviewers]
    opened = set_up_calibration(chair, programme, application_ids=view.proposed, reviewer_ids=reviewers)
    assert isinstance(opened, CalibrationRound)
    screen = step_screen(workbench, "calibration", name="reviewer1", code=CODE)
    fields = [each for each in screen.text_input if each.key and ":score:" in each.key]
    assert len(fields) == len(view.plan.dimensions)
    for field, value in zip(fields, ("101", "80", "70"), strict=True):
        field.set_value(value)
    save = next(each for each in screen.button if each.label == CALIBRATION.save)
    save.click().run()
    assert any("0–100" in text for text in texts(screen))
    fields = [each for each in screen.text_input if each.key and ":score:" in each.key]
    assert [field.value for field in fields] == ["101", "80", "70"]
    fields[0].set_value("90")
    next(each for each in screen.button if each.label == CALIBRATION.save).click().run()
    assert CALIBRATION.saved.replace("。", "") in "".join(texts(screen))
    kind = RoundEventKind.CALIBRATION_REVIEW
    events = workbench.store.load_round_events(view.plan.plan_id, kind)
    assert [each.revision for each in events if each.subject.startswith(opened.round_id)] == [1]


def test_desk_says_that_the_phase_paused_scoring_and_where_the_draft_is(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    go(workbench, programme, Phase.GAP_CHECK)
    screen = desk_screen(workbench)
    paused = PHASES.scoring_closed["nobody"].format(phase=PHASES.names["gap_check"])
    assert paused in texts(screen)
    assert PHASES.scoring_kept in [each.value for each in screen.caption]


def test_a_paused_desk_still_shows_what_its_reviewer_saved(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    go(workbench, programme, Phase.GAP_CHECK)
    screen = desk_screen(workbench)
    shown = [str(each.value) for each in screen.text if PHASES.own_total in str(each.value)]
    plan_id = queue_of(workbench, programme).plan.plan_id
    totals = {
        number_text(reviewer_total(queue_of(workbench, programme).plan, review))
        for review in workbench.store.load_reviews(plan_id, reviewer_id=PersonId("demo-reviewer1"))
    }
    assert [text.rsplit("　", 1)[-1] in totals for text in shown] == [True]


def test_the_third_reading_is_not_entered_blindly(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    go(workbench, programme, Phase.GAP_CHECK)
    plan_id = queue_of(workbench, programme).plan.plan_id
    screen = step_screen(workbench, "gap_check", code=CODE)
    screen.selectbox(key=f"phase:{plan_id}:1:to").set_value(Phase.THIRD_READING).run()
    assert PHASES.nobody_third in texts(screen)


def test_the_round_shows_its_reviewers_the_ranking_by_a_tick(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    go(workbench, programme, Phase.GAP_CHECK)
    plan_id = queue_of(workbench, programme).plan.plan_id
    screen = step_screen(workbench, "gap_check", code=CODE)
    screen.checkbox(key=f"phase:{plan_id}:1:ranking:discussion").check().run()
    screen.button(key=f"phase:{plan_id}:1:go").click().run()
    event = workbench.store.find_round_event(plan_id, RoundEventKind.PHASE, "")
    assert event is not None
    assert (event.content["phase"], event.content["shows_ranking"]) == ("discussion", True)
    ranking = step_screen(workbench, "total_ranking", name="reviewer1", code=CODE)
    assert [each.message for each in ranking.exception] == []
    assert [each.value for each in ranking.error] == []
    assert list(ranking.get("link_button")) == []


def test_a_chair_who_may_not_export_is_told_who_may(workbench: Workbench) -> None:
    programme = programme_with_gaps(workbench)
    go(workbench, programme, Phase.GAP_CHECK)
    told = PHASES.export_closed.format(phase="差分檢核", open="初評」或「結案")
    for name, expected in (("chair", True), ("office", False)):
        screen = step_screen(workbench, "total_ranking", name=name, code=CODE)
        assert (told in [each.value for each in screen.caption]) is expected
        assert bool(screen.get("link_button")) is not expected
