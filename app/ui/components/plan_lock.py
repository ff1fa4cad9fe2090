"""Checking, locking and revising a plan; the snapshot it pins; the history of its revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from app.domain.evidence import SnapshotId
from app.domain.home_time import date_and_time
from app.domain.plan import PlanId, ReviewPlan
from app.domain.plan_problems import PlanProblem
from app.reviews.store import Saved
from app.ui.components.plan_desk import attempt, revise, save_edit
from app.ui.components.plan_wording import change_lines, problem_line, problem_place
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.dimension_setup import DimensionWords
from app.ui.text.setting_up import WORDS as SETTING_UP_WORDS
from app.ui.visit import Visit
from app.workflows.core_data_selection import category_labels
from app.workflows.plan_changes import plan_changes
from app.workflows.plan_check import check_plan
from app.workflows.plan_draft import (
    PlanHasProblems,
    PlanView,
    count_stopped_reviews,
    load_history,
    lock_plan,
    person_name,
    revise_plan,
    seen_revision_of,
)


def render_lock(visit: Visit, words: DimensionWords, view: PlanView) -> None:
    """Every problem at once and the lock; for a locked plan the way to a new revision."""
    if view.stored is None:
        return
    if view.is_draft:
        _render_check(visit, words, view, view.stored.plan)
    else:
        _render_locked(visit, words, view, view.stored.plan)


def render_snapshot(visit: Visit, words: DimensionWords, view: PlanView) -> None:
    """Which data version the plan pins, and the offer of a newer one."""
    if view.stored is None:
        return
    plan = view.stored.plan
    if plan.snapshot_id == view.current_snapshot_id:
        st.caption(words.snapshot_pinned.format(snapshot=plan.snapshot_id[:12]))
        return
    text = words.snapshot_newer.format(snapshot=view.current_snapshot_id[:12], pinned=plan.snapshot_id[:12])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(plain(text), icon=":material/update:")
        if view.may_edit:
            st.button(
                words.snapshot_repin,
                key=state.key(plan.plan_id, "repin"),
                on_click=_repin,
                args=(visit, words, plan, view.current_snapshot_id),
            )


def render_history(visit: Visit, words: DimensionWords, view: PlanView, labels: Mapping[str, str]) -> None:
    """Locked revisions, newest first, each with what it changed."""
    history = load_history(visit.access, view.programme.programme_code)
    if not history:
        st.text(words.history_none)
    for place, stored in enumerate(history):
        earlier = history[place + 1].plan if place + 1 < len(history) else None
        with st.container(border=True):
            st.text(
                words.history_line.format(
                    revision=stored.plan.revision,
                    time=date_and_time(stored.saved_at),
                    name=person_name(visit.access, stored),
                )
            )
            for line in _history_lines(words, earlier, stored.plan, labels):
                st.text(f"・{line}")


def _history_lines(
    words: DimensionWords, earlier: ReviewPlan | None, plan: ReviewPlan, labels: Mapping[str, str]
) -> list[str]:
    if earlier is None:
        return [words.history_first.format(count=len(plan.dimensions))]
    return list(change_lines(words, plan_changes(earlier, plan), labels)) or [words.history_no_change]


def _render_check(visit: Visit, words: DimensionWords, view: PlanView, plan: ReviewPlan) -> None:
    problems = check_plan(visit.access, plan)
    labels = category_labels(visit.access, plan)
    blocking = [each for each in problems if each.blocks_locking]
    st.text(_verdict(words, len(blocking), len(problems)))
    for problem in (*blocking, *(each for each in problems if not each.blocks_locking)):
        _render_problem(words, plan, problem, labels)
    if not view.may_lock or blocking:
        return
    stopped = count_stopped_reviews(visit.access, plan)
    if stopped:
        st.warning(plain(words.lock_stops.format(count=stopped)), icon=":material/restart_alt:")
    # What the confirmation was given for is part of its key: with another count it is asked anew.
    confirmed = st.checkbox(
        words.lock_confirm, key=state.key(plan.plan_id, "confirm", plan.revision, len(problems), stopped)
    )
    st.button(
        words.lock_button.format(revision=plan.revision),
        key=state.key(plan.plan_id, "lock"),
        type="primary",
        icon=":material/lock:",
        disabled=not confirmed,
        help=None if confirmed else SETTING_UP_WORDS[visit.language].lock_first,
        on_click=_lock,
        args=(visit, words, plan.plan_id),
    )


def _verdict(words: DimensionWords, blocking: int, problems: int) -> str:
    if blocking:
        return words.lock_blocked.format(count=blocking)
    return words.lock_warned.format(count=problems) if problems else words.lock_ready


def _render_problem(
    words: DimensionWords, plan: ReviewPlan, problem: PlanProblem, labels: Mapping[str, str]
) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if problem.blocks_locking:
            st.badge(words.problem_blocking, color="red")
        else:
            st.badge(words.problem_warning, color="gray")
        st.text(f"{problem_line(words, plan, problem, labels)}　→ {problem_place(words, problem)}")


def _render_locked(visit: Visit, words: DimensionWords, view: PlanView, plan: ReviewPlan) -> None:
    st.text(words.locked_note)
    if view.may_edit:
        st.caption(words.revise_note)
        st.button(
            words.revise_button,
            key=state.key(plan.plan_id, "revise", plan.revision),
            icon=":material/edit_note:",
            on_click=revise,
            args=(visit, plan.plan_id),
        )


def _lock(visit: Visit, words: DimensionWords, plan_id: PlanId) -> None:
    shown = state.shown(plan_id)
    if shown is None:
        return
    code, seen = shown.plan.programme_code, seen_revision_of(shown)
    try:
        outcome = attempt(visit, plan_id, lambda: lock_plan(visit.access, code, seen_revision=seen))
    except PlanHasProblems as problem:
        text = words.lock_blocked.format(count=len(problem.problems))
        leave_notice(Notice("error", text))
        return
    if isinstance(outcome, Saved):
        state.clear_undo(plan_id)
        text = words.locked_done.format(revision=outcome.value.plan.revision)
        leave_notice(Notice("success", text))


def _repin(visit: Visit, words: DimensionWords, plan: ReviewPlan, snapshot_id: SnapshotId) -> None:
    if plan.status == "draft":
        save_edit(visit, plan.plan_id, replace(plan, snapshot_id=snapshot_id))
    else:
        code = plan.programme_code
        attempt(visit, plan.plan_id, lambda: revise_plan(visit.access, code, snapshot_id=snapshot_id))
    text = words.snapshot_repinned.format(snapshot=snapshot_id[:12])
    leave_notice(Notice("success", text))
