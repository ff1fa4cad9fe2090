"""The worker that opens untrusted files, and the cache of what it made."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.web.page_pictures import PagePictures
from app.web.picture_cache import PictureCache
from app.web.picture_process import Made, NotShown, PictureProcess
from tests.app.web.web_round import pdf_of


@pytest.fixture
def worker() -> Iterator[PictureProcess]:
    """A worker process of its own."""
    process = PictureProcess()
    yield process
    process.close()


def written(folder: Path, content: bytes) -> Path:
    """The content as a file."""
    path = folder / "original"
    path.write_bytes(content)
    return path


def test_worker_that_was_killed_is_replaced(worker: PictureProcess, tmp_path: Path) -> None:
    task = {"task": "page_sizes", "path": str(written(tmp_path, pdf_of(pages=2)))}
    before = worker.ask(task)
    assert worker._process is not None
    worker._process.kill()
    worker._process.wait()
    assert (before, worker.ask(task)) == (
        Made(b'{"pages": 2, "sizes": [[595.0, 842.0], [595.0, 842.0]]}'),
    ) * 2


def test_worker_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    pipe = tmp_path / "never"
    os.mkfifo(pipe)
    process = PictureProcess(wall_seconds=1.5)
    answer = process.ask({"task": "image_jpeg", "path": str(pipe), "width": 300})
    ended = process._process
    process.close()
    assert (answer, ended) == (NotShown("too_heavy"), None)


def test_image_of_too_many_pixels_is_refused(worker: PictureProcess, tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.new("1", (9000, 9000)).save(buffer, "PNG")
    path = written(tmp_path, buffer.getvalue())
    answer = worker.ask({"task": "image_jpeg", "path": str(path), "width": 300})
    assert answer == NotShown("damaged_image")


def test_transparent_image_stands_on_white(worker: PictureProcess, tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.new("RGBA", (300, 200), (0, 0, 0, 0)).save(buffer, "PNG")
    path = written(tmp_path, buffer.getvalue())
    answer = worker.ask({"task": "image_jpeg", "path": str(path), "width": 300})
    assert isinstance(answer, Made)
    assert Image.open(BytesIO(answer.content)).getpixel((5, 5)) == (255, 255, 255)


def test_image_of_another_format_is_refused(worker: PictureProcess, tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.new("RGB", (30, 20)).save(buffer, "GIF")
    path = written(tmp_path, buffer.getvalue())
    answer = worker.ask({"task": "image_jpeg", "path": str(path), "width": 300})
    assert answer == NotShown("not_an_image")


def test_page_of_endless_height_is_made_narrower(worker: PictureProcess, tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.new("RGB", (10, 4000), "red").save(buffer, "PDF", resolution=72)
    path = written(tmp_path, buffer.getvalue())
    answer = worker.ask({"task": "page_jpeg", "path": str(path), "page": 1, "width": 2000})
    assert isinstance(answer, Made)
    assert Image.open(BytesIO(answer.content)).size == (15, 6000)


def test_pages_asked_at_once_are_all_made(tmp_path: Path) -> None:
    path = written(tmp_path, pdf_of(pages=6))
    pictures = PagePictures(tmp_path / "cache", most_megabytes=5)

    async def ask_all() -> list[Made | NotShown]:
        asked = (pictures.page_jpeg(path, "s", page=page, width=300) for page in range(1, 7))
        return await asyncio.gather(*asked)

    answers = asyncio.run(ask_all())
    pictures.close()
    assert [isinstance(answer, Made) for answer in answers] == [True] * 6
    assert len({answer.content for answer in answers if isinstance(answer, Made)}) == 6


def test_full_cache_forgets_what_was_not_used(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "cache", most_bytes=1000)
    for number, key in enumerate("abc"):
        cache.keep(key, bytes(300))
        os.utime(tmp_path / "cache" / key, (number, number))
    os.utime(tmp_path / "cache" / "a", (50, 50))
    cache.keep("d", bytes(300))
    assert [cache.find(key) is not None for key in "abcd"] == [True, False, False, True]


def test_cache_counts_what_was_there_before(tmp_path: Path) -> None:
    PictureCache(tmp_path / "cache", most_bytes=1000).keep("old", bytes(900))
    cache = PictureCache(tmp_path / "cache", most_bytes=1000)
    cache.keep("new", bytes(200))
    assert (cache.find("old"), cache.find("new")) == (None, bytes(200))
