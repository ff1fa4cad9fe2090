"""A font of one square for every character, in place of the fonts of the system, for reading texts of PDFs.

Of a font that a PDF names without bringing it along, reading takes nothing but the extent of its characters. The fonts
of a system for that measure twenty megabytes and are read anew for every document: nine tenths of the time. With this
one the text is the same on every system, whatever fonts it has.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from struct import pack
from typing import Any

import pypdfium2.raw as raw

UNITS = 1000
"""Of the em square, as PDF counts."""
LAST_CHARACTER = 0xFFFF
BUILT_IN = (b"Arial", b"Courier", b"Helvetica", b"Symbol", b"Times", b"ZapfDingbats")
FACE = 5
"""Where the name of the font is in a request: after the font list, weight, slant, character set and pitch."""
_TABLE_ENTRY = 16
_HANDLE = 1
_BOX = (40, 0, 460, 700)
"""Left, bottom, right, top: a Latin letter; as wide as a Chinese one, digits side by side would touch."""


@cache
def box_font() -> bytes:
    """A TrueType font; glyph 1 stands for every character."""
    tables = {
        b"cmap": _character_map(),
        b"glyf": _glyph() * 2,
        b"head": _head(),
        b"hhea": pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, UNITS, *[0] * 11, 1),
        b"hmtx": pack(">HhH", UNITS, _BOX[0], _BOX[0]),
        b"loca": pack(">3I", *(index * len(_glyph()) for index in range(3))),
        b"maxp": pack(">I14H", 0x10000, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    start, directory, body = 12 + _TABLE_ENTRY * len(tables), b"", b""
    for tag, content in tables.items():
        padded = content + b"\0" * (-len(content) % 4)
        directory += pack(">4sIII", tag, 0, start + len(body), len(content))
        body += padded
    return pack(">IHHHH", 0x10000, len(tables), 64, 2, 48) + directory + body


def _character_map() -> bytes:
    """One group a character (format 12), because the form for many to one is not read everywhere."""
    groups = b"".join(pack(">III", code, code, 1) for code in range(32, LAST_CHARACTER + 1))
    head = pack(">HHIII", 12, 0, 16 + len(groups), 0, len(groups) // 12)
    return pack(">HHHHI", 0, 1, 3, 10, 12) + head + groups


def _glyph() -> bytes:
    left, bottom, right, top = _BOX
    corners = pack(">4h", left, 0, right - left, 0) + pack(">4h", bottom, top - bottom, 0, bottom - top)
    content = pack(">hhhhhHH", 1, *_BOX, 3, 0) + b"\x01" * 4 + corners
    return content + b"\0" * (-len(content) % 4)


def _head() -> bytes:
    versions = pack(">IIIIHH", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, UNITS)
    return versions + pack(">QQhhhhHHhhh", 0, 0, *_BOX, 0, 8, 2, 1, 0)


@dataclass
class _Requests:
    count: int = 0


_requests = _Requests()


def fonts_asked() -> int:
    """A number that grows whenever a document names a font without bringing it along."""
    return _requests.count


def _map_font(*request: Any) -> int:
    """None of ours for the fonts that every reader of PDFs has."""
    face = ctypes.cast(request[FACE], ctypes.c_char_p).value or b""
    if face.startswith(BUILT_IN):
        return 0
    _requests.count += 1
    return _HANDLE


def _nothing(*_request: Any) -> int:
    return 0


def _copy_font(*request: Any) -> int:
    """The whole font when no table is named; the length alone where there is no room."""
    table, buffer, size = request[2:]
    font = box_font()
    if table:
        return 0
    if buffer and size >= len(font):
        ctypes.memmove(buffer, font, len(font))
    return len(font)


_ANSWERS: dict[str, Callable[..., int | None]] = {
    "Release": lambda _info: None,
    "EnumFonts": lambda _info, _mapper: None,
    "MapFont": _map_font,
    "GetFont": _nothing,
    "GetFontData": _copy_font,
    "GetFaceName": _nothing,
    "GetFontCharset": _nothing,
    "DeleteFont": lambda _info, _font: None,
}


@cache
def use_box_font() -> Any:
    """From now on no document of this process sees a font of the system; kept, because pdfium goes on calling it."""
    info = raw.FPDF_SYSFONTINFO(version=1)
    kinds = dict(raw.FPDF_SYSFONTINFO._fields_)
    for name, answer in _ANSWERS.items():
        setattr(info, name, kinds[name](answer))
    raw.FPDF_SetSystemFontInfo(ctypes.byref(info))
    return info
