"""The ranked list as a browser part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import streamlit as st

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.ranked_row import RankedRow, TieState
from app.ui.components.part import part
from app.ui.state import ranking as state
from app.ui.text.ranking import RankingWords
from app.ui.visit import Visit
from app.workflows.ranked_list_file import remarks_of
from app.workflows.total_ranking import RankingView

PART = "ranking_table"
PLAIN_COLUMNS = ("rank", "number", "name", "school", "status", "mode", "total")
NUMERIC_COLUMNS = frozenset({"rank", "total"})


def render_ranking_table(visit: Visit, words: RankingWords, view: RankingView) -> None:
    """Every row in reading order; a click opens who scored what."""
    code = view.plan.programme_code
    table_key = state.key(code, PART)
    part(PART)(
        key=table_key,
        data={
            "words": dict(words.table),
            "columns": _columns(words, view),
            "blocks": _blocks(visit, words, view),
            "opened": state.opened_row(code),
        },
        on_opened_change=_on_open(code, table_key),
    )


def _columns(words: RankingWords, view: RankingView) -> list[dict[str, object]]:
    plain = [
        {"key": name, "label": words.table[name], "numeric": name in NUMERIC_COLUMNS}
        for name in PLAIN_COLUMNS
    ]
    scores = [
        {"key": each.dimension_id, "label": each.name, "numeric": True, "dimension": place}
        for place, each in enumerate(view.plan.dimensions)
    ]
    return [*plain, *scores, {"key": "reviews", "label": words.table["reviews"], "numeric": False}]


def _blocks(visit: Visit, words: RankingWords, view: RankingView) -> list[dict[str, object]]:
    return [
        {
            "title": words.blocks[name],
            "rows": [_row(visit, words, view, row) for row in rows],
        }
        for name, rows in groupby(view.ranked.rows, key=lambda row: f"{row.list_name}:{row.block}")
    ]


def _row(visit: Visit, words: RankingWords, view: RankingView, row: RankedRow) -> dict[str, object]:
    summary = view.summaries[row.application_id]
    required = view.plan.rules.required_reviews
    scores = [row.dimension_means.get(each.dimension_id) for each in view.plan.dimensions]
    return {
        "id": row.application_id,
        "rank": row.rank,
        "number": summary.application_number,
        "name": summary.name,
        "school": summary.school_name,
        "status": summary.applicant_status or words.status_unknown,
        "mode": _mode(visit, summary.submission_mode),
        "mode_kind": summary.submission_mode,
        "total": None if row.total is None else str(row.total),
        "scores": [None if score is None else str(score) for score in scores],
        "reviews": f"{row.counts.scored}／{required}",
        "is_short": row.needs_reviews > 0,
        "remarks": _remarks(visit, words, view, row),
    }


def _remarks(visit: Visit, words: RankingWords, view: RankingView, row: RankedRow) -> list[dict[str, str]]:
    """Gaps in one short remark; the opened row tells each of them."""
    kind = "mark" if row.gates_failed else "tie" if row.tie is not TieState.NONE else ""
    brief = remarks_of(view.plan, replace(row, gaps=()), language=str(visit.language))
    remarks = [{"text": text, "kind": kind} for text in brief]
    if row.gaps:
        largest = max(gap.measured for gap in row.gaps)
        text = words.gaps.format(count=len(row.gaps), largest=largest)
        remarks.append({"text": text, "kind": "mark"})
    return remarks


def _mode(visit: Visit, mode: str) -> str:
    names = {
        "database": visit.words.mode_database,
        "partial_pdf": visit.words.mode_partial_pdf,
        "pdf": visit.words.mode_pdf,
        "missing": visit.words.mode_missing,
    }
    return names[mode]


def _on_open(code: ProgrammeCode, table_key: str) -> Callable[[], None]:
    def take() -> None:
        opened = st.session_state[table_key].opened
        if opened:
            is_same = opened == state.opened_row(code)
            state.open_row(code, None if is_same else ApplicationId(str(opened)))

    return take
