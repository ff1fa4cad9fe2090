"""Writes school-to-school transfer files: one JSON per student, and the files it names with their MD5."""

import hashlib
import random
from pathlib import Path
from typing import Any

import orjson

from pipelines.synthesis.pictures import draw_jpg
from pipelines.synthesis.rosters.catalogue import Course, plan_courses
from pipelines.synthesis.rosters.schools import RosterSchool
from pipelines.synthesis.seeded import stream
from pipelines.synthesis.workbooks.planting import PlantedInWorkbook, WorkbookDefect
from pipelines.synthesis.workbooks.uploads import SEMESTER, YEAR, Pupil, pupils_of

_LEAVERS = 3
_OUTCOMES = 2
_NO_MD5 = "0" * 32


def _outcome(school: RosterSchool, pupil: Pupil, course: Course) -> dict[str, Any]:
    return {
        "修課學校代碼": school.code,
        "修課單位代碼": "1",
        "應修課學年度": str(YEAR),
        "應修課學期": str(SEMESTER),
        "國民身分證統一編號(或居留證統一證號)": pupil.identity,
        "學生出生年月日": pupil.roc_birth,
        "課程代碼": course.code,
        "科目名稱": course.name,
        "學分數": str(course.credits),
        "開課年級": str(course.year + 1),
        "開課學期": str(SEMESTER),
        "重修學年度及學期": None,
        "重修方式": None,
        "補修方式": None,
        "課程學習成果影音檔案連結": None,
        "影音檔案MD5": None,
        "課程學習成果簡述": "從失敗中找到方法（合成資料）",
        "認證狀態": "1",
        "本課程學習成果上傳學年度及學期": f"{YEAR}{SEMESTER}",
        "建立日期及時間": "1120115 10:20:30",
        "提交紀錄(學年度及學期)": f"{YEAR}{SEMESTER}",
    }


def _md5(content: bytes) -> str:
    return hashlib.md5(content, usedforsecurity=False).hexdigest()


def _activities(name: str, content: bytes) -> dict[str, Any]:
    row = {
        "服務名稱": "圖書館整理",
        "證明文件連結": name,
        "證明文件MD5": _md5(content),
        "影音檔案連結": None,
        "影音檔案MD5": None,
        "外部影音連結": None,
        "內容簡述": "學到如何與人合作（合成資料）",
    }
    return {"服務學習紀錄": [row]}


def _write_pupil(
    folder: Path, school: RosterSchool, pupil: Pupil, *, courses: list[Course], rng: random.Random
) -> dict[str, Any]:
    """The student's documents and what the JSON says of them."""
    outcomes = []
    for number, course in enumerate(courses, start=1):
        name, content = f"{pupil.identity}_成果_{number}.jpg", draw_jpg(rng)
        (folder / name).write_bytes(content)
        links = {"課程學習成果文件檔案連結": name, "文件檔案MD5": _md5(content)}
        outcomes.append(_outcome(school, pupil, course) | links)
    proof, content = f"{pupil.identity}_證明.jpg", draw_jpg(rng)
    (folder / proof).write_bytes(content)
    profile = {
        "國民身分證統一編號(或居留證統一證號)": pupil.identity,
        "學生出生年月日": pupil.roc_birth,
        "學校代碼": school.code,
        "姓名": pupil.name,
    }
    return {"基本資料": profile, "課程學習成果紀錄": outcomes, "多元表現": _activities(proof, content)}


def write_exchange(out: Path, school: RosterSchool, seed: int) -> list[PlantedInWorkbook]:
    """Three students who leave ``school``; one file is not what its MD5 says, one is not there."""
    rng, folder = stream(seed, "exchange", school.code), out / "rosters" / "exchange"
    folder.mkdir(parents=True)
    planted = []
    for number, pupil in enumerate(pupils_of(school, seed)[:_LEAVERS]):
        courses = rng.sample(plan_courses(school, seed)[:10], _OUTCOMES)
        told = _write_pupil(folder, school, pupil, courses=courses, rng=rng)
        first = told["課程學習成果紀錄"][0]
        if number == 1:
            first["文件檔案MD5"] = _NO_MD5
            planted.append(_planted(WorkbookDefect.MD5_DIFFERS, pupil, "文件檔案MD5"))
        if number == 2:
            (folder / first["課程學習成果文件檔案連結"]).unlink()
            planted.append(_planted(WorkbookDefect.ATTACHMENT_MISSING, pupil, "課程學習成果文件檔案連結"))
        (folder / f"{pupil.identity}.json").write_bytes(orjson.dumps(told))
    return planted


def _planted(defect: WorkbookDefect, pupil: Pupil, column: str) -> PlantedInWorkbook:
    return PlantedInWorkbook(defect, f"rosters/exchange/{pupil.identity}.json", "課程學習成果紀錄", 0, column)
