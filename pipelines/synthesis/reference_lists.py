"""Official code lists, read for building course codes that are legal."""

import csv
from functools import cache
from pathlib import Path

_REFERENCE = Path(__file__).parents[1] / "reference"


def _rows(name: str) -> list[dict[str, str]]:
    with (_REFERENCE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


@cache
def code_names(name: str) -> dict[str, str]:
    """Code to name of one of the two-column lists."""
    return {row["code"]: row["name"] for row in _rows(name)}


@cache
def subject_codes() -> dict[tuple[str, str, str, str], str]:
    """(category, attribute, area, subject name) to the two-character subject code."""
    return {
        (row["course_category"], row["subject_attribute"], row["learning_area"], row["name"]): row["code"]
        for row in _rows("subject")
    }


@cache
def subject_rows(category: str, attribute: str) -> tuple[tuple[str, str, str], ...]:
    """(area, subject code, name) of the listed subjects of one category and attribute."""
    return tuple(
        (row["learning_area"], row["code"], row["name"])
        for row in _rows("subject")
        if (row["course_category"], row["subject_attribute"]) == (category, attribute)
    )
