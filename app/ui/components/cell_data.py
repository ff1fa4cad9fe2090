"""What the parts of the passes are handed: dimensions with lettered levels, rows with the stored scores, answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.dimensions import Dimension, RubricLevel, maximum_score
from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.ui.components.applicant_list import mode_badges, state_text
from app.ui.components.core_overview import weight_label
from app.ui.number_text import number_text
from app.ui.state import passes as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_passes import PassWords
from app.ui.visit import Visit
from app.workflows.score_passes import PassRow

LETTERS = "ABCDEFGHIJ"


def pass_data(
    visit: Visit, plan: ReviewPlan, key: str, *, dimensions: Sequence[Dimension], words: DeskWords
) -> dict[str, object]:
    """What every part of the passes needs to draw cells and to send them."""
    return {
        "plan_id": plan.plan_id,
        "plan_revision": plan.revision,
        "reviewer_id": visit.person.person_id,
        "step": f"{plan.rules.score_step:f}",
        "shows_total": plan.rules.shows_running_total,
        "dimensions": [dimension_data(each, plan, words=words) for each in dimensions],
        "answers": [vars(each) for each in state.answers(key)],
    }


def dimension_data(dimension: Dimension, plan: ReviewPlan, *, words: DeskWords) -> dict[str, object]:
    """A dimension with its levels."""
    letters = _letters(dimension.rubric_levels)
    return {
        "id": dimension.dimension_id,
        "name": dimension.name,
        "description": dimension.description,
        "weight_label": weight_label(dimension, plan.scale, words),
        "maximum": number_text(maximum_score(dimension, plan.scale)),
        "levels": [
            _level(each, letter) for each, letter in zip(dimension.rubric_levels, letters, strict=True)
        ],
    }


def rows_data(
    rows: Sequence[PassRow],
    dimensions: Sequence[Dimension],
    *,
    plan: ReviewPlan,
    visit: Visit,
    words: DeskWords,
) -> dict[str, dict[str, object]]:
    """The rows by applicant, with the scores in the order of ``dimensions``; no total where the plan shows none."""
    shown: dict[str, dict[str, object]] = {}
    for row in rows:
        made = _row(row, dimensions, visit, words)
        shown[row.application_id] = made if plan.rules.shows_running_total else {**made, "total": ""}
    return shown


def cell_words(own: PassWords) -> dict[str, str]:
    """What every part that saves cells may have to say."""
    return {
        "exact": own.exact,
        "no_score": own.no_score,
        "row_saved": own.row_saved,
        "row_saving": own.row_saving,
        "row_unsaved": own.row_unsaved,
        "row_failed": own.row_failed,
        "row_stale": own.row_stale,
        "row_abstained": own.row_abstained,
        "restored": own.restored,
        "restored_older": own.restored_older,
        "no_answer": own.no_answer,
        "outside": own.outside,
        "stale": own.stale,
        "abstained": own.abstained,
        "rejected_abstained": own.rejected_abstained,
        "keep_mine": own.keep_mine,
        "take_stored": own.take_stored,
        "retry": own.retry,
        "end_abstention": own.end_abstention,
        "discard": own.discard,
        "troubles": own.troubles,
        "go_there": own.go_there,
        "undo": own.undo,
        "undo_nothing": own.undo_nothing,
        "undo_changed": own.undo_changed,
        "undone": own.undone,
        "open_applicant": own.open_applicant,
        "only_missing": own.only_missing,
        "resort": own.resort,
        "discuss": own.discuss,
        "levels": own.levels,
    }


def _row(row: PassRow, dimensions: Sequence[Dimension], visit: Visit, words: DeskWords) -> dict[str, object]:
    line, review = row.line, row.review
    return {
        "id": row.application_id,
        "number": line.summary.application_number,
        "name": line.summary.name,
        "school": line.summary.school_name,
        "badges": mode_badges(line, visit.words),
        "pdf": line.is_pdf,
        "scored_here": line.is_assigned,
        "revision": review.revision,
        "state": line.state.value,
        "label": state_text(line, words) if line.total is None else words.state_scored,
        "total": state_text(line, words) if line.total is not None else "",
        "flagged": review.flagged,
        "reason": review.abstain_reason if review.abstained else None,
        "scores": [number_text(review.scores.get(each.dimension_id)) for each in dimensions],
    }


def _level(level: RubricLevel, letter: str) -> dict[str, str]:
    low, high = number_text(level.low), number_text(level.high)
    return {
        "name": level.name,
        "text": level.text,
        "low": low,
        "high": high,
        "band": f"{low}–{high}",
        "letter": letter,
    }


def _letters(levels: Sequence[RubricLevel]) -> list[str]:
    """The first letters of the names where they tell the levels apart, else A, B, C …"""
    first = [level.name.strip()[:1] for level in levels]
    if len({*first, ""}) == len(levels) + 1:
        return first
    return [LETTERS[place % len(LETTERS)] for place in range(len(levels))]


def ids_of(rows: Sequence[PassRow]) -> list[ApplicationId]:
    """The keys of the rows, in their order."""
    return [row.application_id for row in rows]


def in_this_order(rows: Sequence[PassRow], ids: Sequence[ApplicationId]) -> list[PassRow]:
    """The rows of these applicants, in this order."""
    by_id: Mapping[ApplicationId, PassRow] = {row.application_id: row for row in rows}
    return [by_id[each] for each in ids if each in by_id]
