"""Bytes to text by the encodings seen in exports, strictly; a guess is never made."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class EncodingRefused(ValueError):
    """No encoding of the ladder reads the whole text."""

    def __init__(self, position: int) -> None:
        super().__init__(f"byte {position}")
        self.position = position


def decode_text(content: bytes) -> str:
    """By byte order mark, else UTF-8, else CP950; each strict. Raises EncodingRefused."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode(content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode(content, "cp950")


def _decode(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingRefused(error.start) from error
