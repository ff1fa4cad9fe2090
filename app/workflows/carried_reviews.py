"""Reviews as they count under a plan: whatever computes with reviews reads them here, not from the store."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.domain.carried_scores import carried_from_history, stops_counting
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.scores import Review
from app.reviews.store import ReviewStore


def load_carried_reviews(
    store: ReviewStore,
    plan: ReviewPlan,
    *,
    reviewer_id: PersonId | None = None,
    application_id: ApplicationId | None = None,
) -> Sequence[Review]:
    """Every review of the plan, or of one reviewer or application, by application and reviewer."""
    found = store.load_reviews(plan.plan_id, reviewer_id=reviewer_id, application_id=application_id)
    return carried_reviews(store, found, plan)


def find_carried_review(
    store: ReviewStore, plan: ReviewPlan, *, application_id: ApplicationId, reviewer_id: PersonId
) -> Review | None:
    """One review; None when nothing was ever saved."""
    stored = store.find_review(plan.plan_id, application_id, reviewer_id)
    return None if stored is None else carried_reviews(store, [stored], plan)[0]


def count_stopped(store: ReviewStore, draft: ReviewPlan) -> int:
    """How many saved reviews would stop counting as they are if ``draft`` were locked now."""
    history = {each.plan.revision: each.plan for each in store.load_plan_history(draft.plan_id)}
    if not history:
        return 0
    newest = history[max(history)]
    return sum(
        stops_counting(review, now=newest, then=draft, entered_under=history[review.plan_revision])
        for review in store.load_reviews(draft.plan_id)
        if review.plan_revision in history
    )


def carried_reviews(store: ReviewStore, reviews: Collection[Review], plan: ReviewPlan) -> Sequence[Review]:
    """These reviews of the plan's store, each as it counts under ``plan``."""
    # Most rounds know one revision only: its history need not be read.
    if all(review.plan_revision == plan.revision for review in reviews):
        return carried_from_history(reviews, history=[plan], plan=plan)
    history = [stored.plan for stored in store.load_plan_history(plan.plan_id)]
    return carried_from_history(reviews, history=history, plan=plan)
