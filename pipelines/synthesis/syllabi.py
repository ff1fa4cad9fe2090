"""Writes each school's course-code list and syllabi, with the gaps and differing codes that matching must bridge."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import orjson

from pipelines.synthesis.defect import Defect, PlantedDefect, PlantedDefects
from pipelines.synthesis.list_forms import (
    code_list_file,
    csv_text,
    list_bytes,
    syllabus_file,
    write_class_groups,
    write_school_list,
)
from pipelines.synthesis.offerings import Offering, SchoolCourse, flexible_courses, plan_offerings
from pipelines.synthesis.schools import School, all_schools
from pipelines.synthesis.seeded import stream
from pipelines.synthesis.syllabus_names import ABSENT, NEW_CODE, SAME, vary_name

TRUTH_FILE = "syllabus_match_truth.csv"
TRUTH_COLUMNS = ("課程代碼", "科目名稱", "教學大綱課程代碼", "變形")
# Bounds of one draw from 0 to 1.
_ABSENT, _NEW_CODE, _NEW_NAME = 0.12, 0.22, 0.34

SYLLABUS_COLUMNS = (
    "課程代碼",
    "學年度",
    "科目名稱",
    "英文名稱",
    "必選修",
    "師資來源",
    "一般科目領域",
    "跨領域",
    "科目來源",
    "核心素養",
    "先修科目",
    "學生圖像",
    "學習目標",
    "教學大綱",
    "學習評量",
    "備註",
    "議題融入",
    "對應學群",
)
_ENTRY_YEARS = (111, 112)
_SYLLABUS_ENTRY_YEAR = 112
_WEEKS = 18
_TEACHER_SOURCES = ("校內單科",) * 6 + ("校內跨科協同",) * 3 + ("外聘(大學)", "外聘(其他)", "跨校協同")
_CROSS_AREA = ("非跨領域",) * 4 + ("統整型", "探究型", "實作型課程")
_SOURCES = ("學校自行規劃科目",) * 5 + ("群科中心學校公告—課綱小組發展建議科目",)
_IMAGES = ("學習力", "思考力", "表達力", "合作力", "創造力", "關懷力", "移動力", "品格力")
_AREAS = {
    "01": "語文",
    "02": "數學",
    "03": "社會",
    "04": "自然科學",
    "05": "藝術",
    "06": "綜合活動",
    "07": "科技",
    "08": "健康與體育",
    "09": "全民國防教育",
    "0H": "語文",
}
_ACTIVITIES = ("講述與示範", "分組討論", "實作與紀錄", "案例分析", "同儕回饋", "資料查找", "口頭發表")
_ASSESSMENTS = (
    "課堂參與 30%、學習單 30%、期末成果 40%",
    "平時作業 40%、小組專題 40%、互評 20%",
    "實作評量 50%、口頭報告 30%、學習歷程 20%",
    "閱讀紀錄 30%、期中短文 30%、期末發表 40%",
)


def _weeks(made: SchoolCourse, rng: random.Random) -> str:
    rows = []
    for week in range(1, _WEEKS + 1):
        unit = made.units[min((week - 1) * len(made.units) // _WEEKS, len(made.units) - 1)]
        activity, second = rng.sample(_ACTIVITIES, 2)
        rows.append({"週次": str(week), "單元主題": unit, "內容綱要": f"{unit}：{activity}，搭配{second}。"})
    return orjson.dumps(rows).decode()


def _aims(made: SchoolCourse) -> str:
    first, middle, last = made.units[0], made.units[len(made.units) // 2], made.units[-1]
    return f"1.能說明「{first}」的基本概念。2.能運用「{middle}」解決真實問題。3.能以「{last}」呈現學習成果並反思。"


def syllabus_row(offering: Offering, made: SchoolCourse, *, seed: int) -> dict[str, str]:
    rng = stream(seed, "syllabus", offering.tail)
    required = offering.category == "2"
    return {
        "課程代碼": offering.code(_SYLLABUS_ENTRY_YEAR),
        "學年度": str(
            _SYLLABUS_ENTRY_YEAR + next(i for i, c in enumerate(offering.credits) if c != "0") // 2
        ),
        "科目名稱": offering.name,
        "英文名稱": made.english,
        "必選修": "必修" if required else "選修",
        "師資來源": rng.choice(_TEACHER_SOURCES),
        "一般科目領域": _AREAS.get(offering.tail[16:18], ""),
        "跨領域": rng.choice(_CROSS_AREA),
        "科目來源": rng.choice(_SOURCES),
        "核心素養": made.competencies,
        "先修科目": "無",
        "學生圖像": "、".join(rng.sample(_IMAGES, 3)),
        "學習目標": _aims(made),
        "教學大綱": _weeks(made, rng),
        "學習評量": rng.choice(_ASSESSMENTS),
        "備註": "教材由授課教師自編（合成資料）",
        "議題融入": made.issues,
        "對應學群": made.cluster,
    }


@dataclass(frozen=True)
class SyllabusFate:
    """A course with the syllabus that belongs to it; without one the syllabus is empty text."""

    code: str
    name: str
    syllabus_code: str
    syllabus_name: str
    kind: str


def school_offerings(school: School, seed: int) -> list[Offering]:
    return [offering for plan in school.plans for offering in plan_offerings(school, plan, seed)]


def _with_other_ending(code: str) -> str:
    """A code of the same plan whose last seven characters were numbered anew."""
    return f"{code[:16]}{code[16]}{'A' if code[17] != 'A' else '0'}{code[18:21]}Z{code[22]}"


def _fate(code: str, name: str, rng: random.Random) -> SyllabusFate:
    """Whether a course has a syllabus, and under which code and name."""
    drawn = rng.random()
    if drawn < _ABSENT:
        return SyllabusFate(code, name, "", "", ABSENT)
    if drawn < _NEW_CODE:
        return SyllabusFate(code, name, _with_other_ending(code), name, NEW_CODE)
    if drawn < _NEW_NAME:
        # A stream of its own, so that the fates of the other courses stay.
        kind, spelling = vary_name(name, stream(0, "spelling", code))
        return SyllabusFate(code, name, _with_other_ending(code), spelling, kind)
    return SyllabusFate(code, name, code, name, SAME)


def _planted(fate: SyllabusFate, file: str, row: int) -> PlantedDefects:
    told = f"{fate.code} {fate.name}"
    if fate.kind == ABSENT:
        return [PlantedDefect(Defect.SYLLABUS_ABSENT, file, None, f"{told}: 未提供教學大綱")]
    if fate.kind == NEW_CODE:
        note = f"{told}: 大綱代碼 {fate.syllabus_code}"
        return [PlantedDefect(Defect.SYLLABUS_CODE_DIFFERS, file, row, note)]
    if fate.kind != SAME:
        note = f"{told}: 大綱代碼 {fate.syllabus_code}，大綱名稱 {fate.syllabus_name}（{fate.kind}）"
        return [PlantedDefect(Defect.SYLLABUS_NAME_VARIES, file, row, note)]
    return []


@dataclass
class SchoolSyllabi:
    """The syllabi of one school, what was planted in them, and what became of every course."""

    rows: list[dict[str, str]]
    planted: PlantedDefects
    fates: list[SyllabusFate]


def _school_syllabi(school: School, seed: int) -> SchoolSyllabi:
    rng, file = stream(seed, "syllabus gaps", school.code), syllabus_file(school)
    found = SchoolSyllabi([], [], [])
    for offering in school_offerings(school, seed):
        code = offering.code(_SYLLABUS_ENTRY_YEAR)
        if offering.made is None:
            found.fates.append(SyllabusFate(code, offering.name, "", "", ABSENT))
            continue
        fate = _fate(code, offering.name, rng)
        found.fates.append(fate)
        found.planted.extend(_planted(fate, file, len(found.rows)))
        if fate.kind != ABSENT:
            row = syllabus_row(offering, offering.made, seed=seed)
            found.rows.append(row | {"課程代碼": fate.syllabus_code, "科目名稱": fate.syllabus_name})
    return found


def _code_rows(school: School, seed: int) -> Iterable[dict[str, str]]:
    for year in _ENTRY_YEARS:
        for offering in school_offerings(school, seed):
            yield {
                "課程代碼": offering.code(year),
                "科目名稱": offering.name,
                "授課學期學分": offering.credits,
            }
        for plan in school.plans:
            for tail, name in flexible_courses(school, plan):
                yield {"課程代碼": f"{year}{tail}", "科目名稱": name, "授課學期學分": "111110"}


def _write_truth(out: Path, fates: Iterable[SyllabusFate]) -> None:
    """Which syllabus is the right one for every course of the entry year that has syllabi at all."""
    rows = [(fate.code, fate.name, fate.syllabus_code, fate.kind) for fate in fates]
    (out / TRUTH_FILE).write_bytes(b"\xef\xbb\xbf" + csv_text([TRUTH_COLUMNS, *rows]).encode())


def write_course_lists(out: Path, seed: int) -> PlantedDefects:
    """Every list of schools and courses, and which syllabus belongs to which course."""
    write_class_groups(out)
    write_school_list(out)
    planted: PlantedDefects = []
    fates: list[SyllabusFate] = []
    for folder in ("course_codes", "syllabi"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for school in all_schools():
        codes = list(_code_rows(school, seed))
        (out / code_list_file(school)).write_bytes(list_bytes(code_list_file(school), codes))
        found = _school_syllabi(school, seed)
        (out / syllabus_file(school)).write_bytes(list_bytes(syllabus_file(school), found.rows))
        planted.extend(found.planted)
        fates.extend(found.fates)
    _write_truth(out, fates)
    return planted
