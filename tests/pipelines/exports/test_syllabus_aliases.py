"""The list of confirmed aliases: what counts, and what is set aside with its reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipelines.exports.inventory import ListedFile
from pipelines.exports.reading import Reading
from pipelines.exports.syllabus_aliases import TABLE, read_syllabus_aliases

HEADER = "課程代碼,科目名稱,教學大綱課程代碼,教學大綱科目名稱,判定,確認者,日期"
CODE, OTHER = "111041305H11101A5110301", "111041305H11101A5110302"
FIRST, SECOND = "111041305H11101A5110399,歷史Ⅰ", "111041305H11101A5110398,歷史選讀"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, *files: list[str]) -> Reading:
    reading = Reading()
    listed = []
    for number, lines in enumerate(files):
        path = folder / f"{number}.csv"
        path.write_text("\r\n".join([HEADER, *lines]) + "\r\n", encoding="utf-8-sig", newline="")
        listed.append(ListedFile(str(path), (path.name,)))
    read_syllabus_aliases(listed, reading)
    return reading


def kept(reading: Reading) -> list[tuple[str, ...]]:
    return [row[2:] for row in reading.raw.rows[TABLE]]


def test_aliases_are_read_with_their_verdict(folder: Path) -> None:
    reading = read(
        folder, [f"{CODE},歷史(一),{FIRST},採用,lin,2026-04-01", f"{OTHER},歷史(一),{FIRST},不採用,,"]
    )
    assert kept(reading) == [
        (CODE, "歷史(一)", *FIRST.split(","), "accepted"),
        (OTHER, "歷史(一)", *FIRST.split(","), "rejected"),
    ]
    assert reading.problems.problems == []
    assert (reading.ledger[0].rows_read, reading.ledger[0].rows_set_aside) == (2, 0)


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([f"{CODE},歷史,{FIRST},可以,,"], {"syllabus_alias_verdict": 1}),
        ([f"{CODE},,{FIRST},採用,,"], {"syllabus_alias_incomplete": 1}),
        ([f"{CODE},歷史,{FIRST},採用,,", f"{CODE},歷史,{FIRST},不採用,,"], {"syllabus_alias_contradicts": 2}),
        ([f"{CODE},歷史,{FIRST},採用,,", f"{CODE},歷史,{SECOND},採用,,"], {"syllabus_alias_contradicts": 2}),
    ],
)
def test_lines_that_cannot_count_are_set_aside(folder: Path, lines: list[str], rules: dict[str, int]) -> None:
    reading = read(folder, lines)
    assert kept(reading) == []
    assert reading.problems.counts() == Counter(rules)
    assert reading.ledger[0].rows_read == reading.ledger[0].rows_set_aside == len(lines)


def test_the_same_line_again_counts_once(folder: Path) -> None:
    reading = read(folder, [f"{CODE},歷史,{FIRST},採用,,"] * 2)
    assert len(kept(reading)) == 1
    assert reading.problems.counts() == Counter(syllabus_alias_repeated=1)


def test_one_taken_and_another_refused_is_no_contradiction(folder: Path) -> None:
    reading = read(folder, [f"{CODE},歷史,{FIRST},採用,,", f"{CODE},歷史,{SECOND},不採用,,"])
    assert [row[-1] for row in kept(reading)] == ["accepted", "rejected"]


def test_a_later_list_speaks_last_on_its_courses(folder: Path) -> None:
    earlier = [f"{CODE},歷史,{FIRST},採用,,", f"{OTHER},歷史,{FIRST},採用,,"]
    reading = read(folder, earlier, [f"{CODE},歷史,{SECOND},採用,,"])
    assert kept(reading) == [
        (OTHER, "歷史", *FIRST.split(","), "accepted"),
        (CODE, "歷史", *SECOND.split(","), "accepted"),
    ]
    assert reading.problems.counts() == Counter(syllabus_alias_superseded=1)


def test_the_sign_against_formulas_is_not_part_of_the_name(folder: Path) -> None:
    reading = read(folder, [f"{CODE},'=歷史,{FIRST},採用,,", f"{OTHER},'90s音樂,{FIRST},採用,,"])
    assert [row[1] for row in kept(reading)] == ["=歷史", "'90s音樂"]
