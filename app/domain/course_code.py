"""What the places of a valid 23-character course code say: school, category, attribute, learning area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Requirement = Literal["required", "elective", ""]
LENGTH = 23
_REQUIRED = frozenset("12")
_ELECTIVE = frozenset("34567")
_UNGRADED = frozenset("89")


@dataclass(frozen=True)
class CourseCode:
    """The parts of a code that the screens speak of; all empty for a code that breaks the rules."""

    entry_year: int | None = None
    school_code: str = ""
    course_category: str = ""
    delivery: str = ""
    subject_attribute: str = ""
    learning_area: str = ""

    @property
    def requirement(self) -> Requirement:
        """Whether everyone takes the course; empty for group activities, flexible time and unknown codes."""
        if self.course_category in _REQUIRED:
            return "required"
        return "elective" if self.course_category in _ELECTIVE else ""

    @property
    def must_not_be_graded(self) -> bool:
        """Group activities and flexible time carry no grade, except where they give credits."""
        return self.course_category in _UNGRADED


def read_course_code(course_code: str, *, is_valid: bool) -> CourseCode:
    """The parts of a code that the pipeline found to be valid."""
    if not is_valid or len(course_code) != LENGTH:
        return CourseCode()
    return CourseCode(
        entry_year=int(course_code[:3]),
        school_code=course_code[3:9],
        course_category=course_code[16],
        delivery=course_code[17],
        subject_attribute=course_code[18],
        learning_area=course_code[19:21],
    )


def is_off_plan(
    code: CourseCode, semester_credits: str | None, *, academic_year: int | None, semester: int | None
) -> bool:
    """Whether the plan teaches the course, but not in this semester of the cohort's three years."""
    if None in (code.entry_year, semester_credits, academic_year) or semester not in (1, 2):
        return False
    place = 2 * ((academic_year or 0) - (code.entry_year or 0)) + semester - 1
    credits = semester_credits or ""
    return 0 <= place < len(credits) and credits[place] == "0" and set(credits) != {"0"}
