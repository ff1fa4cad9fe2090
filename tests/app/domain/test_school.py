"""Names of a school by year, and its offer put together from plans."""

from __future__ import annotations

from app.domain.school import OfferedCourse, OfferRow, SchoolName, offered_courses, school_names


def row(subject: str, credits: str = "440000", **values: object) -> OfferRow:
    facts: dict[str, object] = {"is_own_plan": False, "syllabus_id": None, **values}
    return OfferRow(subject, "1", "02", "數學", credits, bool(facts["is_own_plan"]), facts["syllabus_id"])  # type: ignore[arg-type]


def test_renamed_school_shows_both_names_with_their_years() -> None:
    names = [(113, "新名"), (111, "舊名"), (112, "舊名"), (114, "新名")]
    assert school_names(names) == (SchoolName("舊名", 111, 112), SchoolName("新名", 113, 114))


def test_name_that_comes_back_is_a_run_of_its_own() -> None:
    names = [(111, "甲"), (112, "乙"), (113, "甲")]
    assert [each.name for each in school_names(names)] == ["甲", "乙", "甲"]


def test_name_counts_once_and_is_spelled_as_in_the_own_plan() -> None:
    offered = offered_courses([row("數學"), row("數 學", "220000", is_own_plan=True, syllabus_id="s1")])
    assert offered == (OfferedCourse("數 學", "1", "02", "數學", "440000", True, "s1"),)


def test_credits_keep_the_most_of_each_semester_and_letters() -> None:
    (offered,) = offered_courses([row("數學", "20T000"), row("數學", "030000"), row("數學", "")])
    assert offered.semester_credits == "23T000"
