"""Rows of what was seen: the snapshot of each person's last look at an application."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from app.domain.evidence import ApplicationId, SnapshotId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.reviews.store import SeenApplication
from app.reviews.tables import APPLICATION_SEEN

SEEN = APPLICATION_SEEN.c


def select_seen(
    connection: sa.Connection, person_id: PersonId, plan_id: PlanId
) -> Mapping[ApplicationId, SnapshotId]:
    """Every application of the plan the person has looked at."""
    query = sa.select(SEEN.application_id, SEEN.snapshot_id).where(
        SEEN.person_id == person_id, SEEN.plan_id == plan_id
    )
    rows = connection.execute(query).all()
    return {ApplicationId(row.application_id): SnapshotId(row.snapshot_id) for row in rows}


def write_seen(connection: sa.Connection, seen: SeenApplication, *, now: datetime) -> None:
    """Take the place of the look before."""
    connection.execute(
        sa.delete(APPLICATION_SEEN).where(
            SEEN.person_id == seen.person_id,
            SEEN.plan_id == seen.plan_id,
            SEEN.application_id == seen.application_id,
        )
    )
    connection.execute(
        sa.insert(APPLICATION_SEEN).values(
            person_id=seen.person_id,
            plan_id=seen.plan_id,
            application_id=seen.application_id,
            snapshot_id=seen.snapshot_id,
            seen_at=now,
        )
    )
