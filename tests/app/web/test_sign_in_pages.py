"""Signing in and out over the wire."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.web.forms import safe_next
from app.workflows.sign_in import LANGUAGE_COOKIE, SESSION_COOKIE
from tests.app.web.conftest import Served
from tests.app.web.web_round import PASSWORD


def test_page_is_chinese_first_and_english_on_request(visitor: httpx.Client) -> None:
    chinese, english = visitor.get("/sign-in").text, visitor.get("/sign-in?lang=en").text
    assert ('<html lang="zh-Hant-TW">' in chinese, '<html lang="en">' in english) == (True, True)
    assert visitor.cookies[LANGUAGE_COOKIE] == "en"
    assert '<html lang="en">' in visitor.get("/sign-in").text


def test_right_password_sets_a_guarded_cookie(visitor: httpx.Client) -> None:
    answer = visitor.post("/sign-in", data={"name": "chair", "password": PASSWORD, "next": "/review?app=a"})
    cookie = answer.headers["set-cookie"]
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?app=a")
    parts = {part.strip().partition("=")[0].lower() for part in cookie.split(";")}
    assert parts == {SESSION_COOKIE, "expires", "httponly", "path", "samesite"}
    assert ("Path=/" in cookie, "samesite=lax" in cookie.lower()) == (True, True)


def test_name_is_known_in_any_case_and_width(visitor: httpx.Client) -> None:
    assert visitor.post("/sign-in", data={"name": "ＣＨＡＩＲ", "password": PASSWORD}).status_code == 303


@pytest.mark.parametrize("name", ["chair", "nobody"])
def test_wrong_password_and_unknown_name_get_one_answer(visitor: httpx.Client, name: str) -> None:
    answer = visitor.post("/sign-in", data={"name": name, "password": "wrong"})
    assert (answer.status_code, "帳號或密碼不正確" in answer.text) == (401, True)
    assert SESSION_COOKIE not in visitor.cookies


@pytest.mark.parametrize("data", [{"name": "", "password": "x"}, {"name": "chair", "password": ""}, {}])
def test_incomplete_form_is_explained(visitor: httpx.Client, data: dict[str, str]) -> None:
    answer = visitor.post("/sign-in", data=data or {"other": "x"})
    assert (answer.status_code, "請輸入帳號與密碼" in answer.text) == (400, True)


def test_sixth_wrong_password_must_wait_and_says_how_long(visitor: httpx.Client) -> None:
    data = {"name": "guessed", "password": "wrong"}
    codes = [visitor.post("/sign-in", data=data).status_code for _ in range(6)]
    last = visitor.post("/sign-in", data=data)
    assert codes == [401] * 5 + [429]
    assert f"請等待 {last.headers['retry-after']} 秒" in last.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://127.0.0.1:1"])
@pytest.mark.parametrize("path", ["/sign-in", "/sign-out"])
def test_post_from_elsewhere_is_refused(
    signed_in: Callable[[str], httpx.Client], path: str, origin: str
) -> None:
    client = signed_in("chair")
    token = client.cookies[SESSION_COOKIE]
    answer = client.post(path, data={"name": "chair", "password": PASSWORD}, headers={"origin": origin})
    assert (answer.status_code, client.cookies[SESSION_COOKIE]) == (403, token)
    assert client.get("/").status_code == 200


def test_post_with_own_referer_only_is_taken(visitor: httpx.Client, served: Served) -> None:
    del visitor.headers["origin"]
    data = {"name": "chair", "password": PASSWORD}
    answer = visitor.post("/sign-in", data=data, headers={"referer": f"{served.url}/sign-in"})
    assert answer.status_code == 303


def test_large_form_is_refused(visitor: httpx.Client) -> None:
    answer = visitor.post("/sign-in", data={"name": "chair", "password": "x" * 20_000})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "text",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil",
        "",
        "/sign-out",
        "/ x\r\nset-cookie: a=b",
    ],
)
def test_redirect_elsewhere_becomes_the_front_page(text: str) -> None:
    assert safe_next(text) == "/"


def test_redirect_to_own_path_is_kept() -> None:
    assert safe_next("/review?app=a-1&x=%2F%2Fe") == "/review?app=a-1&x=%2F%2Fe"


def test_open_redirect_through_the_form_is_refused(visitor: httpx.Client) -> None:
    data = {"name": "chair", "password": PASSWORD, "next": "//evil.example/x"}
    assert visitor.post("/sign-in", data=data).headers["location"] == "/"


def test_markup_in_next_is_escaped(visitor: httpx.Client) -> None:
    page = visitor.get("/sign-in", params={"next": '/"><script>alert(1)</script>'}).text
    assert "<script>" not in page


def test_sign_out_asks_first_and_changes_nothing(signed_in: Callable[[str], httpx.Client]) -> None:
    client = signed_in("chair")
    page = client.get("/sign-out")
    assert (page.status_code, '<form method="post" action="/sign-out">' in page.text) == (200, True)
    assert client.get("/").status_code == 200


def test_signed_out_cookie_is_dead(signed_in: Callable[[str], httpx.Client]) -> None:
    client = signed_in("chair")
    token = client.cookies[SESSION_COOKIE]
    answer = client.post("/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert answer.headers["clear-site-data"] == '"storage"'
    assert SESSION_COOKIE not in client.cookies
    client.cookies.set(SESSION_COOKIE, token)
    assert client.get("/", headers={"accept": "*/*"}).status_code == 401


def test_signing_in_again_closes_the_session_before(signed_in: Callable[[str], httpx.Client]) -> None:
    client = signed_in("chair")
    token = client.cookies[SESSION_COOKIE]
    client = signed_in("office")
    client.cookies.clear()
    client.cookies.set(SESSION_COOKIE, token)
    assert client.get("/", headers={"accept": "*/*"}).status_code == 401


def test_language_is_kept_and_leads_back(signed_in: Callable[[str], httpx.Client]) -> None:
    client = signed_in("chair")
    answer = client.get("/language/en", params={"next": "/review?app=a"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?app=a")
    assert client.cookies[LANGUAGE_COOKIE] == "en"


def test_accounts_are_not_offered_outside_a_demonstration(visitor: httpx.Client) -> None:
    page = visitor.get("/sign-in").text
    assert ("示範模式" in page, PASSWORD in page, 'value="chair"' in page) == (False, False, False)
