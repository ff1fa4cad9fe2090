"""試算: weights, thresholds and tie-breaks tried on standing scores; who would move, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app.domain.plan import PlanId, PlanStatus, ReviewPlan
from app.domain.visibility import Action
from app.ui.components.earlier_plans import choose_source
from app.ui.components.plan_desk import save_edit
from app.ui.components.trial_form import render_trial_form
from app.ui.components.trial_result import render_evidence, render_result
from app.ui.components.weight_influence import render_weight_influence
from app.ui.local_time import clock_time
from app.ui.state import plan as plan_state
from app.ui.state import trial as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.setting_up import WORDS as SETTING_UP_WORDS
from app.ui.text.what_if import WORDS
from app.ui.visit import Visit
from app.workflows.plan_draft import PlanView
from app.workflows.plan_sources import PlanSource, load_plan_sources
from app.workflows.what_if import Ground, NothingToRank, changed_evidence, load_ground, try_out


def render_what_if(visit: Visit, view: PlanView, labels: Mapping[str, str]) -> None:
    """The form at the left, the result at the right; both follow every change at once."""
    words = WORDS[visit.language]
    code = view.programme.programme_code
    if view.stored is None or not visit.access.allows(Action.VIEW_RANKING, programme_code=code):
        st.info(words.not_for_reviewers)
        return
    draft = view.stored.plan
    st.caption(words.intro)
    ground = _ground(visit, view, draft.plan_id)
    if ground is None:
        st.info(words.no_scores)
        return
    form, result = st.columns([1, 2.4], gap="large")
    with form:
        tried = render_trial_form(visit, view.stored)
        _render_taking(visit, view, draft, tried=tried)
    with result:
        try:
            found = try_out(ground, tried)
        except NothingToRank:
            st.warning(words.nothing_to_rank)
            return
        render_result(visit, ground, found)
        render_evidence(visit, changed_evidence(ground, tried), labels)
        if found.has_totals:
            render_weight_influence(visit, found.trial.plan, found.ranked, place="trial")


def render_standing_influence(visit: Visit, view: PlanView) -> None:
    """Below the weights: the real share of each on the programme's own standing scores; nothing without scores."""
    code = view.programme.programme_code
    if view.stored is None or view.locked is None:
        return
    if not visit.access.allows(Action.VIEW_RANKING, programme_code=code):
        return
    source = PlanSource(view.locked, view.programme.programme_name, is_own=True)
    kept = _kept(visit, source)
    if kept.ground is None:
        return
    try:
        found = try_out(kept.ground, view.stored.plan)
    except NothingToRank:
        return
    if not found.has_totals:
        return
    render_weight_influence(visit, found.trial.plan, found.ranked, place="standing")


def _kept(visit: Visit, source: PlanSource) -> state.KeptGround:
    return state.find_ground(source.key) or state.keep_ground(source.key, load_ground(visit.access, source))


def _ground(visit: Visit, view: PlanView, plan_id: PlanId) -> Ground | None:
    """The scores of the chosen plan, read once and then kept until they are asked for anew."""
    words = WORDS[visit.language]
    sources = _rankable(visit, view)
    if not sources:
        return None
    chooser, reload, moment = st.columns([3, 1, 1.4], vertical_alignment="bottom")
    with chooser:
        source = choose_source(
            SETTING_UP_WORDS[visit.language], sources, label=words.ground, key=state.key(plan_id, "source")
        )
    # Rights are asked at every drawing, whatever is kept.
    visit.access.require(Action.VIEW_RANKING, programme_code=source.stored.plan.programme_code)
    kept = _kept(visit, source)
    with reload:
        st.button(
            words.reload,
            key=state.key(plan_id, "reload"),
            icon=":material/refresh:",
            on_click=state.forget_ground,
        )
    with moment:
        st.caption(words.as_of.format(time=clock_time(kept.read_at)))
    return kept.ground


def _rankable(visit: Visit, view: PlanView) -> list[PlanSource]:
    """The newest locked revision of every plan whose ranking the person may see."""
    newest: dict[PlanId, PlanSource] = {}
    for source in load_plan_sources(visit.access, view.programme):
        plan = source.stored.plan
        may_see = visit.access.allows(Action.VIEW_RANKING, programme_code=plan.programme_code)
        if plan.status is PlanStatus.LOCKED and may_see:
            newest.setdefault(plan.plan_id, source)
    return list(newest.values())


def _render_taking(visit: Visit, view: PlanView, draft: ReviewPlan, *, tried: ReviewPlan) -> None:
    words = WORDS[visit.language]
    if view.is_editable:
        st.button(
            words.take,
            key=state.key(draft.plan_id, "take"),
            icon=":material/save:",
            disabled=tried == draft,
            help=SETTING_UP_WORDS[visit.language].tried_nothing if tried == draft else None,
            on_click=_take,
            args=(visit, draft.plan_id, tried),
        )


def _take(visit: Visit, plan_id: PlanId, tried: ReviewPlan) -> None:
    if plan_state.shown(plan_id) is not None:
        save_edit(visit, plan_id, tried)
        leave_notice(Notice("success", WORDS[visit.language].taken))
