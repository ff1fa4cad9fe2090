"""The 23-character course code: its parts, and the rules it may break."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.decode.restored_code import known_schools
from pipelines.reference_lists import load_names

CODE_LENGTH = 23
PLAN_LENGTH = 16
FIRST_ENTRY_YEAR = 108
GENERAL_TYPE = "H"
ACADEMIC_GROUP = "11"
UNGRADED_CATEGORIES = frozenset("89")
CREDITED_ATTRIBUTE = "D"


@dataclass(frozen=True)
class CourseCode:
    """One code as received; the parts are None when the code cannot be split."""

    course_code: str
    broken_rules: tuple[str, ...]
    course_plan_code: str | None = None
    entry_year: int | None = None
    school_code: str | None = None
    school_type: str | None = None
    program_group: str | None = None
    department: str | None = None
    class_group: str | None = None
    course_category: str | None = None
    delivery: str | None = None
    subject_attribute: str | None = None
    learning_area: str | None = None
    subject_code: str | None = None

    @property
    def joined_rules(self) -> str:
        return "|".join(self.broken_rules)

    @property
    def forbids_grade(self) -> bool:
        """Group activities and flexible time carry no grade, except credited enrichment (9 + D)."""
        return self.course_category in UNGRADED_CATEGORIES and self.subject_attribute != CREDITED_ATTRIBUTE


def read_course_code(text: str) -> CourseCode:
    """Split the code when its form allows it, and name every rule it breaks."""
    form_rules = _broken_form_rules(text)
    if form_rules:
        return CourseCode(text, form_rules)
    return CourseCode(
        text,
        _broken_list_rules(text),
        course_plan_code=text[:PLAN_LENGTH],
        entry_year=int(text[:3]),
        school_code=text[3:9],
        school_type=text[9],
        program_group=text[10:12],
        department=text[12:15],
        class_group=text[15],
        course_category=text[16],
        delivery=text[17],
        subject_attribute=text[18],
        learning_area=text[19:21],
        subject_code=text[21:23],
    )


def _broken_form_rules(text: str) -> tuple[str, ...]:
    if not text.strip():
        return ("course_code_blank",)
    rules = []
    if len(text) != CODE_LENGTH:
        rules.append("course_code_length")
    if not re.fullmatch(r"[0-9A-Z]*", text):
        rules.append("course_code_character")
    if not rules and not _has_entry_year(text):
        rules.append("course_code_entry_year")
    return tuple(rules)


def _has_entry_year(text: str) -> bool:
    return text[:3].isdecimal() and int(text[:3]) >= FIRST_ENTRY_YEAR


def _broken_list_rules(text: str) -> tuple[str, ...]:
    school_type = text[9]
    wrong_group = school_type == GENERAL_TYPE and text[10:12] != ACADEMIC_GROUP
    checks = (
        ("course_code_school", text[3:9] not in known_schools()),
        ("course_code_school_type", school_type not in load_names("school_type")),
        ("course_code_program_group", wrong_group),
        ("course_code_category", text[16] not in load_names("course_category")),
        ("course_code_delivery", text[17] not in load_names("delivery")),
        ("course_code_subject_attribute", text[18] not in load_names("subject_attribute")),
        ("course_code_learning_area", text[19:21] not in load_names("learning_area")),
    )
    return tuple(rule for rule, is_broken in checks if is_broken)
