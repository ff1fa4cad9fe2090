"""The dimensions of a plan as a browser part: weights as a live bar, one card a dimension."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from app.domain.dimensions import Dimension, weight_of
from app.domain.evidence import ApplicationId
from app.domain.plan import FULL_TOTAL, PlanId, ReviewPlan
from app.errors import NotFound
from app.ui.components.part import part
from app.ui.components.plan_desk import save_edit
from app.ui.components.plan_wording import unit_of
from app.ui.number_text import number_text
from app.ui.state import plan as state
from app.ui.state.address import link_to_application
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.dimension_setup import DimensionWords
from app.ui.text.setting_up import WORDS
from app.ui.visit import Visit
from app.workflows.dimension_setup import (
    EditNames,
    TemplateDimension,
    UnusableEdit,
    add_blank,
    apply_edit,
    read_edit,
)
from app.workflows.level_anchors import load_anchor_numbers
from app.workflows.plan_draft import PlanView

PART = "dimension_editor"


def edit_names(words: DimensionWords) -> EditNames:
    """The words an edit writes into a plan."""
    return EditNames(words.new_dimension, words.copy_suffix, words.start.level_names)


def template_of(words: DimensionWords) -> list[TemplateDimension]:
    """The three dimensions to start from."""
    return [TemplateDimension(name, text, levels) for name, text, levels in words.start.template]


def render_dimension_editor(visit: Visit, words: DimensionWords, view: PlanView) -> None:
    """Cards of all dimensions; read-only unless this person may change this draft."""
    if view.stored is None:
        return
    plan = view.stored.plan
    numbers = load_anchor_numbers(visit.access, plan)
    part("dimension_editor", "anchor_chips")(
        key=state.key(plan.plan_id, PART),
        data={
            "plan": f"{plan.plan_id}:{plan.scale}:{visit.language}",
            "locked": not view.is_editable,
            "unit": unit_of(words, plan),
            "full": int(FULL_TOTAL),
            "words": {**_editor_words(words, plan), **WORDS[visit.language].level},
            "acknowledged": state.acknowledged(plan.plan_id, PART),
            "dimensions": [_card(plan, each, numbers) for each in plan.dimensions],
        },
        on_outbox_change=_on_edits(visit, words, plan.plan_id),
    )
    if view.is_editable:
        st.button(
            words.add_dimension,
            key=state.key(plan.plan_id, "add"),
            icon=":material/add:",
            on_click=_add,
            args=(visit, words, plan.plan_id),
        )


def _editor_words(words: DimensionWords, plan: ReviewPlan) -> dict[str, str]:
    weight = words.editor["weight" if plan.scale == "percent" else "weight_points"]
    return {**words.editor, "weight": weight}


def _card(plan: ReviewPlan, dimension: Dimension, numbers: Mapping[ApplicationId, str]) -> dict[str, object]:
    return {
        "id": dimension.dimension_id,
        "name": dimension.name,
        "description": dimension.description,
        "weight": number_text(weight_of(dimension, plan.scale)),
        "minimum": number_text(dimension.minimum_score),
        "levels": [
            {
                "name": level.name,
                "text": level.text,
                "low": number_text(level.low),
                "high": number_text(level.high),
                "share": number_text(level.intended_share),
                "note": level.note,
                "anchors": [
                    {"id": key, "number": numbers[key], "link": link_to_application(plan.programme_code, key)}
                    for key in level.anchors
                    if key in numbers
                ],
                "hidden": sum(key not in numbers for key in level.anchors),
            }
            for level in dimension.rubric_levels
        ],
    }


def _on_edits(visit: Visit, words: DimensionWords, plan_id: PlanId) -> Callable[[], None]:
    def take_edits() -> None:
        edits = state.new_edits(plan_id, PART)
        shown = state.shown(plan_id)
        if not edits or shown is None:
            return
        plan = shown.plan
        for raw in edits:
            plan = _applied(words, plan, raw)
        save_edit(visit, plan_id, plan)
        state.acknowledge(plan_id, PART, int(str(edits[-1]["seq"])))

    return take_edits


def _applied(words: DimensionWords, plan: ReviewPlan, raw: dict[str, object]) -> ReviewPlan:
    try:
        return apply_edit(plan, read_edit(raw), edit_names(words))
    except UnusableEdit as problem:
        refused = problem.value
    except NotFound as problem:
        refused = problem.key
    text = words.refused_edit.format(value=refused)
    leave_notice(Notice("warning", text))
    return plan


def _add(visit: Visit, words: DimensionWords, plan_id: PlanId) -> None:
    shown = state.shown(plan_id)
    if shown is not None:
        save_edit(visit, plan_id, add_blank(shown.plan, edit_names(words)))
