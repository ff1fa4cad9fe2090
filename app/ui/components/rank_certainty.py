"""名次有多確定: who is near the line, hardest to tell first, and the range of ranks of everyone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd
import streamlit as st

from app.domain.evidence import ApplicationId, CategoryCode
from app.psychometrics.rank_uncertainty import RankInterval, ResampledUnit
from app.ui.components.figure_text import percent
from app.ui.plain import plain
from app.ui.state import address
from app.ui.state import raters as state
from app.ui.text.raters import RaterWords
from app.ui.visit import Visit
from app.workflows.list_stability import AskedCertainty, CertaintyView, places_of, rank_certainty
from app.workflows.round_ratings import RoundRatings

MOST_BOUND = 20
OVERVIEW = CategoryCode("overview")


def render_certainty(visit: Visit, words: RaterWords, ratings: RoundRatings) -> None:
    """What is asked, the borderline, and everyone."""
    if visit.programme is None:
        return
    view = rank_certainty(visit.access, visit.programme, ratings, _asked(words, ratings))
    if components := view.plan.rules.components:
        # Their ranks look like those of the list and are not.
        names = "、".join(each.name for each in components)
        st.warning(plain(words.certainty.review_ranks_only.format(names=names)))
    if not view.uncertainty.has_noise:
        st.caption(words.certainty.no_noise)
    found = {each.application_id: each for each in view.uncertainty.intervals}
    borderline = [found[each] for each in view.uncertainty.borderline]
    if borderline:
        st.markdown(f"**{words.certainty.borderline_title.format(count=len(borderline))}**")
        _render(words, view, borderline, name="borderline")
    else:
        st.text(words.certainty.borderline_none)
    with st.expander(words.certainty.all_ranks):
        _render(words, view, view.uncertainty.intervals, name="all")


def _asked(words: RaterWords, ratings: RoundRatings) -> AskedCertainty:
    code = ratings.plan.programme_code
    quota_key, unit_key, bound_key = (state.key(code, name) for name in ("quota", "unit", "bound"))
    st.session_state.setdefault(quota_key, places_of(ratings.plan, len(ratings.applications)))
    st.session_state.setdefault(unit_key, ResampledUnit.REVIEWERS)
    st.session_state.setdefault(bound_key, 0)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        quota = st.number_input(words.certainty.quota, min_value=1, step=1, key=quota_key, width=160)
        unit = st.selectbox(
            words.certainty.unit,
            list(ResampledUnit),
            format_func=lambda each: words.certainty.units[each],
            key=unit_key,
            width=240,
        )
        bound = st.number_input(
            words.certainty.bound, min_value=0, max_value=MOST_BOUND, step=1, key=bound_key, width=200
        )
    return AskedCertainty(int(quota), unit or ResampledUnit.REVIEWERS, Decimal(int(bound)))


def _render(words: RaterWords, view: CertaintyView, intervals: Sequence[RankInterval], *, name: str) -> None:
    st.dataframe(
        pd.DataFrame([_row(words, view, each) for each in intervals]),
        hide_index=True,
        key=state.key(view.plan.programme_code, f"certainty-{name}"),
        column_config={
            words.certainty.open_desk: st.column_config.LinkColumn(
                words.certainty.open_desk, display_text=words.certainty.open_desk
            )
        },
    )


def _row(words: RaterWords, view: CertaintyView, interval: RankInterval) -> dict[str, object]:
    summary = view.summaries[interval.application_id]
    return {
        words.certainty.rank: interval.rank,
        words.number: summary.application_number,
        words.name: summary.name,
        words.certainty.rank_range: f"{interval.low}–{interval.high}",
        words.certainty.chance: percent(interval.chance, words),
        words.reviews: f"{interval.reviews}　{words.certainty.single_review}"
        if interval.reviews == 1
        else str(interval.reviews),
        words.certainty.open_desk: _link(view, interval.application_id),
    }


def _link(view: CertaintyView, application_id: ApplicationId) -> str:
    return address.link_to_entry(view.plan.programme_code, application_id, category_code=OVERVIEW)
