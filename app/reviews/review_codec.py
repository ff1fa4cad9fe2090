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
    return to_json(
        {
            "scores": {dimension: _decimal_text(score) for dimension, score in review.scores.items()},
            "comments": dict(review.comments),
            "comment": review.comment,
            "abstained": review.abstained,
            "abstain_reason": review.abstain_reason,
            "flagged": review.flagged,
        }
    )


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
    )


def _decimal_text(score: Decimal) -> str:
    if not isinstance(score, Decimal) or not score.is_finite():
        raise ValueError("a score is a finite Decimal")
    return str(score)
