"""Accessible names of fields on the main screens: what somebody called a thing, without an escape."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from streamlit.testing.v1.element_tree import Element

from app.domain.identity_list import IdentityList
from app.domain.total_component import ComponentId, TotalComponent
from app.reviews.store import Saved
from app.ui.plain import field_name
from app.workbench import Workbench
from tests.app.ui.plan_screens import step_screen
from tests.app.ui.test_setting_up import panel_screen
from tests.app.workflows.people import person_named
from tests.app.workflows.test_signed_lists import plan_of_round

CODE = "999101"
HOSTILE = "*A_b* [x](y) <b>"
FIELDS = (
    "selectbox", "multiselect", "number_input", "text_input", "text_area", "date_input", "time_input", "slider",
    "radio", "segmented_control", "pills", "checkbox", "toggle", "file_uploader", "select_slider",
)  # fmt: skip
STEPS = {
    "dimension_setup": "chair",
    "core_data_selection": "chair",
    "evidence_review": "reviewer1",
    "total_ranking": "chair",
    "reviewer_assignment": "chair",
    "calibration": "reviewer1",
    "gap_check": "chair",
    "records": "office",
    "office": "office",
}


def _draft_of_hostile_names(workbench: Workbench, *, is_locked: bool) -> None:
    plan_id = plan_of_round(workbench)
    locked = workbench.store.find_locked(plan_id)
    assert locked is not None
    plan = locked.plan
    first, *others = plan.dimensions
    rules = replace(
        plan.rules,
        components=(TotalComponent(ComponentId("test"), HOSTILE, Decimal(10)),),
        identity_lists=(IdentityList("one", HOSTILE, quota=5),),
    )
    chair = person_named(workbench, "chair").person_id
    renamed = replace(plan, dimensions=(replace(first, name=HOSTILE), *others), rules=rules)
    outcome = workbench.store.save_draft(renamed, seen_revision=0, person_id=chair)
    assert isinstance(outcome, Saved)
    if is_locked:
        workbench.store.lock_draft(plan_id, seen_revision=outcome.value.row_revision, person_id=chair)


@pytest.mark.parametrize(("step", "name"), STEPS.items())
def test_no_name_of_a_field_holds_an_escape(workbench: Workbench, step: str, name: str) -> None:
    is_draft = step in ("dimension_setup", "core_data_selection")
    _draft_of_hostile_names(workbench, is_locked=not is_draft)
    screen = step_screen(workbench, step, name=name, code=CODE)
    assert not screen.exception
    labels = [str(each.label) for kind in FIELDS for each in screen.get(kind) if isinstance(each, Element)]
    assert labels or step == "evidence_review"
    assert [each for each in labels if "\\" in each] == []
    options = [
        str(each)
        for kind in ("selectbox", "multiselect")
        for field in screen.get(kind)
        if isinstance(field, Element)
        for each in field.options
    ]
    assert [each for each in options if "\\" in each] == []


@pytest.mark.parametrize("panel", ["library", "trial", "notice"])
def test_no_name_of_a_field_of_a_panel_holds_an_escape(workbench: Workbench, panel: str) -> None:
    _draft_of_hostile_names(workbench, is_locked=True)
    screen = panel_screen(workbench, panel, code=CODE)
    assert not screen.exception
    labels = [str(each.label) for kind in FIELDS for each in screen.get(kind) if isinstance(each, Element)]
    assert labels
    assert [each for each in labels if "\\" in each] == []
    is_named = any(field_name(HOSTILE) in each for each in labels)
    assert is_named == (panel == "trial")
