"""The numbers of the fairness sheet as a table and as a file: the same, hidden ones hidden in both."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pandas as pd
import streamlit as st

from app.domain.fairness import FairnessSubject, FairnessTable, GroupFacts
from app.domain.rounding import round_half_up
from app.exchange.cohort_table import Cell, cohort_csv
from app.ui.state import fairness as state
from app.ui.text.fairness import FairnessWords
from app.ui.text.research import WORDS as RESEARCH_WORDS
from app.ui.visit import Visit
from app.workflows.fairness_sheet import FairnessView

SMALLEST_P = Decimal("0.001")


def render_fairness_table(
    visit: Visit, words: FairnessWords, view: FairnessView, table: FairnessTable
) -> None:
    """One line a group, and the same as CSV."""
    heading = _heading(words)
    rows = [_cells(visit, words, table.subject, row) for row in table.rows]
    visible = [[words.hidden if cell is None else str(cell) for cell in row] for row in rows]
    st.dataframe(pd.DataFrame(visible, columns=pd.Index(heading)), hide_index=True)
    st.download_button(
        words.export,
        cohort_csv(heading, rows, hidden=words.hidden, origin=view.snapshot_id),
        file_name=f"fairness-{view.plan.plan_id}-r{view.plan.revision}-{table.subject}.csv",
        mime="text/csv",
        key=state.key(view.plan.programme_code, "export", table.subject),
        icon=":material/download:",
        on_click="ignore",
    )


def group_name(visit: Visit, words: FairnessWords, subject: FairnessSubject, group: str | None) -> str:
    """The group in words."""
    if group is None:
        return words.unknown_group
    if subject is FairnessSubject.SCHOOL_TYPE:
        return RESEARCH_WORDS[visit.language].school_types.get(group, group)
    modes = {
        "database": visit.words.mode_database,
        "partial_pdf": visit.words.mode_partial_pdf,
        "pdf": visit.words.mode_pdf,
        "missing": visit.words.mode_missing,
    }
    return modes.get(group, group) if subject is FairnessSubject.SUBMISSION_MODE else group


def percent(share: Fraction | None) -> str:
    """A share in percent with one decimal."""
    return "" if share is None else f"{round_half_up(share * 100, 1)}%"


def _heading(words: FairnessWords) -> list[str]:
    return [
        words.column_group,
        words.column_applicants,
        words.column_admitted,
        words.column_rate,
        words.column_interval,
        words.column_ratio,
        words.column_fisher,
        words.column_standardised,
        words.column_odds,
        words.column_mean,
    ]


def _cells(visit: Visit, words: FairnessWords, subject: FairnessSubject, row: GroupFacts) -> list[Cell]:
    name = group_name(visit, words, subject, row.group)
    if row.is_hidden or row.interval is None:
        return [name, *[None] * 9]
    low, high = (f"{100 * end:.1f}" for end in row.interval)
    ratio = percent(row.ratio)
    return [
        name,
        row.applicants,
        row.admitted,
        percent(row.rate),
        words.interval.format(low=low, high=high),
        f"{ratio}　{words.below}" if row.is_below_four_fifths else ratio,
        _p(row.p_value),
        percent(row.standardised),
        _odds(words, row),
        row.mean_total,
    ]


def _p(value: Fraction | None) -> str:
    if value is None:
        return ""
    shown = round_half_up(value, 3)
    return f"< {SMALLEST_P}" if shown < SMALLEST_P else str(shown)


def _odds(words: FairnessWords, row: GroupFacts) -> str:
    odds = row.odds
    if odds is None or odds.odds_ratio is None or odds.low is None or odds.high is None:
        return ""
    return words.odds.format(
        ratio=f"{float(odds.odds_ratio):.2f}", low=f"{odds.low:.2f}", high=f"{odds.high:.2f}"
    )
