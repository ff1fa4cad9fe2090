"""The panels of steps 1 and 2 that are drawn only when opened: they draw for chair and reviewer and write nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.dimensions import ScoringScale
from app.domain.plan import PlanId, ReviewPlan, rebase
from app.reviews.store import Saved
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.state import trial as trial_state
from app.ui.text.setting_up import ZH
from app.ui.text.what_if import ZH as WHAT_IF
from app.workbench import Workbench
from app.workflows.carried_reviews import count_stopped
from app.workflows.dimension_setup import with_scale
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.people import person_named
from tests.app.workflows.test_component_import import TEST

DRAFT, LOCKED = PlanId("999102-115"), PlanId("999101-115")


def panel_screen(workbench: Workbench, panel: str, *, name: str = "chair", code: str = "999102") -> AppTest:
    """One panel alone for a demo person."""
    kwargs = {"workbench": workbench, "panel": panel, "name": name, "code": code}
    return AppTest.from_function(_draw, kwargs=kwargs, default_timeout=30).run()


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _draw(workbench: object, panel: str, name: str, code: str) -> None:
    from app.ui.components.core_data_coverage import render_core_data_coverage
    from app.ui.components.core_notice import render_core_notice
    from app.ui.components.dimension_library import render_dimension_library
    from app.ui.components.earlier_plans import render_earlier_plans
    from app.ui.components.notice_line import render_notice
    from app.ui.components.plan_comparison import render_plan_comparison
    from app.ui.components.what_if_desk import render_what_if
    from app.ui.state import plan as plan_state
    from app.ui.text.dimension_setup import ZH as PLAN_ZH
    from app.ui.text.frame import ZH as FRAME_ZH
    from app.ui.text.language import Language
    from app.ui.visit import Visit
    from app.workbench import Workbench as OpenWorkbench
    from app.workflows.core_data_selection import category_labels
    from app.workflows.plan_draft import open_plan
    from tests.app.workflows.people import access_of, programme_of

    assert isinstance(workbench, OpenWorkbench)
    access, programme = access_of(workbench, name), programme_of(workbench, code)
    visit = Visit(
        workbench=workbench,
        access=access,
        person=access.person,
        language=Language.ZH,
        words=FRAME_ZH,
        programme=programme,
    )
    view = open_plan(access, programme)
    assert view.stored is not None
    plan_state.show(view.stored.plan.plan_id, view.stored)
    labels = category_labels(access, view.stored.plan)
    render_notice()
    if panel == "library":
        render_dimension_library(visit, PLAN_ZH, view, labels)
    elif panel == "earlier":
        render_earlier_plans(visit, PLAN_ZH, view, labels)
    elif panel == "compare":
        render_plan_comparison(visit, PLAN_ZH, view, labels)
    elif panel == "trial":
        render_what_if(visit, view, labels)
    elif panel == "cover":
        render_core_data_coverage(visit, view.stored.plan, labels)
    else:
        render_core_notice(visit, programme)


@pytest.mark.parametrize("code", ["999101", "999102"])
@pytest.mark.parametrize("panel", ["library", "earlier", "compare", "trial", "cover", "notice"])
def test_panel_draws_without_a_write(workbench: Workbench, panel: str, code: str) -> None:
    before = len(workbench.store.load_log(limit=1000))
    screen = panel_screen(workbench, panel, code=code)
    assert [each.message for each in screen.exception] == []
    assert [each.value for each in screen.error] == []
    assert len(workbench.store.load_log(limit=1000)) == before


def test_reviewer_gets_no_trial(workbench: Workbench) -> None:
    screen = panel_screen(workbench, "trial", name="reviewer1", code="999101")
    assert [each.value for each in screen.info] == [WHAT_IF.not_for_reviewers]


def test_whole_set_goes_into_the_draft_and_one_undo_takes_it_out(workbench: Workbench) -> None:
    before = workbench.store.find_draft(DRAFT)
    assert before is not None
    screen = panel_screen(workbench, "library")
    screen.button(key=state.key(DRAFT, "library-whole", "computing")).click().run()
    screen.button(key=state.key(DRAFT, "library-insert")).click().run()
    assert [each.value for each in screen.success] == [ZH.inserted.format(count=4)]
    after = workbench.store.find_draft(DRAFT)
    assert after is not None
    assert len(after.plan.dimensions) == len(before.plan.dimensions) + 4
    assert sum(each.weight_percent for each in after.plan.dimensions) == 100
    assert after.row_revision == before.row_revision + 1


def test_other_weight_moves_people_and_saves_nothing(workbench: Workbench) -> None:
    stored = workbench.store.find_locked(LOCKED)
    assert stored is not None
    version = (stored.plan.revision, stored.row_revision)
    first = stored.plan.dimensions[0].dimension_id
    before = len(workbench.store.load_log(limit=1000))
    screen = panel_screen(workbench, "trial", code="999101")
    assert WHAT_IF.nobody_moves in [each.value for each in screen.text]
    screen.number_input(key=trial_state.key(LOCKED, "weight", first, *version)).set_value(5.0).run()
    assert WHAT_IF.nobody_moves not in [each.value for each in screen.text]
    assert len(screen.dataframe) == 1
    assert workbench.store.find_draft(LOCKED) is None
    assert len(workbench.store.load_log(limit=1000)) == before


def test_locked_plan_says_why_nothing_can_be_changed_and_leads_on(workbench: Workbench) -> None:
    screen = step_screen(workbench, "dimension_setup", code="999101")
    assert ZH.locked_why in [each.value for each in screen.caption]
    assert screen.text_input(key=state.key(LOCKED, "title")).disabled
    screen.button(key=state.key(LOCKED, "revise-here", 1)).click().run()
    assert ZH.locked_why not in [each.value for each in screen.caption]
    assert not screen.text_input(key=state.key(LOCKED, "title")).disabled
    assert workbench.store.find_draft(LOCKED) is not None


def test_who_may_only_read_is_told_so(workbench: Workbench) -> None:
    screen = step_screen(workbench, "core_data_selection", name="reviewer1", code="999101")
    assert ZH.read_only_why in [each.value for each in screen.caption]
    assert [each.key for each in screen.button if "revise" in str(each.key)] == []


def test_library_of_a_locked_plan_offers_no_tick_that_leads_nowhere(workbench: Workbench) -> None:
    screen = panel_screen(workbench, "library", code="999101")
    assert ZH.library_locked in [each.value for each in screen.caption]
    assert len(screen.checkbox) == 0


@pytest.mark.parametrize("code", ["999101", "999102"])
@pytest.mark.parametrize(("step", "name"), [("dimension_setup", "chair"), ("core_data_selection", "chair")])
def test_every_button_that_cannot_be_pressed_says_why(
    workbench: Workbench, step: str, name: str, code: str
) -> None:
    screen = step_screen(workbench, step, name=name, code=code)
    why = [each.value for each in screen.caption]
    closed = [each.key for each in screen.button if each.disabled and not each.help]
    assert closed == [] or ZH.locked_why in why


def test_what_changed_since_the_last_revision_is_one_click_away(workbench: Workbench) -> None:
    screen = step_screen(workbench, "dimension_setup", code="999101")
    screen.button(key=state.key(LOCKED, "revise-here", 1)).click().run()
    screen.text_input(key=state.key(LOCKED, "title")).set_value("新的名稱").run()
    screen.button(key=state.key(LOCKED, "since-last")).click().run()
    begun = ["999101-115:1", "999101-115:draft"]
    sides = [screen.selectbox(key=state.side_key(LOCKED, side, begun)).value for side in ("left", "right")]
    assert sides == begun
    assert ZH.compare_count.format(count=1) in [each.value for each in screen.text]
    assert [each.message for each in screen.exception] == []


def test_step_one_shows_its_tabs(workbench: Workbench) -> None:
    labels = [each.label for each in step_screen(workbench, "dimension_setup").tabs]
    assert {ZH.tab_library, ZH.tab_earlier, ZH.tab_compare, WHAT_IF.tab} <= set(labels)


def saved_draft(workbench: Workbench, draft: ReviewPlan) -> None:
    """A draft of the locked plan stands."""
    chair = person_named(workbench, "chair").person_id
    assert isinstance(workbench.store.save_draft(draft, seen_revision=0, person_id=chair), Saved)


def test_trial_without_the_values_of_a_component_says_so_and_shows_no_numbers(workbench: Workbench) -> None:
    stored = workbench.store.find_locked(LOCKED)
    assert stored is not None
    draft = rebase(stored.plan)
    saved_draft(workbench, replace(draft, rules=replace(draft.rules, components=(TEST,))))
    screen = panel_screen(workbench, "trial", code="999101")
    said = WHAT_IF.nobody_imported.format(name=TEST.name, weight="50", missing=0, applications=0)
    assert [each.value for each in screen.warning] == [plain(f"{said} {WHAT_IF.lock_first}")]
    assert not screen.dataframe
    texts = [each.value for each in screen.text]
    assert WHAT_IF.no_totals in texts
    assert WHAT_IF.nobody_moves not in texts


def test_trial_on_another_scale_says_what_locking_it_would_stop(workbench: Workbench) -> None:
    stored = workbench.store.find_locked(LOCKED)
    assert stored is not None
    draft = with_scale(rebase(stored.plan), ScoringScale.POINTS)
    saved_draft(workbench, draft)
    screen = panel_screen(workbench, "trial", code="999101")
    warning = screen.warning[-1].value
    assert warning.startswith(WHAT_IF.stopped.format(count=count_stopped(workbench.store, draft)))
    assert WHAT_IF.why_scale in warning
    assert WHAT_IF.unit_points in [each.value for each in screen.caption]
    assert WHAT_IF.nobody_moves in [each.value for each in screen.text]
