"""The library of example dimensions: choose a field, read every level, put one or all into the draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app.domain.evidence import CategoryCode
from app.domain.plan import FULL_TOTAL, PlanId, ReviewPlan
from app.ui.components.dimension_editor import edit_names
from app.ui.components.plan_desk import save_edit
from app.ui.number_text import number_text
from app.ui.plain import field_name, plain
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.dimension_setup import DimensionWords
from app.ui.text.setting_up import WORDS, SettingUpWords
from app.ui.visit import Visit
from app.workflows.core_data_selection import category_openness
from app.workflows.dimension_library import (
    Insertion,
    LibraryDimension,
    LibrarySet,
    chosen_dimensions,
    insert_dimensions,
    load_library,
    suggested_categories,
    weight_after,
)
from app.workflows.plan_draft import PlanView

MOST_NAMED = 12


def render_dimension_library(
    visit: Visit, plan_words: DimensionWords, view: PlanView, labels: Mapping[str, str]
) -> None:
    """Nothing is saved by looking; adding is one edit of the draft that can be undone."""
    words = WORDS[visit.language]
    if view.stored is None:
        return
    plan = view.stored.plan
    library = load_library(str(visit.language))
    st.caption(words.library_intro if view.is_editable else words.library_locked)
    names = {each.key: each.name for each in library}
    field = st.pills(
        words.field,
        list(names),
        format_func=lambda key: names[key],
        default=library[0].key,
        required=True,
        key=state.key(plan.plan_id, "library-field"),
    )
    shown = next(each for each in library if each.key == field)
    openness = category_openness(visit.access, plan)
    _render_insertion(visit, plan_words, view, shown)
    for each in shown.dimensions:
        feeding = [labels.get(code, code) for code in suggested_categories(each, openness)]
        with st.container(border=True):
            _render_head(words, plan.plan_id, each, is_editable=view.is_editable)
            _render_example(plan_words, words, example=each, feeding=feeding)


def _render_insertion(visit: Visit, plan_words: DimensionWords, view: PlanView, shown: LibrarySet) -> None:
    if view.stored is None or not view.is_editable:
        return
    words, plan = WORDS[visit.language], view.stored.plan
    ticked = _ticked(plan.plan_id, shown)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            words.whole_set,
            key=state.key(plan.plan_id, "library-whole", shown.key),
            icon=":material/done_all:",
            on_click=_tick_all,
            args=(plan.plan_id, shown),
        )
        shares_out = st.toggle(
            words.share_out,
            value=True,
            key=state.key(plan.plan_id, "library-share"),
            help=words.share_out_help,
        )
        st.button(
            words.insert.format(count=len(ticked)),
            key=state.key(plan.plan_id, "library-insert"),
            type="primary",
            icon=":material/playlist_add:",
            disabled=not ticked,
            help=None if ticked else words.insert_nothing,
            on_click=_insert,
            args=(visit, plan_words, plan.plan_id, shown),
        )
        st.caption(plain(_sum_line(words, plan, ticked, shares_out=shares_out)))


def _sum_line(
    words: SettingUpWords, plan: ReviewPlan, ticked: Sequence[LibraryDimension], *, shares_out: bool
) -> str:
    if not ticked:
        return words.insert_nothing
    total = weight_after(plan, ticked)
    if shares_out or total == FULL_TOTAL:
        return words.sum_shared
    return words.sum_after.format(sum=number_text(total))


def _render_head(
    words: SettingUpWords, plan_id: PlanId, example: LibraryDimension, *, is_editable: bool
) -> None:
    """A tick where it can be added; where it cannot, its name alone."""
    label = words.weight_of.format(name=example.template.name, weight=number_text(example.weight))
    if is_editable:
        st.checkbox(field_name(label), key=_tick_key(plan_id, example))
    else:
        st.markdown(f"**{plain(label)}**")


def _render_example(
    plan_words: DimensionWords, words: SettingUpWords, *, example: LibraryDimension, feeding: Sequence[str]
) -> None:
    template = example.template
    st.text(template.description)
    levels = zip(plan_words.start.level_names, template.level_texts, strict=True)
    st.text("\n".join(words.level_line.format(name=name, text=text) for name, text in levels))
    more = plan_words.notes.empty_value if not feeding else "、".join(feeding[:MOST_NAMED])
    ending = "…" if len(feeding) > MOST_NAMED else ""
    st.caption(plain(words.feeds.format(names=more + ending) if feeding else words.feeds_nothing))


def _tick_key(plan_id: PlanId, example: LibraryDimension) -> str:
    return state.key(plan_id, "library", example.key)


def _ticked(plan_id: PlanId, shown: LibrarySet) -> tuple[LibraryDimension, ...]:
    keys = {each.key for each in shown.dimensions if st.session_state.get(_tick_key(plan_id, each))}
    return chosen_dimensions([shown], keys)


def _tick_all(plan_id: PlanId, shown: LibrarySet) -> None:
    for each in shown.dimensions:
        st.session_state[_tick_key(plan_id, each)] = True


def _insert(visit: Visit, plan_words: DimensionWords, plan_id: PlanId, shown: LibrarySet) -> None:
    stored = state.shown(plan_id)
    ticked = _ticked(plan_id, shown)
    if stored is None or not ticked:
        return
    openness: Mapping[CategoryCode, bool] = category_openness(visit.access, stored.plan)
    shares_out = bool(st.session_state[state.key(plan_id, "library-share")])
    insertion = Insertion(ticked, shares_out)
    save_edit(visit, plan_id, insert_dimensions(stored.plan, insertion, edit_names(plan_words), openness))
    for each in ticked:
        st.session_state[_tick_key(plan_id, each)] = False
    leave_notice(Notice("success", WORDS[visit.language].inserted.format(count=len(ticked))))
