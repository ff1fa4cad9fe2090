"""The forms in which schools and the curriculum platform hand over their lists: CSV, JSON lines, TXT, XLSX."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import orjson

from pipelines.synthesis.schools import School, all_schools
from pipelines.synthesis.workbooks.spreadsheet import TypedSheet, xlsx_bytes

_BOM = b"\xef\xbb\xbf"
_CODE_FORMS = {"999303": "jsonl", "999402": "jsonl", "999305": "txt", "999401": "txt"}
_SYLLABUS_FORMS = {"999303": "jsonl", "999402": "jsonl", "999404": "xlsx"}
# An older school system writes what it writes in CP950.
_OLD_SYSTEMS = ("999401",)
_CLASS_GROUP_NAMES = {"A": "數理班群", "B": "人文社會班群"}
_ENTRY_YEARS = (111, 112)
_SCHOOL_YEARS = range(111, 116)
_SCHOOL_COLUMNS = ("學年度", "學校代碼", "學校名稱", "縣市")
# Until this year the school went by another name.
_RENAMED = {"999402": (113, "織雲商業職業學校")}

Row = dict[str, str]


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def code_list_file(school: School) -> str:
    return f"course_codes/{school.code}.{_CODE_FORMS.get(school.code, 'csv')}"


def syllabus_file(school: School) -> str:
    return f"syllabi/{school.code}.{_SYLLABUS_FORMS.get(school.code, 'csv')}"


def _with_header(rows: list[Row]) -> bytes:
    return _BOM + csv_text([tuple(rows[0]), *(tuple(row.values()) for row in rows)]).encode()


def _json_lines(rows: list[Row]) -> bytes:
    return b"".join(orjson.dumps(row) + b"\n" for row in rows)


def _headerless(rows: list[Row], *, is_old: bool) -> bytes:
    text = csv_text(tuple(row.values()) for row in rows)
    return text.encode("cp950") if is_old else _BOM + text.encode()


def list_bytes(file: str, rows: list[Row]) -> bytes:
    """``rows`` in the form that the name of ``file`` asks for."""
    path = Path(file)
    if path.suffix == ".jsonl":
        return _json_lines(rows)
    if path.suffix == ".txt":
        return _headerless(rows, is_old=path.stem in _OLD_SYSTEMS)
    if path.suffix == ".xlsx":
        cells = (tuple(rows[0]), *(tuple(row.values()) for row in rows))
        return xlsx_bytes([TypedSheet("教學大綱", cells)])
    return _with_header(rows)


def write_class_groups(out: Path) -> None:
    """What the letters of the general schools' class groups mean: headerless, fifth letter, sixth name."""
    (out / "class_groups").mkdir(parents=True, exist_ok=True)
    for school in all_schools():
        if not any(plan.curriculum == "academic" for plan in school.plans):
            continue
        rows = [
            (year, school.code, school.school_type, "11", letter, name, "")
            for year in _ENTRY_YEARS
            for letter, name in _CLASS_GROUP_NAMES.items()
        ]
        (out / "class_groups" / f"{school.code}.txt").write_bytes(csv_text(rows).encode("cp950"))


def _name_in(school: School, year: int) -> str:
    until, former = _RENAMED.get(school.code, (0, ""))
    return former if year < until else school.name


def write_school_list(out: Path) -> None:
    """Names by year, one of which changed."""
    (out / "schools").mkdir(parents=True, exist_ok=True)
    rows = [
        (year, school.code, _name_in(school, year), school.county)
        for year in _SCHOOL_YEARS
        for school in all_schools()
    ]
    (out / "schools" / "schools.csv").write_bytes(_BOM + csv_text([_SCHOOL_COLUMNS, *rows]).encode())
