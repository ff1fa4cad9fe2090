"""What differs from the snapshot that was current before, as a section of the report."""

from __future__ import annotations

from collections.abc import Mapping

from pipelines.quality.comparison_file import LISTED, Since
from pipelines.quality.markup import Html, filled, joined, row
from pipelines.quality.words import word

NAME_FATES = ("appeared", "vanished", "replaced")


def since_section(since: Since | None, labels: Mapping[str, str]) -> Html:
    """``labels`` are the names of the evidence categories."""
    if since is None:
        return filled("since_first")
    if since["reason"] == "missing":
        return filled("since_missing", older_id=since["older_id"])
    if since["reason"] == "schema":
        kept = ("older_id", "older_schema", "newer_schema")
        return filled("since_schema", **{name: since[name] for name in kept})
    return _differences(since, labels)


def _differences(since: Since, labels: Mapping[str, str]) -> Html:
    return filled(
        "since",
        older_id=since["older_id"],
        fates=joined(
            row(word("fate", fate), count, marks={"data-fate": fate})
            for fate, count in since["applications"].items()
        ),
        categories=joined(
            row(_label(code, labels), count, marks={"data-category": code})
            for code, count in since["changed_categories"].items()
        ),
        listed=LISTED,
        places=joined(_place_row(place, labels) for place in since["listed"]),
        files=joined(
            row(word("fate", fate), len(since["programmes"][fate]), since["files"][fate])
            for fate in NAME_FATES
        ),
        problems=joined(_problem_row(**change) for change in since["problems"]),
    )


def _place_row(place: Since, labels: Mapping[str, str]) -> Html:
    changed = "、".join(_label(code, labels) for code in place["categories"])
    return row(word("fate", place["fate"]), place["programme_code"], place["application_number"], changed)


def _problem_row(rule: str, older: int, newer: int) -> Html:
    return row(rule, older, newer, f"{newer - older:+,}", marks={"data-rule": rule})


def _label(category_code: str, labels: Mapping[str, str]) -> str:
    return labels.get(category_code) or word("category", category_code)
