"""What each fictional school teaches: courses with legal 23-character codes."""

import itertools
import random
from dataclasses import dataclass
from functools import cache

from pipelines.synthesis.banks import load_rows
from pipelines.synthesis.reference_lists import code_names, subject_codes
from pipelines.synthesis.schools import Plan, School
from pipelines.synthesis.seeded import stream

_SERIALS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CLASS_GROUPS = {"*": "0", "sci": "A", "hum": "B"}
_REQUIRED_CREDITS = {"academic": ("110000", "000200", "002000"), "info": ("000330",), "data": ("000330",)}
# Three slots: the second year, and two in the fifth and sixth semester.
_ELECTIVE_CREDITS = ("001100", "000022", "000022")
_FLEXIBLE = (("A", "自主學習"), ("D", "充實課程-數學解題"), ("C", "補強課程-英語"), ("E", "學校特色活動"))


@dataclass(frozen=True)
class SchoolCourse:
    """A course that a school made itself, with what its syllabus is written from."""

    name: str
    english: str
    cluster: str
    competencies: str
    issues: str
    units: tuple[str, ...]


@dataclass(frozen=True)
class Offering:
    """One course of one plan; ``tail`` is the code without the entry year."""

    school: School
    plan: Plan
    track: str
    tail: str
    name: str
    credits: str
    difficulty: float
    share: float
    slot: int | None = None
    made: SchoolCourse | None = None

    def code(self, entry_year: int) -> str:
        return f"{entry_year}{self.tail}"

    @property
    def category(self) -> str:
        return self.tail[13]

    @property
    def category_name(self) -> str:
        return code_names("course_category")[self.category]

    @property
    def attribute(self) -> str:
        return self.tail[15]

    @property
    def area_name(self) -> str:
        return code_names("learning_area")[self.tail[16:18]]


def _tail(school: School, plan: Plan, *, track: str, ending: str) -> str:
    head = f"{school.code}{school.school_type}{plan.program_group}{plan.department}"
    return f"{head}{_CLASS_GROUPS[track]}{ending}"


def _listed(row: dict[str, str], index: int, *, school: School, plan: Plan, rng: random.Random) -> Offering:
    category, attribute, area = row["category"], row["attribute"], row["area"]
    subject = subject_codes()[category, attribute, area, row["name"]]
    if school.school_type == "M" and attribute in "23":
        # A comprehensive school teaches these as 專精科目 of its own, serially numbered.
        category, attribute, area, subject = "2", "4", "00", f"M{_SERIALS[index]}"
    return Offering(
        school=school,
        plan=plan,
        track=row["track"],
        tail=_tail(
            school, plan, track=row["track"], ending=f"{category}{row['delivery']}{attribute}{area}{subject}"
        ),
        name=row["name"],
        credits=row["credits"],
        difficulty=rng.uniform(-4, 5),
        share=1.0 if row["track"] == "*" else 0.45,
    )


def _made_course(row: dict[str, str]) -> SchoolCourse:
    return SchoolCourse(
        row["name"],
        row["english"],
        row["cluster"],
        row["competencies"],
        row["issues"],
        tuple(row["units"].split(";")),
    )


def _made_ending(row: dict[str, str], *, school: School, serial: int) -> str:
    required, academic = row["kind"] == "required", row["plan"] == "academic"
    category = "2" if required else ("5" if academic else "7")
    attribute = "1" if academic else ("4" if school.school_type == "M" else "3")
    area = row["area"] if academic else "00"
    return f"{category}{'0' if required else '1'}{attribute}{area}{_SERIALS[serial // 36]}{_SERIALS[serial % 36]}"


def _made(rows: list[dict[str, str]], *, school: School, plan: Plan, rng: random.Random) -> list[Offering]:
    offered = []
    required_credits = {track: itertools.cycle(_REQUIRED_CREDITS[plan.curriculum]) for track in _CLASS_GROUPS}
    # Slots go round within each track, so that nobody finds an empty one.
    slots = {track: itertools.cycle(range(len(_ELECTIVE_CREDITS))) for track in _CLASS_GROUPS}
    for serial, row in enumerate(rows, start=1):
        required = row["kind"] == "required"
        slot = None if required else next(slots[row["track"]])
        credits = next(required_credits[row["track"]]) if slot is None else _ELECTIVE_CREDITS[slot]
        offered.append(
            Offering(
                school=school,
                plan=plan,
                track=row["track"],
                tail=_tail(
                    school, plan, track=row["track"], ending=_made_ending(row, school=school, serial=serial)
                ),
                name=row["name"],
                credits=credits,
                difficulty=rng.uniform(-9, -2),
                share=0.4 if required else rng.uniform(0.05, 0.12),
                slot=slot,
                made=_made_course(row),
            )
        )
    return offered


def _chosen_rows(plan: Plan, rng: random.Random) -> list[dict[str, str]]:
    """All required rows of the bank and about two thirds of the electives, so that schools differ."""
    rows = [row for row in load_rows("school_courses.tsv") if row["plan"] == plan.curriculum]
    electives = [row for row in rows if row["kind"] == "elective"]
    kept = {row["name"] for row in rng.sample(electives, max(4, round(len(electives) * 0.7)))}
    chosen = [row for row in rows if row["kind"] == "required" or row["name"] in kept]
    rng.shuffle(chosen)
    return chosen


@cache
def plan_offerings(school: School, plan: Plan, seed: int) -> tuple[Offering, ...]:
    """Everything one department teaches, graded courses only."""
    rng = stream(seed, "offerings", school.code, plan.department)
    rows = [row for row in load_rows("curriculum.csv") if row["plan"] == plan.curriculum]
    listed = [_listed(row, index, school=school, plan=plan, rng=rng) for index, row in enumerate(rows)]
    return (*listed, *_made(_chosen_rows(plan, rng), school=school, plan=plan, rng=rng))


def flexible_courses(school: School, plan: Plan) -> list[tuple[str, str]]:
    """(code without entry year, name) of the ungraded 彈性學習時間 courses."""
    return [
        (_tail(school, plan, track="*", ending=f"90{attribute}0001"), name) for attribute, name in _FLEXIBLE
    ]
