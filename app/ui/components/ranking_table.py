"""The ranked list as a browser part."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import streamlit as st

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.ranked_row import Outcome, RankedRow, TieState
from app.ui.components.part import part
from app.ui.number_text import number_text
from app.ui.state import ranking as state
from app.ui.text.ranking import RankingWords
from app.ui.visit import Visit
from app.workflows.ranked_list_file import outcome_text, remarks_of
from app.workflows.total_ranking import RankingView

PART = "ranking_table"
PLAIN_COLUMNS = ("rank", "number", "name", "school", "status", "mode", "total")
NUMERIC_COLUMNS = frozenset({"rank", "total"})
OUTCOME_KINDS = {
    Outcome.ADMITTED: "in",
    Outcome.EXTRA: "in",
    Outcome.ELSEWHERE: "elsewhere",
    Outcome.UNDECIDED: "tie",
    Outcome.WAITLISTED: "wait",
}
BEFORE_LINE = frozenset({Outcome.ADMITTED, Outcome.EXTRA, Outcome.UNDECIDED})


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
    beside = _beside(words, view)
    outcome = [{"key": "outcome", "label": words.table["outcome"], "numeric": False}]
    lists = outcome if view.plan.rules.identity_lists else []
    reviews = {"key": "reviews", "label": words.table["reviews"], "numeric": False}
    return [*plain[:1], *lists, *plain[1:], *beside, *scores, reviews]


def _beside(words: RankingWords, view: RankingView) -> list[dict[str, object]]:
    """The review total and the other components, where there are some; ``beside`` is the place of the value."""
    components = view.plan.rules.components
    if not components:
        return []
    names = [words.table["review_total"], *(each.name for each in components)]
    return [
        {"key": f"beside{place}", "label": name, "numeric": True, "beside": place}
        for place, name in enumerate(names)
    ]


def _blocks(visit: Visit, words: RankingWords, view: RankingView) -> list[dict[str, object]]:
    return [
        {
            "title": words.blocks[name],
            "rows": [_row(visit, words, view, row) for row in rows],
            "line": _line(words, view, rows),
        }
        for name, found in groupby(view.ranked.rows, key=lambda row: f"{row.list_name}:{row.block}")
        for rows in (list(found),)
    ]


def _line(words: RankingWords, view: RankingView, rows: list[RankedRow]) -> dict[str, object] | None:
    """Where the places of the one list that is shown end: behind the last row that is in or undecided."""
    one = next((each for each in view.ranked.identity_lists if each.list_id == _shown_list(view)), None)
    if one is None or one.quota is None:
        return None
    stood = [row.standing_in(one.list_id) for row in rows]
    before = [place for place, each in enumerate(stood) if each is not None and each.outcome in BEFORE_LINE]
    if not before:
        return None
    return {"after": rows[before[-1]].application_id, "text": words.line.format(quota=one.quota)}


def _shown_list(view: RankingView) -> str | None:
    """The list on screen; the whole list is one where the plan has a single list for everyone."""
    lists = view.ranked.identity_lists
    if view.ranked.list_id is None and len(lists) == 1 and not lists[0].statuses:
        return lists[0].list_id
    return view.ranked.list_id


def _outcomes(visit: Visit, view: RankingView, row: RankedRow) -> list[dict[str, str]]:
    """What each list says; the name of the list where more than one is shown."""
    shown = _shown_list(view)
    names = {each.list_id: each.name for each in view.ranked.identity_lists}
    return [
        {
            "text": outcome_text(view.plan, each, language=str(visit.language)),
            "list": "" if shown else names[each.list_id],
            "kind": OUTCOME_KINDS.get(each.outcome, ""),
        }
        for each in row.standings
        if shown is None or each.list_id == shown
    ]


def _beside_values(words: RankingWords, view: RankingView, row: RankedRow) -> list[str | None]:
    values: list[str | None] = [None if row.review_total is None else str(row.review_total)]
    for each in view.plan.rules.components:
        value = row.components.get(each.component_id)
        is_absent = value is None and each.component_id in row.components
        values.append(words.table["absent"] if is_absent else number_text(value) or None)
    return values


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
        "beside": _beside_values(words, view, row) if view.plan.rules.components else [],
        "outcomes": _outcomes(visit, view, row),
        "outcome": "；".join(each["text"] for each in _outcomes(visit, view, row)),
        "reviews": f"{row.counts.scored}／{required}",
        "is_short": row.needs_reviews > 0,
        "remarks": _remarks(visit, words, view, row),
    }


def _remarks(visit: Visit, words: RankingWords, view: RankingView, row: RankedRow) -> list[dict[str, str]]:
    """Gaps in one short remark; the opened row tells each of them."""
    kind = "mark" if row.gates_failed else "tie" if row.tie is not TieState.NONE else ""
    brief = remarks_of(view.plan, row._replace(gaps=()), language=str(visit.language))
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
