"""What the overview sends to the browser: words for every place, nothing blank, one small message."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.ui.text.desk_overview import EN, ZH
from app.ui.text.desk_school import ZH as SCHOOL_ZH
from app.workbench import Workbench
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.test_evidence_review import desk_of, first_line

MOST_BYTES = 40_000


def overview_data(workbench: Workbench, mode: str) -> Any:
    target = first_line(desk_of(workbench), mode).application_id
    screen = desk_screen(workbench, address={"app": target, "category": "overview"})
    assert [each.message for each in screen.exception] == []
    return part_data(screen, f"desk:overview:{target}:overview")


@pytest.mark.parametrize("mode", ["database", "partial_pdf", "pdf"])
def test_no_section_is_blank(workbench: Workbench, mode: str) -> None:
    data = overview_data(workbench, mode)
    groups = [group for block in data["dimensions"] for group in block["groups"]]
    assert [bool(each["entries"] or each["unranked"] or each["reason"]) for each in groups] == [True] * len(
        groups
    )
    assert data["standing"]["levels"] or data["standing"]["nothing"]
    assert data["timeline"]["rows"] or data["timeline"]["nothing"]
    assert data["choices"]["kinds"] or data["choices"]["notes"]
    assert all(line["state"] for line in data["ledger"]["lines"])
    assert len(json.dumps(data).encode()) < MOST_BYTES


def test_a_pdf_upload_is_told_with_its_pages(workbench: Workbench) -> None:
    data = overview_data(workbench, "pdf")
    states = [line["state"] for line in data["ledger"]["lines"][1:4]]
    assert all(text.startswith(ZH.states["as_pdf"]) and text.endswith("頁") for text in states)
    assert data["choices"]["notes"] == [ZH.choices_pdf]
    assert data["standing"]["nothing"] == SCHOOL_ZH.standings_pdf


def test_the_offer_is_told_in_numbers_and_in_words(workbench: Workbench) -> None:
    data = overview_data(workbench, "database")
    rows = [row for kind in data["choices"]["kinds"] for row in kind["rows"]]
    for row in rows:
        taken, offered = row["numbers"].split(" / ")
        assert f"修 {taken} 門，學校開 {offered} 門" in row["spoken"]
        assert 0 <= row["taken"] <= 100
        assert 0 <= row["offered"] <= 100
    assert [kind["elective"] for kind in data["choices"]["kinds"]][-1] is False


def test_the_ledger_totals_what_its_lines_say(workbench: Workbench) -> None:
    ledger = overview_data(workbench, "database")["ledger"]
    sums = [sum(line["numbers"][place] for line in ledger["lines"]) for place in range(4)]
    assert sums[0] == sums[1] + sums[2] + sums[3]
    expected, shown, aside, missing = sums
    assert ledger["total"] == ZH.ledger_sum.format(
        expected=expected, shown=shown, aside=aside, missing=missing
    )


def test_both_languages_name_the_same_things() -> None:
    mappings = [name for name, value in vars(ZH).items() if isinstance(value, dict)]
    assert [name for name in mappings if set(vars(ZH)[name]) != set(vars(EN)[name])] == []
    assert [name for name in mappings for text in vars(EN)[name].values() if not text] == []
