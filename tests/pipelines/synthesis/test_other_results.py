"""Results beside the review: a file a programme, as the app imports it, some without one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipelines.synthesis import Defect, load_planted, write_sample
from pipelines.synthesis.other_results import result_file
from pipelines.synthesis.programmes import COMPUTING, INFORMATION_MANAGEMENT, PROGRAMMES, Programme


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export in which somebody comes from a test school."""
    out = tmp_path_factory.mktemp("results")
    write_sample(out, applicants=120, seed=20260115)
    return out


def rows_of(sample: Path, programme: Programme) -> list[list[str]]:
    """The lines of a file, header first."""
    with (sample / result_file(programme)).open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.reader(handle))


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda each: each.code)
def test_those_who_are_taken_have_a_line_but_one_and_one_was_absent(
    sample: Path, programme: Programme
) -> None:
    missing = 2 if programme is COMPUTING else 1
    header, *rows = rows_of(sample, programme)
    folders = {each.name for each in (sample / programme.folder).iterdir()}
    of_test_school = {
        each.file.split("/")[2]
        for each in load_planted(sample)
        if each.defect is Defect.TEST_SCHOOL and f"/{programme.code}/" in each.file
    }
    numbers = [number for number, _ in rows]
    assert header == ["准考證號碼", "成績"]
    assert len(set(numbers)) == len(numbers) == len(folders - of_test_school) - missing
    assert set(numbers) < folders - of_test_school
    assert [value for _, value in rows].count("缺考") == 1


def test_values_stay_within_the_test(sample: Path) -> None:
    for programme, maximum in ((COMPUTING, 60), (INFORMATION_MANAGEMENT, 100)):
        values = [int(value) for _, value in rows_of(sample, programme)[1:] if value != "缺考"]
        assert 0 < min(values) < max(values) <= maximum
