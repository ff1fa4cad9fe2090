"""How reviewers score, side by side; said not to be comparable where it is not."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app.ui.text.ranking import RankingWords
from app.ui.visit import Visit
from app.workflows.total_ranking import RankingView, ReviewerLine, load_reviewer_lines


def render_reviewer_severity(visit: Visit, words: RankingWords, view: RankingView) -> None:
    """One line a reviewer."""
    lines = load_reviewer_lines(visit.access, view)
    if not lines:
        st.text(words.no_total)
        return
    is_comparable = all(line.is_comparable for line in lines)
    if not is_comparable:
        st.warning(words.reviewers_not_comparable, icon=":material/link_off:")
    st.dataframe(_frame(words, lines), hide_index=True)
    st.caption(words.reviewers_help)


def _frame(words: RankingWords, lines: Sequence[ReviewerLine]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words.reviewer: [line.name for line in lines],
            words.reviewer_count: [line.summary.ratings for line in lines],
            words.reviewer_mean: [round(line.summary.mean, 2) for line in lines],
            words.reviewer_sd: [round(line.summary.sd, 2) for line in lines],
            words.reviewer_severity: [_severity(line) for line in lines],
            words.reviewer_shared: [line.summary.shared for line in lines],
        }
    )


def _severity(line: ReviewerLine) -> float | None:
    severity = line.summary.severity
    return round(severity, 2) if severity is not None and line.is_comparable else None
