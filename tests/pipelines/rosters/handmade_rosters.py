"""Tiny rosters written by hand: research CSVs, upload workbooks and exchange files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import xlsxwriter

from tests.pipelines.handmade import Exports

PREFIX = ("sch_year", "semester", "book", "book_nm", "sheet_nm", "sch_cd", "sch_nm", "身分證號")
GRADE = (
    *("課程代碼", "科目名稱", "開課年級", "修課學分", "學期學業成績", "成績及格"),
    *("補考成績", "補考及格", "是否採計學分", "質性文字描述"),
)
STUDENT = (
    *("性別代碼", "群別代碼", "科班學程別代碼", "部別代碼", "班別", "年級", "班級名稱", "座號", "特殊身分別"),
    *("原住民族別", "原住民身分別", "族語認證報考方言", "報考年度", "族語認證有效日期", "實驗班名稱"),
    *("入學方式", "學籍狀態", "學籍異動日期", "出生日期"),
)
CODE = "111041305H11101A1010203"
EVENING_CODE = "111041305C11101A1010203"
GROUP_CODE = "111041305H11101A8000001"
GRADE_FILE = "rosters/111_1_學生成績_學期成績.csv"


def grade(**changes: str) -> tuple[str, ...]:
    row = dict.fromkeys((*PREFIX, *GRADE), "") | {
        "sch_year": "111",
        "semester": "1",
        "sch_cd": "041305",
        "身分證號": "A100000001",
        "課程代碼": CODE,
        "科目名稱": "數學",
        "修課學分": "4",
        "學期學業成績": "88",
        "成績及格": "1",
        "補考成績": "-1",
        "補考及格": "-1",
        "是否採計學分": "1",
    }
    return tuple((row | changes).values())


def student(**changes: str) -> tuple[str, ...]:
    row = dict.fromkeys((*PREFIX, *STUDENT), "") | {
        "sch_year": "111",
        "semester": "1",
        "sch_cd": "041305",
        "身分證號": "A100000001",
        "性別代碼": "2",
        "群別代碼": "11",
        "科班學程別代碼": "101",
        "班別": "1",
        "出生日期": "0960102",
    }
    return tuple((row | changes).values())


def csv_text(header: tuple[str, ...], *rows: tuple[str, ...], line_end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end).writerows([header, *rows])
    return text.getvalue()


def grades(*rows: tuple[str, ...]) -> str:
    return csv_text((*PREFIX, *GRADE), *rows)


def write_workbook(path: Path, sheets: dict[str, list[tuple[str, ...]]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


def roster_problems(exports: Exports) -> list[tuple[object, ...]]:
    """Rule, row, column and value of what was found in rosters."""
    sql = (
        "select rule, row_position, column_name, raw_value from data_problem"
        " where relative_path like '%rosters/%' order by rule, row_position, column_name"
    )
    return exports.query(sql)
