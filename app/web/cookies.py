"""The two cookies: who is signed in, and in which language."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from app.web.page_markup import PageLanguage
from app.workflows.sign_in import LANGUAGE_COOKIE, SESSION_COOKIE, SignedIn

LANGUAGE_COOKIE_SECONDS = 365 * 24 * 3600


def page_language(request: Request) -> PageLanguage:
    """The language asked for in the address, else the one kept in the cookie, else Chinese."""
    return as_language(request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE))


def as_language(text: str | None) -> PageLanguage:
    """English when it is asked for by name, else Chinese."""
    return "en" if text == "en" else "zh"


def keep_session(response: Response, signed_in: SignedIn, *, https: bool) -> None:
    """Scripts cannot read the cookie and foreign sites cannot send it with a form."""
    response.set_cookie(
        SESSION_COOKIE,
        signed_in.token,
        expires=signed_in.expires_at,
        path="/",
        secure=https,
        httponly=True,
        samesite="lax",
    )


def remove_session(response: Response, *, https: bool) -> None:
    """Also clears the browser's storage, where unsent drafts of comments wait to be acknowledged."""
    response.delete_cookie(SESSION_COOKIE, path="/", secure=https, httponly=True, samesite="lax")
    response.headers["clear-site-data"] = '"storage"'


def keep_language(response: Response, language: PageLanguage, *, https: bool) -> None:
    """Kept for a year: it says nothing about a person."""
    response.set_cookie(
        LANGUAGE_COOKIE,
        language,
        max_age=LANGUAGE_COOKIE_SECONDS,
        path="/",
        secure=https,
        httponly=True,
        samesite="lax",
    )
