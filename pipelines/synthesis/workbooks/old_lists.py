"""Writes course codes, class groups and schools in the encodings of older systems."""

from pathlib import Path

from pipelines.synthesis.rosters.catalogue import ENTRY_YEAR, Course, plan_courses
from pipelines.synthesis.rosters.schools import RosterSchool
from pipelines.synthesis.workbooks.planting import PlantedInWorkbook, WorkbookDefect

# A character that a school's computers were taught by hand: its two bytes name no character of CP950.
USER_DEFINED = b"\xfa\x40"
_PLACEHOLDER = "※"
_YEARS = (ENTRY_YEAR, ENTRY_YEAR + 1)


def _code_lines(courses: list[Course]) -> str:
    distinct = {course.code: course for course in reversed(courses)}
    return "".join(
        f"{course.code},{course.name},{course.semester_credits}\r\n" for course in reversed(distinct.values())
    )


def _cp950(text: str) -> bytes:
    return text.encode("cp950").replace(_PLACEHOLDER.encode("cp950"), USER_DEFINED)


def _class_groups(school: RosterSchool) -> str:
    """Headerless, at least six columns, of which the fifth is the letter and the sixth its name."""
    names = (("A", "數理班群"), ("B", "人文班群"), ("C", f"{_PLACEHOLDER}藝班群"))
    return "".join(
        f"{year},{school.code},H,11,{letter},{name},\r\n" for year in _YEARS for letter, name in names
    )


def _school_rows(schools: list[RosterSchool]) -> str:
    rows = [f"{year},{school.code},{school.name},示範縣" for year in _YEARS for school in schools]
    return "".join(f"{row}\r\n" for row in ("學年度,學校代碼,學校名稱,縣市", *rows))


def write_old_lists(out: Path, schools: list[RosterSchool], seed: int) -> list[PlantedInWorkbook]:
    """One list per school, in turn as CP950, UTF-16 with and UTF-8 with a mark; and the list of schools in UTF-16."""
    encoders = (_cp950, lambda text: text.encode("utf-16"), lambda text: text.encode("utf-8-sig"))
    defects = (WorkbookDefect.CP950_FILE, WorkbookDefect.UTF16_FILE, None)
    planted: list[PlantedInWorkbook] = []
    for folder in ("course_codes", "class_groups", "schools"):
        (out / folder).mkdir(parents=True)
    for number, school in enumerate(schools):
        encode, defect = encoders[number % 3], defects[number % 3]
        name = f"course_codes/{school.code}.txt"
        (out / name).write_bytes(encode(_code_lines(plan_courses(school, seed))))
        planted.extend([PlantedInWorkbook(defect, name)] if defect else [])
    groups = f"class_groups/{schools[0].code}.txt"
    (out / groups).write_bytes(_cp950(_class_groups(schools[0])))
    planted.append(PlantedInWorkbook(WorkbookDefect.CP950_FILE, groups))
    planted.extend(
        PlantedInWorkbook(WorkbookDefect.PRIVATE_USE_CHARACTER, groups, None, row, None) for row in (2, 5)
    )
    (out / "schools/schools.csv").write_bytes(_school_rows(schools).encode("utf-16"))
    return [*planted, PlantedInWorkbook(WorkbookDefect.UTF16_FILE, "schools/schools.csv")]
