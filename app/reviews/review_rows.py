"""Rows of reviews: each save is an event with the next revision; the newest event is the review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.scores import Review
from app.errors import NotFound
from app.reviews.plan_rows import require_not_locked_since
from app.reviews.review_codec import payload_of, review_of
from app.reviews.store import Saved, Stale
from app.reviews.tables import REVIEW_EVENT

EVENT = REVIEW_EVENT.c
ReviewKey = tuple[PlanId, ApplicationId, PersonId]


def select_review(
    connection: sa.Connection, key: ReviewKey, *, as_of: datetime | None = None
) -> Review | None:
    """The newest version, or the newest saved up to a moment."""
    query = sa.select(REVIEW_EVENT).where(_is(key), *_until(as_of)).order_by(EVENT.revision.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else review_of(row)


def select_event(connection: sa.Connection, event_id: str) -> Review | None:
    """The version that one save wrote."""
    row = connection.execute(sa.select(REVIEW_EVENT).where(EVENT.event_id == event_id)).one_or_none()
    return None if row is None else review_of(row)


def select_history(
    connection: sa.Connection, key: ReviewKey, *, as_of: datetime | None = None
) -> Sequence[Review]:
    """Every version saved up to a moment, oldest first."""
    query = sa.select(REVIEW_EVENT).where(_is(key), *_until(as_of)).order_by(EVENT.revision)
    return [review_of(row) for row in connection.execute(query)]


def select_versions(
    connection: sa.Connection,
    plan_id: PlanId,
    *,
    application_id: ApplicationId | None = None,
    as_of: datetime | None = None,
) -> Sequence[Review]:
    """Every version of every review of a plan, or of one application, up to a moment, in the order of saving."""
    chosen = [EVENT.plan_id == plan_id, *_until(as_of)]
    if application_id is not None:
        chosen.append(EVENT.application_id == application_id)
    reviews = [review_of(row) for row in connection.execute(sa.select(REVIEW_EVENT).where(*chosen)).all()]
    return sorted(
        reviews, key=lambda each: (each.saved_at, each.application_id, each.reviewer_id, each.revision)
    )


def select_reviews(
    connection: sa.Connection,
    plan_id: PlanId,
    *,
    reviewer_id: PersonId | None,
    application_id: ApplicationId | None,
    as_of: datetime | None = None,
) -> Sequence[Review]:
    """The newest version of every review of a plan, or of one reviewer or application, saved up to a moment, by
    application and reviewer."""
    chosen = [EVENT.plan_id == plan_id, *_until(as_of)]
    if application_id is not None:
        chosen.append(EVENT.application_id == application_id)
    if reviewer_id is not None:
        chosen.append(EVENT.reviewer_id == reviewer_id)
    newest = (
        sa.select(EVENT.application_id, EVENT.reviewer_id, sa.func.max(EVENT.revision).label("revision"))
        .where(*chosen)
        .group_by(EVENT.application_id, EVENT.reviewer_id)
        .subquery()
    )
    query = sa.select(REVIEW_EVENT).join(
        newest,
        (EVENT.application_id == newest.c.application_id)
        & (EVENT.reviewer_id == newest.c.reviewer_id)
        & (EVENT.revision == newest.c.revision),
    )
    reviews = [review_of(row) for row in connection.execute(query.where(EVENT.plan_id == plan_id)).all()]
    # Sorted here: the databases order text by different rules.
    return sorted(reviews, key=lambda review: (review.application_id, review.reviewer_id))


def insert_review(
    connection: sa.Connection, review: Review, *, seen_revision: int, event_id: str, now: datetime
) -> Saved[Review] | Stale[Review]:
    """Write the next revision when ``seen_revision`` is the newest, and give back what the database holds.

    Raises PlanLocked when a newer revision of the plan was locked meanwhile: the form knew nothing of it.
    """
    # The newest version is read before the event: the other way round, the same save sent twice at once could
    # miss its twin's event, then meet its revision, and be called stale.
    stored = select_review(connection, key_of(review))
    written = select_event(connection, event_id)
    if written is not None:
        return Saved(_require_same_review(written, review))
    require_not_locked_since(connection, review.plan_id, review.plan_revision)
    if (stored.revision if stored else 0) != seen_revision:
        return Stale(stored or _nothing_saved(review), review)
    _insert(connection, review, revision=seen_revision + 1, event_id=event_id, now=now)
    written = select_event(connection, event_id)
    if written is None:
        raise NotFound("review event", event_id)
    return Saved(written)


def key_of(review: Review) -> ReviewKey:
    """What identifies a review."""
    return review.plan_id, review.application_id, review.reviewer_id


def _insert(
    connection: sa.Connection, review: Review, *, revision: int, event_id: str, now: datetime
) -> None:
    connection.execute(
        sa.insert(REVIEW_EVENT).values(
            event_id=event_id,
            plan_id=review.plan_id,
            plan_revision=review.plan_revision,
            application_id=review.application_id,
            reviewer_id=review.reviewer_id,
            revision=revision,
            payload=payload_of(review),
            saved_at=now,
        )
    )


def _until(as_of: datetime | None) -> list[sa.ColumnElement[bool]]:
    return [] if as_of is None else [EVENT.saved_at <= as_of]


def _is(key: ReviewKey) -> sa.ColumnElement[bool]:
    plan_id, application_id, reviewer_id = key
    return sa.and_(
        EVENT.plan_id == plan_id, EVENT.application_id == application_id, EVENT.reviewer_id == reviewer_id
    )


def _require_same_review(written: Review, offered: Review) -> Review:
    # An event id used for two saves would make the second one vanish behind the first.
    if key_of(written) != key_of(offered):
        raise ValueError("the event id belongs to another review")
    # Where in the list the form was drawn is no part of the save: the same one sent again may be drawn elsewhere.
    same = replace(offered, queue_order=written.queue_order, queue_position=written.queue_position)
    if replace(same, revision=written.revision, saved_at=written.saved_at) != written:
        raise ValueError("the event id belongs to another save of this review")
    return written


def _nothing_saved(review: Review) -> Review:
    return Review(review.plan_id, review.plan_revision, review.application_id, review.reviewer_id)
