"""各項目所有學生資料列表: one category over every applicant of the desk, as a table one can go on from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.plan import ReviewPlan
from app.domain.rounding import round_half_up
from app.domain.scores import ReviewState
from app.ui.components.applicant_list import mode_badges
from app.ui.components.evidence_heading import absence_short
from app.ui.components.fact_table import top_percent
from app.ui.components.page_tags import ranges_text
from app.ui.components.part import desk_part
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_documents import DocumentWords
from app.ui.text.frame import FrameWords
from app.workflows.desk_views import Absence, CategoryTableRow


def draw_category_table(
    rows: Sequence[CategoryTableRow],
    place: tuple[ReviewPlan, CategoryCode],
    *,
    label: str,
    words: DeskWords,
    frame: FrameWords,
    tags: DocumentWords,
) -> None:
    """Filter by identity; selecting a row goes to that applicant."""
    desk_part("evidence_heading")(
        key=f"heading:{state.table_key(*place)}",
        data={"title": label, "badges": [], "facts": words.table_hint, "note": ""},
    )
    shown = _filtered(rows, words)
    st.dataframe(
        _frame(shown, words, frame, tags),
        hide_index=True,
        height="stretch",
        placeholder="–",
        key=state.table_key(*place),
        on_select=_selected(state.table_key(*place), [row.line.application_id for row in shown]),
        selection_mode="single-row",
        column_config={
            words.table_content: st.column_config.TextColumn(width="large"),
            words.table_total: st.column_config.NumberColumn(format="%.2f"),
        },
    )


def _filtered(rows: Sequence[CategoryTableRow], words: DeskWords) -> list[CategoryTableRow]:
    identities = sorted({row.line.summary.applicant_status or "" for row in rows})
    chosen = st.pills(
        words.table_identity,
        identities,
        format_func=lambda identity: identity or words.not_given,
        selection_mode="multi",
        key=state.IDENTITY,
        label_visibility="collapsed",
    )
    return [row for row in rows if not chosen or (row.line.summary.applicant_status or "") in chosen]


def _selected(key: str, ids: Sequence[ApplicationId]) -> Callable[[], None]:
    """Selecting goes to the applicant whose row was drawn there; rights are checked when it is opened."""

    def went() -> None:
        places = st.session_state[key].selection.rows
        if places and places[0] < len(ids):
            state.choose_applicant(ids[places[0]])
            state.choose_view("one")

    return went


def _frame(
    rows: Sequence[CategoryTableRow], words: DeskWords, frame: FrameWords, tags: DocumentWords
) -> pd.DataFrame:
    names = {
        ReviewState.NOT_SCORED: words.state_not_scored,
        ReviewState.PARTIAL: words.state_partial,
        ReviewState.ABSTAINED: words.state_abstained,
        ReviewState.SCORED: words.state_scored,
    }
    records = [
        {
            words.table_name: row.line.summary.name,
            words.school: row.line.summary.school_name,
            words.table_identity: row.line.summary.applicant_status,
            words.profile_items: "".join(mode_badges(row.line, frame)) or frame.mode_database,
            words.table_state: names[row.line.state] if row.line.is_assigned else "",
            words.table_total: None if row.line.total is None else float(round_half_up(row.line.total)),
            words.table_entries: row.entries,
            words.table_content: _content(row, words, tags),
        }
        for row in rows
    ]
    columns = list(records[0]) if records else [words.table_name]
    return pd.DataFrame.from_records(records, columns=columns)


def _content(row: CategoryTableRow, words: DeskWords, tags: DocumentWords) -> str:
    if row.absence is Absence.UNREADABLE:
        return words.absence_unreadable
    text = row.text or (_standing(row, words) if row.entries is None else "")
    ranges = ranges_text(row.ranges, tags) if row.ranges else ""
    return " · ".join(part for part in (absence_short(row.absence, words), text, ranges) if part)


def _standing(row: CategoryTableRow, words: DeskWords) -> str:
    """What stands for all courses together: mean grade and mean standing, where there are any."""
    summary = row.line.summary
    grade = (
        None if summary.semester_grade_mean is None else f"{words.grade_mean} {summary.semester_grade_mean}"
    )
    percent = top_percent(summary.mean_standing, words)
    return " · ".join(part for part in (grade, percent and f"{words.mean_standing} {percent}") if part)
