"""Exact numbers as people read them."""

from __future__ import annotations

from decimal import Decimal


def number_text(value: Decimal | None) -> str:
    """A number without needless zeros; empty when unknown."""
    return "" if value is None else format(value.normalize() if value else Decimal(0), "f")
