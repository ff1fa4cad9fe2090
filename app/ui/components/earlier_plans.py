"""Taking over from plans a person may see, with every change shown before it is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app.domain.dimensions import DimensionId
from app.domain.home_time import date_and_time
from app.domain.plan import PlanId, ReviewPlan
from app.ui.components.plan_desk import save_edit
from app.ui.components.plan_wording import change_lines, problem_line
from app.ui.plain import field_name, plain
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.dimension_setup import DimensionWords
from app.ui.text.setting_up import WORDS, SettingUpWords
from app.ui.visit import Visit
from app.workflows.plan_changes import plan_changes
from app.workflows.plan_check import check_plan
from app.workflows.plan_copy import with_copied_dimensions, with_whole_plan
from app.workflows.plan_draft import PlanView
from app.workflows.plan_sources import PlanSource, load_plan_sources, note_taking


def render_earlier_plans(
    visit: Visit, plan_words: DimensionWords, view: PlanView, labels: Mapping[str, str]
) -> None:
    """Choose a source, the whole or some dimensions; the draft changes only at the button."""
    words = WORDS[visit.language]
    if view.stored is None or not view.is_editable:
        st.caption(plain(plan_words.read_only if not view.may_edit else plan_words.locked_note))
        return
    draft = view.stored.plan
    sources = [
        each
        for each in load_plan_sources(visit.access, view.programme)
        if each.stored.plan != draft and not (each.is_own and each.is_draft)
    ]
    if not sources:
        st.text(words.earlier_none)
        return
    st.caption(words.earlier_intro)
    source = choose_source(words, sources, label=words.source, key=state.key(draft.plan_id, "source"))
    _render_choice(visit, plan_words, draft, source=source, labels=labels)


def choose_source(
    words: SettingUpWords, sources: Sequence[PlanSource], *, label: str, key: str, place: int = 0
) -> PlanSource:
    """The chosen one of at least one source; the one at ``place`` to begin with.

    Where the key names what the choice began with, a new revision begins it anew.
    """
    by_key = {each.key: each for each in sources}
    chosen = st.selectbox(
        field_name(label),
        list(by_key),
        format_func=lambda name: source_line(words, by_key[name]),
        index=min(place, len(sources) - 1),
        key=key,
    )
    return by_key[chosen]


def source_line(words: SettingUpWords, source: PlanSource) -> str:
    """Programme, plan, revision and when it was saved."""
    text = words.source_draft_line if source.is_draft else words.source_line
    plan = source.stored.plan
    return text.format(
        programme=words.own_programme if source.is_own else source.programme_name,
        plan=plan.plan_id,
        revision=plan.revision,
        time=date_and_time(source.stored.saved_at),
    )


def _render_choice(
    visit: Visit,
    plan_words: DimensionWords,
    draft: ReviewPlan,
    *,
    source: PlanSource,
    labels: Mapping[str, str],
) -> None:
    words, plan = WORDS[visit.language], source.stored.plan
    names = {"whole": words.take_whole, "some": words.take_dimensions}
    extent = st.segmented_control(
        words.take_what,
        list(names),
        format_func=lambda name: names[name],
        default="whole",
        required=True,
        key=state.key(draft.plan_id, "take-extent"),
    )
    if extent == "whole":
        st.caption(words.take_whole_note)
        offered = with_whole_plan(draft, plan)
    else:
        offered = with_copied_dimensions(draft, plan, _chosen(words, draft.plan_id, plan))
        if plan.scale is not draft.scale:
            st.caption(words.scale_differs)
    _render_preview(visit, plan_words, draft, offer=(source, offered), labels=labels)


def _chosen(words: SettingUpWords, plan_id: PlanId, source: ReviewPlan) -> frozenset[DimensionId]:
    names = {str(each.dimension_id): each.name for each in source.dimensions}
    chosen = st.pills(
        words.choose_dimensions,
        list(names),
        format_func=lambda key: names[key],
        selection_mode="multi",
        key=state.key(plan_id, "take-dimensions", source.plan_id, source.revision),
    )
    return frozenset(DimensionId(key) for key in chosen)


def _render_preview(
    visit: Visit,
    plan_words: DimensionWords,
    draft: ReviewPlan,
    *,
    offer: tuple[PlanSource, ReviewPlan],
    labels: Mapping[str, str],
) -> None:
    words, (source, offered) = WORDS[visit.language], offer
    lines = change_lines(plan_words, plan_changes(draft, offered), labels)
    st.text(words.preview if lines else words.preview_same)
    if not lines:
        return
    # The act stands before what may be a long list.
    st.button(
        words.take,
        key=state.key(draft.plan_id, "take-earlier"),
        type="primary",
        icon=":material/content_copy:",
        on_click=_take,
        args=(visit, source, draft.plan_id, offered),
    )
    for problem in check_plan(visit.access, offered):
        st.text(f"⚠ {problem_line(plan_words, offered, problem, labels)}")
    st.text("\n".join(f"・{line}" for line in lines))


def _take(visit: Visit, source: PlanSource, plan_id: PlanId, offered: ReviewPlan) -> None:
    if save_edit(visit, plan_id, offered):
        note_taking(visit.access, plan_id, source)
        leave_notice(Notice("success", WORDS[visit.language].taken))
