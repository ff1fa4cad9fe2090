"""Step 4, 總分排序: the ranked list of a programme, what it is made of, and its exports."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import streamlit as st

from app.charts.spreads import draw_dimension_spread, draw_total_spread
from app.domain.plan import PdfPlacement
from app.domain.visibility import Action
from app.exchange.signed_list import FORMS, ListForm
from app.ui.components.ranking_table import render_ranking_table
from app.ui.components.reviewer_severity import render_reviewer_severity
from app.ui.components.row_reviews import render_row_reviews
from app.ui.state import ranking as state
from app.ui.text import chart as chart_text
from app.ui.text.ranking import WORDS, RankingWords
from app.ui.visit import Visit
from app.workflows.ranked_list_file import rule_sentences
from app.workflows.signed_list_content import EVERYONE, STATUS
from app.workflows.total_ranking import (
    EVERY_STATUS,
    RankingView,
    open_ranking,
)


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    code = visit.programme.programme_code
    status = st.session_state.get(state.key(code, "status")) or EVERY_STATUS
    placement = st.session_state.get(state.key(code, "pdf"))
    view = open_ranking(visit.access, visit.programme, status=status, pdf_placement=placement)
    if view is None:
        st.info(visit.words.no_plan)
        return
    _render_toolbar(visit, words, view)
    listed, side = st.columns([3, 1], gap="medium")
    with listed:
        render_ranking_table(visit, words, view)
    with side:
        _render_side(visit, words, view)
    _render_made_of(visit, words, view)


def _render_toolbar(visit: Visit, words: RankingWords, view: RankingView) -> None:
    progress = view.progress
    facts = words.progress.format(
        required=progress.required,
        scored=progress.scored,
        with_total=progress.with_total,
        applications=progress.applications,
    )
    st.text(f"{facts}{words.progress_open if progress.missing else words.progress_done}")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _render_filters(words, view)
        _render_exports(visit, words, view)


def _render_filters(words: RankingWords, view: RankingView) -> None:
    code = view.plan.programme_code
    st.selectbox(
        words.identity,
        [EVERY_STATUS, *view.statuses],
        format_func=lambda status: status or words.every_identity,
        key=state.key(code, "status"),
        persist_state="session",
        width=200,
    )
    names = {PdfPlacement.TOGETHER: words.pdf_together, PdfPlacement.APART: words.pdf_apart}
    planned = view.locked.plan.rules.pdf_placement
    key = state.key(code, "pdf")
    st.session_state.setdefault(key, planned)
    st.segmented_control(
        words.pdf_view,
        list(PdfPlacement),
        format_func=lambda placement: names[placement],
        key=key,
        required=True,
        persist_state="session",
        help=words.pdf_view_help.format(plan=names[planned]),
    )


def _render_exports(visit: Visit, words: RankingWords, view: RankingView) -> None:
    plan = view.locked.plan
    if not visit.access.allows(Action.EXPORT_RANKING, programme_code=plan.programme_code):
        return
    for name in FORMS:
        # A link to the guarded door, not a download button: what Streamlit holds for one, any session may fetch.
        st.link_button(
            words.export.format(format=name.upper()),
            _export_address(visit, view, name),
            key=state.key(plan.programme_code, "export", name),
            icon=":material/download:",
            help=words.export_help,
        )


def _export_address(visit: Visit, view: RankingView, name: ListForm) -> str:
    identity = view.ranked.identity
    selection = EVERYONE if identity is None else f"{STATUS}{identity}"
    query = {"selection": selection, "language": str(visit.language)}
    return f"/export/list/{quote(view.plan.plan_id, safe='')}.{name}?{urlencode(query)}"


def _render_side(visit: Visit, words: RankingWords, view: RankingView) -> None:
    if render_row_reviews(visit, words, view):
        return
    rows = view.ranked.rows
    if not any(row.total is not None for row in rows):
        st.text(words.no_total)
        return
    st.markdown(f"**{words.spread_title}**")
    st.plotly_chart(
        draw_total_spread(rows, words=chart_text.WORDS[visit.language]),
        key=state.key(view.plan.programme_code, "spread"),
        config={"displayModeBar": False},
    )
    st.markdown(f"**{words.dimension_title}**")
    scores = {
        each.name: [
            row.dimension_means[each.dimension_id] for row in rows if each.dimension_id in row.dimension_means
        ]
        for each in view.plan.dimensions
    }
    st.plotly_chart(
        draw_dimension_spread(scores, words=chart_text.WORDS[visit.language]),
        key=state.key(view.plan.programme_code, "dimension-spread"),
        config={"displayModeBar": False},
    )


def _render_made_of(visit: Visit, words: RankingWords, view: RankingView) -> None:
    ranked = view.ranked
    reviewers, made_of = st.columns(2, gap="medium")
    with reviewers, st.expander(words.reviewers_title):
        render_reviewer_severity(visit, words, view)
    with made_of, st.expander(words.made_of):
        facts = (view.progress.required, view.progress.scored)
        st.text(
            words.made_of_line.format(
                snapshot=ranked.snapshot_id,
                plan=ranked.plan_id,
                revision=ranked.plan_revision,
                digest=ranked.scores_digest[:16],
            )
        )
        for sentence in rule_sentences(view.plan, ranked, facts, language=str(visit.language)):
            st.text(f"・{sentence}")
