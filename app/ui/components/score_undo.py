"""Undo of the last save: from the form, and from the line of the desk for the applicant just left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId
from app.domain.scores import reviewer_total
from app.errors import WorkbenchError
from app.reviews.store import Saved
from app.ui.components.score_drawers import total_text
from app.ui.messages import message_of
from app.ui.state import address
from app.ui.state import desk as desk_state
from app.ui.state import scoring as state
from app.ui.text.desk_keys import WORDS as KEY_WORDS
from app.ui.text.desk_scoring import WORDS, ScoringWords
from app.ui.visit import Visit
from app.workflows.desk_views import Desk
from app.workflows.review_entry import PlanMoved
from app.workflows.review_history import UndoRequest, undo_save


@dataclass(frozen=True)
class UndoOffer:
    """What the line of the desk says and offers: ``text`` takes the place of the note unless empty."""

    text: str
    request: Mapping[str, object] | None
    label: str
    help: str
    act: Callable[[Mapping[str, object]], None]


def undo_offer(visit: Visit, desk: Desk) -> UndoOffer:
    """The undo of the last save of this session, and what became of the last undo."""
    words = WORDS[visit.language]
    undone, help_text = state.undone(), KEY_WORDS[visit.language].open

    def act(value: Mapping[str, object]) -> None:
        undo_sent(visit, value)

    if undone is None:
        return UndoOffer("", _last_save(), words.undo, help_text, act)
    return UndoOffer(undone_text(desk, undone, words), _request_after(undone), words.redo, help_text, act)


def undo_sent(visit: Visit, value: Mapping[str, object]) -> None:
    """Take back the version a browser names; the named application decides, not the one on screen."""
    request = UndoRequest(
        plan_id=PlanId(str(value.get("plan_id", ""))),
        plan_revision=_number(value.get("plan_revision")),
        application_id=ApplicationId(str(value.get("application_id", ""))),
        revision=_number(value.get("revision")),
    )
    try:
        outcome, reason = undo_save(visit.access, request), ""
    except WorkbenchError as error:
        outcome, reason = None, message_of(error, visit.words)
    notice = state.UndoNotice(
        request.application_id, request.revision, outcome, reason, address.chosen_application()
    )
    state.leave_undone(notice)


def undone_text(desk: Desk, notice: state.UndoNotice, words: ScoringWords) -> str:
    """What became of an undo; nothing of an applicant the person does not see."""
    line = desk.find_line(notice.application_id)
    if line is None:
        return ""
    outcome, name = notice.outcome, line.summary.name
    if isinstance(outcome, Saved):
        total = total_text(reviewer_total(desk.plan, outcome.value))
        return words.undone.format(name=name, total=total) if total else words.undone_blank.format(name=name)
    if outcome is None:
        return words.undo_failed.format(reason=notice.reason)
    if isinstance(outcome, PlanMoved):
        return words.undo_moved.format(newest=outcome.newest)
    return words.undo_stale.format(name=name)


def _last_save() -> Mapping[str, object] | None:
    notice = desk_state.notice()
    if notice is None or not isinstance(notice.outcome, Saved) or desk_state.is_notice_past():
        return None
    review = notice.outcome.value
    return _request(review.plan_id, review.plan_revision, review.application_id, review.revision)


def _request_after(notice: state.UndoNotice) -> Mapping[str, object] | None:
    """An undo is a save like any other: it can be taken back the same way."""
    if not isinstance(notice.outcome, Saved):
        return None
    review = notice.outcome.value
    return _request(review.plan_id, review.plan_revision, review.application_id, review.revision)


def _request(plan_id: str, plan_revision: int, application_id: str, revision: int) -> Mapping[str, object]:
    return {
        "plan_id": plan_id,
        "plan_revision": plan_revision,
        "application_id": application_id,
        "revision": revision,
    }


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else -1
