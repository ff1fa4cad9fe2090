"""What a workbook that came back would change, row by row, and the button that saves all of it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from app.domain.dimensions import DimensionId
from app.domain.plan import ReviewPlan
from app.domain.scores import ScoreProblem
from app.ui.components.refused_file import Fault, render_faults
from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.state import offline as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.offline import OfflineWords
from app.ui.visit import Visit
from app.workflows.review_entry import EntryProblem, EntryProblemKind, PlanMoved
from app.workflows.score_workbook import (
    BatchSaved,
    RowState,
    WorkbookLine,
    WorkbookPreview,
    save_workbook,
)

SHOWN = (RowState.STALE, RowState.CHANGED)


def render_preview(visit: Visit, words: OfflineWords, preview: WorkbookPreview, *, content: bytes) -> None:
    """Counts, the rows that matter, and what can be done with them."""
    counts = {each.value: preview.count(each) for each in RowState}
    st.text(words.summary.format(**counts))
    rows = sorted(
        (line for line in preview.lines if line.state in SHOWN),
        key=lambda line: (not line.problems, line.state is not RowState.STALE, line.line),
    )
    if not rows:
        st.info(words.nothing_new)
        return
    if preview.faulty:
        _render_faults(visit, words, preview)
    st.dataframe(_frame(words, preview.plan, rows), hide_index=True)
    if not preview.faulty:
        _render_save(visit, words, preview, content)


def _render_faults(visit: Visit, words: OfflineWords, preview: WorkbookPreview) -> None:
    st.error(words.faulty_note.format(count=len(preview.faulty)))
    faults = [
        Fault(problem, f"{words.column_line} {line.line}　{line.summary.application_number}")
        for line in preview.faulty
        for problem in _problems(words, preview.plan, line)
    ]
    render_faults(visit.language, faults, key=state.key(preview.plan.plan_id, "faults"))


def _render_save(visit: Visit, words: OfflineWords, preview: WorkbookPreview, content: bytes) -> None:
    plan_id, stale = preview.plan.plan_id, preview.count(RowState.STALE)
    leaves_out = True
    if stale:
        st.warning(words.stale_note.format(count=stale))
        leaves_out = st.checkbox(words.leave_out, key=state.key(plan_id, "leave-out"))
    changed = preview.count(RowState.CHANGED)
    st.button(
        plain(words.save.format(count=changed)),
        key=state.key(plan_id, "save"),
        type="primary",
        disabled=not changed or not leaves_out,
        on_click=_save,
        args=(visit, words, preview, content),
    )


def _save(visit: Visit, words: OfflineWords, preview: WorkbookPreview, content: bytes) -> None:
    plan_id = preview.plan.plan_id
    leaves_out = bool(st.session_state.get(state.key(plan_id, "leave-out")))
    outcome = save_workbook(
        visit.access,
        plan_id,
        content,
        fingerprint=preview.fingerprint,
        leaves_out_stale=leaves_out,
    )
    if isinstance(outcome, BatchSaved):
        said = words.saved_without if outcome.left_out else words.saved
        leave_notice(Notice("success", said.format(saved=outcome.saved, left_out=outcome.left_out)))
        state.forget_upload(plan_id)
    elif isinstance(outcome, PlanMoved):
        told = words.plan_moved.format(drawn=outcome.drawn_with, newest=outcome.newest)
        leave_notice(Notice("warning", told))
    else:
        leave_notice(Notice("warning", words.changed_meanwhile))


def _frame(words: OfflineWords, plan: ReviewPlan, rows: list[WorkbookLine]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words.column_line: [row.line for row in rows],
            words.column_number: [row.summary.application_number for row in rows],
            words.column_name: [row.summary.name for row in rows],
            words.column_state: [words.states[row.state] for row in rows],
            words.column_change: ["　".join(_changes(words, plan, row)) for row in rows],
            words.column_problem: ["；".join(_problems(words, plan, row)) for row in rows],
        }
    )


def _changes(words: OfflineWords, plan: ReviewPlan, row: WorkbookLine) -> Iterator[str]:
    scores_before, scores_after = row.stored.scores, row.offered.scores
    for each in plan.dimensions:
        before, after = scores_before.get(each.dimension_id), scores_after.get(each.dimension_id)
        if before != after:
            shown = [words.no_score if value is None else number_text(value) for value in (before, after)]
            yield words.change.format(dimension=each.name, before=shown[0], after=shown[1])
    if row.stored.abstained != row.offered.abstained or _texts(row, stored=True) != _texts(row, stored=False):
        yield words.other_change


def _texts(row: WorkbookLine, *, stored: bool) -> tuple[object, ...]:
    review = row.stored if stored else row.offered
    return dict(review.comments), review.comment, review.abstain_reason, review.flagged


def _problems(words: OfflineWords, plan: ReviewPlan, row: WorkbookLine) -> Iterator[str]:
    names = {each.dimension_id: each.name for each in plan.dimensions}
    for problem in row.problems:
        if isinstance(problem, ScoreProblem):
            yield words.problem_range.format(
                dimension=names[problem.dimension_id],
                high=number_text(problem.high),
                step=number_text(problem.step),
            )
        else:
            yield _entry_problem(words, names, problem)


def _entry_problem(words: OfflineWords, names: dict[DimensionId, str], problem: EntryProblem) -> str:
    if problem.kind is EntryProblemKind.NO_REASON:
        return words.problem_reason
    if problem.kind is EntryProblemKind.TOO_LONG:
        return words.problem_long.format(limit=problem.limit)
    name = names.get(problem.dimension_id, "") if problem.dimension_id else ""
    return words.problem_number.format(dimension=name)
