"""The applicants one person may see, with the states of the own reviews; lines that did not change are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.home_time import HOME
from app.domain.pace import count_since_midnight, time_left
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.scores import Review, ReviewState, review_state, reviewer_total
from app.reviews.store import OwnReviews
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.applicant_order import in_order
from app.workflows.carried_reviews import carried_reviews
from app.workflows.desk_views import ApplicantLine, ApplicantOrder, Progress

"""Where the reviewers' days begin and end."""


@dataclass(frozen=True, eq=False)
class Pile:
    """What a desk is drawn from, and what it was made of; another of these makes another pile."""

    plan: ReviewPlan
    own: OwnReviews
    visible: frozenset[ApplicationId] | None
    assigned: frozenset[ApplicationId]
    reviews: Mapping[ApplicationId, Review]
    lines: Mapping[ApplicationId, ApplicantLine]
    progress: Progress
    orders: dict[tuple[ApplicantOrder, bool], tuple[ApplicantLine, ...]] = field(default_factory=dict)

    def in_order(
        self, order: ApplicantOrder, reviewer_id: PersonId, *, is_reversed: bool
    ) -> tuple[ApplicantLine, ...]:
        """The lines in an order, sorted once."""
        if (order, is_reversed) not in self.orders:
            self.orders[order, is_reversed] = in_order(
                self.lines.values(),
                order,
                plan_id=self.plan.plan_id,
                reviewer_id=reviewer_id,
                is_reversed=is_reversed,
            )
        return self.orders[order, is_reversed]

    def progress_now(self) -> Progress:
        """The progress with what was saved today, by the clock of the country."""
        saved = (review.saved_at for review in self.reviews.values() if review.saved_at)
        return replace(self.progress, today=count_since_midnight(saved, now=datetime.now(HOME)))


def load_pile(access: Access, plan: ReviewPlan) -> Pile:
    """The pile as rights and store are now; what was made of the same before is used again."""
    key = (plan.plan_id, access.person.person_id)
    before: Pile | None = access.workbench.piles.get(key)
    own = access.workbench.store.load_own_reviews(*key)
    visible, assigned = access.visible_applications(plan.programme_code), _assigned(access, plan)
    if before is not None and _is_made_of(before, plan, own=own, visible=visible, assigned=assigned):
        return before
    reviews = {
        review.application_id: review
        for review in carried_reviews(access.workbench.store, own.newest.values(), plan)
    }
    kept = before if before is not None and before.plan is plan else None
    lines = {
        summary.application_id: _line(
            plan, summary, review=reviews.get(summary.application_id), assigned=assigned, kept=kept
        )
        for summary in _summaries(access, plan, visible)
    }
    pile = Pile(plan, own, visible, assigned, reviews, lines, _progress(lines.values(), reviews.values()))
    access.workbench.piles.put(key, pile)
    return pile


def _is_made_of(
    pile: Pile,
    plan: ReviewPlan,
    *,
    own: OwnReviews,
    visible: frozenset[ApplicationId] | None,
    assigned: frozenset[ApplicationId],
) -> bool:
    same_rights = pile.visible == visible and pile.assigned == assigned
    return pile.plan is plan and pile.own is own and same_rights


def _summaries(
    access: Access, plan: ReviewPlan, visible: frozenset[ApplicationId] | None
) -> Iterable[ApplicationSummary]:
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    for summary in facts.applications_of(snapshot, plan.programme_code):
        if visible is None or summary.application_id in visible:
            yield summary


def _line(
    plan: ReviewPlan,
    summary: ApplicationSummary,
    *,
    review: Review | None,
    assigned: frozenset[ApplicationId],
    kept: Pile | None,
) -> ApplicantLine:
    is_assigned = summary.application_id in assigned
    line = kept.lines.get(summary.application_id) if kept else None
    if line and kept and line.is_assigned is is_assigned and kept.reviews.get(line.application_id) is review:
        return line
    return ApplicantLine(
        summary,
        review_state(plan, review),
        reviewer_total(plan, review),
        is_assigned,
        is_flagged=review is not None and review.flagged,
        reviewed_under=review.plan_revision if review else None,
    )


def _assigned(access: Access, plan: ReviewPlan) -> frozenset[ApplicationId]:
    return frozenset(
        each.application_id for each in access.own_assignments(plan.programme_code) if not each.recused
    )


def _progress(lines: Iterable[ApplicantLine], reviews: Iterable[Review]) -> Progress:
    states = [line.state for line in lines if line.is_assigned]
    open_states = (ReviewState.NOT_SCORED, ReviewState.PARTIAL)
    return Progress(
        assigned=len(states),
        scored=states.count(ReviewState.SCORED),
        abstained=states.count(ReviewState.ABSTAINED),
        partial=states.count(ReviewState.PARTIAL),
        time_left=time_left(
            [review.saved_at for review in reviews if review.saved_at],
            sum(states.count(state) for state in open_states),
        ),
    )
