"""Writes the upload workbooks of a few schools, each dirty in its own way."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pipelines.synthesis.names import invent_name
from pipelines.synthesis.rosters.catalogue import COMMON, Course, plan_courses
from pipelines.synthesis.rosters.schools import RosterPlan, RosterSchool
from pipelines.synthesis.rosters.sheets import all_sheets
from pipelines.synthesis.seeded import stream
from pipelines.synthesis.workbooks.planting import PlantedInWorkbook, WorkbookDefect
from pipelines.synthesis.workbooks.spreadsheet import Cell, TypedSheet, ods_bytes, xlsx_bytes

YEAR, SEMESTER = 111, 1
STUDENTS = 8
_COURSES = 6
_NOTES = ("學生姓名", "資料當學期班級", "資料當學期座號", "資料當學期學號") + (
    "資料次學期班級",
    "資料次學期座號",
    "資料次學期學號",
)
FRAME_BEFORE = ("身分證號", "出生日期")
FRAME_AFTER = ("DataKey", *(f"備註({note})" for note in _NOTES))
_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
_EXCEL_EPOCH = date(1899, 12, 30)

Rows: TypeAlias = list[list[Cell]]


@dataclass(frozen=True)
class Uploader:
    """A school with what its office does to a workbook."""

    school: RosterSchool
    extension: str
    dirt: Callable[["Upload"], None]


@dataclass(frozen=True)
class Pupil:
    identity: str
    birth: date
    name: str
    seat: int

    @property
    def roc_birth(self) -> str:
        return f"{self.birth.year - 1911:03d}{self.birth.month:02d}{self.birth.day:02d}"


@dataclass
class Upload:
    """One workbook before it is written; rows without their header."""

    file: str
    cover: Rows
    sheet: str
    header: list[str]
    rows: Rows
    planted: list[PlantedInWorkbook]
    hidden: list[TypedSheet]

    def mark(self, defect: WorkbookDefect, *, row: int | None = None, column: str | None = None) -> None:
        self.planted.append(PlantedInWorkbook(defect, self.file, self.sheet, row, column))

    def sheets(self) -> list[TypedSheet]:
        cover = TypedSheet("封面", tuple(map(tuple, self.cover)))
        body = TypedSheet(self.sheet, (tuple(self.header), *map(tuple, self.rows)))
        return [cover, body, *self.hidden]


def school_of(code: str, name: str, seed: int) -> RosterSchool:
    plan = RosterPlan("11", "101", f"{code}H111010")
    rng = stream(seed, "upload school", code)
    return RosterSchool(code, name, "", "H", STUDENTS, rng.uniform(70, 85), 9.0, 1, "-1", "", (plan,))


def pupils_of(school: RosterSchool, seed: int) -> list[Pupil]:
    """Identity numbers of a form that is never issued: the second character is 9."""
    rng = stream(seed, "pupils", school.code)
    return [
        Pupil(
            identity=f"A9{rng.randrange(10**8):08d}",
            birth=date(2006, 9, 1 + number * 3),
            name=invent_name("一般生", rng),
            seat=number + 1,
        )
        for number in range(STUDENTS)
    ]


def _frame(pupil: Pupil, cells: Sequence[Cell], key: str) -> list[Cell]:
    notes = (
        pupil.name,
        "101",
        f"{pupil.seat:02d}",
        f"1110{pupil.seat:02d}",
        "101",
        f"{pupil.seat:02d}",
        None,
    )
    return [pupil.identity, pupil.roc_birth, *cells, key, *notes]


def _grade_cells(course: Course, rng: random.Random, mean: float) -> list[Cell]:
    grade = round(min(100.0, max(20.0, rng.gauss(mean, 9))), 1)
    passed = grade >= 60
    return [
        course.code,
        course.name,
        str(course.year + 1),
        str(course.credits),
        f"{grade:.1f}",
        "1" if passed else "0",
        "-1" if passed else "60",
        "-1" if passed else "1",
        "1",
        None,
    ]


def grade_upload(school: RosterSchool, extension: str, seed: int) -> Upload:
    """學生成績 of one term: the common courses of the first year, clean."""
    rng, sheet = stream(seed, "upload", school.code), all_sheets()["semester"]
    courses = plan_courses(school, seed)[:COMMON][:_COURSES]
    rows: Rows = []
    for pupil in pupils_of(school, seed):
        for course in courses:
            rows.append(_frame(pupil, _grade_cells(course, rng, school.mean), f"K{len(rows) + 1:05d}"))
    return Upload(
        file=f"rosters/{school.code}_{YEAR}_{SEMESTER}_{sheet.book_name}.{extension}",
        cover=[["學校代碼", "學年度", "學期", "名冊別"], [school.code, str(YEAR), str(SEMESTER), sheet.book]],
        sheet=sheet.name,
        header=[*FRAME_BEFORE, *sheet.columns, *FRAME_AFTER],
        rows=rows,
        planted=[],
        hidden=[],
    )


def eat_zeros(upload: Upload) -> None:
    """The office typed codes and dates into cells that Excel took for numbers."""
    upload.cover[1][0] = int(str(upload.cover[1][0]))
    upload.planted.append(
        PlantedInWorkbook(WorkbookDefect.LEADING_ZERO_LOST, upload.file, "封面", 0, "學校代碼")
    )
    for row in range(0, len(upload.rows), _COURSES):
        upload.rows[row][1] = int(str(upload.rows[row][1]))
        upload.mark(WorkbookDefect.LEADING_ZERO_LOST, row=row, column="出生日期")


def date_and_widen(upload: Upload) -> None:
    """Dates as Excel counts them, grades as an input method writes them, and a sheet that nobody sees."""
    grade = upload.header.index("學期學業成績")
    for row in range(0, len(upload.rows), _COURSES):
        born = str(upload.rows[row][1])
        day = date(int(born[:3]) + 1911, int(born[3:5]), int(born[5:]))
        upload.rows[row][1] = (day - _EXCEL_EPOCH).days
        upload.mark(WorkbookDefect.DATE_AS_NUMBER, row=row, column="出生日期")
        upload.rows[row + 1][grade] = str(upload.rows[row + 1][grade]).translate(_FULL_WIDTH)
        upload.mark(WorkbookDefect.FULL_WIDTH_DIGITS, row=row + 1, column="學期學業成績")
    upload.hidden.append(TypedSheet("暫存", (("身分證號", "備註"), ("A900000000", "舊資料")), is_hidden=True))
    upload.planted.append(PlantedInWorkbook(WorkbookDefect.HIDDEN_SHEET, upload.file, "暫存"))


def misspell_header(upload: Upload) -> None:
    """One header is not in any form, though nearly one of them."""
    upload.header[upload.header.index("學期學業成績")] = "學期學業成積"
    upload.mark(WorkbookDefect.HEADER_MISSPELT, column="學期學業成積")


def leave_clean(_upload: Upload) -> None:
    """A workbook as it should be."""


def uploaders(seed: int) -> list[Uploader]:
    """The first school's code begins with a zero, so that Excel can eat it."""
    return [
        Uploader(school_of("019391", "示範河口高中", seed), "xlsx", eat_zeros),
        Uploader(school_of("990391", "示範山城高中", seed), "xlsx", date_and_widen),
        Uploader(school_of("990392", "示範湖畔高中", seed), "xlsx", misspell_header),
        Uploader(school_of("990393", "示範平原高中", seed), "ods", leave_clean),
    ]


def workbook_bytes(upload: Upload) -> bytes:
    return ods_bytes(upload.sheets()) if upload.file.endswith(".ods") else xlsx_bytes(upload.sheets())
