"""Saving one dimension of the own review, from any pass: merged onto what is stored, never over what was not seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.carried_scores import carried_from_history
from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.scores import Review
from app.domain.visibility import Action
from app.errors import NotFound, PlanLocked
from app.reviews.store import Saved, Stale
from app.workflows.access import Access
from app.workflows.carried_reviews import find_carried_review
from app.workflows.evidence_review import require_application
from app.workflows.queue_order import known_place
from app.workflows.review_entry import (
    EntryProblem,
    EntryProblemKind,
    Outcome,
    PlanMoved,
    Rejected,
    ReviewEntry,
    number_of,
    problems_of,
)

ATTEMPTS = 4
"""How often a save is merged anew when another one comes between reading and writing."""


@dataclass(frozen=True)
class ScoreEntry:
    """What one cell sends: its own applicant and dimension, and the revisions of plan and review it was drawn with.

    ``score`` or ``comment`` None leaves that part as stored; an empty ``score`` is not scored, "0" is a score.
    ``ends_abstention`` says that the reviewer was asked and wants to score although the applicant was abstained from;
    ``resumes_abstention`` takes that back, with the reason given for it then.
    """

    plan_id: PlanId
    plan_revision: int
    application_id: ApplicationId
    dimension_id: DimensionId
    seen_revision: int
    event_id: str
    score: str | None = None
    comment: str | None = None
    ends_abstention: bool = False
    resumes_abstention: bool = False
    place: tuple[str, int | None] = ("", None)
    """Order and position in which the pass showed the applicant; recorded with the first save alone."""


Part = tuple[Decimal | None, str]
"""Score and comment of one dimension."""


def save_score(access: Access, entry: ScoreEntry) -> Outcome:
    """Save one dimension of the application the entry itself names; every other part stays as stored.

    A review saved elsewhere meanwhile is merged with, not overwritten: only if what it holds for this dimension
    is still what the cell showed at ``seen_revision`` (both are in the store, which forgets no version), or
    already says the same. Otherwise the outcome is ``Stale`` with both versions, and the person decides.
    """
    plan = _require_right(access, entry)
    if entry.plan_revision != plan.revision:
        return PlanMoved(entry.plan_revision, plan.revision)
    problems = problems_of(plan, _as_review_entry(entry))
    if problems:
        return Rejected(problems)
    written = access.workbench.store.find_saved_review(entry.event_id)
    if written is not None:
        return _sent_again(access, entry, written)
    try:
        return _save_merged(access, plan, entry)
    except PlanLocked as locked:
        return PlanMoved(entry.plan_revision, locked.revision)


def _require_right(access: Access, entry: ScoreEntry) -> ReviewPlan:
    stored = access.workbench.store.find_locked(entry.plan_id)
    if stored is None:
        raise NotFound("plan", entry.plan_id)
    plan = stored.plan
    access.require(Action.SCORE, programme_code=plan.programme_code, application_id=entry.application_id)
    require_application(access.workbench.snapshot(plan.snapshot_id), plan, entry.application_id)
    return plan


def _as_review_entry(entry: ScoreEntry) -> ReviewEntry:
    """The same as a form with one field, so that the same problems are found."""
    return ReviewEntry(
        plan_id=entry.plan_id,
        plan_revision=entry.plan_revision,
        application_id=entry.application_id,
        seen_revision=entry.seen_revision,
        event_id=entry.event_id,
        scores={entry.dimension_id: entry.score or ""},
        comments={entry.dimension_id: entry.comment or ""},
    )


def _sent_again(access: Access, entry: ScoreEntry, written: Review) -> Outcome:
    """The same save once more is told what it wrote; another one under its id is no save at all."""
    owner = (entry.plan_id, entry.application_id, access.person.person_id)
    is_own = (written.plan_id, written.application_id, written.reviewer_id) == owner
    if is_own and _named_part(entry, written) == _named_part(entry, _merged(entry, written)):
        return Saved(written)
    return Rejected((EntryProblem(EntryProblemKind.BAD_EVENT, entry.dimension_id),))


def _save_merged(access: Access, plan: ReviewPlan, entry: ScoreEntry) -> Outcome:
    outcome: Outcome = PlanMoved(entry.plan_revision, plan.revision)
    for _ in range(ATTEMPTS):
        stored = _load_stored(access, plan, entry.application_id)
        refusal = _refusal(access, plan, entry, stored=stored)
        if refusal is not None:
            return refusal
        merged = _abstained_again(access, entry, _merged(entry, stored))
        if _is_nothing_new(merged, stored):
            return Saved(stored)
        outcome = access.workbench.store.save_review(
            merged, seen_revision=stored.revision, event_id=entry.event_id
        )
        if isinstance(outcome, Saved):
            break
    return outcome


def _load_stored(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> Review:
    """The own review as it counts; an empty one before the first save. Scores of another scale stay out."""
    reviewer_id = access.person.person_id
    found = find_carried_review(
        access.workbench.store, plan, application_id=application_id, reviewer_id=reviewer_id
    )
    return found or Review(plan.plan_id, plan.revision, application_id, reviewer_id)


def _refusal(access: Access, plan: ReviewPlan, entry: ScoreEntry, *, stored: Review) -> Outcome | None:
    """Why this cell may not be merged onto what is stored; None when it may."""
    merged = _merged(entry, stored)
    now = _named_part(entry, stored)
    if stored.revision != entry.seen_revision and now != _named_part(entry, merged):
        seen = _load_seen(access, plan, entry)
        if seen is None or _named_part(entry, seen) != now:
            return Stale(stored, merged)
    if stored.abstained and entry.score is not None and not entry.ends_abstention:
        return Rejected((EntryProblem(EntryProblemKind.ABSTAINED, entry.dimension_id),))
    return None


def _load_seen(access: Access, plan: ReviewPlan, entry: ScoreEntry) -> Review | None:
    """The version the cell was drawn with, as it counts; None for one that never was."""
    reviewer_id = access.person.person_id
    if entry.seen_revision == 0:
        return Review(plan.plan_id, plan.revision, entry.application_id, reviewer_id)
    store = access.workbench.store
    versions = store.load_review_history(plan.plan_id, entry.application_id, reviewer_id)
    seen = [each for each in versions if each.revision == entry.seen_revision]
    history = [each.plan for each in store.load_plan_history(plan.plan_id)]
    return next(iter(carried_from_history(seen, history=history, plan=plan)), None)


def _named_part(entry: ScoreEntry, review: Review) -> Part:
    """What a version holds of that which the cell shows and sends; a part it does not name is nothing to it."""
    return (
        review.scores.get(entry.dimension_id) if entry.score is not None else None,
        review.comments.get(entry.dimension_id, "") if entry.comment is not None else "",
    )


def _merged(entry: ScoreEntry, stored: Review) -> Review:
    key = entry.dimension_id
    score = stored.scores.get(key) if entry.score is None else number_of(entry.score)
    comment = stored.comments.get(key, "") if entry.comment is None else entry.comment
    scores = {each: value for each, value in stored.scores.items() if each != key}
    comments = {each: text for each, text in stored.comments.items() if each != key}
    order, position = known_place(*entry.place) if stored.revision == 0 else _place(stored)
    still_abstained = stored.abstained and not (entry.ends_abstention and entry.score is not None)
    return replace(
        stored,
        plan_revision=entry.plan_revision,
        scores=scores if score is None else {**scores, key: score},
        comments={**comments, key: comment} if comment.strip() else comments,
        abstained=still_abstained,
        abstain_reason=stored.abstain_reason if still_abstained else "",
        saved_at=None,
        old_scale=frozenset(),
        queue_order=order,
        queue_position=position,
    )


def _place(review: Review) -> tuple[str, int | None]:
    return review.queue_order, review.queue_position


def _abstained_again(access: Access, entry: ScoreEntry, merged: Review) -> Review:
    """The review with its last abstention, if the entry takes the end of it back; there is one, or nothing to resume."""
    if not entry.resumes_abstention or merged.abstained:
        return merged
    versions = access.workbench.store.load_review_history(
        merged.plan_id, merged.application_id, merged.reviewer_id
    )
    reasons = [each.abstain_reason for each in versions if each.abstained]
    return replace(merged, abstained=True, abstain_reason=reasons[-1]) if reasons else merged


def _is_nothing_new(merged: Review, stored: Review) -> bool:
    """Whether the store already says exactly this under this plan: then there is nothing to write."""
    as_stored = replace(stored, saved_at=None)
    return stored.revision > 0 and merged == as_stored
