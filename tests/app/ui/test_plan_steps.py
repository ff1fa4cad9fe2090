"""Steps 1, 2 and 4 on screen: they draw, save in callbacks, and show what is stored."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.dimensions import ScoringScale
from app.domain.evidence import CategoryCode, ProgrammeCode
from app.domain.identity_list import IdentityList
from app.domain.plan import PlanId, ReviewPlan, rebase
from app.domain.scoring_method import ScoringMethod
from app.reviews.store import StoredPlan
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.text.core_data import ZH as CORE_ZH
from app.ui.text.dimension_setup import ZH
from app.ui.text.ranking import ZH as RANKING_ZH
from app.workbench import Workbench
from app.workflows.dimension_setup import with_scale
from tests.app.ui.desk_screen import part_data
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.revised_rules import locked_with

DRAFT, LOCKED = PlanId("999102-115"), PlanId("999101-115")


def _stored(workbench: Workbench, plan_id: PlanId = DRAFT) -> StoredPlan:
    stored = workbench.store.find_draft(plan_id) or workbench.store.find_locked(plan_id)
    assert stored is not None
    return stored


def _texts(screen: AppTest) -> list[str]:
    return [str(each.value) for each in screen.text]


def _save_elsewhere(workbench: Workbench, plan: ReviewPlan) -> None:
    stored = _stored(workbench)
    workbench.store.save_draft(plan, seen_revision=stored.row_revision, person_id=stored.saved_by)


@pytest.mark.parametrize(
    ("step", "name", "code"),
    [
        ("dimension_setup", "chair", "999102"),
        ("dimension_setup", "chair", "999101"),
        ("dimension_setup", "reviewer1", "999102"),
        ("core_data_selection", "chair", "999102"),
        ("core_data_selection", "chair", "999101"),
        ("total_ranking", "chair", "999101"),
        ("total_ranking", "chair", "999102"),
        ("total_ranking", "office", "999101"),
    ],
)
def test_step_draws_without_a_write(workbench: Workbench, step: str, name: str, code: str) -> None:
    before = len(workbench.store.load_log(limit=1000))
    screen = step_screen(workbench, step, name=name, code=code)
    assert [each.message for each in screen.exception] == []
    assert [each.value for each in screen.error] == []
    assert len(workbench.store.load_log(limit=1000)) == before


def test_rule_is_saved_once_and_can_be_undone(workbench: Workbench) -> None:
    before = _stored(workbench)
    screen = step_screen(workbench, "dimension_setup")
    screen.number_input(key=state.key(DRAFT, "required")).set_value(3).run()
    after = _stored(workbench)
    assert after.plan == replace(before.plan, rules=replace(before.plan.rules, required_reviews=3))
    assert after.row_revision == before.row_revision + 1
    screen.run()
    assert _stored(workbench) == after
    screen.button(key=state.key(DRAFT, "undo-button")).click().run()
    assert _stored(workbench).plan == before.plan
    assert screen.number_input(key=state.key(DRAFT, "required")).value == 2


def test_number_that_cannot_be_used_is_said_and_not_saved(workbench: Workbench) -> None:
    before = _stored(workbench)
    screen = step_screen(workbench, "dimension_setup")
    screen.text_input(key=state.key(DRAFT, "gap")).set_value("很多").run()
    assert [each.value for each in screen.warning] == [ZH.refused_edit.format(value="很多")]
    assert screen.text_input(key=state.key(DRAFT, "gap")).value == "20"
    assert _stored(workbench) == before


def test_edit_of_what_changed_meanwhile_shows_both_and_loses_nothing(workbench: Workbench) -> None:
    screen = step_screen(workbench, "dimension_setup")
    _save_elsewhere(workbench, replace(_stored(workbench).plan, title="別人的名稱"))
    screen.text_input(key=state.key(DRAFT, "title")).set_value("我的名稱").run()
    assert _stored(workbench).plan.title == "別人的名稱"
    assert ZH.conflict_title in [each.value for each in screen.warning]
    assert f"・{ZH.notes.fields['title']}：別人的名稱 → 我的名稱" in _texts(screen)
    screen.button(key=state.key(DRAFT, "take-offered")).click().run()
    assert _stored(workbench).plan.title == "我的名稱"
    assert [each.value for each in screen.warning] == []


def test_stored_version_may_be_kept_and_the_other_is_one_undo_away(workbench: Workbench) -> None:
    screen = step_screen(workbench, "dimension_setup")
    _save_elsewhere(workbench, replace(_stored(workbench).plan, title="別人的名稱"))
    screen.text_input(key=state.key(DRAFT, "title")).set_value("我的名稱").run()
    screen.button(key=state.key(DRAFT, "take-stored")).click().run()
    assert _stored(workbench).plan.title == "別人的名稱"
    screen.button(key=state.key(DRAFT, "undo-button")).click().run()
    assert _stored(workbench).plan.title == "我的名稱"


def test_lock_asks_first_and_the_way_on_is_a_new_revision(workbench: Workbench) -> None:
    screen = step_screen(workbench, "dimension_setup")
    lock = state.key(DRAFT, "lock")
    assert screen.button(key=lock).disabled is True
    confirm = next(each for each in screen.checkbox if each.label == ZH.lock_confirm)
    confirm.check().run()
    screen.button(key=lock).click().run()
    locked = workbench.store.find_locked(DRAFT)
    assert locked is not None
    assert workbench.store.find_draft(DRAFT) is None
    assert screen.number_input(key=state.key(DRAFT, "required")).disabled is True
    screen.button(key=state.key(DRAFT, "revise", 1)).click().run()
    draft = workbench.store.find_draft(DRAFT)
    assert draft is not None
    assert draft.plan.revision == 2
    assert workbench.store.find_locked(DRAFT) == locked


def test_plan_that_does_not_add_up_offers_no_lock(workbench: Workbench) -> None:
    plan = _stored(workbench).plan
    _save_elsewhere(workbench, replace(plan, dimensions=plan.dimensions[:1]))
    screen = step_screen(workbench, "dimension_setup")
    assert [each.key for each in screen.button if each.key == state.key(DRAFT, "lock")] == []
    place = f"　→ {ZH.place_dimension}"
    assert ZH.notes.problems["weights_off_missing"].format(amount="50 %") + place in _texts(screen)


def test_new_dimension_is_added_at_the_end(workbench: Workbench) -> None:
    screen = step_screen(workbench, "dimension_setup")
    screen.button(key=state.key(DRAFT, "add")).click().run()
    assert [each.name for each in _stored(workbench).plan.dimensions][-1] == ZH.new_dimension


def test_ranking_says_how_far_the_round_is(workbench: Workbench) -> None:
    screen = step_screen(workbench, "total_ranking", code="999101")
    assert RANKING_ZH.progress_open in screen.text[0].value
    parts = screen.selectbox(key=f"ranking:{ProgrammeCode('999101')}:part")
    parts.set_value(parts.options[1]).run()
    assert [each.message for each in screen.exception] == []


def test_category_without_a_row_is_named_and_can_be_removed(workbench: Workbench) -> None:
    plan = _stored(workbench).plan
    core = plan.core_data.with_pair(plan.dimensions[0].dimension_id, CategoryCode("no.such.category"))
    _save_elsewhere(workbench, replace(plan, core_data=core))
    line = ZH.notes.problems["core_data_not_there"].format(subject="no.such.category")
    assert any(line in each for each in _texts(step_screen(workbench, "dimension_setup")))
    screen = step_screen(workbench, "core_data_selection")
    unknown = CORE_ZH.unknown.format(names="no.such.category")
    assert plain(unknown) in [each.value for each in screen.warning]
    screen.button(key=state.key(DRAFT, "remove-unknown")).click().run()
    assert _stored(workbench).plan == plan
    assert state.key(DRAFT, "remove-unknown") not in [each.key for each in screen.button]


def test_lock_says_first_how_many_reviews_stop_counting(workbench: Workbench) -> None:
    locked = _stored(workbench, LOCKED)
    draft = with_scale(rebase(locked.plan), ScoringScale.POINTS)
    workbench.store.save_draft(draft, seen_revision=0, person_id=locked.saved_by)
    stopped = sum(
        bool(each.scores) and not each.abstained for each in workbench.store.load_reviews(locked.plan.plan_id)
    )
    screen = step_screen(workbench, "dimension_setup", code="999101")
    assert [each.value for each in screen.warning] == [plain(ZH.lock_stops.format(count=stopped))]


def test_components_and_lists_are_set_up_on_the_rules_tab(workbench: Workbench) -> None:
    screen = step_screen(workbench, "dimension_setup")
    screen.button(key=state.key(DRAFT, "add-component")).click().run()
    screen.button(key=state.key(DRAFT, "add-list")).click().run()
    rules = _stored(workbench).plan.rules
    component, one = rules.components[0].component_id, rules.identity_lists[0].list_id
    screen.text_input(key=state.key(DRAFT, f"weight-{component}")).set_value("４０").run()
    screen.text_input(key=state.key(DRAFT, f"name-{component}")).set_value("學測").run()
    screen.text_input(key=state.key(DRAFT, f"quota-{one}")).set_value("30").run()
    screen.text_input(key=state.key(DRAFT, f"wait-{one}")).set_value("一些").run()
    statuses = screen.multiselect(key=state.key(DRAFT, "statuses", one))
    statuses.set_value(statuses.options[:1]).run()
    screen.selectbox(key=state.key(DRAFT, "method")).set_value(ScoringMethod.MEDIAN).run()
    assert [each.message for each in screen.exception] == []
    saved = _stored(workbench).plan.rules
    assert (saved.components[0].name, saved.components[0].weight_percent) == ("學測", Decimal(40))
    assert saved.identity_lists[0] == replace(
        rules.identity_lists[0], quota=30, statuses=frozenset(statuses.options[:1])
    )
    assert saved.adjustment.method is ScoringMethod.MEDIAN
    screen.button(key=state.key(DRAFT, "drop", component)).click().run()
    screen.button(key=state.key(DRAFT, "drop-list", one)).click().run()
    assert (_stored(workbench).plan.rules.components, _stored(workbench).plan.rules.identity_lists) == (
        (),
        (),
    )


def test_ranking_shows_places_and_one_list(workbench: Workbench) -> None:
    locked_with(workbench, identity_lists=(IdentityList("all", "一般", quota=3, waitlist=2),))
    screen = step_screen(workbench, "total_ranking", code="999101")
    told = RANKING_ZH.count_places.format(name="一般", admitted=3, quota=3)
    assert any(each.startswith(told) for each in _texts(screen))
    parts = screen.selectbox(key=f"ranking:{ProgrammeCode('999101')}:part")
    parts.set_value("list:all").run()
    assert [each.message for each in screen.exception] == []
    ranked = part_data(screen, "ranking:999101:ranking_table")["blocks"][0]
    outcomes = [row["outcomes"][0]["text"] for row in ranked["rows"]]
    # The line stands behind the last one who is in, and nobody behind it is.
    after = [row["id"] for row in ranked["rows"]].index(ranked["line"]["after"])
    assert ranked["line"]["text"] == RANKING_ZH.line.format(quota=3)
    assert outcomes[: after + 1] == ["正取"] * 3
    assert outcomes[after + 1 : after + 3] == ["備取 1", "備取 2"]
