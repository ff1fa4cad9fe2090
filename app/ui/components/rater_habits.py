"""評分習慣: levels used, equal scores and halo, range, and what time does; one reviewer after the other."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.psychometrics.drift import Drift
from app.psychometrics.rater_behaviour import RaterBehaviour
from app.ui.components.figure_text import percent, shown, signed
from app.ui.plain import plain
from app.ui.text.raters import RaterWords
from app.workflows.rater_figures import BehaviourView


def render_habits(words: RaterWords, view: BehaviourView) -> None:
    """Everyone that may be seen, folded; one alone stands open."""
    for page in view.pages:
        with st.expander(plain(view.names[page.reviewer_id]), expanded=len(view.pages) == 1):
            _render_page(words, view, page)


def _render_page(words: RaterWords, view: BehaviourView, page: RaterBehaviour) -> None:
    st.markdown(f"**{words.habits.levels_title}**")
    for use in page.level_use:
        dimension = next(each for each in view.plan.dimensions if each.dimension_id == use.dimension_id)
        names = [level.name for level in dimension.rubric_levels]
        rows = {words.habits.level_own: use.own, words.habits.level_peers: use.peers}
        st.dataframe(
            pd.DataFrame(
                [
                    {dimension.name: who, **dict(zip(names, counts.counts, strict=True))}
                    for who, counts in rows.items()
                ]
            ),
            hide_index=True,
        )
    _render_patterns(words, page)
    _render_ranges(words, view, page)
    st.markdown(f"**{words.habits.drift_title}**")
    drifts = {
        words.habits.drift_order: page.drift_in_order,
        words.habits.drift_days: page.drift_in_days,
        words.habits.drift_queue: page.drift_in_queue,
    }
    st.dataframe(pd.DataFrame([_drift(words, name, each) for name, each in drifts.items()]), hide_index=True)


def _render_patterns(words: RaterWords, page: RaterBehaviour) -> None:
    if page.straight_lining is None and page.halo is None:
        return
    st.markdown(f"**{words.habits.straight_title}**")
    lines = page.straight_lining
    if lines is not None:
        st.text(
            words.habits.straight.format(
                reviews=lines.reviews,
                equal=lines.equal,
                panel=percent(lines.panel_equal_share, words),
                commonest=lines.commonest,
            )
        )
    if page.halo is not None:
        own, panel, excess = page.halo.correlation, page.halo.panel, page.halo.excess
        st.text(
            words.habits.halo.format(
                own=shown(own, words), panel=shown(panel, words), excess=signed(excess, words)
            )
        )


def _render_ranges(words: RaterWords, view: BehaviourView, page: RaterBehaviour) -> None:
    names = {each.dimension_id: each.name for each in view.plan.dimensions}
    rows = [
        {
            words.subject: names[each.dimension_id],
            words.reviews: each.ratings,
            words.habits.range_title: f"{each.lowest:g}–{each.highest:g}",
            words.sd: shown(each.sd, words),
            words.habits.range_ratio: shown(each.ratio, words),
        }
        for each in page.range_use
    ]
    if rows:
        st.markdown(f"**{words.habits.range_title}**")
        st.dataframe(pd.DataFrame(rows), hide_index=True)


def _drift(words: RaterWords, name: str, drift: Drift) -> dict[str, object]:
    return {
        words.subject: name,
        words.reviews: drift.reviews,
        words.habits.slope: signed(drift.slope, words, 3),
        words.error: shown(drift.standard_error, words, 3),
        words.habits.change: signed(drift.change, words),
        words.habits.p_adjusted: shown(drift.p_adjusted, words, 3),
    }
