"""The school of an applicant and its offer, in the hand-made snapshot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.school import OfferedCourse, SchoolName, SchoolProfile
from app.errors import NotFound
from app.evidence.school_questions import (
    find_entry_year,
    load_school_codes,
    load_school_names,
    load_school_offer,
    load_school_profile,
)
from app.evidence.snapshot import EvidenceSnapshot

A1, A2, A3 = map(ApplicationId, ("A1", "A2", "A3"))
SCHOOL = SchoolProfile(
    school_code="999301",
    school_name="虛構高中",
    county="虛構縣",
    school_type="H",
    program_group_name=None,
    department_name=None,
    class_kind="普通班",
    course_plan_code="111999301H11101A",
    class_plan_code="111999301H11101A",
    class_group="A",
    class_group_name="數理班群",
)


def test_profile_names_the_class_group_of_the_own_cohort(snapshot: EvidenceSnapshot) -> None:
    assert load_school_profile(snapshot, A1) == SCHOOL


def test_profile_without_course_codes_has_no_class_group(snapshot: EvidenceSnapshot) -> None:
    profile = load_school_profile(snapshot, A3)
    assert (profile.course_plan_code, profile.class_group, profile.class_group_name) == (None, None, None)


def test_profile_of_an_unknown_application_is_not_found(snapshot: EvidenceSnapshot) -> None:
    with pytest.raises(NotFound):
        load_school_profile(snapshot, ApplicationId("none"))


def test_names_come_as_runs_of_years(snapshot: EvidenceSnapshot) -> None:
    names = (SchoolName("舊虛構中學", 110, 111), SchoolName("虛構高中", 112, 112))
    assert load_school_names(snapshot, "999301") == names
    assert load_school_names(snapshot, "999401") == ()


def test_offer_is_that_of_the_own_school_and_cohort(snapshot: EvidenceSnapshot) -> None:
    offer = load_school_offer(snapshot, SCHOOL, entry_year=111)
    assert [(each.course_category, each.subject) for each in offer] == [
        ("1", "數學"),
        ("3", "選修化學"),
        ("3", "選修物理-力學一"),
        ("6", "第二外語"),
    ]
    assert offer[0] == OfferedCourse("數學", "1", "02", "數學", "440000", True, "s2")


def test_offer_of_an_unknown_cohort_holds_every_year(snapshot: EvidenceSnapshot) -> None:
    assert "舊數學" in {each.subject for each in load_school_offer(snapshot, SCHOOL)}
    assert load_school_offer(snapshot, SCHOOL, entry_year=105) == ()
    assert load_school_offer(snapshot, replace(SCHOOL, school_code="999401")) == ()


def test_school_codes_are_those_of_one_programme(snapshot: EvidenceSnapshot) -> None:
    codes = load_school_codes(snapshot, ProgrammeCode("P1"))
    assert codes == {"A1": "999301", "A2": "999401", "A3": "999301", "A4": "999301"}


def test_entry_year_is_that_of_most_codes(snapshot: EvidenceSnapshot) -> None:
    assert (find_entry_year(snapshot, A2), find_entry_year(snapshot, A3)) == (111, None)
