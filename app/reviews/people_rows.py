"""Rows of persons and of their sign-in sessions."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain.evidence import ProgrammeCode
from app.domain.people import Person, PersonId, Role
from app.errors import NotFound, SignInNameTaken
from app.reviews.json_text import to_json
from app.reviews.store import SignInSession
from app.reviews.tables import PERSON, SIGN_IN_SESSION


def upsert_person(connection: sa.Connection, person: Person, *, password_hash: str) -> bool:
    """Write a person; True when the person is new."""
    _require_free_name(connection, person)
    values = {
        "sign_in_name": person.sign_in_name,
        "sign_in_key": sign_in_key(person.sign_in_name),
        "display_name": person.display_name,
        "role": person.role.value,
        "programme_codes": to_json(sorted(person.programme_codes)),
        "is_active": person.is_active,
        "password_hash": password_hash,
    }
    mine = PERSON.c.person_id == person.person_id
    if connection.execute(sa.update(PERSON).where(mine).values(values)).rowcount:
        return False
    connection.execute(sa.insert(PERSON).values(person_id=person.person_id, **values))
    return True


def select_person(connection: sa.Connection, person_id: PersonId) -> Person | None:
    """One person."""
    row = connection.execute(sa.select(PERSON).where(PERSON.c.person_id == person_id)).one_or_none()
    return None if row is None else _person(row)


def select_credentials(connection: sa.Connection, sign_in_name: str) -> tuple[Person, str] | None:
    """Person and password hash; the name may be spelled in any case or width."""
    query = sa.select(PERSON).where(PERSON.c.sign_in_key == sign_in_key(sign_in_name))
    row = connection.execute(query).one_or_none()
    return None if row is None else (_person(row), row.password_hash)


def select_persons(connection: sa.Connection) -> Sequence[Person]:
    """Every person, by id. Sorted here: the databases order text by different rules."""
    return sorted(map(_person, connection.execute(sa.select(PERSON))), key=lambda person: person.person_id)


def update_active(connection: sa.Connection, person_id: PersonId, *, is_active: bool) -> None:
    """Admit or refuse a person; who is refused is signed out everywhere."""
    update = sa.update(PERSON).where(PERSON.c.person_id == person_id).values(is_active=is_active)
    if not connection.execute(update).rowcount:
        raise NotFound("person", person_id)
    if not is_active:
        connection.execute(sa.delete(SIGN_IN_SESSION).where(SIGN_IN_SESSION.c.person_id == person_id))


def insert_session(connection: sa.Connection, session: SignInSession) -> None:
    """A signed-in browser of a known person."""
    if session.expires_at.utcoffset() is None:
        raise ValueError("a time without a zone")
    if select_person(connection, session.person_id) is None:
        raise NotFound("person", session.person_id)
    connection.execute(
        sa.insert(SIGN_IN_SESSION).values(
            token_hash=session.token_hash, person_id=session.person_id, expires_at=session.expires_at
        )
    )


def select_session(connection: sa.Connection, token_hash: str, *, now: datetime) -> SignInSession | None:
    """The session, unless it has expired."""
    query = sa.select(SIGN_IN_SESSION).where(
        SIGN_IN_SESSION.c.token_hash == token_hash, SIGN_IN_SESSION.c.expires_at > now
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else SignInSession(row.token_hash, PersonId(row.person_id), row.expires_at)


def delete_session(connection: sa.Connection, token_hash: str) -> PersonId | None:
    """Forget a session; the person whose it was, or None when there was none."""
    mine = SIGN_IN_SESSION.c.token_hash == token_hash
    person_id = connection.execute(sa.select(SIGN_IN_SESSION.c.person_id).where(mine)).scalar_one_or_none()
    connection.execute(sa.delete(SIGN_IN_SESSION).where(mine))
    return None if person_id is None else PersonId(person_id)


def delete_expired_sessions(connection: sa.Connection, *, now: datetime) -> None:
    """Forget sessions that nobody can use any more."""
    connection.execute(sa.delete(SIGN_IN_SESSION).where(SIGN_IN_SESSION.c.expires_at <= now))


def sign_in_key(sign_in_name: str) -> str:
    """The name as compared: full-width and upper-case spellings are the same name."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", sign_in_name).casefold())


def _require_free_name(connection: sa.Connection, person: Person) -> None:
    query = sa.select(PERSON.c.person_id).where(
        PERSON.c.sign_in_key == sign_in_key(person.sign_in_name), PERSON.c.person_id != person.person_id
    )
    if connection.execute(query).first() is not None:
        raise SignInNameTaken(person.sign_in_name)


def _person(row: Any) -> Person:
    return Person(
        person_id=PersonId(row.person_id),
        sign_in_name=row.sign_in_name,
        display_name=row.display_name,
        role=Role(row.role),
        programme_codes=frozenset(map(ProgrammeCode, json.loads(row.programme_codes))),
        is_active=row.is_active,
    )
