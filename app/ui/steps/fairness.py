"""公平性檢視: rates of admission by group, each with its interval and beside the rate at equal standing."""

from __future__ import annotations

import streamlit as st

from app.charts.fairness import RateMark, RateWords, draw_rates
from app.charts.theme import CHART_CONFIG
from app.domain.fairness import FOUR_FIFTHS, FairnessSubject, FairnessTable, GroupFacts
from app.ui.components.fairness_table import group_name, percent, render_fairness_table
from app.ui.plain import plain
from app.ui.state import fairness as state
from app.ui.text.fairness import WORDS, FairnessWords
from app.ui.visit import Visit
from app.workflows.fairness_sheet import MOST_PLACES, AdmissionBasis, FairnessView, open_fairness


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    code = visit.programme.programme_code
    places = st.session_state.get(state.key(code, "places"))
    view = open_fairness(visit.access, visit.programme, places=places)
    if view is None:
        st.info(visit.words.no_plan)
        return
    st.text(words.intro)
    _render_basis(words, view)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        subject = st.segmented_control(
            words.subject,
            list(FairnessSubject),
            format_func=lambda each: words.subjects[each],
            default=FairnessSubject.SCHOOL_TYPE,
            required=True,
            key=state.key(code, "subject"),
            persist_state="session",
        )
        if view.basis is AdmissionBasis.ASSUMED:
            _render_places(words, view)
    _render_subject(visit, words, view, view.tables[subject or FairnessSubject.SCHOOL_TYPE])
    with st.expander(words.method_title):
        for line in words.method:
            st.text(f"・{line}")
    st.caption(
        words.origin.format(
            snapshot=view.snapshot_id, revision=view.plan.revision, digest=view.scores_digest[:16]
        )
    )


def _render_basis(words: FairnessWords, view: FairnessView) -> None:
    said = words.by_lists if view.basis is AdmissionBasis.LISTS else words.by_places
    told = said.format(places=view.places, admitted=view.admitted, counted=view.counted)
    parts = [
        told,
        words.absent.format(count=view.absent) if view.absent else "",
        words.undecided.format(count=view.undecided) if view.undecided else "",
    ]
    st.text("".join(parts))


def _render_places(words: FairnessWords, view: FairnessView) -> None:
    key = state.key(view.plan.programme_code, "places")
    st.session_state.setdefault(key, view.places)
    st.number_input(words.places, min_value=1, max_value=MOST_PLACES, step=1, key=key, width=180)


def _render_subject(visit: Visit, words: FairnessWords, view: FairnessView, table: FairnessTable) -> None:
    shown = [row for row in table.rows if not row.is_hidden]
    hidden = len(table.rows) - len(shown)
    if hidden:
        st.caption(words.hidden_note.format(minimum=table.smallest_group, count=hidden))
    if not shown:
        st.info(words.nothing)
        return
    st.plotly_chart(
        _figure(visit, words, table, shown),
        config=CHART_CONFIG,
        key=state.key(view.plan.programme_code, "chart", table.subject),
    )
    _render_remarks(visit, words, table, shown)
    render_fairness_table(visit, words, view, table)


def _figure(visit: Visit, words: FairnessWords, table: FairnessTable, shown: list[GroupFacts]) -> object:
    marks = [
        RateMark(
            group_name(visit, words, table.subject, row.group),
            float(row.rate),
            *row.interval,
            None if row.standardised is None else float(row.standardised),
        )
        for row in shown
        if row.rate is not None and row.interval is not None
    ]
    best = max((row.rate for row in shown if row.rate is not None), default=None)
    threshold = float(best * FOUR_FIFTHS) if best and len(shown) > 1 else None
    figure_words = RateWords(words.rate, words.standardised, words.four_fifths)
    return draw_rates(marks, threshold=threshold, words=figure_words)


def _render_remarks(
    visit: Visit, words: FairnessWords, table: FairnessTable, shown: list[GroupFacts]
) -> None:
    below = [row for row in shown if row.is_below_four_fifths]
    for row in below:
        name = group_name(visit, words, table.subject, row.group)
        st.warning(plain(words.below_line.format(group=name, ratio=percent(row.ratio))))
    if not below:
        st.text(words.all_above if len(shown) > 1 else words.only_one)
    for row in shown:
        if row.covered is not None and row.covered < 1:
            name = group_name(visit, words, table.subject, row.group)
            st.caption(plain(words.covered.format(group=name, share=percent(row.covered))))
