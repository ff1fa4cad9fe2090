"""JSON files: UTF-8 with or without a mark, or the byte where they break."""

from __future__ import annotations

import codecs
import json
from typing import Any

import orjson


class BrokenJson(ValueError):
    """The content is no JSON; ``position`` is the byte where reading stopped."""

    def __init__(self, position: int) -> None:
        super().__init__(f"byte {position}")
        self.position = position


def read_json(content: bytes) -> Any:
    """The value; raises BrokenJson."""
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
