"""Where a text stands on a page of a PDF, as shares of the page as it is drawn; runs in the limited worker only."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from app.domain.found_places import Span, find_places

GRID = 100_000
"""Points of the drawn page in each direction, for places are asked in whole numbers."""
MOST_CHARACTERS = 200_000
REPLACEMENT = "\ufffd"

Box = tuple[float, float, float, float]
"""Left, top, width and height as shares of the page, from its upper left corner."""


Sides = tuple[float, float, float, float]
"""Left, bottom, right and top in points of the page, before it is turned."""


def boxes_of(page: pdfium.PdfPage, keyword: str) -> list[list[Box]]:
    """For each place of the keyword the boxes around it, one a line of text."""
    text_page = page.get_textpage()
    try:
        characters = _characters(text_page)
        spans = find_places(characters, keyword)
        return [[_box(page, line) for line in _lines(text_page, characters, span)] for span in spans]
    finally:
        text_page.close()


def _characters(text_page: pdfium.PdfTextPage) -> list[str]:
    count = min(text_page.count_chars(), MOST_CHARACTERS)
    return [_character(pdfium_c.FPDFText_GetUnicode(text_page, place)) for place in range(count)]


def _character(code: int) -> str:
    is_half = 0xD800 <= code <= 0xDFFF
    return REPLACEMENT if is_half or code > 0x10FFFF else chr(code)


def _lines(text_page: pdfium.PdfTextPage, characters: Sequence[str], span: Span) -> list[Sides]:
    """Neighbours on one line as one box; spaces and what has no extent are left out."""
    lines: list[Sides] = []
    for place in range(*span):
        sides = text_page.get_charbox(place, loose=True)
        if characters[place].isspace() or sides[2] <= sides[0] or sides[3] <= sides[1]:
            continue
        if lines and _is_same_line(lines[-1], sides):
            lines[-1] = _around(lines[-1], sides)
        else:
            lines.append(sides)
    return lines


def _is_same_line(line: Sides, sides: Sides) -> bool:
    shared = min(line[3], sides[3]) - max(line[1], sides[1])
    return shared > 0.5 * min(line[3] - line[1], sides[3] - sides[1])


def _around(line: Sides, sides: Sides) -> Sides:
    left, bottom = min(line[0], sides[0]), min(line[1], sides[1])
    return left, bottom, max(line[2], sides[2]), max(line[3], sides[3])


def _box(page: pdfium.PdfPage, sides: Sides) -> Box:
    left, bottom, right, top = sides
    (x1, y1), (x2, y2) = _place(page, left, bottom), _place(page, right, top)
    return min(x1, x2), min(y1, y2), round(abs(x2 - x1), 5), round(abs(y2 - y1), 5)


def _place(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    """A point of the page as it is drawn: turned and cut as the file says."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, across, down)
    return _share(across.value), _share(down.value)


def _share(value: int) -> float:
    return round(min(1.0, max(0.0, value / GRID)), 5)
