"""The reviews of one reviewer, read again only as far as the store has grown: events are never changed or removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.scores import Review
from app.last_used import LastUsed
from app.reviews.review_codec import review_of
from app.reviews.store import OwnReviews
from app.reviews.tables import REVIEW_EVENT

KEPT_REVIEWERS = 256
AT_ONCE = 500
EVENT = REVIEW_EVENT.c


NOTHING = OwnReviews({}, frozenset())


class OwnReviewMemory:
    """What was read last for each plan and reviewer; one memory belongs to one store."""

    def __init__(self) -> None:
        self._kept: LastUsed[tuple[PlanId, PersonId], OwnReviews] = LastUsed(KEPT_REVIEWERS)

    def load(self, connection: sa.Connection, plan_id: PlanId, reviewer_id: PersonId) -> OwnReviews:
        """The reviews as the store holds them now."""
        kept = self._kept.get((plan_id, reviewer_id)) or NOTHING
        mine = (EVENT.plan_id == plan_id) & (EVENT.reviewer_id == reviewer_id)
        count = connection.execute(
            sa.select(sa.func.count()).select_from(REVIEW_EVENT).where(mine)
        ).scalar_one()
        if count == len(kept.event_ids):
            return kept
        found = frozenset(connection.execute(sa.select(EVENT.event_id).where(mine)).scalars())
        # Those known already stay the same objects: every desk holds thousands.
        event_ids = kept.event_ids | (found - kept.event_ids)
        grown = OwnReviews(
            _with_newer(kept.newest, _select(connection, event_ids - kept.event_ids)), event_ids
        )
        self._kept.put((plan_id, reviewer_id), grown)
        return grown


def _select(connection: sa.Connection, event_ids: frozenset[str]) -> Iterable[Review]:
    wanted = sorted(event_ids)
    for start in range(0, len(wanted), AT_ONCE):
        query = sa.select(REVIEW_EVENT).where(EVENT.event_id.in_(wanted[start : start + AT_ONCE]))
        yield from map(review_of, connection.execute(query).all())


def _with_newer(
    known: Mapping[ApplicationId, Review], reviews: Iterable[Review]
) -> dict[ApplicationId, Review]:
    newest = dict(known)
    for review in reviews:
        before = newest.get(review.application_id)
        if before is None or before.revision < review.revision:
            newest[review.application_id] = review
    return newest
