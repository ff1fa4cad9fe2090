"""The queue of gap cases as a browser part: states, filter, sorting, keys."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.domain.score_gap import GapFlag, GapRule
from app.ui.components.part import on_trigger, part
from app.ui.number_text import number_text
from app.ui.state import address
from app.ui.state import gaps as state
from app.ui.text.gaps import GapWords
from app.workflows.gap_queue import QueueRow, QueueView

PART = "gap_queue"


def render_queue(words: GapWords, view: QueueView) -> None:
    """One line a case; a click or Enter opens it."""
    key = state.key(view.plan.programme_code, PART)
    part(PART)(
        key=key,
        data={
            "words": dict(words.queue),
            "states": [{"code": code, "label": label} for code, label in words.states.items()],
            "opened": address.chosen_application() or "",
            "rows": [_row(words, view.plan, row) for row in view.rows],
        },
        on_opened_change=on_trigger(key, "opened", lambda opened: _open(opened)),
    )


def flag_line(words: GapWords, plan: ReviewPlan, flag: GapFlag) -> str:
    """Where, by which rule, how much, against which limit."""
    text = words.level_flag if flag.rule is GapRule.LEVEL else words.flag
    return text.format(
        where=place_of(words, plan, flag),
        rule=words.rules[flag.rule],
        measured=number_text(flag.measured),
        limit=number_text(flag.limit),
    )


def place_of(words: GapWords, plan: ReviewPlan, flag: GapFlag) -> str:
    """The dimension's name, or the total."""
    names = {each.dimension_id: each.name for each in plan.dimensions}
    return names.get(flag.dimension_id, "") if flag.dimension_id else words.total


def remarks_of_case(words: GapWords, row: QueueRow) -> list[str]:
    """What a reader of the queue must know besides state and gap."""
    case = row.case
    told = [
        (case.reopened, words.reopened),
        (not case.steps, words.not_recorded),
        (case.is_open and not case.flags and bool(case.steps), words.below_limit),
        (row.is_recused, words.recused),
    ]
    return [text for holds, text in told if holds]


def _row(words: GapWords, plan: ReviewPlan, row: QueueRow) -> dict[str, object]:
    case = row.case
    ranges = [flag.measured for flag in case.flags if flag.rule is not GapRule.LEVEL]
    places = dict.fromkeys(place_of(words, plan, flag) for flag in case.flags)
    due = case.deadline.isoformat() if case.deadline else ""
    return {
        "id": case.application_id,
        "number": row.summary.application_number,
        "name": row.summary.name,
        "state": case.state.value,
        "state_label": words.states[case.state],
        "is_open": case.is_open,
        "largest": number_text(max(ranges)) if ranges else "",
        "where": "、".join(places),
        "due": due,
        "due_label": (words.overdue if row.is_overdue else words.due).format(date=due) if due else "",
        "is_overdue": row.is_overdue,
        "remarks": remarks_of_case(words, row),
    }


def _open(opened: object) -> None:
    if isinstance(opened, str) and opened:
        address.choose_application(ApplicationId(opened))
