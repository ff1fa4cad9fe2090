"""Research tables of the hand-made snapshot; three persons have course records, one of them at two programmes."""

from __future__ import annotations

from app.domain.cohort import CoChoice, CompetencyCover, UptakeRow
from app.domain.evidence import ProgrammeCode
from app.evidence.questions import load_co_choice, load_competency_cover, load_uptake
from app.evidence.snapshot import EvidenceSnapshot

P1 = ProgrammeCode("P1")
P2 = ProgrammeCode("P2")


def test_uptake_counts_a_person_at_two_programmes_once(snapshot: EvidenceSnapshot) -> None:
    assert load_uptake(snapshot, by="course_category") == (
        UptakeRow("部定必修", "", 3, 3),
        UptakeRow("選修-加深加廣選修", "", 2, 3),
        UptakeRow("選修-多元選修", "", 2, 3),
        UptakeRow("", "", 1, 3),
    )


def test_uptake_by_programme_states_the_population_of_each(snapshot: EvidenceSnapshot) -> None:
    rows = [
        row for row in load_uptake(snapshot, by="learning_area", split="programme") if row.label == "數學"
    ]
    assert rows == [UptakeRow("數學", "P1", 3, 3), UptakeRow("數學", "P2", 1, 1)]


def test_uptake_by_school_type_and_semester_names_the_split(snapshot: EvidenceSnapshot) -> None:
    by_type = load_uptake(snapshot, by="learning_area", split="school_type", programme_code=P1)
    assert [row for row in by_type if row.label == "數學"] == [
        UptakeRow("數學", "H", 2, 2),
        UptakeRow("數學", "V", 1, 1),
    ]
    by_semester = load_uptake(snapshot, by="subject", split="semester", programme_code=P1)
    assert [row for row in by_semester if row.label.startswith("程式")] == [
        UptakeRow("程式 <b>設計</b>", "111-1", 1, 3),
        UptakeRow("程式 <b>設計</b>", "111-2", 1, 1),
    ]


def test_uptake_of_a_category_keeps_invalid_codes_visible(snapshot: EvidenceSnapshot) -> None:
    rows = load_uptake(snapshot, by="learning_area", programme_code=P1)
    assert UptakeRow("彈性", "", 1, 3) in rows


def test_co_choice_counts_pairs_of_electives(snapshot: EvidenceSnapshot) -> None:
    assert load_co_choice(snapshot) == (CoChoice("程式 <b>設計</b>", "選修物理-力學一", 2, 2, 2, 3),)
    assert load_co_choice(snapshot, P2) == ()
    assert load_co_choice(snapshot, limit=0) == ()


def test_competency_cover_counts_chosen_courses_only(snapshot: EvidenceSnapshot) -> None:
    cover = load_competency_cover(snapshot, P1)
    assert len(cover) == 9
    assert [row for row in cover if row.applicants] == [
        CompetencyCover("A2", P1, 2, 2, 3),
        CompetencyCover("B2", P1, 2, 2, 3),
    ]


def test_competency_cover_of_every_programme_has_zeros(snapshot: EvidenceSnapshot) -> None:
    cover = [row for row in load_competency_cover(snapshot) if row.programme_code == P2]
    assert [(row.applicants, row.matched, row.population) for row in cover] == [(0, 0, 1)] * 9
