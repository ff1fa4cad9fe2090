"""Writes what the curriculum platform holds of the cohort's schools: course codes, syllabi, and the list of schools."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import orjson

from pipelines.synthesis.banks import load_words
from pipelines.synthesis.list_forms import csv_text
from pipelines.synthesis.rosters.catalogue import ENTRY_YEAR, Course
from pipelines.synthesis.rosters.cells import SchoolCells
from pipelines.synthesis.rosters.schools import RosterSchool
from pipelines.synthesis.seeded import stream
from pipelines.synthesis.syllabi import SYLLABUS_COLUMNS

_BOM = b"\xef\xbb\xbf"
_CODE_HEADER = ("課程代碼", "科目名稱", "授課學期學分")
_SCHOOL_HEADER = ("學年度", "學校代碼", "學校名稱", "縣市")
_ABSENT, _FOR_NEXT_YEAR = 0.12, 0.63
_UNITS = 3


def _distinct(cells: SchoolCells) -> list[Course]:
    """Core subjects stand in three years of a plan under one code."""
    return list({course.code: course for course in reversed(cells.courses)}.values())[::-1]


def _code_list(cells: SchoolCells) -> bytes:
    rows = ((course.code, course.name, course.semester_credits) for course in _distinct(cells))
    return _BOM + csv_text([_CODE_HEADER, *rows]).encode()


def _syllabus(course: Course, entry_year: int, rng_seed: str) -> tuple[str, ...]:
    bank, rng = load_words("cohort.json"), stream(0, rng_seed, course.code)
    units = rng.sample(bank["units"], _UNITS)
    weeks = [{"週次": str(6 * at + 1), "單元主題": unit, "內容綱要": unit} for at, unit in enumerate(units)]
    values = {
        "課程代碼": course.coded(entry_year),
        "學年度": str(entry_year + course.year),
        "科目名稱": course.name,
        "英文名稱": rng.choice(bank["english"]),
        "必選修": "必修" if course.ending[0] == "2" else "選修",
        "師資來源": "校內單科",
        "跨領域": "非跨領域",
        "科目來源": "學校自行規劃科目",
        "核心素養": "、".join(rng.sample(bank["competencies"], 2)),
        "先修科目": "無",
        "學習目標": f"1.{rng.choice(bank['aims'])}。2.{rng.choice(bank['aims'])}。",
        "教學大綱": orjson.dumps(weeks).decode(),
        "學習評量": "課堂參與 40%、期末成果 60%",
        "備註": "合成資料",
        "對應學群": rng.choice(bank["clusters"]),
    }
    return tuple(values.get(column, "") for column in SYLLABUS_COLUMNS)


def _syllabi(cells: SchoolCells, seed: int) -> Iterator[tuple[str, ...]]:
    """Most courses of the cohort have one, many of them also one for the cohort after it."""
    rng = stream(seed, "roster syllabi", cells.school.code)
    for course in _distinct(cells):
        if not course.has_syllabus or rng.random() < _ABSENT:
            continue
        yield _syllabus(course, ENTRY_YEAR, str(seed))
        if rng.random() < _FOR_NEXT_YEAR:
            yield _syllabus(course, ENTRY_YEAR + 1, str(seed))


def write_school_list(out: Path, schools: Sequence[RosterSchool]) -> None:
    rows = [
        (year, school.code, school.name, school.county)
        for year in range(ENTRY_YEAR, ENTRY_YEAR + 3)
        for school in schools
        if not school.is_test
    ]
    (out / "schools").mkdir(parents=True, exist_ok=True)
    (out / "schools" / "schools.csv").write_bytes(_BOM + csv_text([_SCHOOL_HEADER, *rows]).encode())


def write_school_lists(out: Path, cells: SchoolCells, seed: int) -> None:
    """The course codes and the syllabi of one school."""
    for folder in ("course_codes", "syllabi"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    name = f"{cells.school.code}.csv"
    (out / "course_codes" / name).write_bytes(_code_list(cells))
    rows = csv_text([SYLLABUS_COLUMNS, *_syllabi(cells, seed)])
    (out / "syllabi" / name).write_bytes(_BOM + rows.encode())
