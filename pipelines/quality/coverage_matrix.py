"""Programmes across, core data down: the share of applications with evidence of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipelines.quality.findings import Covered, Findings, ProgrammeTotal
from pipelines.quality.markup import Html, filled, joined, row

PROGRAMMES_ACROSS = 8
"""As many as fit on a sheet of paper."""


def coverage_section(findings: Findings) -> Html:
    """One table for every few programmes."""
    cells: dict[str, dict[str, Covered]] = {}
    for each in findings.coverage:
        cells.setdefault(each.category_code, {})[each.programme_code] = each
    blocks = (_block(programmes, cells) for programmes in _in_blocks(findings.programmes))
    return filled("coverage", blocks=joined(blocks))


def _in_blocks(programmes: Sequence[ProgrammeTotal]) -> Iterator[Sequence[ProgrammeTotal]]:
    for start in range(0, len(programmes), PROGRAMMES_ACROSS):
        yield programmes[start : start + PROGRAMMES_ACROSS]


def _block(programmes: Sequence[ProgrammeTotal], cells: dict[str, dict[str, Covered]]) -> Html:
    rows = []
    for code, by_programme in cells.items():
        shown = [by_programme[each.programme_code] for each in programmes]
        if _is_shown(code, shown):
            rows.append(_matrix_row(code, shown))
    heads = (
        filled(
            "coverage_programme",
            programme_code=each.programme_code,
            programme_name=each.programme_name,
            applications=each.applications,
        )
        for each in programmes
    )
    return filled("coverage_block", programmes=joined(heads), rows=joined(rows))


def _is_shown(category_code: str, shown: Sequence[Covered]) -> bool:
    """Every evidence category; of the many course groups those that occur in these programmes."""
    return not category_code.startswith("course_group.") or any(each.applications_with for each in shown)


def _matrix_row(category_code: str, shown: Sequence[Covered]) -> Html:
    head = filled("coverage_category", label=shown[0].label)
    return row(head, *map(_cell, shown), marks={"data-category": category_code})


def _cell(covered: Covered) -> Html:
    percent = percent_of(covered.applications_with, covered.applications)
    return filled(
        "coverage_cell",
        step=0 if percent is None else -(-percent // 10),
        applications_with=covered.applications_with,
        applications=covered.applications,
        share="–" if percent is None else f"{percent}%",
    )


def percent_of(part: int, whole: int) -> int | None:
    """Rounded half up, but 0 and 100 only for none and all; None of nothing."""
    if whole == 0:
        return None
    if part in (0, whole):
        return 100 * part // whole
    return min(99, max(1, (200 * part + whole) // (2 * whole)))
