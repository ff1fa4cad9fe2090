"""From what the scoring form sent to a save, and what became of it to the next run."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId
from app.errors import WorkbenchError
from app.reviews.store import Saved
from app.ui.messages import message_of
from app.ui.state import desk as state
from app.ui.visit import Visit
from app.workflows.review_entry import ReviewEntry, save_review


def save_sent(visit: Visit, value: Mapping[str, object]) -> bool:
    """Save what was sent; True when the store has it. The sent application decides, not the one on screen."""
    entry = entry_of(value)
    try:
        outcome, reason = save_review(visit.access, entry), ""
    except WorkbenchError as error:
        outcome, reason = None, message_of(error, visit.words)
    state.leave_notice(
        state.SaveNotice(entry.event_id, entry.application_id, entry.seen_revision, outcome, reason)
    )
    return isinstance(outcome, Saved)


def entry_of(value: Mapping[str, object]) -> ReviewEntry:
    """The entry a browser sent, whatever it really holds: wrong kinds of values become empty ones."""
    return ReviewEntry(
        plan_id=PlanId(_text(value.get("plan_id"))),
        plan_revision=_number(value.get("plan_revision")),
        application_id=ApplicationId(_text(value.get("application_id"))),
        seen_revision=_number(value.get("seen_revision")),
        event_id=_text(value.get("event_id")),
        scores=_texts(value.get("scores")),
        comments=_texts(value.get("comments")),
        comment=_text(value.get("comment")),
        abstained=value.get("abstained") is True,
        abstain_reason=_text(value.get("abstain_reason")),
        flagged=value.get("flagged") is True,
        queue_order=_text(value.get("queue_order")),
        queue_position=_number(value.get("queue_position")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    """A whole number as JSON writes one; -1, which is no revision anything ever had, for all else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _texts(value: object) -> dict[DimensionId, str]:
    if not isinstance(value, Mapping):
        return {}
    return {DimensionId(str(key)): _text(text) for key, text in value.items()}
