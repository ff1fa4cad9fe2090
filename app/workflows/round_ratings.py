"""The finished reviews of a round as the ratings that numbers about reviewers are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.assignment import recused_pairs
from app.domain.dimensions import Dimension, DimensionId, maximum_score
from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.rounding import EXACT
from app.domain.scores import Review, ReviewState, review_state, total_of_scores
from app.psychometrics.ratings import DimensionRating, Rating
from app.psychometrics.scored_reviews import ScoredReview
from app.workbench import Workbench
from app.workflows import evidence_facts as facts
from app.workflows.carried_reviews import load_carried_reviews


@dataclass(frozen=True)
class RoundRatings:
    """Finished reviews that count: no abstention, no recusal, every dimension scored on today's scale.

    ``dimensions`` hold scores as entered, ``percents`` the same in percent of each maximum.
    """

    plan: ReviewPlan
    totals: tuple[Rating, ...]
    dimensions: tuple[tuple[Dimension, tuple[Rating, ...]], ...]
    percents: tuple[DimensionRating, ...]
    reviews: tuple[ScoredReview, ...]
    applications: Mapping[ApplicationId, ApplicationSummary]

    @property
    def reviewer_ids(self) -> tuple[PersonId, ...]:
        """Everyone with a finished review, in the order of the ids."""
        return tuple(sorted({rating.reviewer_id for rating in self.totals}))


def load_round_ratings(workbench: Workbench, plan: ReviewPlan) -> RoundRatings:
    """The ratings of a plan as they stand now. Rights are the caller's to ask."""
    snapshot = workbench.snapshot(plan.snapshot_id)
    applications = facts.applications_by_id(snapshot, plan.programme_code)
    barred = recused_pairs(workbench.store.load_assignments(plan.plan_id))
    finished = [
        review
        for review in load_carried_reviews(workbench.store, plan)
        if review.application_id in applications
        and (review.application_id, review.reviewer_id) not in barred
        and review_state(plan, review) is ReviewState.SCORED
    ]
    return RoundRatings(
        plan=plan,
        totals=tuple(_total(plan, review) for review in finished),
        dimensions=tuple((each, _scores(each.dimension_id, finished)) for each in plan.dimensions),
        percents=tuple(
            _percent(plan, each, review)
            for review in finished
            for each in plan.dimensions
            if maximum_score(each, plan.scale) > 0
        ),
        reviews=tuple(_scored(review) for review in finished),
        applications=applications,
    )


def names_of(workbench: Workbench, reviewer_ids: tuple[PersonId, ...]) -> Mapping[PersonId, str]:
    """How each reviewer is called on the screen."""
    known = {person.person_id: person.display_name for person in workbench.store.load_persons()}
    return {each: known.get(each, str(each)) for each in reviewer_ids}


def _total(plan: ReviewPlan, review: Review) -> Rating:
    return Rating(review.application_id, review.reviewer_id, total_of_scores(plan, review.scores))


def _scores(dimension_id: DimensionId, finished: list[Review]) -> tuple[Rating, ...]:
    return tuple(
        Rating(each.application_id, each.reviewer_id, each.scores[dimension_id]) for each in finished
    )


def _percent(plan: ReviewPlan, dimension: Dimension, review: Review) -> DimensionRating:
    score = review.scores[dimension.dimension_id]
    value = EXACT.multiply(score, 100) / maximum_score(dimension, plan.scale)
    return DimensionRating(review.application_id, review.reviewer_id, dimension.dimension_id, value)


def _scored(review: Review) -> ScoredReview:
    return ScoredReview(
        review.application_id,
        review.reviewer_id,
        dict(review.scores),
        saved_at=review.saved_at,
        queue_position=review.queue_position,
    )
