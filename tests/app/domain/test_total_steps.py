"""The steps of a total in fractions come to what the ranking comes to, whatever the plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.domain.dimensions import ScoringScale
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import MissingScorePolicy, RankingRules, ReviewPlan
from app.domain.ranked_row import RoundFacts
from app.domain.ranking import rank
from app.domain.scores import Review
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod, ThirdReading
from app.domain.total_component import ComponentId, TotalComponent
from app.domain.total_steps import Standing, total_steps
from tests.app.domain.rounds import dimension, entry, plan_of, review

APPLICATION = ApplicationId("a1")
EXAM = ComponentId("exam")
REVIEWERS = ("r1", "r2", "r3", "r4")
SCORES = st.one_of(st.none(), st.decimals(0, 30, places=2))


@st.composite
def plans(draw: st.DrawFn) -> ReviewPlan:
    """Three dimensions; scale, missing scores, method, third reading and another score as they come."""
    component = TotalComponent(
        EXAM, "學測", draw(st.sampled_from([Decimal("20"), Decimal("33.3")])), Decimal(75)
    )
    rules = RankingRules(
        missing_score_policy=draw(st.sampled_from(MissingScorePolicy)),
        adjustment=ScoreAdjustment(
            draw(st.sampled_from([ScoringMethod.RAW_MEAN, ScoringMethod.MEDIAN, ScoringMethod.Z]))
        ),
        third_reading=draw(st.sampled_from(ThirdReading)),
        components=(component,) if draw(st.booleans()) else (),
    )
    parts = dimension("d1", "33.3"), dimension("d2", "36.7"), dimension("d3", "30")
    return plan_of(*parts, scale=draw(st.sampled_from(ScoringScale)), rules=rules)


@st.composite
def reviews(draw: st.DrawFn) -> list[Review]:
    """Up to four reviews of one application, scored in part or abstained."""
    found = []
    for reviewer in REVIEWERS[: draw(st.integers(0, 4))]:
        given_scores = draw(st.tuples(SCORES, SCORES, SCORES))
        scores = {f"d{place}": str(each) for place, each in enumerate(given_scores, 1) if each is not None}
        found.append(replace(review("a1", reviewer, scores), abstained=draw(st.integers(0, 4)) == 0))
    return found


@st.composite
def facts(draw: st.DrawFn) -> RoundFacts:
    """Recusals, a third reviewer, an absence, an adjusted total, as they come."""
    value = draw(st.one_of(st.none(), st.decimals(0, 75, places=1)))
    return RoundFacts(
        recused=[(APPLICATION, PersonId("r1"))] if draw(st.booleans()) else [],
        component_values={EXAM: {APPLICATION: value}} if draw(st.booleans()) else {},
        third_reviewers={APPLICATION: PersonId("r3")} if draw(st.booleans()) else {},
        adjusted_totals={APPLICATION: Decimal("71.2345")} if draw(st.booleans()) else {},
    )


@given(plan=plans(), given_reviews=reviews(), given_facts=facts())
def test_steps_come_to_the_total_of_the_list(
    plan: ReviewPlan, given_reviews: list[Review], given_facts: RoundFacts
) -> None:
    (row,) = rank(plan, [entry("a1")], given_reviews, given_facts).rows
    steps = total_steps(plan, given_reviews, given_facts)
    assert steps.rounded == row.total


def test_every_step_of_a_total_is_there() -> None:
    plan = plan_of(
        dimension("a", "40"),
        dimension("b", "60"),
        rules=RankingRules(components=(TotalComponent(EXAM, "學測", Decimal(20), Decimal(75)),)),
    )
    scored = [review("a1", "r1", ["80", "70"]), review("a1", "r2", ["75", "71"]), review("a1", "r3", ["90"])]
    steps = total_steps(plan, scored, RoundFacts(component_values={EXAM: {APPLICATION: Decimal(60)}}))
    assert [each.standing for each in steps.reviewers] == [
        Standing.COUNTS,
        Standing.COUNTS,
        Standing.UNFINISHED,
    ]
    assert [each.mean for each in steps.dimensions] == [Fraction(155, 2), Fraction(141, 2)]
    assert [each.part for each in steps.dimensions] == [Fraction(31), Fraction(423, 10)]
    assert [each.part for each in steps.components] == [Fraction(16)]
    assert (steps.review_total, steps.exact) == (Fraction(733, 10), Fraction(733, 10) * Fraction(4, 5) + 16)
    assert steps.rounded == Decimal("74.64")


def test_third_reading_decides_only_once_it_is_finished() -> None:
    rules = RankingRules(
        missing_score_policy=MissingScorePolicy.BY_DIMENSION, third_reading=ThirdReading.DECIDES
    )
    plan = plan_of(dimension("a", "40"), dimension("b", "60"), rules=rules)
    third = RoundFacts(third_reviewers={APPLICATION: PersonId("r3")})
    others = [review("a1", "r1", ["80", "70"]), review("a1", "r2", ["60", "50"])]
    for scores, total in ((["90"], "66.67"), (["90", "90"], "90.00")):
        given_reviews = [*others, review("a1", "r3", scores)]
        (row,) = rank(plan, [entry("a1")], given_reviews, third).rows
        assert total_steps(plan, given_reviews, third).rounded == row.total == Decimal(total)
