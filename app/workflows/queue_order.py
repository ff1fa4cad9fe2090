"""The order of a reviewer's queue as text, for the address, the reading place and the record of a review."""

from __future__ import annotations

from dataclasses import dataclass

from app.workflows.desk_views import ApplicantOrder

FILTERED = "/filtered"
"""Follows the order where a filter was on: a position then counts the filtered list."""
PASSES = ("dimension", "grid", "compare", "category")
"""The view follows after another stroke where a score was given beside those of others, not in the form of one."""
_REVERSED = "-"
_POSITION_MOST = 1_000_000


@dataclass(frozen=True)
class QueueOrder:
    """One of the orders, as it is or the other way round."""

    order: ApplicantOrder = ApplicantOrder.NUMBER
    is_reversed: bool = False

    @property
    def text(self) -> str:
        """``score``, or ``-score`` the other way round."""
        return f"{_REVERSED if self.is_reversed else ''}{self.order.value}"


def find_order(text: str) -> QueueOrder | None:
    """The order of a text; None for a text that names none."""
    code = text.removeprefix(_REVERSED)
    if code not in list(ApplicantOrder):
        return None
    return QueueOrder(ApplicantOrder(code), is_reversed=code != text)


def order_in_pass(order: str, view_code: str) -> str:
    """The order as recorded with a score given in a pass: ``number/grid``, ``-score/filtered/dimension``."""
    return f"{order}/{view_code}"


def known_place(order: str, position: int | None) -> tuple[str, int | None]:
    """Order and position as recorded with a review; nothing at all where the order is none."""
    if find_order(_without_pass(order).removesuffix(FILTERED)) is None:
        return "", None
    is_position = position is not None and 1 <= position <= _POSITION_MOST
    return order, position if is_position else None


def _without_pass(order: str) -> str:
    rest, _, view_code = order.rpartition("/")
    return rest if view_code in PASSES else order
