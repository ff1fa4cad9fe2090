"""What a committee agreed on a level goes to the draft of the plan, with applicants who stand for it."""

from __future__ import annotations

import streamlit as st

from app.domain.dimensions import DimensionId, RubricLevel
from app.domain.evidence import ApplicationId, Programme
from app.domain.plan import ReviewPlan, require_dimension
from app.errors import WorkbenchError
from app.reviews.store import Stale
from app.ui.messages import message_of
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.calibration import CalibrationWords
from app.ui.visit import Visit
from app.workflows.calibration_results import (
    NOTE_LENGTH,
    CalibrationResults,
    LevelNote,
    find_note_plan,
    save_level_note,
)


def render_notes(
    visit: Visit, words: CalibrationWords, programme: Programme, *, results: CalibrationResults
) -> None:
    """A dimension, a level, its note and anchors as the draft holds them; saved with the revision that was seen."""
    plan, seen = find_note_plan(visit.access, programme)
    if not any(each.rubric_levels for each in plan.dimensions):
        return
    prefix = f"calibration:note:{plan.plan_id}"
    with st.expander(words.notes, icon=":material/edit_note:"):
        st.caption(words.notes_help)
        left, right = st.columns([1, 2], gap="medium")
        with left:
            level = _choose(words, plan, prefix)
        if level is None:
            return
        chosen, found = level
        # The draft's revision is part of the key: after another save the form shows what stands now.
        keys = f"{prefix}:{seen}:{chosen}:{found.name}"
        people = {key: f"{each.application_number} {each.name}" for key, each in results.applications.items()}
        st.session_state.setdefault(f"{keys}:note", found.note)
        st.session_state.setdefault(f"{keys}:anchors", [key for key in found.anchors if key in people])
        with right:
            st.text(found.text)
            st.text_area(words.note, key=f"{keys}:note", max_chars=NOTE_LENGTH, height=80)
            st.multiselect(
                words.anchors, list(people), format_func=lambda key: people[key], key=f"{keys}:anchors"
            )
            st.button(
                words.note_save,
                key=f"{keys}:save",
                on_click=_save,
                args=(visit, words, programme, (chosen, found, seen, keys, frozenset(people))),
            )


def _choose(words: CalibrationWords, plan: ReviewPlan, prefix: str) -> tuple[DimensionId, RubricLevel] | None:
    names = {each.dimension_id: each.name for each in plan.dimensions if each.rubric_levels}
    chosen = st.selectbox(
        words.note_dimension,
        list(names),
        format_func=lambda key: names[key],
        key=f"{prefix}:dimension",
    )
    if chosen is None:
        return None
    levels = {each.name: each for each in require_dimension(plan, chosen).rubric_levels}
    name = st.selectbox(words.note_level, list(levels), key=f"{prefix}:{chosen}:level")
    return (chosen, levels[name]) if name else None


def _save(
    visit: Visit,
    words: CalibrationWords,
    programme: Programme,
    shown: tuple[DimensionId, RubricLevel, int, str, frozenset[ApplicationId]],
) -> None:
    dimension_id, level, seen, keys, offered = shown
    chosen = tuple(ApplicationId(each) for each in st.session_state[f"{keys}:anchors"])
    # Anchors of an earlier calibration are not offered here; they stay.
    kept = tuple(each for each in level.anchors if each not in offered)
    note = LevelNote(dimension_id, level.name, str(st.session_state[f"{keys}:note"]), (*kept, *chosen))
    try:
        outcome = save_level_note(visit.access, programme, note, seen_revision=seen)
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    if isinstance(outcome, Stale):
        leave_notice(Notice("warning", words.note_stale))
    else:
        leave_notice(Notice("success", words.note_saved.format(level=level.name)))
