"""Nothing is served to a stranger, and every answer carries the headers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from app.domain.people import PersonId
from app.web.headers import WORKBENCH_POLICY
from app.workflows.sign_in import SESSION_COOKIE, SignedIn, hash_password, sign_in
from tests.app.web.conftest import Served
from tests.app.web.web_round import PASSWORD, PEOPLE


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/", "%2F"),
        ("/review?app=app-1&programme=999101", "%2Freview%3Fapp%3Dapp-1%26programme%3D999101"),
        ("/media/0123.jpg", "%2Fmedia%2F0123.jpg"),
    ],
)
def test_page_without_cookie_leads_to_sign_in(visitor: httpx.Client, path: str, target: str) -> None:
    answer = visitor.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={target}")


@pytest.mark.parametrize(
    "path",
    [
        "/media/0123.jpg",
        "/component/x/y.js",
        "/static/js/index.js",
        "/_stcore/host-config",
        "/_stcore/metrics",
        "/_stcore/upload_file/a/b",
        "/_stcore/agent/x",
        "/evidence/pdf-1",
        "/evidence/pdf-1/pages",
        "/evidence/pdf-1/page/1",
        "/evidence/png-1/image",
        "/language/en",
        "/sign-in/../media/x",
        "//media/x",
    ],
)
def test_other_requests_without_cookie_get_nothing(visitor: httpx.Client, path: str) -> None:
    answer = visitor.get(httpx.URL(str(visitor.base_url), raw_path=path.encode()), headers={"accept": "*/*"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_post_without_cookie_gets_nothing(visitor: httpx.Client) -> None:
    answer = visitor.post("/_stcore/upload_file/a/b", content=b"x")
    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/style.css", "/_stcore/health", "/healthz"])
def test_open_path_without_cookie_answers(visitor: httpx.Client, path: str) -> None:
    assert visitor.get(path).status_code == 200


def test_screen_with_cookie_is_served(signed_in: Callable[[str], httpx.Client]) -> None:
    answer = signed_in("chair").get("/")
    assert (answer.status_code, answer.headers["content-security-policy"]) == (200, WORKBENCH_POLICY)


def test_websocket_without_cookie_is_refused(served: Served) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://{served.host}/_stcore/stream", origin=Origin(f"http://{served.host}")).close()
    assert refused.value.response.status_code == 403


def test_websocket_with_cookie_opens(served: Served, signed_in: Callable[[str], httpx.Client]) -> None:
    cookie = f"{SESSION_COOKIE}={signed_in('chair').cookies[SESSION_COOKIE]}"
    address = f"ws://{served.host}/_stcore/stream"
    with connect(
        address, subprotocols=[Subprotocol("streamlit")], additional_headers={"cookie": cookie}
    ) as socket:
        assert socket.subprotocol == "streamlit"


def test_session_that_expired_is_a_stranger(served: Served, visitor: httpx.Client) -> None:
    store = served.workbench.store
    done = sign_in(store, "office", password=PASSWORD, now=datetime.now(UTC), length=timedelta(seconds=-1))
    assert isinstance(done, SignedIn)
    visitor.cookies.set(SESSION_COOKIE, done.token)
    assert visitor.get("/", headers={"accept": "*/*"}).status_code == 401


def test_person_who_was_disabled_is_a_stranger(served: Served, visitor: httpx.Client) -> None:
    store = served.workbench.store
    leaver = replace(PEOPLE[0], person_id=PersonId("p-leaver"), sign_in_name="leaver")
    store.save_person(leaver, hash_password(PASSWORD))
    visitor.post("/sign-in", data={"name": "leaver", "password": PASSWORD})
    before = visitor.get("/").status_code
    store.set_active(leaver.person_id, is_active=False)
    assert (before, visitor.get("/", headers={"accept": "*/*"}).status_code) == (200, 401)


@pytest.mark.parametrize("cookie", ["", "x", "' or 1=1 --", "A" * 4000])
def test_invented_cookie_is_a_stranger(visitor: httpx.Client, cookie: str) -> None:
    visitor.cookies.set(SESSION_COOKIE, cookie)
    assert visitor.get("/", headers={"accept": "*/*"}).status_code == 401


def test_foreign_host_name_is_refused(visitor: httpx.Client) -> None:
    answer = visitor.get("/sign-in", headers={"host": "evil.example"})
    assert (answer.status_code, answer.text) == (400, "unknown host")


@pytest.mark.parametrize(
    "path",
    ["/", "/sign-in", "/nothing/here", "/evidence/pdf-1", "/evidence/unknown", "/media/x", "/_stcore/health"],
)
@pytest.mark.parametrize("name", ["", "reviewer"])
def test_every_answer_carries_the_headers(
    signed_in: Callable[[str], httpx.Client], visitor: httpx.Client, name: str, path: str
) -> None:
    client = signed_in(name) if name else visitor
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == ("same-origin" if path == "/sign-in" else "no-referrer")
    assert (
        "object-src 'none'" in headers["content-security-policy"]
        or "default-src 'none'" in (headers["content-security-policy"])
    )
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/media/x", "/evidence/pdf-1", "/evidence/pdf-1/page/1"])
def test_originals_and_media_are_never_kept(signed_in: Callable[[str], httpx.Client], path: str) -> None:
    assert signed_in("reviewer").get(path).headers["cache-control"] == "private, no-store"
