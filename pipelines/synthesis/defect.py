"""Names every defect that the generator plants, so that a build can be asked whether it found them all."""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

PLANTED_FILE = "planted_defects.json"


class Defect(StrEnum):
    """One kind of irregularity; the values are stable and appear in ``planted_defects.json``."""

    JSON_BOM = "json_bom"
    JSON_BROKEN = "json_broken"
    NUMBERS_AS_STRINGS = "numbers_as_strings"
    UNKNOWN_KEYS = "unknown_keys"
    NULL_DISTRIBUTION = "null_distribution"
    NULL_AREA = "null_area"
    SHUFFLED_BINS = "shuffled_bins"
    POPULATION_MISMATCH = "population_mismatch"
    UNSCORED_STUDENTS = "unscored_students"
    GRADE_MINUS_ONE = "grade_minus_one"
    GRADE_SENTINEL = "grade_sentinel"
    TERM_SENTINEL = "term_sentinel"
    HOURS_SENTINEL = "hours_sentinel"
    HOURS_ZERO = "hours_zero"
    MISSING_AS_WORD = "missing_as_word"
    MISSING_AS_EMPTY = "missing_as_empty"
    ZERO_GRADE_PASSED = "zero_grade_passed"
    ACTIVITY_COURSE_GRADED = "activity_course_graded"
    FLEXIBLE_COURSE_UNGRADED = "flexible_course_ungraded"
    CODE_TOO_LONG = "code_too_long"
    CODE_WITH_BLANK = "code_with_blank"
    CODE_EMPTY = "code_empty"
    CODE_UNKNOWN_AREA = "code_unknown_area"
    TRANSFER_CODES = "transfer_codes"
    DUPLICATE_COURSE_ROW = "duplicate_course_row"
    RECORDS_MISSING = "records_missing"
    DATE_SLASHED = "date_slashed"
    DATE_WITH_TIME = "date_with_time"
    DATE_GREGORIAN = "date_gregorian"
    DATE_UNREADABLE = "date_unreadable"
    LINE_BREAKS_QUOTES = "line_breaks_quotes"
    BOOLEAN_ONE_TWO = "boolean_one_two"
    BOOLEAN_TRUE_FALSE = "boolean_true_false"
    ATTACHMENT_MISSING = "attachment_missing"
    ATTACHMENT_UNLINKED = "attachment_unlinked"
    ATTACHMENT_DISGUISED = "attachment_disguised"
    PDF_TRUNCATED = "pdf_truncated"
    TEST_SCHOOL = "test_school"
    LICENCE_SCORE_MINUS_ONE = "licence_score_minus_one"
    OTHER_WITHOUT_ORGANISER = "other_without_organiser"
    HOSTILE_SUMMARY = "hostile_summary"
    HOSTILE_NAME = "hostile_name"
    VERY_LONG_TEXT = "very_long_text"
    INVISIBLE_CHARACTERS = "invisible_characters"
    RARE_NAME = "rare_name"
    SYLLABUS_CODE_DIFFERS = "syllabus_code_differs"
    SYLLABUS_ABSENT = "syllabus_absent"
    SYLLABUS_NAME_VARIES = "syllabus_name_varies"
    NEAR_COPY_ESSAY = "near_copy_essay"
    COPIED_SUMMARY = "copied_summary"
    REPEATED_FILE = "repeated_file"


@dataclass(frozen=True)
class PlantedDefect:
    """Where one defect is; ``row`` is a 0-based index in the list the note names, or None for the whole file."""

    defect: Defect
    file: str
    row: int | None
    note: str


PlantedDefects: TypeAlias = list[PlantedDefect]


def save_planted(out: Path, planted: PlantedDefects) -> None:
    rows = [
        {"defect": item.defect.value, "file": item.file, "row": item.row, "note": item.note}
        for item in planted
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    (out / PLANTED_FILE).write_bytes(f"{text}\n".encode())


def load_planted(out: Path) -> PlantedDefects:
    """Everything planted under ``out``, in the order it was written."""
    rows = json.loads((out / PLANTED_FILE).read_text(encoding="utf-8"))
    return [PlantedDefect(Defect(row["defect"]), row["file"], row["row"], row["note"]) for row in rows]
