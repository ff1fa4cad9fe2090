"""Which syllabus a course finds."""

from __future__ import annotations

from decimal import Decimal

from pipelines.contract import MatchMethod
from pipelines.matching.syllabus import SyllabusMatch, SyllabusMatcher, SyllabusName

PLAN = "111041305H11101A"
CODE = f"{PLAN}5110301"


def test_match_by_code_takes_the_name_then_the_latest_year() -> None:
    matcher = SyllabusMatcher(
        [
            SyllabusName("old", CODE, "選修歷史", "111"),
            SyllabusName("new", CODE, "選修歷史", "112"),
            SyllabusName("other", CODE, "完全不同", "113"),
        ]
    )
    found = matcher.find(CODE, "選修歷史")
    assert found == SyllabusMatch(CODE, "選修歷史", "new", MatchMethod.EXACT_CODE, Decimal("100.00"))


def test_match_by_plan_and_name_where_no_code_is_equal() -> None:
    matcher = SyllabusMatcher([SyllabusName("one", f"{PLAN}5110399", "選修歷史Ⅰ", "111")])
    found = matcher.find(CODE, "選修歷史(一)")
    assert found is not None
    assert (found.syllabus_id, found.match_method) == ("one", MatchMethod.PLAN_CODE_AND_NAME)
    assert found.similarity == Decimal("66.67")  # 2 × 4 common of 5 + 7 characters


def test_match_never_crosses_plans_or_numerals() -> None:
    matcher = SyllabusMatcher(
        [
            SyllabusName("plan", "111041305H11101B5110399", "選修歷史(一)", "111"),
            SyllabusName("two", f"{PLAN}5110398", "選修歷史(二)", "111"),
        ]
    )
    assert matcher.find(CODE, "選修歷史(一)") is None


def test_match_of_a_blank_code_is_none() -> None:
    assert SyllabusMatcher([SyllabusName("one", "", "數學", "111")]).find("", "數學") is None
