"""Rows of reading places: the newest of each person and plan takes the place of the one before."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.reviews.store import ReadingPlace
from app.reviews.tables import READING_PLACE

PLACE = READING_PLACE.c


def select_place(connection: sa.Connection, person_id: PersonId, plan_id: PlanId) -> ReadingPlace | None:
    """Where the person stopped under the plan; None before the first visit."""
    row = connection.execute(sa.select(READING_PLACE).where(_is(person_id, plan_id))).one_or_none()
    if row is None:
        return None
    return ReadingPlace(
        person_id=PersonId(row.person_id),
        plan_id=PlanId(row.plan_id),
        application_id=ApplicationId(row.application_id),
        category_code=CategoryCode(row.category_code),
        sort_order=row.sort_order,
        view_code=row.view_code,
        filter_text=row.filter_text,
    )


def write_place(connection: sa.Connection, place: ReadingPlace, *, now: datetime) -> None:
    """Take the place of the one before."""
    connection.execute(sa.delete(READING_PLACE).where(_is(place.person_id, place.plan_id)))
    connection.execute(
        sa.insert(READING_PLACE).values(
            person_id=place.person_id,
            plan_id=place.plan_id,
            application_id=place.application_id,
            category_code=place.category_code,
            sort_order=place.sort_order,
            view_code=place.view_code,
            filter_text=place.filter_text,
            saved_at=now,
        )
    )


def _is(person_id: PersonId, plan_id: PlanId) -> sa.ColumnElement[bool]:
    return sa.and_(PLACE.person_id == person_id, PLACE.plan_id == plan_id)
