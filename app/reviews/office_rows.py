"""Rows of the admissions office: assignments, item choices and settings of the round."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import sqlalchemy as sa

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.errors import NotFound
from app.reviews.json_text import to_json
from app.reviews.log_rows import LogLine, detail_text
from app.reviews.plan_rows import require_plan
from app.reviews.store import ItemChoice, Saved, Stale
from app.reviews.tables import ASSIGNMENT, ITEM_CHOICE, SETTING


def hold_assignments(connection: sa.Connection, plan_id: PlanId) -> Sequence[Assignment]:
    """The assignments of a plan, kept as they are for other writers until this transaction ends."""
    require_plan(connection, plan_id)
    return select_assignments(connection, plan_id)


def replace_assignments(
    connection: sa.Connection, plan_id: PlanId, assignments: Iterable[Assignment]
) -> tuple[list[Assignment], list[Assignment]]:
    """Make ``assignments`` the whole list of a plan; gives what came and what went (a changed pair is in both)."""
    wanted, before = set(assignments), set(select_assignments(connection, plan_id))
    _require_one_each(wanted)
    connection.execute(sa.delete(ASSIGNMENT).where(ASSIGNMENT.c.plan_id == plan_id))
    rows = [
        {
            "plan_id": plan_id,
            "application_id": one.application_id,
            "reviewer_id": one.reviewer_id,
            "recused": one.recused,
            "recusal_reason": one.recusal_reason,
        }
        for one in sorted(wanted, key=_pair)
    ]
    if rows:
        connection.execute(sa.insert(ASSIGNMENT), rows)
    return sorted(wanted - before, key=_pair), sorted(before - wanted, key=_pair)


def select_assignments(
    connection: sa.Connection, plan_id: PlanId, *, reviewer_id: PersonId | None = None
) -> Sequence[Assignment]:
    """The assignments of a plan, or of one reviewer in it, by application and reviewer."""
    columns = (
        ASSIGNMENT.c.application_id,
        ASSIGNMENT.c.reviewer_id,
        ASSIGNMENT.c.recused,
        ASSIGNMENT.c.recusal_reason,
    )
    query = sa.select(*columns).where(ASSIGNMENT.c.plan_id == plan_id)
    if reviewer_id is not None:
        query = query.where(ASSIGNMENT.c.reviewer_id == reviewer_id)
    # Sorted here: the databases order text by different rules.
    return [_assignment(*row) for row in sorted(map(tuple, connection.execute(query).all()))]


@lru_cache(maxsize=1 << 17)
def _assignment(application_id: str, reviewer_id: str, recused: bool, recusal_reason: str) -> Assignment:
    """One record for the same words: a desk asks for a thousand at every step."""
    return Assignment(ApplicationId(application_id), PersonId(reviewer_id), recused, recusal_reason)


def select_item_choice(connection: sa.Connection, programme_code: ProgrammeCode) -> ItemChoice | None:
    """What a programme may consider and has chosen."""
    query = sa.select(ITEM_CHOICE).where(ITEM_CHOICE.c.programme_code == programme_code)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return ItemChoice(
        programme_code=ProgrammeCode(row.programme_code),
        allowed_items=frozenset(json.loads(row.allowed_items)),
        chosen_items=frozenset(json.loads(row.chosen_items)),
        published=row.published,
        row_revision=row.row_revision,
    )


def write_item_choice(
    connection: sa.Connection, choice: ItemChoice, *, seen_revision: int
) -> Saved[ItemChoice] | Stale[ItemChoice]:
    """Write the choice when ``seen_revision`` is the newest; 0 creates."""
    stored = select_item_choice(connection, choice.programme_code)
    if stored is None and seen_revision:
        return Stale(ItemChoice(choice.programme_code, frozenset(), frozenset(), False, 0), choice)
    if stored is not None and stored.row_revision != seen_revision:
        return Stale(stored, choice)
    if not _write_choice_row(connection, choice, seen_revision=seen_revision):
        # Another transaction changed the row between the question and the write.
        return Stale(_require_item_choice(connection, choice.programme_code), choice)
    return Saved(_require_item_choice(connection, choice.programme_code))


def choice_line(choice: ItemChoice, reason: str, *, person_id: PersonId | None) -> LogLine:
    """The line of the log that tells of a saved choice."""
    detail = detail_text(
        allowed_items=sorted(choice.allowed_items),
        chosen_items=sorted(choice.chosen_items),
        published=choice.published,
        reason=reason,
    )
    return LogLine("item_choice_saved", f"programme/{choice.programme_code}", detail, person_id=person_id)


def select_settings(connection: sa.Connection) -> Mapping[str, str]:
    """Every setting by name."""
    rows = connection.execute(sa.select(SETTING)).all()
    return {row.name: row.value for row in sorted(rows, key=lambda row: row.name)}


def write_setting(connection: sa.Connection, name: str, value: str) -> None:
    """Set one value."""
    update = sa.update(SETTING).where(SETTING.c.name == name).values(value=value)
    if not connection.execute(update).rowcount:
        connection.execute(sa.insert(SETTING).values(name=name, value=value))


def _write_choice_row(connection: sa.Connection, choice: ItemChoice, *, seen_revision: int) -> bool:
    values = {
        "allowed_items": to_json(sorted(choice.allowed_items)),
        "chosen_items": to_json(sorted(choice.chosen_items)),
        "published": choice.published,
        "row_revision": seen_revision + 1,
    }
    if seen_revision == 0:
        connection.execute(sa.insert(ITEM_CHOICE).values(programme_code=choice.programme_code, **values))
        return True
    seen = (ITEM_CHOICE.c.programme_code == choice.programme_code) & (
        ITEM_CHOICE.c.row_revision == seen_revision
    )
    return connection.execute(sa.update(ITEM_CHOICE).where(seen).values(values)).rowcount == 1


def _require_item_choice(connection: sa.Connection, programme_code: ProgrammeCode) -> ItemChoice:
    choice = select_item_choice(connection, programme_code)
    if choice is None:
        raise NotFound("item choice", programme_code)
    return choice


def _pair(assignment: Assignment) -> tuple[str, str]:
    return assignment.application_id, assignment.reviewer_id


def _require_one_each(assignments: set[Assignment]) -> None:
    # Equal rows are one; two rows for a pair that disagree about the recusal have no right answer.
    if len({_pair(one) for one in assignments}) != len(assignments):
        raise ValueError("one pair of application and reviewer is given twice, differently")
