"""A resample that draws nothing is the list as it is: every outcome and rank, on random plans and rounds."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import ScoringScale
from app.domain.evidence import ApplicationId, SubmissionMode
from app.domain.identity_list import TieAtLine
from app.domain.people import PersonId
from app.domain.plan import (
    COMPONENT_TIE,
    REVIEW_TOTAL_TIE,
    MissingScorePolicy,
    PdfPlacement,
    RankingRules,
    ReviewPlan,
)
from app.domain.ranked_row import RankedList, RankedRow, RankingEntry, RoundFacts, RowBlock
from app.domain.ranking import rank
from app.domain.scores import Review
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod, ThirdReading
from app.domain.total_component import ComponentId, TotalComponent
from app.psychometrics.judged_round import JudgedRound, MovingRound
from app.psychometrics.rank_resampling import Integers, ReviewNoise
from app.psychometrics.rank_uncertainty import PlaceChance, ResampledUnit, Resampling, rank_uncertainty
from tests.app.domain.rounds import dimension, entry, plan_of, review
from tests.app.psychometrics.test_resampled_lists import STATUSES, identity_lists

EXAM, TALK = ComponentId("exam"), ComponentId("talk")
KEYS = tuple(ApplicationId(name) for name in "pqrstuvwxyz")
STILL = Resampling(ResampledUnit.NOTHING, resamples=2)
MINIMUM = st.none() | st.sampled_from(["15", "16.5", "17"])


@st.composite
def plans(draw: st.DrawFn) -> ReviewPlan:
    """Two dimensions of which one may weigh nothing, and every rule that decides a list as it comes."""
    exam = TotalComponent(EXAM, "學測", Decimal("33.3"), Decimal(60), draw(st.none() | st.just(Decimal(31))))
    talk = TotalComponent(TALK, "面試", Decimal("20"), Decimal(70))
    rules = RankingRules(
        tie_breaks=draw(
            st.permutations(
                ["a", "b", REVIEW_TOTAL_TIE, f"{COMPONENT_TIE}exam", f"{COMPONENT_TIE}talk"]
            ).flatmap(lambda names: st.integers(0, 5).map(lambda size: tuple(names[:size])))
        ),
        missing_score_policy=draw(st.sampled_from(MissingScorePolicy)),
        pdf_placement=draw(st.sampled_from(PdfPlacement)),
        minimum_total=draw(st.none() | st.sampled_from([Decimal("16.4"), Decimal(30)])),
        minimum_review_total=draw(st.none() | st.just(Decimal("16.33"))),
        adjustment=ScoreAdjustment(
            draw(st.sampled_from([ScoringMethod.RAW_MEAN, ScoringMethod.MEDIAN, ScoringMethod.ADDITIVE]))
        ),
        third_reading=draw(st.sampled_from(ThirdReading)),
        components=draw(st.sampled_from([(), (exam,), (exam, talk)])),
        identity_lists=tuple(draw(identity_lists())),
        tie_at_line=draw(st.sampled_from(TieAtLine)),
    )
    weights = draw(st.sampled_from([("60", "40"), ("33.3", "66.7"), ("100", "0")]))
    scale = draw(st.sampled_from(ScoringScale)) if "0" not in weights else ScoringScale.PERCENT
    parts = (
        dimension(name, weight, minimum=draw(MINIMUM)) for name, weight in zip("ab", weights, strict=True)
    )
    return plan_of(*parts, scale=scale, rules=rules)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[list[RankingEntry], list[Review], RoundFacts]:
    """Scores so close that totals tie; unfinished, abstained and recused reviews among them."""
    keys = KEYS[: draw(st.integers(1, len(KEYS)))]
    score = st.sampled_from(["15", "16", "16.5", "17", "18", None])
    entries, reviews = [], []
    for key in keys:
        mode: SubmissionMode = draw(st.sampled_from(["database", "pdf"]))
        entries.append(entry(key, mode=mode, status=draw(st.sampled_from(STATUSES))))
        for who in ("r1", "r2", "r3")[: draw(st.integers(0, 3))]:
            given_scores = {name: value for name in "ab" if (value := draw(score)) is not None}
            reviews.append(replace(review(key, who, given_scores), abstained=draw(st.integers(0, 9)) == 0))
    points = st.none() | st.sampled_from([Decimal(30), Decimal("31.5"), Decimal(32)])
    imported = st.dictionaries(st.sampled_from(keys), points, min_size=len(keys) // 2)
    return (
        entries,
        reviews,
        RoundFacts(
            recused=[(keys[0], PersonId("r1"))] if draw(st.booleans()) else [],
            component_values={EXAM: draw(imported), TALK: draw(imported)},
            third_reviewers={keys[-1]: PersonId("r3")},
            adjusted_totals={key: draw(st.decimals(15, 18, places=4)) for key in keys},
        ),
    )


def require_same(found: PlaceChance, row: RankedRow) -> None:
    """Every outcome in every resample that of the row, and the rank too."""
    assert [each.list_id for each in found.lists] == [each.list_id for each in row.standings]
    for chance, standing in zip(found.lists, row.standings, strict=True):
        assert chance.standing == standing
        assert (dict(chance.shares), chance.low, chance.high) == (
            {standing.outcome: 1.0},
            standing.rank,
            standing.rank,
        )
    assert found.below_minimum == (row.block is RowBlock.GATED)


@settings(max_examples=200, deadline=None)
@given(plan=plans(), field=rounds())
def test_a_resample_of_what_was_seen_is_the_list(
    plan: ReviewPlan, field: tuple[list[RankingEntry], list[Review], RoundFacts]
) -> None:
    entries, reviews, facts = field
    ranked = rank(plan, entries, reviews, facts)
    found = rank_uncertainty(JudgedRound(plan, ranked, reviews, facts), STILL)
    rows = {row.application_id: row for row in ranked.rows}
    for each in found.applications:
        require_same(each, rows[each.application_id])
    unscored = [row.application_id for row in ranked.rows if row.block is RowBlock.UNSCORED]
    assert list(found.without_total) == unscored
    assert len(found.applications) + len(unscored) == len(rows)
    assert (found.queue, any(found.bands.values())) == ((), False)


@settings(max_examples=60, deadline=None)
@given(plan=plans(), field=rounds(), moved=st.sampled_from([Decimal("0.5"), Decimal(-1)]))
def test_reviews_moved_by_as_much_come_to_what_the_list_makes_of_them(
    plan: ReviewPlan,
    field: tuple[list[RankingEntry], list[Review], RoundFacts],
    moved: Decimal,
) -> None:
    """Every score of every reviewer moved alike, drawn as a shift, against the domain on the moved scores."""
    entries, reviews, facts = field
    method = plan.rules.adjustment.method
    if method is ScoringMethod.ADDITIVE:
        return
    shifted = [
        replace(each, scores={key: value + moved for key, value in each.scores.items()}) for each in reviews
    ]
    before, after = rank(plan, entries, reviews, facts), rank(plan, entries, shifted, facts)
    moving = MovingRound(JudgedRound(plan, before, reviews, facts))
    if not moving.rows:
        return
    noise = ReviewNoise(np.zeros((0, 2)), np.full((1, 2), float(moved)))
    require_values(moving, moving.drawn(noise, moving.weights[None, :], np.random.default_rng(1)), after)


@settings(max_examples=60, deadline=None)
@given(plan=plans(), field=rounds(), first=st.sampled_from(["55", "62.5", "97"]))
def test_drawn_weights_come_to_what_the_list_makes_of_them(
    plan: ReviewPlan, field: tuple[list[RankingEntry], list[Review], RoundFacts], first: str
) -> None:
    entries, reviews, facts = field
    plan = replace(plan, scale=ScoringScale.PERCENT)
    if plan.rules.adjustment.method is ScoringMethod.ADDITIVE:
        return
    moving = MovingRound(JudgedRound(plan, rank(plan, entries, reviews, facts), reviews, facts))
    if not moving.rows:
        return
    weights = Decimal(first), 100 - Decimal(first)
    pairs = zip(plan.dimensions, weights, strict=True)
    other = replace(plan, dimensions=tuple(replace(each, weight_percent=one) for each, one in pairs))
    still = ReviewNoise(np.zeros((0, 2)), np.zeros((0, 2)))
    values = moving.drawn(still, np.asarray([weights], dtype=float), np.random.default_rng(1))
    require_values(moving, values, rank(other, entries, reviews, facts))


def require_values(moving: MovingRound, values: Integers, ranked: RankedList) -> None:
    """What was drawn, to the last digit what this list compares."""
    rows = {row.application_id: row for row in ranked.rows}
    for row, told in zip(moving.rows, values[0].tolist(), strict=True):
        now = rows[row.application_id]
        assert now.review_total is not None
        assert now.total is not None
        expected = [*now.dimension_means.values(), now.review_total, now.total]
        assert told == [int(value * 100) for value in expected]


def test_reviews_that_do_not_come_to_the_totals_are_refused() -> None:
    plan = plan_of(dimension("a", "60"), dimension("b", "40"))
    entries, reviews = [entry("p")], [review("p", "x", ["70", "80"])]
    ranked = rank(plan, entries, reviews)
    other = [review("p", "x", ["70", "81"])]
    with pytest.raises(ValueError, match="do not come to the totals"):
        MovingRound(JudgedRound(plan, ranked, other, RoundFacts()))
