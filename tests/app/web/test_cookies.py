"""The cookies where the workbench is reached by https."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from starlette.responses import Response

from app.web.cookies import keep_language, keep_session, remove_session
from app.workflows.sign_in import SignedIn
from tests.app.web.web_round import PEOPLE


@pytest.mark.parametrize("https", [True, False])
def test_every_cookie_is_secure_exactly_under_https(https: bool) -> None:
    response = Response()
    keep_session(response, SignedIn(PEOPLE[0], "token", datetime.now(UTC)), https=https)
    keep_language(response, "en", https=https)
    remove_session(response, https=https)
    cookies = response.headers.getlist("set-cookie")
    assert [("; Secure" in cookie, "; HttpOnly" in cookie) for cookie in cookies] == [(https, True)] * 3
