"""JSON files: UTF-8 with or without a mark, or UTF-16; else the byte where they break."""

from __future__ import annotations

import codecs
import json
from typing import Any

import orjson

from pipelines.table_files.text_encoding import EncodingRefused, decode_text

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class BrokenJson(ValueError):
    """The content is no JSON; ``position`` is the byte where reading stopped."""

    def __init__(self, position: int) -> None:
        super().__init__(f"byte {position}")
        self.position = position


def as_utf_8(content: bytes) -> tuple[bytes, str]:
    """The content in UTF-8, and the encoding in which it came; raises BrokenJson."""
    if content.startswith(codecs.BOM_UTF8):
        return content, "utf-8-sig"
    # No JSON begins with a zero, nor has one in its second place, unless its characters take two bytes.
    if not content.startswith(_UTF_16_MARKS) and b"\x00" not in content[:2]:
        return content, "utf-8"
    try:
        decoded = decode_text(content)
    except EncodingRefused as refusal:
        raise BrokenJson(refusal.position) from refusal
    return decoded.text.encode(), decoded.encoding


def read_json(content: bytes) -> Any:
    """The value of UTF-8 text; raises BrokenJson."""
    try:
        return orjson.loads(content.removeprefix(codecs.BOM_UTF8))
    except orjson.JSONDecodeError as error:
        raise BrokenJson(_byte_position(content)) from error


def _byte_position(content: bytes) -> int:
    """Where the standard library stops, in bytes; orjson counts characters and only for some errors."""
    try:
        text = content.decode("utf-8-sig")
        json.loads(text)
    except UnicodeDecodeError as error:
        return error.start
    except json.JSONDecodeError as error:
        mark = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
        return mark + len(text[: error.pos].encode())
    return 0
