"""What steps 1 and 2 share around a draft: saving an edit, undoing it, conflicts, the line that says what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from app.domain.plan import PlanId, ReviewPlan
from app.errors import WorkbenchError
from app.reviews.store import Saved, Stale, StoredPlan
from app.ui.components.plan_wording import change_lines
from app.ui.local_time import clock_time
from app.ui.messages import message_of
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.dimension_setup import DimensionWords
from app.ui.text.setting_up import WORDS as SETTING_UP_WORDS
from app.ui.visit import Visit
from app.workflows.plan_changes import plan_changes
from app.workflows.plan_check import check_plan
from app.workflows.plan_draft import (
    Outcome,
    PlanView,
    person_name,
    revise_plan,
    save_plan,
    seen_revision_of,
)


def save_edit(visit: Visit, plan_id: PlanId, changed: ReviewPlan) -> bool:
    """Save a changed plan from a callback: undo grows, or a conflict opens; nothing that was entered is lost.

    Whether it was saved; what changes nothing is not.
    """
    shown = state.shown(plan_id)
    if shown is not None and changed == shown.plan:
        return False
    seen = seen_revision_of(shown)
    outcome = attempt(visit, plan_id, lambda: save_plan(visit.access, changed, seen_revision=seen))
    if isinstance(outcome, Saved) and shown is not None:
        state.push_undo(shown.plan)
    return isinstance(outcome, Saved)


def attempt(visit: Visit, plan_id: PlanId, act: Callable[[], Outcome]) -> Outcome | None:
    """Do something to the stored plan from a callback; the page says what came of it."""
    try:
        outcome = act()
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return None
    if isinstance(outcome, Saved):
        state.show(plan_id, outcome.value)
    else:
        state.keep_conflict(plan_id, outcome)
    return outcome


def saved_line(visit: Visit, words: DimensionWords, view: PlanView) -> str:
    """When and by whom what is shown was stored, read from the store."""
    if view.stored is None:
        return words.not_saved_yet
    return words.saved.format(
        time=clock_time(view.stored.saved_at), name=person_name(visit.access, view.stored)
    )


def status_line(words: DimensionWords, view: PlanView) -> str:
    """Draft or locked, and which revision."""
    if view.stored is None:
        return words.not_saved_yet
    text = words.status_draft if view.is_draft else words.status_locked
    return text.format(revision=view.stored.plan.revision)


def render_status(
    visit: Visit, words: DimensionWords, view: PlanView, *, beside: Callable[[], None] | None = None
) -> None:
    """One line: status, what is saved, undo, and what else the step has ``beside`` them."""
    if view.stored is None:
        return
    plan_id = view.stored.plan.plan_id
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(
            plain(status_line(words, view)),
            icon=":material/edit_note:" if view.is_draft else ":material/lock:",
            color="orange" if view.is_draft else "green",
        )
        st.text(saved_line(visit, words, view))
        if view.is_editable:
            _render_blocking(visit, words, view.stored.plan)
            _render_undo(visit, words, plan_id)
        if beside is not None:
            beside()
    if not view.is_editable:
        _render_why_closed(visit, view, view.stored.plan)


def _render_why_closed(visit: Visit, view: PlanView, plan: ReviewPlan) -> None:
    """Why nothing of the step can be changed, and the way to a plan that can."""
    words = SETTING_UP_WORDS[visit.language]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(words.locked_why if view.may_edit else words.read_only_why), width="stretch")
        if view.may_edit:
            st.button(
                words.revise_here,
                key=state.key(plan.plan_id, "revise-here", plan.revision),
                icon=":material/edit_note:",
                on_click=revise,
                args=(visit, plan.plan_id),
            )


def revise(visit: Visit, plan_id: PlanId) -> None:
    """Begin the draft of a new revision from a callback."""
    shown = state.shown(plan_id)
    if shown is not None:
        attempt(visit, plan_id, lambda: revise_plan(visit.access, shown.plan.programme_code))


def _render_blocking(visit: Visit, words: DimensionWords, plan: ReviewPlan) -> None:
    blocking = sum(each.blocks_locking for each in check_plan(visit.access, plan))
    if blocking:
        st.badge(words.blocking_count.format(count=blocking), color="red")


def _render_undo(visit: Visit, words: DimensionWords, plan_id: PlanId) -> None:
    depth = state.undo_depth(plan_id)
    st.button(
        words.undo_depth.format(depth=depth) if depth else words.undo,
        key=state.key(plan_id, "undo-button"),
        icon=":material/undo:",
        type="tertiary",
        disabled=depth == 0,
        help=None if depth else words.nothing_to_undo,
        on_click=_undo,
        args=(visit, plan_id),
    )


def render_conflict(visit: Visit, words: DimensionWords, labels: Mapping[str, str], plan_id: PlanId) -> bool:
    """Both versions and the choice between them; False when there is no conflict."""
    stale = state.conflict(plan_id)
    if stale is None:
        return False
    st.warning(words.conflict_title, icon=":material/call_split:")
    st.text(words.conflict_text)
    stored = words.conflict_stored.format(
        name=person_name(visit.access, stale.stored), time=clock_time(stale.stored.saved_at)
    )
    st.text(stored)
    st.text(words.conflict_offered)
    changes = plan_changes(stale.stored.plan, stale.offered.plan)
    for line in change_lines(words, changes, labels) or (words.conflict_same,):
        st.text(f"・{line}")
    with st.container(horizontal=True):
        st.button(
            words.conflict_take_stored,
            key=state.key(plan_id, "take-stored"),
            on_click=_take_stored,
            args=(plan_id,),
        )
        st.button(
            words.conflict_take_offered,
            key=state.key(plan_id, "take-offered"),
            on_click=_take_offered,
            args=(visit, plan_id),
        )
    return True


def _undo(visit: Visit, plan_id: PlanId) -> None:
    earlier = state.pop_undo(plan_id)
    if earlier is None:
        return
    seen = seen_revision_of(state.shown(plan_id))
    attempt(visit, plan_id, lambda: save_plan(visit.access, earlier, seen_revision=seen))


def _take_stored(plan_id: PlanId) -> None:
    stale = state.conflict(plan_id)
    if stale is not None:
        # The version that was put aside stays one undo away.
        state.push_undo(stale.offered.plan)
    state.keep_conflict(plan_id, None)


def _take_offered(visit: Visit, plan_id: PlanId) -> None:
    stale: Stale[StoredPlan] | None = state.conflict(plan_id)
    if stale is None:
        return
    state.keep_conflict(plan_id, None)
    state.show(plan_id, stale.stored)
    save_edit(visit, plan_id, stale.offered.plan)
