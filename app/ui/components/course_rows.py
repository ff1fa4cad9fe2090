"""Courses as the browser part wants them: a list of values a row, labels once, words where the words are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.domain.course_code import CourseCode
from app.domain.course_details import CREDIT_WITHOUT_GRADE, FAILED, NO_CREDIT, PASSED
from app.domain.course_lines import CourseLine
from app.domain.evidence import CourseRecord
from app.domain.grade_bars import bar_of
from app.ui.number_text import number_text
from app.ui.text.course_codes import RECEIVED_CATEGORIES, CodeWords
from app.ui.text.desk_course_view import CourseViewWords

FIELDS = (
    "id", "year", "semester", "subject", "group", "category", "area", "requirement", "school", "credits",
    "grade", "received", "attempt", "mean", "deviation", "population", "bars", "own", "percent", "best",
    "worst", "reason", "marks", "relation", "syllabus", "apart",
)  # fmt: skip
"""The order of the values of a row; what is unknown is null."""
NO_GRADE = "–"
Lines = Mapping[str, CourseLine]


class Labels:
    """Names in the order in which they are first asked for: a row holds the place of its name only."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        self._places: dict[tuple[str, str], int] = {}

    def place(self, code: str, text: str) -> int:
        """Where the name with this code stands."""
        key = (code, text)
        if key not in self._places:
            self._places[key] = len(self.texts)
            self.texts.append(key)
        return self._places[key]


class CourseRows:
    """The rows of one table, and the names they point to."""

    def __init__(self, lines: Lines, own_school: str, *, words: CourseViewWords, codes: CodeWords) -> None:
        self.groups, self.categories, self.areas = Labels(), Labels(), Labels()
        self._lines, self._own_school, self._words, self._codes = lines, own_school, words, codes

    def rows(self, shown: Sequence[CourseLine]) -> list[list[object]]:
        """One list a course, in the order of the lines."""
        return [self._row(line) for line in shown]

    def _row(self, line: CourseLine) -> list[object]:
        record, detail = line.record, line.detail
        category_code = category_of(line)
        return [
            record.record_id,
            record.academic_year,
            record.semester,
            record.subject,
            self.groups.place(record.course_group_code, record.course_group_label),
            self._category_place(line, category_code),
            self._area_place(line),
            CourseCode(course_category=category_code).requirement,
            "" if detail.school_name in (None, self._own_school) else detail.school_name,
            number_text(record.credits) or None,
            number_text(record.grade) or None,
            "" if record.grade is not None else (record.grade_text or ""),
            attempt_text(line, self._words),
            *_spread(line),
            *_distribution(record),
            *_standing(record),
            line.no_standing,
            marks_of(line),
            " · ".join(relation_texts(line, self._lines, self._words)),
            int(record.syllabus_id is not None),
            int(line.is_apart),
        ]

    def _category_place(self, line: CourseLine, code: str) -> int:
        text = self._codes.categories.get(code) or line.detail.category_text or self._words.neither
        return self.categories.place(code, text)

    def _area_place(self, line: CourseLine) -> int:
        code = line.code.learning_area
        name = line.record.learning_area_name or self._words.no_area
        return self.areas.place(code, self._codes.learning_areas.get(code) or name)


def category_of(line: CourseLine) -> str:
    """The code of the category: by the course code, else by what was received beside it."""
    return line.code.course_category or RECEIVED_CATEGORIES.get(line.detail.category_text or "", "")


def grade_text(record: CourseRecord) -> str:
    """The grade as a number, a word received in its place, or a dash: a sentinel such as −1 is no grade."""
    return number_text(record.grade) or record.grade_remark or NO_GRADE


def attempt_text(line: CourseLine, words: CourseViewWords) -> str:
    """Retake, late course, transfer or second study, and the make-up exam, with their outcomes; mostly empty."""
    detail = line.detail
    names = {
        "retake": words.attempt_retake,
        "late_course": words.attempt_late_course,
        "transfer": words.attempt_transfer,
        "second_study": words.attempt_second_study,
    }
    parts = []
    if detail.attempt != "semester":
        grade = _attempt_grade(detail.other_grade, detail.other_passed, words)
        parts.append(words.attempt_grade.format(attempt=names[detail.attempt], grade=grade).strip())
    if detail.repeat_mark == PASSED:
        parts.append(words.exempted)
    if _is_given(detail.makeup_grade):
        makeup = _attempt_grade(detail.makeup_grade, detail.makeup_passed, words)
        parts.append(words.makeup.format(grade=makeup))
    outcome = outcome_text(detail.passed, words)
    return " · ".join([*([outcome] if outcome else []), *parts])


def when_text(record: CourseRecord) -> str:
    """112-1; a dash where the school year is unknown."""
    return semester_code(record.academic_year, record.semester)


def semester_code(academic_year: int | None, semester: int | None) -> str:
    """112-1, 112 for a whole year, a dash for an unknown one."""
    return "-".join(str(part) for part in (academic_year, semester) if part) if academic_year else NO_GRADE


def relation_texts(line: CourseLine, lines: Lines, words: CourseViewWords) -> list[str]:
    """What the row has to do with other rows: the course it repeats, its retakes, a second row of the semester."""
    detail = line.detail
    origin = lines.get(line.origin_id or "")
    texts = []
    if origin is not None:
        when, grade = when_text(origin.record), grade_text(origin.record)
        texts.append(words.origin.format(when=when, grade=grade))
    elif detail.origin_year is not None:
        texts.append(
            words.origin_unknown.format(when=semester_code(detail.origin_year, detail.origin_semester))
        )
    for retake in (lines[each].record for each in line.retake_ids if each in lines):
        texts.append(words.retaken.format(when=when_text(retake), grade=grade_text(retake)))
    twins = [lines[each].record for each in line.twin_ids if each in lines]
    return [*texts, *(words.twin.format(grade=grade_text(each)) for each in twins)]


def outcome_text(passed: str | None, words: CourseViewWords) -> str:
    """及格 or 不及格 as the school wrote it; nothing is told from the grade, for the pass mark differs."""
    return {PASSED: words.passed, FAILED: words.failed}.get(passed or "", "")


def marks_of(line: CourseLine) -> list[str]:
    """What is to be marked at a row, by the names of the words."""
    marks = (
        ("small", line.is_small),
        ("computed", line.detail.is_computed),
        ("repeated", bool(line.twin_ids)),
        ("code", not line.record.is_valid_code),
        ("off_plan", line.is_off_plan),
        ("no_credit", line.detail.credit_rule == NO_CREDIT),
        ("credit_only", line.detail.credit_rule == CREDIT_WITHOUT_GRADE),
    )
    return [name for name, is_marked in marks if is_marked]


def _attempt_grade(grade: str | None, passed: str | None, words: CourseViewWords) -> str:
    shown = grade if grade is not None and _is_given(grade) else ""
    return " ".join(part for part in (shown, outcome_text(passed, words)) if part)


def _is_given(grade: str | None) -> bool:
    return grade is not None and grade.strip() not in ("", "-1")


def _spread(line: CourseLine) -> tuple[object, ...]:
    if line.spread is None:
        return (None, None)
    return (_number(line.spread.mean), _number(line.spread.deviation))


def _distribution(record: CourseRecord) -> tuple[object, ...]:
    if record.distribution is None:
        return (None, None, None)
    own = None if record.grade is None else bar_of(record.grade)
    return (record.distribution.population, list(record.distribution.ten_point_bars), own)


def _standing(record: CourseRecord) -> tuple[object, ...]:
    if record.standing is None:
        return (None, None, None)
    return (
        _number(record.standing.percent),
        _number(record.standing.best),
        _number(record.standing.worst),
    )


def _number(value: Decimal) -> float:
    """For the eye only: one decimal at most, and JSON knows no exact numbers."""
    return float(value)
