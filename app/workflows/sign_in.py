"""Sign-in: a password becomes a session, a cookie becomes a person, sign-out ends both."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.people import Person
from app.reviews.store import ReviewStore, SignInSession

SESSION_COOKIE = "review_session"
LANGUAGE_COOKIE = "review_language"
SESSION_LENGTH = timedelta(hours=12)
TOKEN_BYTES = 32
MAX_PASSWORD_LENGTH = 1024


@dataclass(frozen=True)
class SignedIn:
    """The session was opened; ``token`` goes into the cookie and is kept nowhere else."""

    person: Person
    token: str
    expires_at: datetime


@dataclass(frozen=True)
class Refused:
    """Name or password are wrong, or the account is closed: one answer for all three, so nothing can be probed."""


def sign_in(
    store: ReviewStore, name: str, *, password: str, now: datetime, length: timedelta = SESSION_LENGTH
) -> SignedIn | Refused:
    """Check a password and open a session. Unknown names cost the same work as known ones."""
    credentials = store.find_credentials(name)
    known_hash = credentials[1] if credentials else _unmatched_hash()
    is_right = _is_password(known_hash, password)
    if credentials is None or not is_right or not credentials[0].is_active:
        store.log(person_id=None, action="sign_in_refused", object_key="sign_in")
        return Refused()
    return _open_session(store, credentials[0], expires_at=now + length)


def person_of_cookie(store: ReviewStore, cookie_value: str | None, now: datetime) -> Person | None:
    """The active person behind a session cookie; None when it is unknown, closed or expired."""
    if not cookie_value:
        return None
    session = store.find_session(_token_hash(cookie_value))
    if session is None or session.expires_at <= now:
        return None
    person = store.find_person(session.person_id)
    return person if person is not None and person.is_active else None


def sign_out(store: ReviewStore, cookie_value: str | None) -> None:
    """Close the session behind a cookie; one that is already closed stays closed."""
    if cookie_value:
        store.close_session(_token_hash(cookie_value))


def hash_password(password: str) -> str:
    """The argon2id hash to keep."""
    return _hasher().hash(password)


def _open_session(store: ReviewStore, person: Person, *, expires_at: datetime) -> SignedIn:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    store.open_session(SignInSession(_token_hash(token), person.person_id, expires_at))
    return SignedIn(person, token, expires_at)


def _is_password(known_hash: str, password: str) -> bool:
    try:
        return _hasher().verify(known_hash, password[:MAX_PASSWORD_LENGTH])
    except (VerificationError, InvalidHashError):
        return False


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _unmatched_hash() -> str:
    """A hash nobody has the password of: verified for unknown names so that they take as long as known ones."""
    return _hasher().hash(secrets.token_urlsafe(TOKEN_BYTES))
