"""並列比較: two to four applicants on the same category, scrolling together, scored in the head of each column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from app.domain.dimensions import Dimension
from app.domain.evidence import ApplicationId
from app.domain.plan import require_dimension
from app.ui.components.applicant_list import mode_badges
from app.ui.components.cell_data import cell_words, pass_data, rows_data
from app.ui.components.cell_saving import save_cells
from app.ui.components.core_overview import draw_print_shape
from app.ui.components.dimension_pass import CELL_PIECES, open_applicant
from app.ui.components.evidence_panel import Reading, draw_evidence
from app.ui.components.evidence_tree import category_label
from app.ui.components.part import desk_part, on_trigger, shape
from app.ui.components.queue_place import places_in_comparison
from app.ui.state import desk as desk_state
from app.ui.state import documents
from app.ui.state import passes as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_passes import WORDS
from app.ui.visit import Visit
from app.workflows.desk_views import OVERVIEW, ApplicantLine, Desk
from app.workflows.evidence_review import load_label
from app.workflows.score_passes import PassRow, dimensions_fed_by, load_pass_rows

ROOM = 640
"""Pixels before the browser has measured the window."""


def draw_compare(visit: Visit, desk: Desk, *, words: DeskWords) -> None:
    """The ticked applicants on the same category, in columns; who may not be seen is not there."""
    lines = [line for line in map(desk.find_line, desk_state.compared()) if line is not None]
    if len(lines) < desk_state.COMPARE_LEAST:
        st.info(words.compare_too_few, icon=":material/compare_arrows:")
        return
    rows = {row.application_id: row for row in load_pass_rows(visit.access, desk)}
    dimensions = _dimensions(desk)
    shape("compare_shape")(key="compare:shape")
    if desk_state.category() == OVERVIEW:
        draw_print_shape()
    with st.container(key="compare_room"):
        _draw_bar(visit, desk, lines, words=words)
        with st.container(horizontal=True, wrap=False, key="compare_columns"):
            for place, line in enumerate(lines):
                with st.container(key=f"compare_pair_{place}"):
                    row = rows.get(line.application_id)
                    _draw_head(visit, desk, (place, line), row=row, dimensions=dimensions, words=words)
                    with st.container(height=ROOM, border=False, key=f"compare_body_{place}"):
                        draw_evidence(visit, desk, _reading(line), words=words)


def _reading(line: ApplicantLine) -> Reading:
    return Reading(line.application_id, desk_state.category(), desk_state.record_id(), documents.asked_page())


def _dimensions(desk: Desk) -> list[Dimension]:
    """What the category feeds; the overview shows what feeds all of them."""
    code = desk_state.category()
    if code == OVERVIEW:
        return list(desk.plan.dimensions)
    return [require_dimension(desk.plan, each) for each in dimensions_fed_by(desk.plan, code)]


def _draw_bar(visit: Visit, desk: Desk, lines: Sequence[ApplicantLine], *, words: DeskWords) -> None:
    own = WORDS[visit.language]
    code = desk_state.category()
    label = category_label(code, load_label(visit.access, desk, category_code=code), words)
    desk_part("compare_bar")(
        key="compare:bar",
        data={
            "count": len(lines),
            "title": words.heading.format(name=own.compare_of.format(count=len(lines)), category=label),
            "hint": own.column_hint.format(count=len(lines)),
            "words": {"linked": own.linked, "unlinked": own.unlinked},
        },
    )


def _draw_head(
    visit: Visit,
    desk: Desk,
    column: tuple[int, ApplicantLine],
    *,
    row: PassRow | None,
    dimensions: Sequence[Dimension],
    words: DeskWords,
) -> None:
    place, line = column
    own = WORDS[visit.language]
    key = state.strip_key(desk.plan, line.application_id, visit.person.person_id)
    scored = dimensions if row else []
    fixed = rows_data([row], scored, plan=desk.plan, visit=visit, words=words) if row else {}
    desk_part("compare_head", *CELL_PIECES, "score_strip")(
        key=key,
        data={
            **pass_data(visit, desk.plan, key, dimensions=scored, words=words),
            "row": fixed.get(line.application_id),
            "place": place + 1,
            "application_id": line.application_id,
            "name": line.summary.name,
            "facts": _facts(line, words),
            "badges": mode_badges(line, visit.words) or [visit.words.mode_database],
            "is_pdf": line.summary.submission_mode != "database",
            "has_next": _following(desk, line.application_id) is not None,
            "words": {
                **cell_words(own),
                "close_column": own.close_column,
                "replace_column": own.replace_column,
                "replace_none": own.replace_none,
            },
        },
        **_handlers(visit, desk, line.application_id, key=key, words=words),
    )


def _facts(line: ApplicantLine, words: DeskWords) -> str:
    summary = line.summary
    number = words.number.format(number=summary.application_number)
    facts = (summary.school_name, summary.county, summary.applicant_status, number)
    return " · ".join(fact for fact in facts if fact)


def _handlers(
    visit: Visit, desk: Desk, application_id: ApplicationId, *, key: str, words: DeskWords
) -> dict[str, Any]:
    places = places_in_comparison(desk)
    acts: dict[str, Callable[[Any], None]] = {
        "save": lambda value: save_cells(visit, desk.plan, value, key=key, places=places, words=words),
        "close": lambda _: _close(desk, application_id),
        "replace": lambda _: _replace(desk, application_id),
        "open": lambda value: open_applicant(desk, value),
    }
    return {f"on_{name}_change": on_trigger(key, name, act) for name, act in acts.items()}


def _close(desk: Desk, application_id: ApplicationId) -> None:
    """One column less; the last one left is looked at alone."""
    left = [each for each in desk_state.compared() if each != application_id and desk.find_line(each)]
    desk_state.compare_these(left)
    if len(left) < desk_state.COMPARE_LEAST:
        for each in left:
            desk_state.choose_applicant(each)
        desk_state.choose_view("one")


def _replace(desk: Desk, application_id: ApplicationId) -> None:
    """The next applicant of the list who is not beside already takes the column."""
    following = _following(desk, application_id)
    if following is not None:
        shown = desk_state.compared()
        desk_state.compare_these([following if each == application_id else each for each in shown])


def _following(desk: Desk, application_id: ApplicationId) -> ApplicationId | None:
    ids = [line.application_id for line in desk.lines]
    after = ids[ids.index(application_id) + 1 :] if application_id in ids else []
    shown = set(desk_state.compared())
    return next((each for each in after if each not in shown), None)
