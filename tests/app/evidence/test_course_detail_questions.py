"""What unusual keys and other tables tell of courses, in the hand-made snapshot."""

from __future__ import annotations

from decimal import Decimal

from app.domain.course_details import CourseDetail
from app.domain.evidence import ApplicationId
from app.evidence.course_detail_questions import load_course_details
from app.evidence.snapshot import EvidenceSnapshot


def details(snapshot: EvidenceSnapshot, application_id: str) -> dict[str, CourseDetail]:
    found = load_course_details(snapshot, ApplicationId(application_id))
    assert len(found) == len({each.record_id for each in found})
    return {each.record_id: each for each in found}


def test_course_without_unusual_keys_is_a_first_attempt(snapshot: EvidenceSnapshot) -> None:
    assert details(snapshot, "A1")["r1"] == CourseDetail(
        "r1", school_name="舊虛構中學", semester_credits="440000"
    )


def test_school_is_named_as_in_the_school_year_of_the_course(snapshot: EvidenceSnapshot) -> None:
    names = {key: each.school_name for key, each in details(snapshot, "A1").items()}
    assert names == {"r0": "虛構高中", "r1": "舊虛構中學", "r2": None, "r3": "舊虛構中學"}


def test_next_best_syllabus_is_named_where_one_was_near(snapshot: EvidenceSnapshot) -> None:
    found = details(snapshot, "A1")["r3"]
    assert (found.runner_up_subject, found.runner_up_similarity) == ("數學", Decimal("88.00"))
    assert found.is_uncertain is True


def test_make_up_exam_is_read_from_inside_the_grade(snapshot: EvidenceSnapshot) -> None:
    found = details(snapshot, "A2")["r4"]
    assert (found.attempt, found.passed) == ("semester", "0")
    assert (found.makeup_grade, found.makeup_passed, found.qualitative_note) == ("60", "1", "有進步")
    assert found.category_text == "部定必修"


def test_retake_names_the_semester_it_repeats(snapshot: EvidenceSnapshot) -> None:
    found = details(snapshot, "A2")["r5"]
    assert (found.attempt, found.origin_year, found.origin_semester) == ("retake", 110, 2)
    assert (found.other_grade, found.other_passed, found.credit_rule) == ("62", "1", "1")


def test_pdf_application_has_no_details(snapshot: EvidenceSnapshot) -> None:
    assert details(snapshot, "A3") == {}
