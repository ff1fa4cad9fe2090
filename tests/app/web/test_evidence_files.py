"""Originals and their pages: who gets them, in which form, and what a damaged one says."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import httpx
import pytest
from PIL import Image

from app.workflows.sign_in import LANGUAGE_COOKIE
from tests.app.web.conftest import Served
from tests.app.web.web_round import FILES, TONE

SignIn = Callable[[str], httpx.Client]
NOT_FOUND = {"reason": "not_found"}
CONTENT = {key: content for key, *_, content in FILES}


@pytest.mark.parametrize(
    ("name", "key", "status"),
    [
        ("reviewer", "pdf-1", 200),
        ("reviewer", "pdf-2", 404),
        ("reviewer", "pdf-3", 404),
        ("reviewer", "pdf-4", 404),
        ("chair", "pdf-1", 200),
        ("chair", "pdf-3", 200),
        ("chair", "pdf-4", 404),
        ("office", "pdf-2", 200),
        ("office", "pdf-4", 200),
        ("researcher", "pdf-1", 404),
        ("researcher", "pdf-4", 404),
    ],
)
@pytest.mark.parametrize("part", ["", "/pages", "/page/1", "/find?text=a", "/page/1/find?text=a"])
def test_every_door_asks_for_the_same_right(
    signed_in: SignIn, name: str, key: str, status: int, part: str
) -> None:
    answer = signed_in(name).get(f"/evidence/{key}{part}")
    # These PDFs are pictures of pages: what may be searched holds no text, and says so.
    assert answer.status_code == (422 if status == 200 and part.startswith("/find") else status)
    if status == 404:
        assert answer.json() == NOT_FOUND


@pytest.mark.parametrize(
    "key",
    ["unknown", "..%2f..%2fetc%2fpasswd", "%2e%2e", "pdf-1%00", "pdf-1'--", "file-pdf-1", "*", "a" * 3000],
)
def test_unknown_or_crooked_key_is_not_found(signed_in: SignIn, key: str) -> None:
    client = signed_in("office")
    answer = client.get(httpx.URL(str(client.base_url), raw_path=f"/evidence/{key}".encode()))
    assert (answer.status_code in (400, 404), b"root:" in answer.content) == (True, False)


@pytest.mark.parametrize("snapshot", ["0" * 16, "../x", ""])
def test_snapshot_no_plan_pins_is_not_found(signed_in: SignIn, snapshot: str) -> None:
    answer = signed_in("office").get("/evidence/pdf-1", params={"snapshot": snapshot})
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


def test_snapshot_of_the_plan_is_served(signed_in: SignIn, served: Served) -> None:
    params = {"snapshot": served.workbench.current_snapshot_id()}
    assert signed_in("office").get("/evidence/pdf-1", params=params).status_code == 200


def test_image_is_shown_inline_as_received(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/evidence/png-1")
    assert (answer.headers["content-type"], answer.content) == ("image/png", CONTENT["png-1"])
    assert answer.headers["content-disposition"] == 'inline; filename="poster.png"'


@pytest.mark.parametrize("key", ["pdf-1", "html-1"])
def test_everything_else_is_an_attachment_of_no_type(signed_in: SignIn, key: str) -> None:
    answer = signed_in("reviewer").get(f"/evidence/{key}")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert "sandbox" in answer.headers["content-security-policy"]


def test_sound_can_be_wound(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/evidence/mp3-1", headers={"range": "bytes=100-199"})
    assert (answer.status_code, answer.content) == (206, TONE[100:200])
    assert answer.headers["content-range"] == f"bytes 100-199/{len(TONE)}"
    assert answer.headers["content-type"] == "audio/mpeg"


def test_pages_tell_number_and_size(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/evidence/pdf-1/pages")
    assert answer.json() == {"pages": 3, "sizes": [[595.0, 842.0]] * 3}


@pytest.mark.parametrize(
    ("asked", "width"), [("900", 900), ("333", 333), ("1", 200), ("99999", 2000), ("x", 900)]
)
def test_page_is_a_jpeg_of_the_asked_width(signed_in: SignIn, asked: str, width: int) -> None:
    answer = signed_in("reviewer").get("/evidence/pdf-1/page/2", params={"width": asked})
    picture = Image.open(BytesIO(answer.content))
    assert (answer.headers["content-type"], picture.format, picture.width) == ("image/jpeg", "JPEG", width)


def test_page_asked_twice_is_the_same_and_kept_privately(signed_in: SignIn, served: Served) -> None:
    client = signed_in("reviewer")
    first, second = (client.get("/evidence/pdf-1/page/1?width=410").content for _ in range(2))
    folder = served.workbench.settings.cache / "pictures"
    assert first == second
    assert (folder.stat().st_mode & 0o777, len(list(folder.glob("*-page-1-410.jpg")))) == (0o700, 1)


@pytest.mark.parametrize("page", ["0", "4", "-1", "x"])
def test_page_that_is_not_there_is_said(signed_in: SignIn, page: str) -> None:
    answer = signed_in("reviewer").get(f"/evidence/pdf-1/page/{page}")
    assert (answer.status_code, answer.json()["reason"]) == (404, "no_such_page")


@pytest.mark.parametrize("part", ["pages", "page/1"])
def test_damaged_pdf_is_explained_in_the_language(signed_in: SignIn, part: str) -> None:
    client = signed_in("reviewer")
    chinese = client.get(f"/evidence/pdf-damaged/{part}")
    client.cookies.set(LANGUAGE_COOKIE, "en")
    english = client.get(f"/evidence/pdf-damaged/{part}")
    assert (chinese.status_code, chinese.json()["reason"]) == (422, "damaged_pdf")
    assert chinese.json()["message"].startswith("這個 PDF 檔案已損壞")
    assert english.json()["message"].startswith("This PDF file is damaged")


def test_image_is_made_small(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/evidence/png-1/image?width=300")
    assert Image.open(BytesIO(answer.content)).size == (300, 200)


def test_small_width_of_small_image_never_enlarges(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/evidence/png-1/image?width=2000")
    assert Image.open(BytesIO(answer.content)).size == (1200, 800)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("png-damaged/image", "damaged_image"),
        ("pdf-1/image", "not_an_image"),
        ("png-1/pages", "not_a_pdf"),
        ("mp3-1/page/1", "not_a_pdf"),
    ],
)
def test_what_cannot_be_shown_says_why(signed_in: SignIn, path: str, reason: str) -> None:
    answer = signed_in("reviewer").get(f"/evidence/{path}")
    assert (answer.status_code, answer.json()["reason"]) == (422, reason)


def test_opening_and_refusal_are_logged_without_names(signed_in: SignIn, served: Served) -> None:
    client, store = signed_in("reviewer"), served.workbench.store
    client.get("/evidence/mp3-1")
    client.get("/evidence/mp3-1", headers={"range": "bytes=50-60"})
    client.get("/evidence/pdf-3")
    newest = [
        (event.person_id, event.action, event.object_key, event.detail)
        for event in store.load_log(limit=2, actions=["file_opened", "refused"])
    ]
    assert newest == [
        ("p-reviewer", "refused", "app-3", "open_file"),
        ("p-reviewer", "file_opened", "file/mp3-1", ""),
    ]
