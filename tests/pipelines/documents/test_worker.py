"""What is seen in one content, honest or hostile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipelines.documents.content_info import ContentInfo, Inspection
from pipelines.documents.limits import MOST_PAGES
from pipelines.documents.pdf_content import clean_text
from pipelines.documents.picture_content import read_picture
from pipelines.documents.recording_content import believable
from pipelines.documents.thumbnails import ThumbnailFolder
from pipelines.documents.worker import inspect_content
from pipelines.exports.media_type import media_type_of
from tests.pipelines.documents.handmade_files import (
    ENCRYPTED,
    long_mp4,
    mp4,
    pdf,
    picture,
    picture_bomb,
    scanned_pdf,
)


def inspect(content: bytes, folder: Path | None = None) -> ContentInfo:
    return inspect_content(content, media_type_of(content, ""), ThumbnailFolder(folder))


def test_pdf_gives_pages_text_and_thumbnails(tmp_path: Path) -> None:
    info = inspect(pdf("Hello", "World wide"), tmp_path)
    assert (info.inspection, info.page_count, info.pages) == (Inspection.FINE, 2, ("Hello", "World wide"))
    assert info.text_characters == 14
    assert info.thumbnails == tuple((tmp_path / f"{number}.jpg").stat().st_size for number in (1, 2))
    with Image.open(tmp_path / "2.jpg") as thumbnail:
        assert thumbnail.width == 180


def test_pdf_without_thumbnails_writes_nothing(tmp_path: Path) -> None:
    assert inspect(pdf("Hello")).thumbnails == ()
    assert list(tmp_path.iterdir()) == []


def test_scan_has_pictures_and_no_text() -> None:
    info = inspect(scanned_pdf(3))
    assert (info.page_count, info.picture_count, info.text_characters) == (3, 3, 0)


@pytest.mark.parametrize("size", ["0 0 2147483647 2147483647", "0 0 10 2000000", "0 0 9000000 1"])
def test_page_of_any_size_becomes_a_small_thumbnail(tmp_path: Path, size: str) -> None:
    assert inspect(pdf("x", size=size), tmp_path).inspection is Inspection.FINE
    with Image.open(tmp_path / "1.jpg") as thumbnail:
        assert thumbnail.width <= 181
        assert thumbnail.height <= 721


def test_only_the_first_pages_get_thumbnails(tmp_path: Path) -> None:
    info = inspect(pdf(*(str(number) for number in range(50))), tmp_path)
    assert (info.page_count, len(info.pages), len(info.thumbnails)) == (50, 50, 6)


def test_pdf_of_too_many_pages_is_read_in_part() -> None:
    info = inspect(pdf(*["x"] * (MOST_PAGES + 1)))
    assert (info.inspection, info.page_count) == (Inspection.TOO_LARGE, MOST_PAGES + 1)
    assert len(info.pages) == MOST_PAGES


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (pdf("Hi", trailer=ENCRYPTED), Inspection.ENCRYPTED),
        (pdf("Hello")[:150], Inspection.BROKEN),
        (b"%PDF-1.7\n%%EOF\n", Inspection.BROKEN),
        (b"PK\x03\x04 an archive under another name", Inspection.BROKEN),
        (picture(300, 200)[:120], Inspection.BROKEN),
        (picture(300, 200, "JPEG")[:300], Inspection.BROKEN),
        (picture_bomb(60_000), Inspection.TOO_LARGE),
        (b"\x00\x00\x00\x20ftyp" + b"\xff" * 40, Inspection.FINE),
    ],
    ids=["encrypted", "truncated", "empty", "archive", "png", "jpeg", "bomb", "mp4 without a length"],
)
def test_content_that_cannot_be_read_says_why(content: bytes, expected: Inspection) -> None:
    info = inspect(content)
    assert (info.inspection, info.pages, info.duration_seconds) == (expected, (), None)


def test_picture_of_too_many_pixels_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.documents.picture_content.MOST_IMAGE_PIXELS", 100)
    info = read_picture(picture(30, 20), "image/png", ThumbnailFolder(None))
    assert (info.inspection, info.width, info.height) == (Inspection.TOO_LARGE, 30, 20)


def test_picture_keeps_its_size_and_gets_one_thumbnail(tmp_path: Path) -> None:
    info = inspect(picture(900, 300, "JPEG"), tmp_path)
    assert (info.width, info.height, len(info.thumbnails)) == (900, 300, 1)
    with Image.open(tmp_path / "1.jpg") as thumbnail:
        assert thumbnail.size == (180, 60)


def test_recording_tells_its_length() -> None:
    assert inspect(long_mp4(timescale=1000, duration=5250, byte_size=9000)).duration_seconds == 5.2


@pytest.mark.parametrize("duration", [5000, 2**32 - 1])
def test_recording_of_few_bytes_is_not_believed(duration: int) -> None:
    info = inspect(mp4(timescale=1000, duration=duration))
    assert (info.inspection, info.duration_seconds) == (Inspection.FINE, None)


@pytest.mark.parametrize("seconds", [None, 0.0, -1.0, float("nan"), float("inf"), 86_401.0])
def test_impossible_length_is_unknown(seconds: float | None) -> None:
    assert believable(seconds, 10**9) is None


def test_text_is_cleaned_of_what_no_reader_shows() -> None:
    assert clean_text("\x00甲\r\n乙\ufffe丙\ud800\x07 ") == "甲\n乙-丙?"
