"""評分者: agreement, severity, habits, methods, certainty of ranks and readers needed; only the open view is computed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.ui.components.list_methods import render_methods
from app.ui.components.rank_certainty import render_certainty
from app.ui.components.rater_agreement import render_agreement
from app.ui.components.rater_habits import render_habits
from app.ui.components.rater_severity import render_severity
from app.ui.components.readers_needed import render_readers
from app.ui.state import raters as state
from app.ui.text.raters import WORDS, RaterWords
from app.ui.visit import Visit
from app.workflows import list_stability, rater_figures
from app.workflows.round_ratings import RoundRatings

Show = Callable[[Visit, RaterWords, RoundRatings], None]


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    ratings = rater_figures.load_ratings(visit.access, visit.programme)
    if ratings is None:
        st.info(visit.words.no_plan)
        return
    if not ratings.totals:
        st.info(words.no_ratings)
        return
    chosen = st.segmented_control(
        words.view,
        list(SHOWS),
        format_func=lambda name: words.views[name],
        default="agreement",
        required=True,
        key=state.key(ratings.plan.programme_code, "view"),
        label_visibility="collapsed",
    )
    view = chosen or "agreement"
    st.text(words.about[view])
    SHOWS[view](visit, words, ratings)


def _agreement(visit: Visit, words: RaterWords, ratings: RoundRatings) -> None:
    render_agreement(visit, words, rater_figures.agreement_view(visit.access, ratings))


def _severity(visit: Visit, words: RaterWords, ratings: RoundRatings) -> None:
    render_severity(words, rater_figures.severity_view(visit.access, ratings))


def _behaviour(visit: Visit, words: RaterWords, ratings: RoundRatings) -> None:
    view = rater_figures.behaviour_view(visit.access, ratings)
    if view.not_yet:
        st.text(words.seen_note)
        st.text(words.not_yet.format(names="、".join(view.not_yet)))
    render_habits(words, view)


def _methods(visit: Visit, words: RaterWords, ratings: RoundRatings) -> None:
    if visit.programme is None:
        return
    view = list_stability.compare_methods(visit.access, visit.programme)
    if view is not None and ratings.totals:
        render_methods(words, view)


def _readers(visit: Visit, words: RaterWords, ratings: RoundRatings) -> None:
    render_readers(words, rater_figures.readers_view(visit.access, ratings))


SHOWS: dict[str, Show] = {
    "agreement": _agreement,
    "severity": _severity,
    "behaviour": _behaviour,
    "methods": _methods,
    "certainty": render_certainty,
    "readers": _readers,
}
