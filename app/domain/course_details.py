"""What was received of a course beside grade and distribution: its attempt, make-up, source, next best syllabus."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Attempt = Literal["semester", "retake", "late_course", "transfer", "second_study"]
"""A first attempt, 重修, 補修, 轉學轉科 or 重讀: as the keys of the record tell it."""
PASSED = "1"
FAILED = "0"
NO_CREDIT = "2"
CREDIT_WITHOUT_GRADE = "3"


@dataclass(frozen=True)
class CourseDetail:
    """One course as far as unusual keys and other tables tell of it; texts of grades are as received."""

    record_id: str
    category_text: str | None = None
    school_name: str | None = None
    """The school of the course code, by its name in that school year."""
    attempt: Attempt = "semester"
    origin_year: int | None = None
    origin_semester: int | None = None
    passed: str | None = None
    other_grade: str | None = None
    """The grade of the retake, late course, transfer or second study."""
    other_passed: str | None = None
    makeup_grade: str | None = None
    makeup_passed: str | None = None
    repeat_mark: str | None = None
    credit_rule: str | None = None
    qualitative_note: str | None = None
    is_computed: bool = False
    """The distribution was counted from grade rosters, because the school's file had none."""
    runner_up_subject: str | None = None
    runner_up_similarity: Decimal | None = None
    is_uncertain: bool = False
    semester_credits: str | None = None
    """授課學期學分 of the course in its plan; None when no list has it under this code and name."""
