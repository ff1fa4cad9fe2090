"""The throw-away program that opens untrusted PDF and image files and answers with JPEG bytes.

It is started by ``page_pictures`` with ``python -m app.web.picture_worker``, speaks over its pipes and limits itself
first: a file made to exhaust memory or time ends this process and nothing else.

A request is one JSON line. An answer is one JSON line ``{"ok", "length", "reason"}`` followed by ``length`` bytes.
"""

from __future__ import annotations

import json
import resource
import sys
import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from app.web.found_boxes import boxes_of

MEMORY_BYTES = 2 * 1024**3
CPU_SECONDS = 15
MOST_PIXELS_HIGH = 6000
MOST_IMAGE_PIXELS = 60_000_000
JPEG_QUALITY = 82
IMAGE_FORMATS = ("PNG", "JPEG")
BROKEN_IMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
WRONG_PASSWORD = 4

Task = Mapping[str, Any]


class CannotShow(Exception):
    """The file cannot be shown; ``reason`` is a word of the page words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def main() -> None:
    """Answer requests until the pipe closes."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_IMAGE_PIXELS
    for line in sys.stdin.buffer:
        _allow_cpu_time()
        _answer(json.loads(line))


def _answer(task: Task) -> None:
    reason, content = "", b""
    try:
        content = TASKS[task["task"]](task)
    except CannotShow as error:
        reason = error.reason
    except MemoryError:
        reason = "too_heavy"
    header = {"ok": not reason, "length": len(content), "reason": reason}
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + content)
    sys.stdout.buffer.flush()


def _allow_cpu_time() -> None:
    """The limit counts from the start of the process, so every request moves it on."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def page_sizes(task: Task) -> bytes:
    """JSON: the number of pages, and width and height of each in points."""
    with _open_pdf(task) as document:
        sizes = [[round(side, 1) for side in document.get_page_size(i)] for i in range(len(document))]
    return json.dumps({"pages": len(sizes), "sizes": sizes}).encode()


def page_finds(task: Task) -> bytes:
    """JSON: for each place of the text on a page, 1-based, the boxes around it."""
    with _open_pdf(task) as document:
        try:
            found = boxes_of(_page_of(document, task), task["text"])
        except (pdfium.PdfiumError, ValueError) as error:
            raise CannotShow("damaged_pdf") from error
    return json.dumps({"page": task["page"], "found": found}).encode()


def page_jpeg(task: Task) -> bytes:
    """One page, 1-based, as wide as asked; a page too tall for its width is made narrower."""
    with _open_pdf(task) as document:
        try:
            page = _page_of(document, task)
            scale = _page_scale(page.get_size(), task["width"])
            picture = page.render(scale=scale, may_draw_forms=False).to_pil()
        except (pdfium.PdfiumError, ValueError) as error:
            raise CannotShow("damaged_pdf") from error
    return _jpeg(_exactly_wide(picture, task["width"]))


def image_jpeg(task: Task) -> bytes:
    """A PNG or JPEG, at most as wide as asked, turned upright, without its metadata."""
    try:
        with Image.open(task["path"], formats=IMAGE_FORMATS) as image:
            return _jpeg(_fitted(image, task["width"]))
    except UnidentifiedImageError as error:
        raise CannotShow("not_an_image") from error
    except BROKEN_IMAGE as error:
        raise CannotShow("damaged_image") from error


def _open_pdf(task: Task) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(task["path"])
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise CannotShow("protected_pdf" if code == WRONG_PASSWORD else "damaged_pdf") from error


def _page_of(document: pdfium.PdfDocument, task: Task) -> pdfium.PdfPage:
    if not 1 <= task["page"] <= len(document):
        raise CannotShow("no_such_page")
    return document[task["page"] - 1]


def _page_scale(size: tuple[float, float], width: int) -> float:
    page_width, page_height = size
    if page_width <= 0 or page_height <= 0:
        raise CannotShow("damaged_pdf")
    return float(min(width / page_width, MOST_PIXELS_HIGH / page_height))


def _exactly_wide(picture: Image.Image, width: int) -> Image.Image:
    """Rendering rounds up, so an A4 page may come one pixel too wide."""
    return picture.crop((0, 0, width, picture.height)) if picture.width == width + 1 else picture


def _fitted(image: Image.Image, width: int) -> Image.Image:
    upright = ImageOps.exif_transpose(image)
    height = max(1, round(upright.height * width / upright.width))
    upright.thumbnail((width, min(height, MOST_PIXELS_HIGH)))
    if "A" in upright.getbands() or "transparency" in upright.info:
        layer = upright.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer)
    return upright


def _jpeg(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=JPEG_QUALITY)
    return buffer.getvalue()


TASKS: Mapping[str, Callable[[Task], bytes]] = {
    "page_sizes": page_sizes,
    "page_finds": page_finds,
    "page_jpeg": page_jpeg,
    "image_jpeg": image_jpeg,
}

if __name__ == "__main__":
    main()
