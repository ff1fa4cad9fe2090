"""The course code: parts, and the rules that a code may break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.decode.course_code import read_course_code

NATIONAL = "041305"


def test_course_code_of_a_real_example() -> None:
    code = read_course_code("109041305H11101B1010101")
    assert (code.entry_year, code.school_code, code.school_type) == (109, NATIONAL, "H")
    assert (code.program_group, code.department, code.class_group) == ("11", "101", "B")
    assert (code.course_category, code.delivery, code.subject_attribute) == ("1", "0", "1")
    assert (code.learning_area, code.subject_code) == ("01", "01")
    assert code.course_plan_code == "109041305H11101B"
    assert code.broken_rules == ()


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("", ("course_code_blank",)),
        ("  ", ("course_code_blank",)),
        ("111999301H111010900C0001", ("course_code_length",)),
        ("111999301H1110109 0A0001", ("course_code_length", "course_code_character")),
        ("111041305h11101A1010101", ("course_code_character",)),
        ("107041305H11101A1010101", ("course_code_entry_year",)),
        ("ABC041305H11101A1010101", ("course_code_entry_year",)),
        ("111999301H11101A1010101", ("course_code_school",)),
        ("111041305H23305A1010101", ("course_code_program_group",)),
        ("111041305X11101A1010101", ("course_code_school_type",)),
        ("111041305H11101AG010101", ("course_code_category",)),
        ("111041305H11101A1910101", ("course_code_delivery",)),
        ("111041305H11101A1090101", ("course_code_subject_attribute",)),
        ("111041305H11101A101ZZ01", ("course_code_learning_area",)),
    ],
)
def test_course_code_names_every_broken_rule(text: str, broken: tuple[str, ...]) -> None:
    assert read_course_code(text).broken_rules == broken


@pytest.mark.parametrize(
    ("text", "forbids"),
    [
        ("111041305H11101090A0001", True),
        ("111041305H11101080000001"[:23], True),
        ("111041305H11101090D0001", False),
        ("111041305H11101A1010101", False),
    ],
)
def test_course_code_forbids_a_grade_outside_credited_enrichment(text: str, forbids: bool) -> None:
    assert read_course_code(text).forbids_grade is forbids


@given(st.text(max_size=30))
def test_course_code_reads_any_text_without_raising(text: str) -> None:
    code = read_course_code(text)
    assert code.course_code == text
    assert (code.course_plan_code is None) == (code.entry_year is None)


@given(st.text(alphabet="0123456789ABCDEFGHV", min_size=20, max_size=20))
def test_course_code_parts_join_to_the_code(rest: str) -> None:
    code = read_course_code(f"111{rest}")
    parts = (code.course_plan_code, code.course_category, code.delivery, code.subject_attribute)
    assert "".join([*map(str, parts), str(code.learning_area), str(code.subject_code)]) == f"111{rest}"
