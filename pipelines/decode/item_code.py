"""The review items in force for an admission channel and year."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.reference_lists import load_rows


@dataclass(frozen=True)
class ReviewItem:
    """One review item as announced for a channel and year."""

    admission_channel: str
    admission_year: int
    item_code: str
    item_group: str
    label: str
    category_codes: tuple[str, ...]
    sort_order: int


def review_items(admission_channel: str, admission_year: int) -> tuple[ReviewItem, ...]:
    """Items in order; empty for a channel or year without a list."""
    return tuple(
        _read_item(row, admission_year)
        for row in load_rows("review_item")
        if row["admission_channel"] == admission_channel and _is_in_force(row, admission_year)
    )


def _is_in_force(row: dict[str, str], admission_year: int) -> bool:
    if admission_year < int(row["year_from"]):
        return False
    return not row["year_to"] or admission_year <= int(row["year_to"])


def _read_item(row: dict[str, str], admission_year: int) -> ReviewItem:
    return ReviewItem(
        row["admission_channel"],
        admission_year,
        row["item_code"],
        row["item_group"],
        row["label"],
        tuple(row["category_codes"].split("|")),
        int(row["sort_order"]),
    )
