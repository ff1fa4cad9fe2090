"""One page a reviewer, made of the parts that are tested on their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from app.domain.dimensions import Dimension, DimensionId, RubricLevel, ScoringScale
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.drift import Drift, drifts, positions_in_order, positions_in_queue
from app.psychometrics.level_use import level_uses, range_uses
from app.psychometrics.rater_behaviour import rater_behaviour
from app.psychometrics.ratings import Rating
from app.psychometrics.response_patterns import halo, straight_lining
from app.psychometrics.scored_reviews import ScoredReview, ratings_by_dimension

LEVELS = (RubricLevel("A", "", Decimal(80), Decimal(100)), RubricLevel("B", "", Decimal(0), Decimal(79)))
A, B = (Dimension(DimensionId(name), name, "", Decimal(50), Decimal(50), None, LEVELS) for name in "ab")
START = datetime(2026, 3, 1, 9, tzinfo=UTC)
SCORES = {"x": [(60, 70), (80, 85), (90, 66), (75, 75)], "y": [(62, 61), (70, 88), (95, 64), (60, 75)]}
REVIEWS = [
    ScoredReview(
        ApplicationId(f"p{at}"),
        PersonId(name),
        {A.dimension_id: Decimal(one), B.dimension_id: Decimal(two)},
        START + timedelta(hours=at * 5),
        queue_position=4 - at,
    )
    for name, rows in SCORES.items()
    for at, (one, two) in enumerate(rows)
]
TOTALS = [
    Rating(each.application_id, each.reviewer_id, sum(each.scores.values(), Decimal(0)) / 2)
    for each in REVIEWS
]


def test_a_page_holds_what_each_part_says() -> None:
    x, y = rater_behaviour(REVIEWS[::-1], TOTALS, (B, A), scale=ScoringScale.PERCENT)
    rated = ratings_by_dimension(REVIEWS)
    assert (x.reviewer_id, x.reviews, y.reviewer_id) == ("x", 4, "y")
    assert x.level_use == tuple(level_uses(each, rated[each.dimension_id])[0] for each in (B, A))
    assert y.range_use == tuple(range_uses(each.dimension_id, rated[each.dimension_id])[1] for each in (B, A))
    hundred = {B.dimension_id: Decimal(100), A.dimension_id: Decimal(100)}
    assert (x.straight_lining, y.straight_lining) == straight_lining(REVIEWS, hundred)
    assert (x.halo, y.halo) == halo(REVIEWS, tuple(hundred))
    for page, place in ((x, 0), (y, 1)):
        assert page.drift_in_order == drifts(TOTALS, positions_in_order(REVIEWS))[place]
        # All were saved within one day, so there is no change by the day.
        assert page.drift_in_days == Drift(page.reviewer_id, page.drift_in_order.reviews)
        assert page.drift_in_queue == drifts(TOTALS, positions_in_queue(REVIEWS))[place]
    assert x.drift_in_order.slope == -(x.drift_in_queue.slope or 0)


def test_a_plan_of_one_dimension_has_no_patterns() -> None:
    (x, _) = rater_behaviour(REVIEWS, TOTALS, (A,), scale=ScoringScale.PERCENT)
    assert (x.straight_lining, x.halo, len(x.level_use)) == (None, None, 1)


def test_a_reviewer_without_a_finished_review_still_has_a_page() -> None:
    started = ScoredReview(ApplicationId("p0"), PersonId("z"), {A.dimension_id: Decimal(60)})
    z = rater_behaviour([*REVIEWS, started], TOTALS, (A, B), scale=ScoringScale.PERCENT)[-1]
    assert (z.reviewer_id, z.drift_in_order, [use.dimension_id for use in z.level_use]) == (
        "z",
        Drift(PersonId("z"), 0),
        ["a"],
    )
    assert z.straight_lining is not None
    assert z.straight_lining.reviews == 0


def test_no_reviews_make_no_pages() -> None:
    assert rater_behaviour([], [], (A, B), scale=ScoringScale.PERCENT) == ()
