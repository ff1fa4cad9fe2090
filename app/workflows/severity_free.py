"""Scores with the severity of their reviewers taken out, dimension by dimension; only to be looked at, never to rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.gap_measures import AdjustedScores
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.rounding import EXACT, round_half_up
from app.domain.scores import Review
from app.psychometrics.additive import fit_additive
from app.psychometrics.connection import is_connected
from app.psychometrics.ratings import Rating

DIGITS = 4


def severity_free_scores(
    plan: ReviewPlan, finished: Mapping[ApplicationId, Sequence[Review]]
) -> AdjustedScores:
    """Each score less the severity of its reviewer in that dimension, to four digits.

    Nothing at all while the reviewers are not linked: across groups severity and applicants cannot be told apart.
    """
    reviews = [review for pile in finished.values() for review in pile]
    if not is_connected((each.application_id, each.reviewer_id) for each in reviews):
        return {}
    severities = {each.dimension_id: _severities(each.dimension_id, reviews) for each in plan.dimensions}
    return {
        (review.application_id, review.reviewer_id): {
            key: EXACT.subtract(review.scores[key], severities[key].get(review.reviewer_id, Decimal(0)))
            for key in severities
        }
        for review in reviews
    }


def _severities(dimension_id: DimensionId, reviews: Sequence[Review]) -> dict[PersonId, Decimal]:
    ratings = [Rating(each.application_id, each.reviewer_id, each.scores[dimension_id]) for each in reviews]
    return {
        each.reviewer_id: round_half_up(Decimal(repr(each.severity)), DIGITS)
        for each in fit_additive(ratings).severities
        if each.severity is not None
    }
