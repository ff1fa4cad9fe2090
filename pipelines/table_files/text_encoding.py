"""Bytes to text by the encodings seen in exports, strictly; a guess is never made."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

_MARKS = (
    (codecs.BOM_UTF32_LE, None),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_WIDE = re.compile(r"[^\x00-\x7f]")
_ASCII = bytes(range(0x80))
_USER_DEFINED = "cp950_user_defined"
_TRAILS_PER_LEAD = 157
_USER_RANGES = (
    (0xFA40, 0xFEFE, 0xE000),
    (0x8E40, 0xA0FE, 0xE311),
    (0x8140, 0x8DFE, 0xEEB8),
    (0xC6A1, 0xC8FE, 0xF6B1),
)
"""First and last code and first code point: the end-user-defined ranges of code page 950 (bestfit950.txt)."""
_ETEN_RANGE = (0xC6A1, 0xC875)
_ETEN_ONLY = {0xC6CF: 0x5EF4, 0xC6D3: 0x65E0, 0xC6D5: 0x7676, 0xC6D7: 0x96B6, 0xC6DE: 0x3003, 0xC6DF: 0x4EDD}
"""What ETEN puts at codes that the Hong Kong set, which is ETEN in this range, leaves empty."""
_LEAST_PLAIN_SHARE = 0.05
_MOST_LOST_SHARE = 0.1
_MOST_RARE_SHARE = 0.4
_JUDGED_FROM = 20
_JUDGED_BYTES = 1 << 16
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_FREQUENT = (b"\xa1\x40", b"\xc6\x7e")
"""Signs and the characters of daily use."""


class EncodingRefused(ValueError):
    """No encoding of the ladder reads the whole text."""

    def __init__(self, position: int) -> None:
        super().__init__(f"byte {position}")
        self.position = position


@dataclass(frozen=True)
class DecodedText:
    """A text, the encoding that read it, and how many characters of private use are in it."""

    text: str
    encoding: str
    private_use: int


def decode_text(content: bytes) -> DecodedText:
    """By byte order mark, else UTF-16 with its zeros, UTF-8 or CP950; each strict. Raises EncodingRefused."""
    encoding = _marked(content) or _unmarked_utf_16(content)
    if encoding is not None:
        return _described(_strictly(content, encoding), encoding)
    try:
        return _described(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _require_no_utf_8(content, error.start)
    return _described(_decode_cp950(content), "cp950")


def _described(text: str, encoding: str) -> DecodedText:
    return DecodedText(text, encoding, 0 if text.isascii() else len(_PRIVATE_USE.findall(text)))


def _marked(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            if encoding is None:
                raise EncodingRefused(0)
            return encoding
    return None


def _unmarked_utf_16(content: bytes) -> str | None:
    """UTF-16 when one order of the bytes gives clean text with plenty of plain characters, the other hardly any."""
    if b"\x00" not in content or len(content) % 2:
        return None
    little, big = _plain_characters(content, "utf-16-le"), _plain_characters(content, "utf-16-be")
    if max(little, big) < _LEAST_PLAIN_SHARE * len(content) / 2 or max(little, big) < 2 * min(little, big):
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _plain_characters(content: bytes, encoding: str) -> int:
    """How many characters are ASCII; none when this is no clean text."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return 0
    return 0 if _CONTROL.search(text) else len(text) - len(_WIDE.findall(text))


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingRefused(error.start) from error


def _require_no_utf_8(content: bytes, position: int) -> None:
    """A damaged UTF-8 text would pass as rare characters of CP950: it is refused where it is damaged."""
    kept = content.decode("utf-8", errors="ignore")
    received = len(content.translate(None, _ASCII))
    lost = len(content) - len(kept.encode())
    if not kept.isascii() and lost < _MOST_LOST_SHARE * received:
        raise EncodingRefused(position)


def _decode_cp950(content: bytes) -> str:
    """CP950 with the ETEN extensions; user-defined characters become their code points of private use."""
    zero = content.find(b"\x00")
    if zero >= 0:
        raise EncodingRefused(zero)
    try:
        text = content.decode("cp950", errors=_USER_DEFINED)
    except UnicodeDecodeError as error:
        raise EncodingRefused(error.start) from error
    _require_likely_big5(content[:_JUDGED_BYTES])
    return text.translate(_moved_characters()) if _moved_pattern().search(text) else text


def _require_likely_big5(content: bytes) -> None:
    """Other double-byte encodings pass as CP950 too, but with rare characters in plenty."""
    pairs = list(_PAIR.finditer(content))
    rare = [pair.start() for pair in pairs if not _FREQUENT[0] <= pair.group() <= _FREQUENT[1]]
    if len(pairs) >= _JUDGED_FROM and len(rare) > _MOST_RARE_SHARE * len(pairs):
        raise EncodingRefused(rare[0])


def _user_defined(error: UnicodeError) -> tuple[str, int]:
    """The private-use character of a pair that CP950 leaves to its users; any other pair stays an error."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = error.object[error.start : error.start + 2]
    point = _private_use_point(int.from_bytes(pair, "big")) if len(pair) == 2 else None
    if point is None:
        raise error
    return chr(point), error.start + 2


@cache
def _moved_characters() -> dict[int, int]:
    """What Python's CP950 reads where ETEN has other characters (C6A1 is ①), to what stands there."""
    moved: dict[int, int] = {}
    for code in range(_USER_RANGES[-1][0], _USER_RANGES[-1][1] + 1):
        private = _private_use_point(code)
        if private is not None:
            read = code.to_bytes(2, "big").decode("cp950", errors=_USER_DEFINED)
            moved[ord(read)] = _eten_point(code) or private
    return moved


@cache
def _moved_pattern() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _moved_characters()))}]")


def _eten_point(code: int) -> int | None:
    """ETEN's character in the range that ETEN filled."""
    if not _ETEN_RANGE[0] <= code <= _ETEN_RANGE[1]:
        return None
    return _ETEN_ONLY.get(code) or ord(code.to_bytes(2, "big").decode("big5hkscs"))


def _private_use_point(code: int) -> int | None:
    """Windows counts the 157 trail bytes 40–7E and A1–FE of each lead byte through each range."""
    if _place(code & 0xFF) is None:
        return None
    for first, last, point in _USER_RANGES:
        if first <= code <= last:
            return point + _ordinal(code) - _ordinal(first)
    return None


def _ordinal(code: int) -> int:
    return (code >> 8) * _TRAILS_PER_LEAD + (_place(code & 0xFF) or 0)


def _place(trail: int) -> int | None:
    if 0x40 <= trail <= 0x7E:
        return trail - 0x40
    return trail - 0x62 if 0xA1 <= trail <= 0xFE else None


codecs.register_error(_USER_DEFINED, _user_defined)
