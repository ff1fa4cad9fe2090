"""The calm form of a calibration: one applicant, every dimension with its sentences, a score and a reason."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

import streamlit as st

from app.domain.calibration import TrialReview, is_finished
from app.domain.dimensions import Dimension, maximum_score
from app.domain.evidence import ApplicationId, Programme
from app.domain.plan import ReviewPlan
from app.domain.scores import ScoreProblem
from app.errors import WorkbenchError
from app.reviews.store import Stale
from app.ui.components.gap_case import desk_link
from app.ui.messages import message_of
from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.calibration import CalibrationWords
from app.ui.visit import Visit
from app.workflows.calibration import CalibrationView, TrialEntry, TrialOutcome, load_own_trials, save_trial
from app.workflows.review_entry import COMMENT_LENGTH, EntryProblem, PlanMoved, Rejected


def render_forms(
    visit: Visit, words: CalibrationWords, programme: Programme, *, view: CalibrationView
) -> None:
    """The own forms of the open round, one at a time."""
    calibration, plan = view.rounds[0], view.plan
    own = load_own_trials(visit.access, plan, calibration)
    if not own:
        st.info(words.no_forms)
        return
    st.caption(words.form_all_done if all(is_finished(plan, each) for each in own) else words.form_intro)
    trial = _choose(words, view, own)
    if trial is None:
        return
    number = _numbers(view)[trial.application_id]
    with st.form(f"calibration:form:{calibration.round_id}:{trial.application_id}", enter_to_submit=False):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(number)
            link = "/" + desk_link(plan.programme_code, trial.application_id)
            st.link_button(words.read, link, key=_key(trial, "read"), icon=":material/open_in_new:")
        for column, dimension in zip(
            st.columns(_width(plan), gap="medium") * len(plan.dimensions), plan.dimensions, strict=False
        ):
            with column:
                _render_dimension(words, plan, dimension, trial)
        st.form_submit_button(
            words.save,
            type="primary",
            on_click=_save,
            args=(visit, words, programme, (plan, trial)),
        )


def _choose(words: CalibrationWords, view: CalibrationView, own: Sequence[TrialReview]) -> TrialReview | None:
    by_key = {each.application_id: each for each in own}
    numbers = _numbers(view)

    def label(key: ApplicationId) -> str:
        mark = words.done_mark if is_finished(view.plan, by_key[key]) else ""
        return plain(f"{mark}{numbers[key]}")

    key = f"calibration:chosen:{view.rounds[0].round_id}"
    first = next((each for each in own if not is_finished(view.plan, each)), own[0])
    st.session_state.setdefault(key, first.application_id)
    chosen = st.pills(words.form_applicant, list(by_key), format_func=label, key=key)
    return by_key.get(ApplicationId(chosen)) if chosen else None


def _numbers(view: CalibrationView) -> dict[ApplicationId, str]:
    return {each.application_id: f"{each.application_number} {each.name}" for each in view.applications}


def _width(plan: ReviewPlan) -> int:
    return min(3, max(1, len(plan.dimensions)))


def _render_dimension(
    words: CalibrationWords, plan: ReviewPlan, dimension: Dimension, trial: TrialReview
) -> None:
    key = dimension.dimension_id
    st.markdown(f"**{plain(dimension.name)}**")
    for level in dimension.rubric_levels:
        st.text(f"{number_text(level.low)}–{number_text(level.high)} {level.name}　{level.text}")
    stored = trial.scores.get(key)
    st.session_state.setdefault(_key(trial, "score", key), number_text(stored))
    st.session_state.setdefault(_key(trial, "comment", key), trial.comments.get(key, ""))
    maximum = number_text(maximum_score(dimension, plan.scale))
    st.text_input(words.score.format(maximum=maximum), key=_key(trial, "score", key), max_chars=12)
    st.text_area(words.comment, key=_key(trial, "comment", key), height=80, max_chars=COMMENT_LENGTH)


def _key(trial: TrialReview, *parts: str) -> str:
    """Without the revision: what was typed stays when somebody, or another window, saved meanwhile."""
    return ":".join(["calibration", trial.round_id, trial.application_id, *parts])


def _save(
    visit: Visit, words: CalibrationWords, programme: Programme, shown: tuple[ReviewPlan, TrialReview]
) -> None:
    plan, trial = shown
    values = st.session_state
    entry = TrialEntry(
        round_id=trial.round_id,
        plan_revision=plan.revision,
        application_id=trial.application_id,
        seen_revision=trial.revision,
        event_id=str(uuid4()),
        scores={
            each.dimension_id: str(values[_key(trial, "score", each.dimension_id)])
            for each in plan.dimensions
        },
        comments={
            each.dimension_id: str(values[_key(trial, "comment", each.dimension_id)])
            for each in plan.dimensions
        },
    )
    try:
        outcome = save_trial(visit.access, programme, entry)
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    leave_notice(_notice(words, plan, outcome))


def _notice(words: CalibrationWords, plan: ReviewPlan, outcome: TrialOutcome) -> Notice:
    if isinstance(outcome, Rejected):
        return Notice("error", " ".join(_problem(words, plan, each) for each in outcome.problems))
    if isinstance(outcome, PlanMoved):
        return Notice("error", words.moved)
    if isinstance(outcome, Stale):
        return Notice("warning", words.stale_form)
    return Notice("success", words.saved)


def _problem(words: CalibrationWords, plan: ReviewPlan, problem: EntryProblem | ScoreProblem) -> str:
    names = {each.dimension_id: each.name for each in plan.dimensions}
    name = names.get(problem.dimension_id, "") if problem.dimension_id else ""
    text = words.entry_problems[problem.kind]
    if isinstance(problem, ScoreProblem):
        low, high, step = (number_text(each) for each in (problem.low, problem.high, problem.step))
        return text.format(dimension=name, low=low, high=high, step=step)
    return text.format(dimension=name, limit=problem.limit)
