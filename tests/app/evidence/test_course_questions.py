"""Courses, standings, syllabi and school overview of the hand-made snapshot."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.evidence import (
    ApplicationId,
    CourseRecord,
    EstimatedStanding,
    GradeDistribution,
    SyllabusWeek,
)
from app.errors import NotFound
from app.evidence.questions import (
    load_course_records,
    load_semester_standings,
    load_syllabus,
)
from app.evidence.snapshot import EvidenceSnapshot
from tests.app.evidence.course_rows import BARS, BINS, MATHS

A1 = ApplicationId("A1")
DISTRIBUTION = GradeDistribution("d1", 40, tuple(BINS), tuple(BARS))


def test_course_records_come_by_semester_group_and_subject(snapshot: EvidenceSnapshot) -> None:
    records = load_course_records(snapshot, A1)
    assert [(each.academic_year, each.record_id) for each in records] == [
        (111, "r1"),
        (111, "r3"),
        (111, "r2"),
        (112, "r0"),
    ]


def test_course_record_carries_distribution_standing_and_syllabus(snapshot: EvidenceSnapshot) -> None:
    assert load_course_records(snapshot, A1, course_group_code="g.1.02") == (
        CourseRecord(
            record_id="r1",
            academic_year=111,
            semester=1,
            course_code=MATHS,
            subject="數學",
            course_group_code="g.1.02",
            course_group_label="部定必修-數學",
            learning_area_name="數學",
            credits=None,
            grade=Decimal("88.50"),
            grade_text="88.5",
            standing=EstimatedStanding(Decimal("20.0"), Decimal("15.0"), Decimal("25.0")),
            distribution=DISTRIBUTION,
            syllabus_id="s2",
            match_method="exact_code",
            match_similarity=Decimal("100.00"),
            is_valid_code=True,
            is_national=True,
            is_repeated_row=False,
        ),
    )


def test_course_record_with_a_broken_code_keeps_what_was_received(snapshot: EvidenceSnapshot) -> None:
    (record,) = load_course_records(snapshot, A1, course_group_code="g.unknown")
    assert (record.is_valid_code, record.is_national, record.learning_area_name) == (False, False, "彈性")
    assert (record.grade, record.grade_text) == (None, "-1")
    assert (record.standing, record.distribution, record.syllabus_id) == (None, None, None)


def test_course_record_with_a_fuzzy_syllabus_says_so(snapshot: EvidenceSnapshot) -> None:
    (record,) = load_course_records(snapshot, A1, course_group_code="g.5.07")
    assert (record.syllabus_id, record.match_method) == ("s1", "plan_code_and_name")


def test_pdf_application_has_no_course_records(snapshot: EvidenceSnapshot) -> None:
    assert load_course_records(snapshot, ApplicationId("A3")) == ()


def test_semester_standings_come_by_semester_and_level(snapshot: EvidenceSnapshot) -> None:
    first, second, third = load_semester_standings(snapshot, A1)
    levels = [(each.semester, each.standing_level) for each in (first, second, third)]
    assert levels == [(1, "school"), (2, "school"), (2, "department")]
    assert second.standing == EstimatedStanding(Decimal("30.0"), Decimal("28.0"), Decimal("32.0"))
    assert second.distribution == DISTRIBUTION
    assert (first.semester_grade, first.standing, third.semester_grade) == (Decimal("83.00"), None, None)


def test_syllabus_has_its_weeks_and_boxes(snapshot: EvidenceSnapshot) -> None:
    syllabus = load_syllabus(snapshot, "s1")
    assert syllabus.weeks == (SyllabusWeek("1", "變數", ""),)
    assert syllabus.core_competencies == ("A2", "B2")
    assert (syllabus.teacher_sources, syllabus.learning_areas) == (("校內單科",), ())
    assert (syllabus.requirement, syllabus.assessment, syllabus.study_clusters) == ("選修", None, ("資訊",))


def test_syllabus_with_unknown_key_is_not_found(snapshot: EvidenceSnapshot) -> None:
    with pytest.raises(NotFound):
        load_syllabus(snapshot, "none")
