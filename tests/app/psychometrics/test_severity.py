"""Severity by hand."""

from __future__ import annotations

from decimal import Decimal

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.ratings import Rating
from app.psychometrics.severity import ReviewerSummary, reviewer_summaries


def rating(application: str, reviewer: str, value: str) -> Rating:
    """One rating."""
    return Rating(ApplicationId(application), PersonId(reviewer), Decimal(value))


def test_reviewer_summaries_by_hand() -> None:
    ratings = [
        rating("p", "x", "70"),
        rating("p", "y", "80"),
        rating("p", "z", "90"),
        rating("q", "x", "60"),
        rating("q", "y", "66"),
        rating("r", "w", "50"),
    ]
    # x: p 70 − 85 = −15, q 60 − 66 = −6; y: p 80 − 80 = 0, q 66 − 60 = 6; z: p 90 − 75 = 15; w judged alone.
    assert reviewer_summaries(ratings) == (
        ReviewerSummary(PersonId("w"), 1, 50.0, 0.0, 0, None, 2),
        ReviewerSummary(PersonId("x"), 2, 65.0, 5.0, 2, -10.5, 1),
        ReviewerSummary(PersonId("y"), 2, 73.0, 7.0, 2, 3.0, 1),
        ReviewerSummary(PersonId("z"), 1, 90.0, 0.0, 1, 15.0, 1),
    )


def test_reviewer_summaries_of_nothing_are_empty() -> None:
    assert reviewer_summaries([]) == ()
