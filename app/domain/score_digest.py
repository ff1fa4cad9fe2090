"""One digest for a set of scores, so that a list can say exactly what it was made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from decimal import Decimal

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.scores import Review


def digest_of_scores(
    reviews: Iterable[Review], recused: Collection[tuple[ApplicationId, PersonId]] = ()
) -> str:
    """SHA-256 over the reviews in canonical form: any order of reviews and scores, and 80 or 80.0, give the same.

    Only what a list depends on is inside: scores, those set aside, abstentions, recusals; no comments, no times.
    """
    lines = sorted(_canonical(review, recused) for review in reviews)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _canonical(review: Review, recused: Collection[tuple[ApplicationId, PersonId]]) -> str:
    scores = sorted((dimension_id, _plain(value)) for dimension_id, value in review.scores.items())
    is_recused = (review.application_id, review.reviewer_id) in recused
    facts: list[object] = [review.application_id, review.reviewer_id, scores, review.abstained, is_recused]
    if review.old_scale:
        facts.append(sorted(review.old_scale))
    return json.dumps(facts, ensure_ascii=True, separators=(",", ":"))


def _plain(value: Decimal) -> str:
    return "/".join(map(str, value.as_integer_ratio())) if value.is_finite() else str(value)
