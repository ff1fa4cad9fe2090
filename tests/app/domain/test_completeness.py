"""A line of the completeness ledger: when it adds up, and how it is called."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import pipelines
from app.domain.completeness import LedgerLine, LedgerState, SetAside
from app.domain.portfolio_limit import ACTIVITIES, outcome_limit


def line(expected: int, shown: int, *, aside: int = 0, missing: int = 0, **facts: bool) -> LedgerLine:
    told = (SetAside("broken_json", "a.json", aside),) if aside else ()
    values = {"is_asked": True, "is_pdf": False, **facts}
    return LedgerLine("x", None, values["is_asked"], values["is_pdf"], expected, shown, missing, told)


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (line(3, 3), LedgerState.COMPLETE),
        (line(1, 1, is_pdf=True), LedgerState.AS_PDF),
        (line(0, 0), LedgerState.NO_ENTRIES),
        (line(0, 0, is_asked=False), LedgerState.NOT_ASKED),
        (line(1, 0, missing=1), LedgerState.NOT_HANDED_IN),
        (line(1, 0, aside=1), LedgerState.UNREADABLE),
        (line(3, 2, aside=1), LedgerState.PARTLY),
        (line(3, 2, missing=1), LedgerState.PARTLY),
    ],
)
def test_state_follows_from_the_numbers(found: LedgerLine, state: LedgerState) -> None:
    assert found.state is state
    assert found.is_balanced


def test_what_is_neither_shown_nor_explained_does_not_balance() -> None:
    assert not line(3, 2).is_balanced
    assert not line(2, 3).is_balanced


def checked_limit(code: str, year: int) -> int:
    """The limit the pipeline checks in this admission year."""
    file = Path(pipelines.__file__).parent / "reference/portfolio_limit.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        found = [
            int(row["most"])
            for row in csv.DictReader(rows)
            if row["limit_code"] == code and int(row["year_from"] or 0) <= year <= int(row["year_to"] or 999)
        ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("year", range(111, 120))
def test_limits_are_those_the_pipeline_checks(year: int) -> None:
    assert checked_limit("activities", year) == ACTIVITIES
    assert outcome_limit("cac", year) == checked_limit("course_outcomes", year)
    practical, other = checked_limit("practical_outcomes", year), checked_limit("other_outcomes", year)
    assert outcome_limit("jctv", year) == practical + other
