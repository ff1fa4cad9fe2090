"""What a reviewer entered as JSON text and back: decimals as text, nothing rounded, nothing left out."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.scores import Review
from app.reviews.json_text import to_json


def payload_of(review: Review) -> str:
    """The entered part of a review."""
    entered: dict[str, object] = {
        "scores": {dimension: _decimal_text(score) for dimension, score in review.scores.items()},
        "comments": dict(review.comments),
        "comment": review.comment,
        "abstained": review.abstained,
        "abstain_reason": review.abstain_reason,
        "flagged": review.flagged,
    }
    return to_json(entered | _place_of(review))


def _place_of(review: Review) -> dict[str, object]:
    """Absent where nothing is known of it, as in every event from before it was recorded."""
    if not review.queue_order:
        return {}
    return {"queue_order": review.queue_order, "queue_position": review.queue_position}


def review_of(row: Any) -> Review:
    """The review of one ``review_event`` row."""
    entered = json.loads(row.payload)
    return Review(
        plan_id=PlanId(row.plan_id),
        plan_revision=row.plan_revision,
        application_id=ApplicationId(row.application_id),
        reviewer_id=PersonId(row.reviewer_id),
        revision=row.revision,
        scores={DimensionId(key): Decimal(text) for key, text in entered["scores"].items()},
        comments={DimensionId(key): text for key, text in entered["comments"].items()},
        comment=entered["comment"],
        abstained=entered["abstained"],
        abstain_reason=entered["abstain_reason"],
        flagged=entered["flagged"],
        saved_at=row.saved_at,
        queue_order=entered.get("queue_order", ""),
        queue_position=entered.get("queue_position"),
    )


def _decimal_text(score: Decimal) -> str:
    if not isinstance(score, Decimal) or not score.is_finite():
        raise ValueError("a score is a finite Decimal")
    return str(score)
