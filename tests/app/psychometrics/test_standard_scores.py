"""Standard scores by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.people import PersonId
from app.psychometrics.exact_spread import Spread, rescaled, spread_of
from app.psychometrics.standard_scores import StandardScore, StandardScores, standard_scores, t_scores
from tests.app.psychometrics.simulated_round import rating, ratings_of, shuffled


def test_standard_scores_use_the_population_sd() -> None:
    assert standard_scores([60, 70, 80]) == pytest.approx((-1.224745, 0.0, 1.224745), abs=1e-6)


@pytest.mark.parametrize("values", [[], [70.0], [70.0, 70.0]])
def test_standard_scores_without_variation_are_undefined(values: list[float]) -> None:
    assert standard_scores(values) is None


def test_t_scores_by_hand() -> None:
    ratings = ratings_of({"p": "x60 y70", "q": "x70 y70", "r": "x80"})
    # x: mean 70, SD √(200/3) = 8.1650, z = −1.22474, T = 37.8 (one decimal), 37.8 × 0.333 + 10 = 22.5874.
    found = t_scores(ratings, factor=Decimal("0.333"), offset=Decimal(10))
    assert [(each.rating.application_id, each.t, each.adjusted) for each in found.scores] == [
        ("p", Decimal("37.8"), Decimal("22.59")),
        ("p", None, Decimal(70)),
        ("q", Decimal("50.0"), Decimal("26.65")),
        ("q", None, Decimal(70)),
        ("r", Decimal("62.2"), Decimal("30.71")),
    ]
    assert found.undefined == (PersonId("y"),)
    assert float(found.scores[0].z or 0) == pytest.approx(-1.224745, abs=1e-6)


def test_t_scores_round_a_true_half_up() -> None:
    # Mean 40, SD 16: 42 has z = 0.125 and T = 51.25, exactly.
    ratings = [rating(f"p{place}", "x", value) for place, value in enumerate((61, 49, 13, 42, 35))]
    found = t_scores(ratings, factor=Decimal(1), offset=Decimal(0))
    assert (found.scores[3].z, found.scores[3].t) == (Decimal("0.125"), Decimal("51.3"))
    assert spread_of([each.value for each in ratings]) == Spread(Fraction(40), Decimal(16))


def test_scores_do_not_depend_on_the_order_of_ratings() -> None:
    ratings = [rating(f"p{number // 3}", f"x{number % 3}", 60 + number * 7 % 31) for number in range(20)]
    found = t_scores(ratings, factor=Decimal(1), offset=Decimal(0))
    assert t_scores(shuffled(ratings, 3), factor=Decimal(1), offset=Decimal(0)) == found


def test_t_scores_of_nothing_are_empty() -> None:
    assert t_scores([], factor=Decimal(1), offset=Decimal(0)) == StandardScores((), ())


def test_a_reviewer_with_one_rating_stays_raw() -> None:
    single = rating("p", "x", 64)
    assert t_scores([single], factor=Decimal(2), offset=Decimal(1)) == StandardScores(
        (StandardScore(single, None, None, Decimal(64)),), (PersonId("x"),)
    )


def test_spread_without_variation_has_no_standard_score() -> None:
    with pytest.raises(ZeroDivisionError):
        spread_of([Decimal(5), Decimal(5)]).standardised(Decimal(5))


def test_rescaled_brings_a_standard_score_back() -> None:
    spread = spread_of([Decimal(60), Decimal(73), Decimal(81)])
    back = rescaled(spread.standardised(Decimal(73)), spread)
    assert abs(back - 73) < Decimal("1e-27")
