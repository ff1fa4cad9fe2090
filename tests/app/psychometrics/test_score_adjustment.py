"""Values of applications by each method: by hand, in any order, and with what must be said beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId
from app.domain.people import PersonId
from app.psychometrics.ratings import DimensionRating, Rating
from app.psychometrics.score_adjustment import (
    AdjustmentMethod,
    AdjustmentWarning,
    ApplicantValue,
    ApplicantValues,
    JudgedScores,
    WarningKind,
    applicant_values,
)
from tests.app.psychometrics.simulated_round import (
    TENS,
    additive_round,
    dimension_rating,
    rasch_round,
    rating,
    ratings_of,
    shuffled,
)

HAND = ratings_of({"p": "x60 y70 z83", "q": "x70 y91", "r": "x80 z85"})


def values(found: ApplicantValues) -> list[str | None]:
    """Values as text, in the order of ids."""
    return [None if each.value is None else str(each.value) for each in found.values]


def kinds(found: ApplicantValues) -> list[WarningKind]:
    """The warnings' kinds."""
    return [each.kind for each in found.warnings]


def judged(ratings: Sequence[DimensionRating]) -> JudgedScores:
    """Dimension ratings with their mean as total."""
    dimensions = sorted({each.dimension_id for each in ratings})
    sums: dict[tuple[str, str], Decimal] = {}
    for each in ratings:
        key = (each.application_id, each.reviewer_id)
        sums[key] = sums.get(key, Decimal(0)) + each.value
    totals = [rating(a, r, str(value / len(dimensions))) for (a, r), value in sums.items()]
    return JudgedScores(
        totals, ratings, dict.fromkeys(dimensions, Decimal(25)), dict.fromkeys(dimensions, TENS)
    )


def test_raw_mean_by_hand() -> None:
    found = applicant_values(AdjustmentMethod.RAW_MEAN, JudgedScores(HAND))
    # Within applications: 266 + 220.5 + 12.5 = 499 (of 60 70 83, 70 91, 80 85), four degrees of freedom.
    assert found.values == (
        ApplicantValue(HAND[0].application_id, 3, Decimal("71.0000"), Decimal("6.4485")),
        ApplicantValue(HAND[3].application_id, 2, Decimal("80.5000"), Decimal("7.8978")),
        ApplicantValue(HAND[5].application_id, 2, Decimal("82.5000"), Decimal("7.8978")),
    )
    assert (found.warnings, found.groups) == ((), 1)


def test_median_by_hand() -> None:
    found = applicant_values(AdjustmentMethod.MEDIAN, JudgedScores(HAND))
    assert values(found) == ["70.0000", "80.5000", "82.5000"]
    assert {each.standard_error for each in found.values} == {None}


def test_z_is_put_back_with_the_spread_of_all() -> None:
    rows = ratings_of({"p": "x60 y50", "q": "x80 y90", "r": "z75"})
    found = applicant_values(AdjustmentMethod.Z, JudgedScores(rows))
    # x and y: z −1 and 1. All: mean 71, SD √(1020 / 5) = 14.2829. z never varies: 75 stays.
    assert values(found) == ["56.7171", "85.2829", "75.0000"]
    assert found.warnings == (
        AdjustmentWarning(WarningKind.NOT_COMPARABLE),
        AdjustmentWarning(WarningKind.NO_SPREAD, ("z",)),
        AdjustmentWarning(WarningKind.SINGLE_RATING, ("r",)),
    )


def test_t_linear_is_the_mean_of_rounded_adjusted_scores() -> None:
    rows = ratings_of({"p": "x60 y50", "q": "x70 y90", "r": "x80 y50"})
    scores = JudgedScores(rows, t_factor=Decimal("0.8"), t_offset=Decimal(30))
    # x: T 37.8, 50.0, 62.2; y (mean 190/3, SD 18.8562): T 42.9, 64.1, 42.9; T × 0.8 + 30.
    assert values(applicant_values(AdjustmentMethod.T_LINEAR, scores)) == ["62.2800", "75.6400", "72.0400"]
    still = replace(scores, totals=[*rows, rating("p", "w", 70), rating("q", "w", 70)])
    found = applicant_values(AdjustmentMethod.T_LINEAR, still)
    assert AdjustmentWarning(WarningKind.NO_SPREAD, ("w",)) in found.warnings


def test_panel_values_and_warnings() -> None:
    rows = ratings_of({"p": "x60 y60", "q": "x80 y80", "r": "z40 w90", "s": "z60"})
    scores = JudgedScores(rows, panel_of={PersonId("x"): "a", PersonId("y"): "a", PersonId("z"): "b"})
    found = applicant_values(AdjustmentMethod.PANEL, scores)
    # All seven: mean 67.1429, SD 15.7791. p, q: ∓ 1 SD; s: + 1 SD; r: mean of 51.3637 and the raw 90.
    assert values(found) == ["51.3638", "82.9219", "70.6819", "82.9219"]
    assert found.warnings == (
        AdjustmentWarning(WarningKind.NOT_COMPARABLE),
        AdjustmentWarning(WarningKind.WITHOUT_PANEL, ("w",)),
        AdjustmentWarning(WarningKind.SINGLE_RATING, ("s",)),
    )


def test_additive_takes_severity_away() -> None:
    rows = ratings_of({"p": "x60 y70", "q": "y60 z70", "r": "x50 y60", "s": "y80 z90"})
    found = applicant_values(AdjustmentMethod.ADDITIVE, JudgedScores(rows))
    assert values(found) == ["70.0000", "60.0000", "60.0000", "80.0000"]


def test_values_beyond_the_scale_are_kept_and_named() -> None:
    rows = ratings_of({"p": "x100 y100", "q": "x60 y90", "r": "x100", "s": "x50 y80"})
    found = applicant_values(AdjustmentMethod.ADDITIVE, JudgedScores(rows))
    assert float(found.values[2].value or 0) > 100
    assert AdjustmentWarning(WarningKind.BEYOND_SCALE, ("r",)) in found.warnings


@pytest.mark.parametrize("method", [AdjustmentMethod.ADDITIVE, AdjustmentMethod.RASCH])
def test_unlinked_reviewers_get_no_common_values(method: AdjustmentMethod) -> None:
    _, left = rasch_round(1, applications=12, reviewers=3, each=2)
    right = [
        dimension_rating(f"b{each.application_id}", f"s{each.reviewer_id}", each.dimension_id, each.value)
        for each in left
    ]
    found = applicant_values(method, judged([*left, *right]))
    assert set(values(found)) == {None}
    assert (len(found.values), found.groups) == (24, 2)
    assert WarningKind.NOT_COMPARABLE in kinds(found)


def test_rasch_values_follow_the_measure_and_say_that_weights_do_not() -> None:
    _, ratings = rasch_round(2, applications=50, reviewers=6)
    found = applicant_values(AdjustmentMethod.RASCH, judged(ratings))
    raw = applicant_values(AdjustmentMethod.RAW_MEAN, judged(ratings))
    assert WarningKind.WEIGHTS_DO_NOT_ORDER in kinds(found)
    apart = [
        float((fair.value or 0) - (mean.value or 0))
        for fair, mean in zip(found.values, raw.values, strict=True)
    ]
    # Severity has a spread of some 0.4 logits or four points of this scale; on the whole nothing is added.
    assert sum(apart) / 50 == pytest.approx(0, abs=0.5)
    assert max(map(abs, apart)) < 8
    heavy = judged(ratings)
    other = replace(heavy, weights={**heavy.weights, DimensionId("d0000"): Decimal(900)})
    again = applicant_values(AdjustmentMethod.RASCH, other)
    assert values(again) != values(found)
    order = sorted(range(50), key=lambda place: found.values[place].value or Decimal(0))
    reweighted = [again.values[place].value or Decimal(0) for place in order]
    assert reweighted == sorted(reweighted)


def test_rasch_without_measures_says_so() -> None:
    rows = [dimension_rating(name, "x", "d", 20) for name in "pq"]
    found = applicant_values(AdjustmentMethod.RASCH, judged(rows))
    assert values(found) == [None, None]
    assert WarningKind.NO_ESTIMATE in kinds(found)


def test_rasch_names_extreme_applications() -> None:
    _, ratings = rasch_round(3, applications=30, reviewers=5, spread=0.5)
    best = [dimension_rating("best", f"r000{r}", f"d000{d}", 40) for r in range(3) for d in range(4)]
    found = applicant_values(AdjustmentMethod.RASCH, judged([*ratings, *best]))
    assert AdjustmentWarning(WarningKind.EXTREME, ("best",)) in found.warnings


@pytest.mark.parametrize("method", AdjustmentMethod)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_ratings_changes_no_digit(method: AdjustmentMethod, seed: int) -> None:
    _, ratings = rasch_round(4, applications=40, reviewers=6)
    scores = replace(judged(ratings), panel_of={PersonId(f"r000{n}"): str(n % 2) for n in range(6)})
    mixed = replace(
        scores,
        totals=shuffled(scores.totals, seed),
        dimension_ratings=shuffled(scores.dimension_ratings, seed + 10),
    )
    found = applicant_values(method, scores)
    assert applicant_values(method, mixed) == found
    assert {each.value.as_tuple().exponent for each in found.values if each.value is not None} == {-4}


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), shift=st.integers(-40, 40), reviewer=st.integers(0, 4))
def test_a_shift_of_one_reviewer_changes_no_difference_after_adjustment(
    seed: int, shift: int, reviewer: int
) -> None:
    _, ratings = additive_round(seed, applications=20, reviewers=5, each=3)
    moved = [_shifted(each, f"r{reviewer:04d}", Decimal(5 * shift)) for each in ratings]
    before = applicant_values(AdjustmentMethod.ADDITIVE, JudgedScores(ratings))
    after = applicant_values(AdjustmentMethod.ADDITIVE, JudgedScores(moved))
    # Five reviewers: everything moves by the shift, a multiple of five, over five: whole points.
    apart = [
        (new.value or Decimal(0)) - (old.value or Decimal(0))
        for new, old in zip(after.values, before.values, strict=True)
    ]
    assert max(abs(each - shift) for each in apart) <= Decimal("0.0001")
    assert sum(each == shift for each in apart) >= 19


def _shifted(each: Rating, reviewer: str, shift: Decimal) -> Rating:
    return replace(each, value=each.value + shift) if each.reviewer_id == reviewer else each


@settings(max_examples=150, deadline=None)
@given(
    rated=st.dictionaries(
        st.tuples(st.sampled_from("pqrstu"), st.sampled_from("xyzw"), st.sampled_from("de")),
        st.sampled_from((0, 10, 20, 30, 40)),
        max_size=30,
    ),
    method=st.sampled_from(AdjustmentMethod),
)
def test_every_small_round_gets_values_or_a_reason(
    rated: dict[tuple[str, str, str], int], method: AdjustmentMethod
) -> None:
    # NumPy's warnings are errors here: no overflow, no empty mean, no singular matrix escapes.
    ratings = [dimension_rating(*ids, value) for ids, value in rated.items()]
    found = applicant_values(method, judged(ratings))
    unknown = [each for each in found.values if each.value is None]
    reasons = {WarningKind.NOT_COMPARABLE, WarningKind.NO_ESTIMATE}
    assert not unknown or reasons & set(kinds(found))
    assert [each.application_id for each in found.values] == sorted({ids[0] for ids in rated})


def test_nothing_judged_gives_nothing() -> None:
    for method in AdjustmentMethod:
        found = applicant_values(method, JudgedScores([]))
        assert (found.values, found.groups) == ((), 0)


def test_same_reviewer_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        applicant_values(AdjustmentMethod.RAW_MEAN, JudgedScores(ratings_of({"p": "x60 x61"})))
