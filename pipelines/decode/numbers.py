"""Numbers as the exports write them: plain decimals, with sentinels for none."""

from __future__ import annotations

import re
from decimal import Decimal

from pipelines.decode.sentinels import is_missing

_NUMBER = re.compile(r"[-+]?[0-9]{1,9}(?:\.[0-9]*)?")


class UnreadableNumber(ValueError):
    """The text is no plain decimal number."""


def read_number(text: str | None) -> Decimal | None:
    """None when nothing was given; raises UnreadableNumber for words, exponents and thousands marks."""
    if text is None or is_missing(text):
        return None
    stripped = text.strip()
    if not _NUMBER.fullmatch(stripped):
        raise UnreadableNumber(text)
    return Decimal(stripped)
