"""Search in one document: which hits, where on the page, and what is said when there is no text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pypdfium2 as pdfium
import pytest

from app.web.document_search import MOST_CHARACTERS
from app.web.found_boxes import boxes_of
from tests.app.web.conftest import Served
from tests.pipelines.documents.handmade_files import pdf

SignIn = Callable[[str], httpx.Client]


def test_hits_come_by_page_with_what_stands_around(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/evidence/pdf-text/find", params={"text": "ａｌｐｈａ"})
    assert answer.json() == {
        "hits": [
            {"page": 1, "place": 0, "before": "", "match": "Alpha", "after": " and beta"},
            {"page": 3, "place": 0, "before": "", "match": "ALPHA", "after": " once, alpha twice"},
            {"page": 3, "place": 1, "before": "ALPHA once, ", "match": "alpha", "after": " twice"},
        ],
        "may_be_more": False,
    }


@pytest.mark.parametrize("text", ["", " ", "gamma", "x" * (MOST_CHARACTERS + 1), "%_'--"])
def test_text_that_is_not_there_finds_nothing(signed_in: SignIn, text: str) -> None:
    answer = signed_in("reviewer").get("/evidence/pdf-text/find", params={"text": text})
    assert (answer.status_code, answer.json()) == (200, {"hits": [], "may_be_more": False})


def test_document_without_text_says_so(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/evidence/pdf-1/find", params={"text": "a"})
    assert (answer.status_code, answer.json()["reason"]) == (422, "no_text")
    assert "無法搜尋" in answer.json()["message"]


def test_boxes_stand_where_the_text_is_drawn(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/evidence/pdf-text/page/3/find", params={"text": "alpha"})
    first, second = answer.json()["found"]
    assert answer.json()["page"] == 3
    # The line begins 50 of 595 points from the left and stands 700 of 842 from the bottom.
    assert [len(first), len(second)] == [1, 1]
    (left, top, width, height), (later, *_) = first[0], second[0]
    assert left == pytest.approx(50 / 595, abs=0.005)
    assert top < 1 - 700 / 842 < top + height
    assert 0 < width < later - left < 0.3


@pytest.mark.parametrize(
    ("page", "status", "reason"),
    [
        ("0", 404, "no_such_page"),
        ("4", 404, "no_such_page"),
        ("999999", 404, "no_such_page"),
        ("9999999999999999", 404, "no_such_page"),
        ("-1", 404, "no_such_page"),
        ("1e3", 404, "no_such_page"),
    ],
)
def test_page_that_is_not_there_has_no_boxes(signed_in: SignIn, page: str, status: int, reason: str) -> None:
    answer = signed_in("reviewer").get(f"/evidence/pdf-text/page/{page}/find", params={"text": "alpha"})
    assert (answer.status_code, answer.json()["reason"]) == (status, reason)


@pytest.mark.parametrize("path", ["png-1/find", "mp3-1/page/1/find"])
def test_only_a_pdf_is_searched(signed_in: SignIn, path: str) -> None:
    answer = signed_in("reviewer").get(f"/evidence/{path}", params={"text": "a"})
    assert (answer.status_code, answer.json()["reason"]) == (422, "not_a_pdf")


@pytest.mark.parametrize(
    "path", ["/evidence/pdf-text/find?text=alpha", "/evidence/pdf-text/page/1/find?text=alpha"]
)
def test_stranger_gets_nothing(visitor: httpx.Client, path: str) -> None:
    answer = visitor.get(path, headers={"accept": "application/json"})
    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize("key", ["..%2fpdf-text", "pdf-text%2f..%2fpdf-3", "pdf-text%00"])
def test_crooked_key_is_not_found(signed_in: SignIn, key: str) -> None:
    client = signed_in("reviewer")
    path = f"/evidence/{key}/find?text=alpha".encode()
    answer = client.get(httpx.URL(str(client.base_url), raw_path=path))
    assert (answer.status_code in (400, 404), b"hits" in answer.content) == (True, False)


def test_what_was_sought_is_kept_as_a_digest_only(signed_in: SignIn, served: Served) -> None:
    signed_in("reviewer").get("/evidence/pdf-text/page/1/find", params={"text": "beta"})
    names = [path.name for path in (served.workbench.settings.cache / "pictures").glob("*-find-1-*")]
    assert {("beta" in name, name.endswith(".json")) for name in names} == {(False, True)}


def test_boxes_of_a_turned_page_stand_as_it_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "turned.pdf"
    path.write_bytes(pdf("alpha"))
    with pdfium.PdfDocument(path) as document:
        page = document[0]
        upright = boxes_of(page, "alpha")[0][0]
        page.set_rotation(90)
        turned = boxes_of(page, "alpha")[0][0]
    # A quarter turn clockwise: what was below is now left, widths become heights.
    assert turned[1] == pytest.approx(upright[0], abs=0.001)
    assert turned[0] == pytest.approx(1 - upright[1] - upright[3], abs=0.001)
    assert (turned[2], turned[3]) == pytest.approx((upright[3], upright[2]), abs=0.001)
