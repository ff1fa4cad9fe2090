"""The three views of the cohort step: chart, table, CSV of the same protected numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from app.charts.research import draw_co_choice, draw_competency_cover, draw_uptake
from app.charts.theme import CHART_CONFIG
from app.domain.cohort import UptakeSplit, UptakeSubject
from app.exchange.cohort_table import Cell, cohort_csv
from app.ui.plain import field_name
from app.ui.state import research as state
from app.ui.text.chart import WORDS as CHART_WORDS
from app.ui.text.research import ResearchWords
from app.ui.visit import Visit
from app.workflows import cohort_research
from app.workflows.cohort_research import Shown, ShownCount

T = TypeVar("T", bound=str)

DRAWN_LABELS = 20


@dataclass(frozen=True)
class TableFile:
    """The file a table is offered as, and the snapshot its numbers come from."""

    name: str
    origin: str


def file_name(view: str, minimum: int) -> str:
    """Files of different views and group sizes do not overwrite one another."""
    return f"cohort-{view}-min{minimum}.csv"


def render_uptake(visit: Visit, words: ResearchWords) -> None:
    """Uptake of categories, areas or courses, whole or split."""
    by, split = _choose_uptake(words)
    shown = cohort_research.load_shown_uptake(visit.access, by=by, split=split)
    rows = [_named(row, split, visit, words) for row in _by_frequency(shown.rows)]
    if not rows:
        st.info(words.nothing)
        return
    labels = list(dict.fromkeys(row.label for row in rows))
    drawn = [row for row in rows if row.label in labels[:DRAWN_LABELS]]
    if len(labels) > DRAWN_LABELS:
        st.caption(words.more_labels.format(shown=DRAWN_LABELS, all=len(labels)))
    st.plotly_chart(
        draw_uptake(drawn, words=CHART_WORDS[visit.language]),
        config=CHART_CONFIG,
        key=f"research:uptake:{by}:{split}",
    )
    _render_counts(visit, words, replace(shown, rows=tuple(rows)), f"uptake-{by}-{split}")


def render_pairs(visit: Visit, words: ResearchWords) -> None:
    """Electives taken by the same applicants."""
    shown = cohort_research.load_shown_pairs(visit.access)
    st.text(words.pairs_intro)
    st.caption(words.hidden_pairs_note.format(pairs=shown.hidden_pairs, minimum=shown.minimum))
    if not shown.rows:
        st.info(words.nothing)
        return
    st.plotly_chart(
        draw_co_choice(shown.rows[:DRAWN_LABELS], words=CHART_WORDS[visit.language]),
        config=CHART_CONFIG,
        key="research:pairs",
    )
    heading = [
        words.column_first,
        words.column_second,
        words.column_both,
        words.column_first_applicants,
        words.column_second_applicants,
        words.column_population,
    ]
    rows: list[list[Cell]] = [
        [
            pair.first_subject,
            pair.second_subject,
            pair.both,
            pair.first_applicants,
            pair.second_applicants,
            pair.population,
        ]
        for pair in shown.rows
    ]
    file = TableFile(file_name("pairs", shown.minimum), shown.snapshot_id)
    _render_table(visit, words, heading=heading, rows=rows, file=file)


def render_competencies(visit: Visit, words: ResearchWords) -> None:
    """A1 to C3 by programme."""
    shown = cohort_research.load_shown_competencies(visit.access)
    st.text(words.competencies_intro)
    rows = [_named(row, "programme", visit, words) for row in shown.rows]
    if not rows:
        st.info(words.nothing)
        return
    st.plotly_chart(
        draw_competency_cover(rows, words=CHART_WORDS[visit.language]),
        config=CHART_CONFIG,
        key="research:competencies",
    )
    _render_counts(visit, words, replace(shown, rows=tuple(rows)), "competencies")


def _choose_uptake(words: ResearchWords) -> tuple[UptakeSubject, UptakeSplit]:
    subjects: dict[UptakeSubject, str] = {
        "course_category": words.by_category,
        "learning_area": words.by_area,
        "subject": words.by_subject,
    }
    splits: dict[UptakeSplit, str] = {
        "none": words.split_none,
        "programme": words.split_programme,
        "school_type": words.split_school_type,
        "semester": words.split_semester,
    }
    with st.container(horizontal=True):
        by = _choice(words.subject_of, subjects, key=state.SUBJECT)
        split = _choice(words.split, splits, key=state.SPLIT)
    return by, split


def _choice(words_of_choice: str, options: dict[T, str], *, key: str) -> T:
    first = next(iter(options))
    chosen = st.segmented_control(
        field_name(words_of_choice),
        list(options),
        format_func=lambda each: options[each],
        default=first,
        required=True,
        key=key,
    )
    return chosen or first


def _by_frequency(rows: Sequence[ShownCount]) -> list[ShownCount]:
    """Labels by their shown applicants, the most first; splits keep their order."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row.label] = totals.get(row.label, 0) + (row.applicants or 0)
    return sorted(rows, key=lambda row: (-totals[row.label], row.label))


def _named(row: ShownCount, split: UptakeSplit, visit: Visit, words: ResearchWords) -> ShownCount:
    names: dict[UptakeSplit, Callable[[str], str]] = {
        "none": lambda _: words.split_none,
        "programme": lambda code: cohort_research.load_programme_names(visit.access).get(code, code),
        "school_type": lambda code: words.school_types.get(code, code or visit.words.unknown),
        "semester": lambda semester: semester,
    }
    return replace(row, split_label=names[split](row.split_label))


def _render_counts(visit: Visit, words: ResearchWords, shown: Shown, view: str) -> None:
    st.caption(
        words.hidden_note.format(cells=shown.hidden_cells, labels=shown.hidden_labels, minimum=shown.minimum)
    )
    heading = [
        words.column_label,
        words.column_split,
        words.column_applicants,
        words.column_population,
        words.column_share,
    ]
    rows: list[list[Cell]] = [
        [row.label, row.split_label, row.applicants, row.population, row.share_percent] for row in shown.rows
    ]
    file = TableFile(file_name(view, shown.minimum), shown.snapshot_id)
    _render_table(visit, words, heading=heading, rows=rows, file=file)


def _render_table(
    visit: Visit, words: ResearchWords, *, heading: list[str], rows: list[list[Cell]], file: TableFile
) -> None:
    """The same numbers as a table and, for who may, as a file."""
    visible = [
        {name: words.hidden if cell is None else str(cell) for name, cell in zip(heading, row, strict=True)}
        for row in rows
    ]
    st.dataframe(visible, hide_index=True, key=f"research:table:{hash(tuple(heading))}")
    st.caption(words.snapshot.format(snapshot_id=file.origin))

    def content() -> bytes:
        cohort_research.require_export(visit.access)
        return cohort_csv(heading, rows, hidden=words.hidden, origin=file.origin)

    st.download_button(
        words.export, content, file_name=file.name, mime="text/csv", key=f"research:export:{len(heading)}"
    )
