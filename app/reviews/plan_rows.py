"""Rows of plans: every save of a draft and every locked revision is inserted, none is changed.

The draft is the newest saved row unless that row was locked, so row revisions never start again:
a form left open from before a lock cannot pass for the draft made after it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from app.domain.evidence import ProgrammeCode
from app.domain.people import PersonId
from app.domain.plan import PlanId, PlanStatus, ReviewPlan
from app.domain.plan_codec import plan_from_data, plan_to_data
from app.errors import NotFound, PlanLocked
from app.reviews.json_text import to_json
from app.reviews.store import Saved, Stale, StoredPlan
from app.reviews.tables import PLAN, PLAN_DRAFT, PLAN_LOCKED


@dataclass(frozen=True)
class _Standing:
    """What is stored of a plan when a save arrives."""

    draft: StoredPlan | None
    locked: StoredPlan | None

    @property
    def newest(self) -> StoredPlan | None:
        return self.draft or self.locked

    @property
    def draft_revision(self) -> int:
        return self.draft.row_revision if self.draft else 0

    @property
    def next_row(self) -> int:
        return self.newest.row_revision + 1 if self.newest else 1

    @property
    def next_revision(self) -> int:
        return self.locked.plan.revision + 1 if self.locked else 1


def select_plan_of_programme(connection: sa.Connection, programme_code: ProgrammeCode) -> PlanId | None:
    """The one plan of a programme."""
    query = sa.select(PLAN.c.plan_id).where(PLAN.c.programme_code == programme_code)
    found = connection.execute(query).scalar_one_or_none()
    return None if found is None else PlanId(found)


def select_plan_ids(connection: sa.Connection) -> Sequence[PlanId]:
    """Every plan, by id."""
    return sorted(map(PlanId, connection.execute(sa.select(PLAN.c.plan_id)).scalars()))


def select_draft(connection: sa.Connection, plan_id: PlanId) -> StoredPlan | None:
    """The newest saved row, when it is not the one that was locked."""
    row = connection.execute(
        sa.select(PLAN_DRAFT)
        .where(PLAN_DRAFT.c.plan_id == plan_id)
        .order_by(PLAN_DRAFT.c.row_revision.desc())
        .limit(1)
    ).one_or_none()
    if row is None or _is_locked_row(connection, plan_id, row.row_revision):
        return None
    return _stored(row)


def select_locked(
    connection: sa.Connection, plan_id: PlanId, revision: int | None, *, as_of: datetime | None = None
) -> StoredPlan | None:
    """One locked revision, or the newest, of those locked up to a moment."""
    query = sa.select(PLAN_LOCKED).where(PLAN_LOCKED.c.plan_id == plan_id, *_until(as_of))
    if revision is not None:
        query = query.where(PLAN_LOCKED.c.revision == revision)
    row = connection.execute(query.order_by(PLAN_LOCKED.c.revision.desc()).limit(1)).one_or_none()
    return None if row is None else _stored(row)


def select_history(
    connection: sa.Connection, plan_id: PlanId, *, as_of: datetime | None = None
) -> Sequence[StoredPlan]:
    """Every revision locked up to a moment, oldest first."""
    query = sa.select(PLAN_LOCKED).where(PLAN_LOCKED.c.plan_id == plan_id, *_until(as_of))
    return [_stored(row) for row in connection.execute(query.order_by(PLAN_LOCKED.c.revision))]


def insert_draft(
    connection: sa.Connection, plan: ReviewPlan, *, seen_revision: int, person_id: PersonId, now: datetime
) -> Saved[StoredPlan] | Stale[StoredPlan]:
    """Save the draft when ``seen_revision`` is its newest row; 0 says there is none yet."""
    offered = StoredPlan(plan, seen_revision, now, person_id)
    taken = select_plan_of_programme(connection, plan.programme_code)
    if taken is not None and taken != plan.plan_id:
        return Stale(_require_newest(connection, taken), offered)
    standing = _standing(connection, plan.plan_id)
    if standing.draft_revision != seen_revision:
        return Stale(_require_newest(connection, plan.plan_id), offered)
    _require_plan_row(connection, plan, is_new=standing.newest is None)
    draft = replace(plan, status=PlanStatus.DRAFT, revision=standing.next_revision)
    _insert(connection, PLAN_DRAFT, replace(offered, plan=draft, row_revision=standing.next_row))
    stored = select_draft(connection, plan.plan_id)
    if stored is None:
        raise NotFound("draft", plan.plan_id)
    return Saved(stored)


def insert_locked(
    connection: sa.Connection, plan_id: PlanId, *, seen_revision: int, person_id: PersonId, now: datetime
) -> Saved[StoredPlan] | Stale[StoredPlan]:
    """Make the draft the next locked revision; a stale lock gets back the row it saw and the newest one."""
    standing = _standing(connection, plan_id)
    if standing.newest is None:
        raise NotFound("plan", plan_id)
    if standing.draft is None or standing.draft.row_revision != seen_revision:
        return Stale(standing.newest, _select_row(connection, plan_id, seen_revision) or standing.newest)
    locked = replace(standing.draft.plan, status=PlanStatus.LOCKED, revision=standing.next_revision)
    _insert(
        connection,
        PLAN_LOCKED,
        StoredPlan(locked, seen_revision, now, person_id),
        revision=locked.revision,
    )
    stored = select_locked(connection, plan_id, locked.revision)
    if stored is None:
        raise NotFound("locked revision", f"{plan_id}/{locked.revision}")
    return Saved(stored)


def require_plan(connection: sa.Connection, plan_id: PlanId) -> None:
    """Hold the plan for this transaction; raises NotFound."""
    if not _hold_plan(connection, plan_id):
        raise NotFound("plan", plan_id)


def keep_plan(connection: sa.Connection, plan_id: PlanId) -> bool:
    """Keep the plan from its writers during this transaction; False when it is unknown."""
    # Shared: reviews do not wait for each other, only for a writer of the plan, and it for them.
    query = sa.select(PLAN.c.plan_id).where(PLAN.c.plan_id == plan_id).with_for_update(read=True)
    return connection.execute(query).one_or_none() is not None


def select_locked_content(connection: sa.Connection, plan_id: PlanId, revision: int) -> str:
    """A locked revision as it was written; raises NotFound."""
    mine = (PLAN_LOCKED.c.plan_id == plan_id) & (PLAN_LOCKED.c.revision == revision)
    content = connection.execute(sa.select(PLAN_LOCKED.c.content).where(mine)).scalar_one_or_none()
    if content is None:
        raise NotFound("locked revision", f"{plan_id}/{revision}")
    return str(content)


def require_not_locked_since(connection: sa.Connection, plan_id: PlanId, revision: int) -> None:
    """Keep the plan from being locked during this transaction; raises NotFound, or PlanLocked with what is newer."""
    if not keep_plan(connection, plan_id):
        raise NotFound("plan", plan_id)
    locked = sa.select(sa.func.max(PLAN_LOCKED.c.revision)).where(PLAN_LOCKED.c.plan_id == plan_id)
    newest = connection.execute(locked).scalar_one()
    if newest is not None and newest > revision:
        raise PlanLocked(plan_id, newest)


def _until(as_of: datetime | None) -> list[sa.ColumnElement[bool]]:
    return [] if as_of is None else [PLAN_LOCKED.c.saved_at <= as_of]


def _hold_plan(connection: sa.Connection, plan_id: PlanId) -> bool:
    # PostgreSQL writers of one plan take turns, as SQLite's always do.
    query = sa.select(PLAN.c.plan_id).where(PLAN.c.plan_id == plan_id).with_for_update(key_share=True)
    return connection.execute(query).one_or_none() is not None


def _standing(connection: sa.Connection, plan_id: PlanId) -> _Standing:
    _hold_plan(connection, plan_id)
    return _Standing(
        draft=select_draft(connection, plan_id), locked=select_locked(connection, plan_id, revision=None)
    )


def _require_newest(connection: sa.Connection, plan_id: PlanId) -> StoredPlan:
    newest = _standing(connection, plan_id).newest
    if newest is None:
        raise NotFound("plan", plan_id)
    return newest


def _require_plan_row(connection: sa.Connection, plan: ReviewPlan, *, is_new: bool) -> None:
    if is_new:
        connection.execute(sa.insert(PLAN).values(plan_id=plan.plan_id, programme_code=plan.programme_code))
    elif select_plan_of_programme(connection, plan.programme_code) != plan.plan_id:
        raise ValueError(f"plan {plan.plan_id} belongs to another programme than {plan.programme_code}")


def _select_row(connection: sa.Connection, plan_id: PlanId, row_revision: int) -> StoredPlan | None:
    query = sa.select(PLAN_DRAFT).where(
        PLAN_DRAFT.c.plan_id == plan_id, PLAN_DRAFT.c.row_revision == row_revision
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else _stored(row)


def _is_locked_row(connection: sa.Connection, plan_id: PlanId, row_revision: int) -> bool:
    query = sa.select(PLAN_LOCKED.c.revision).where(
        PLAN_LOCKED.c.plan_id == plan_id, PLAN_LOCKED.c.row_revision == row_revision
    )
    return connection.execute(query).first() is not None


def _insert(connection: sa.Connection, table: sa.Table, stored: StoredPlan, **more: int) -> None:
    connection.execute(
        sa.insert(table).values(
            plan_id=stored.plan.plan_id,
            row_revision=stored.row_revision,
            content=to_json(plan_to_data(stored.plan)),
            saved_at=stored.saved_at,
            saved_by=stored.saved_by,
            **more,
        )
    )


@lru_cache(maxsize=256)
def _plan_of(content: str) -> ReviewPlan:
    """A saved text never changes, and every step of a desk asks for its plan."""
    return plan_from_data(json.loads(content))


def _stored(row: Any) -> StoredPlan:
    return StoredPlan(
        plan=_plan_of(row.content),
        row_revision=row.row_revision,
        saved_at=row.saved_at,
        saved_by=PersonId(row.saved_by),
    )
