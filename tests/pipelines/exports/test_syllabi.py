"""Syllabi in every form, with columns nobody promised and plans of all shapes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.exports.raw_tables import RAW_COLUMNS
from pipelines.exports.reading import Reading
from pipelines.exports.syllabi import read_syllabi
from pipelines.exports.syllabus_weeks import PlannedWeek, split_weeks
from tests.pipelines.exports.handmade_lists import counted, list_file, told, workbook_file

CODE = "111041305H11101A5110101"


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        (None, []),
        ("  ", []),
        (
            '[{"週次":"1","單元主題":"甲","內容綱要":"乙","節數":2},{"週次":2,"單元主題":"丙"}]',
            [PlannedWeek("1", "甲", "乙", "2"), PlannedWeek("2", "丙")],
        ),
        ('[{"單元":"一","主題":"甲","內容":""},{}]', [PlannedWeek("一", "甲")]),
        (
            '{"第1週":"甲","第2週":{"單元主題":"乙"}}',
            [PlannedWeek("第1週", "甲"), PlannedWeek("第2週", "乙")],
        ),
        ('["第1週 甲","乙"]', [PlannedWeek("1週", "甲"), PlannedWeek(None, "乙")]),
        (
            "第1週 相見歡\n認識彼此\n分組\n第2-3週：主題探索\r\n第四週",
            [
                PlannedWeek("1週", "相見歡", "認識彼此\n分組"),
                PlannedWeek("2-3週", "主題探索"),
                PlannedWeek("四週", None),
            ],
        ),
        ("導論\n實作", [PlannedWeek(None, "導論"), PlannedWeek(None, "實作")]),
        ('[{"週次":"1"', [PlannedWeek(None, '[{"週次":"1"')]),
    ],
)
def test_plan_is_split_into_weeks(text: str | None, weeks: list[PlannedWeek]) -> None:
    assert split_weeks(text) == weeks


def _syllabi(reading: Reading) -> list[dict[str, str]]:
    """The columns that say something."""
    columns = RAW_COLUMNS["raw_syllabus"][2:]
    rows = reading.raw.rows["raw_syllabus"]
    return [{key: value for key, value in zip(columns, row[2:], strict=True) if value} for row in rows]


def test_syllabus_as_csv_with_an_unknown_column(tmp_path: Path) -> None:
    reading = Reading()
    text = f"科目名稱(中文),課程代碼,學分數,授課教師\n文學,{CODE},2,某\n電影,{CODE},2,\n"
    read_syllabi([list_file(tmp_path, "syllabi/a.csv", text)], reading)
    known = {"course_code": CODE, "credits": "2"}
    assert _syllabi(reading) == [
        known | {"subject": "文學", "raw_record": '{"授課教師":"某"}'},
        known | {"position": 1, "subject": "電影"},
    ]
    assert told(reading) == [("unknown_key", None, "授課教師", None)]


def test_syllabus_as_json_line_with_lists(tmp_path: Path) -> None:
    reading = Reading()
    record = {
        "課程代碼": CODE,
        "科目名稱": "文學",
        "核心素養": ["A1", "B3"],
        "教學大綱": [{"週次": 1, "主題": "詩"}],
    }
    text = json.dumps(record, ensure_ascii=False) + "\n[1]\n{}\n"
    read_syllabi([list_file(tmp_path, "syllabi/a.jsonl", text)], reading)
    (row,) = _syllabi(reading)
    assert (row["core_competencies"], row["weeks"]) == ("A1、B3", '[{"週次":1,"主題":"詩"}]')
    assert [row[1:] for row in reading.raw.rows["raw_syllabus_week"]] == [(0, "1", "詩", None, None)]
    assert [each[:2] for each in told(reading)] == [("jsonl_row_refused", 1), ("jsonl_row_refused", 2)]
    assert counted(reading) == (3, 2)


def test_syllabus_as_spreadsheet(tmp_path: Path) -> None:
    reading = Reading()
    rows: list[list[Any]] = [
        ["課程代碼", "科目名稱", "學年度", "教學大綱"],
        [CODE, "文學", 112, "第1週 詩\n第2週 小說"],
    ]
    read_syllabi([workbook_file(tmp_path, "syllabi/a.xlsx", {"1": rows})], reading)
    assert [row["academic_year"] for row in _syllabi(reading)] == ["112"]
    weeks = reading.raw.rows["raw_syllabus_week"]
    assert [row[1:4] for row in weeks] == [(0, "1週", "詩"), (1, "2週", "小說")]


@pytest.mark.parametrize(
    "header",
    ["課程代碼", "課程代碼,科目名稱,科目名稱", "課程代碼,科目名稱,", "課程代碼,科目名稱,科目名稱中文"],
)
def test_header_that_can_be_misread_refuses_the_file(tmp_path: Path, header: str) -> None:
    reading = Reading()
    read_syllabi([list_file(tmp_path, "syllabi/a.csv", f"{header}\n1,2,3\n")], reading)
    assert told(reading) == [("csv_refused", 0, None, f"L1: {header}")]
    assert counted(reading) == (1, 1)
