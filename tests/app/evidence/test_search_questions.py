"""What a search asks of the hand-made snapshot: words, courses, entries and names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SearchHit
from app.domain.search_hits import (
    CourseName,
    EntryCount,
    EvidenceName,
    FoundCount,
    Scope,
    SoughtCourse,
    SoughtWord,
    SoughtWords,
)
from app.domain.search_terms import Bounds
from app.evidence.questions import (
    count_courses,
    count_texts,
    load_course_hits,
    load_course_names,
    load_entry_counts,
    load_evidence_names,
    load_item_modes,
    load_level_names,
    load_linked_syllabi,
    load_text_hits,
)
from app.evidence.snapshot import EvidenceSnapshot

P1 = ProgrammeCode("P1")
A1, A2 = ApplicationId("A1"), ApplicationId("A2")
COMPETITION = CategoryCode("activity.competition")
WORK = CategoryCode("activity.work")
STATEMENT = CategoryCode("document.personal_statement")


def _scope(snapshot: EvidenceSnapshot, *application_ids: str) -> Scope:
    """The named applications of P1; all of them when none is named."""
    modes = load_item_modes(snapshot, P1)
    return Scope(
        tuple(
            (each.application_place, each.application_id)
            for each in modes
            if not application_ids or each.application_id in application_ids
        )
    )


def _sought(*words: str) -> SoughtWords:
    return SoughtWords(tuple(map(SoughtWord, words)))


def _entries(snapshot: EvidenceSnapshot, *words: str) -> list[str]:
    hits = load_text_hits(snapshot, _scope(snapshot), _sought(*words), most=9)
    return [hit.entry_id for hit in hits]


@pytest.mark.parametrize(
    ("word", "entries"),
    [
        ("台北", ["o1", "r6"]),
        ("臺北", []),
        ("台北的資料", ["o1"]),
        ("協會科學", []),
        ("ai虛構", []),
        ("ai", ["v1"]),
        ("100%", ["v1"]),
        ("100_", []),
        ("%", ["v1"]),
        ("'", []),
    ],
)
def test_folded_word_is_found_literally_within_one_text(
    snapshot: EvidenceSnapshot, word: str, entries: list[str]
) -> None:
    assert _entries(snapshot, word) == entries


def test_hit_carries_every_text_of_its_entry_as_received(snapshot: EvidenceSnapshot) -> None:
    found = load_text_hits(snapshot, _scope(snapshot, "A1"), _sought("台北", "協會"), most=9)
    assert found == (
        SearchHit(A1, COMPETITION, "v1", 0b10, "科學競賽 100% ＡI · 虛構協會"),
        SearchHit(A1, CategoryCode("course_outcome"), "o1", 1, "臺北的 資料"),
    )


def test_counts_tell_which_words_stand_where(snapshot: EvidenceSnapshot) -> None:
    counts = count_texts(snapshot, _scope(snapshot), _sought("競賽", "協會", "機器", "人"))
    assert set(counts) == {
        FoundCount(A1, COMPETITION, 0b0011, 1),
        FoundCount(A2, STATEMENT, 0b1100, 1),
        FoundCount(A2, STATEMENT, 0b0100, 1),
    }


def test_page_with_most_of_the_words_comes_first(snapshot: EvidenceSnapshot) -> None:
    hits = load_text_hits(snapshot, _scope(snapshot), _sought("機器", "計畫"), most=9)
    assert [hit.page_number for hit in hits] == [2, 1]
    first = load_text_hits(snapshot, _scope(snapshot), _sought("機器", "計畫"), most=1)
    assert first == (SearchHit(A2, STATEMENT, "t3", 0b11, "讀書計畫：機器 學習", 2),)


def test_word_is_sought_in_its_categories_alone(snapshot: EvidenceSnapshot) -> None:
    within = SoughtWords((SoughtWord("台北", (CategoryCode("course_outcome"),)),))
    assert count_texts(snapshot, _scope(snapshot), within) == (
        FoundCount(A1, CategoryCode("course_outcome"), 1, 1),
    )
    hits = load_text_hits(snapshot, _scope(snapshot), within, most=9)
    assert [hit.entry_id for hit in hits] == ["o1"]


def test_hits_of_one_category_can_be_asked_for(snapshot: EvidenceSnapshot) -> None:
    category = CategoryCode("course_group.g.5.07")
    hits = load_text_hits(snapshot, _scope(snapshot), _sought("台北"), category_code=category, most=9)
    assert [hit.entry_id for hit in hits] == ["r6"]


def test_only_the_applications_of_the_scope_are_asked_about(snapshot: EvidenceSnapshot) -> None:
    assert [
        each.application_id for each in count_texts(snapshot, _scope(snapshot, "A2"), _sought("台北"))
    ] == [A2]
    assert count_texts(snapshot, _scope(snapshot, "A3"), _sought("台北")) == ()
    assert count_texts(snapshot, Scope(()), _sought("台北")) == ()
    assert load_text_hits(snapshot, Scope(()), _sought("台北"), most=9) == ()


def test_name_of_a_level_is_found_with_its_entry(snapshot: EvidenceSnapshot) -> None:
    assert load_level_names(snapshot, P1) == ("臺北市級",)
    sought = SoughtWords((SoughtWord("台北市"),), levels=(("臺北市級", "台北市級"),))
    assert count_texts(snapshot, _scope(snapshot), sought) == (FoundCount(A1, WORK, 1, 1),)
    assert load_text_hits(snapshot, _scope(snapshot), sought, most=9) == (
        SearchHit(A1, WORK, "v2", 1, "臺北市級"),
    )


def test_course_names_are_told_once_each(snapshot: EvidenceSnapshot) -> None:
    assert [each.subject for each in load_course_names(snapshot, P1)] == [
        "數學",
        "程式 <b>設計</b>",
        "自主學習",
        "選修物理-力學一",
    ]


def _maths(snapshot: EvidenceSnapshot) -> tuple[CourseName, ...]:
    return tuple(each for each in load_course_names(snapshot, P1) if each.subject == "數學")


@pytest.mark.parametrize(
    ("grade", "found"),
    [
        (Bounds(), ["A1", "A2", "A4"]),
        (Bounds(at_least=Decimal("88.5")), ["A1"]),
        (Bounds(above=Decimal("88.5")), []),
        (Bounds(at_most=Decimal(80)), ["A2", "A4"]),
        (Bounds(below=Decimal(80)), []),
        (Bounds(at_least=Decimal(80), at_most=Decimal(80)), ["A2", "A4"]),
    ],
)
def test_courses_are_counted_within_the_bounds(
    snapshot: EvidenceSnapshot, grade: Bounds, found: list[str]
) -> None:
    counts = count_courses(snapshot, _scope(snapshot), [SoughtCourse(_maths(snapshot), grade=grade)])
    category = CategoryCode("course_group.g.1.02")
    assert sorted(counts, key=lambda each: each.application_id) == [
        FoundCount(ApplicationId(each), category, 1, 1) for each in found
    ]


@pytest.mark.parametrize(
    ("standing", "found"),
    [
        (Bounds(at_most=Decimal(20)), ["r1"]),
        (Bounds(below=Decimal(20)), []),
        (Bounds(at_least=Decimal(20)), ["r1"]),
        (Bounds(above=Decimal(20)), []),
        (Bounds(at_least=Decimal(0), at_most=Decimal(100)), ["r1"]),
    ],
)
def test_standing_that_is_unknown_is_within_no_bounds(
    snapshot: EvidenceSnapshot, standing: Bounds, found: list[str]
) -> None:
    sought = [SoughtCourse(_maths(snapshot), standing=standing)]
    hits = load_course_hits(snapshot, _scope(snapshot), sought, most=9)
    assert [hit.entry_id for hit in hits] == found
    assert len(count_courses(snapshot, _scope(snapshot), sought)) == len(found)


def test_course_hit_carries_semester_grade_and_standing(snapshot: EvidenceSnapshot) -> None:
    hits = load_course_hits(snapshot, _scope(snapshot, "A1"), [SoughtCourse(_maths(snapshot))], most=9)
    category = CategoryCode("course_group.g.1.02")
    assert hits == (
        SearchHit(A1, category, "r1", 1, "數學", None, 111, 1, Decimal("88.50"), Decimal("20.0")),
    )


def test_text_of_a_course_carries_its_semester_and_grade(snapshot: EvidenceSnapshot) -> None:
    category = CategoryCode("course_group.g.5.07")
    assert load_text_hits(snapshot, _scope(snapshot, "A2"), _sought("台北"), most=9) == (
        SearchHit(A2, category, "r6", 1, "台北程式", None, 111, 2, Decimal("80.00")),
    )


def test_course_that_fits_much_of_what_is_sought_is_one(snapshot: EvidenceSnapshot) -> None:
    names, maths = load_course_names(snapshot, P1), _maths(snapshot)
    sought = [SoughtCourse(maths), SoughtCourse(names, grade=Bounds(at_least=Decimal(80))), SoughtCourse(())]
    category = CategoryCode("course_group.g.1.02")
    counts = count_courses(snapshot, _scope(snapshot, "A1"), sought)
    assert FoundCount(A1, category, 0b011, 1) in counts
    assert len(counts) == len({each.category_code for each in counts})
    first = load_course_hits(snapshot, _scope(snapshot, "A1"), sought, category_code=category, most=9)
    assert [(hit.entry_id, hit.found) for hit in first] == [("r1", 0b011)]


def test_words_leave_the_names_of_courses_to_the_question_of_courses(snapshot: EvidenceSnapshot) -> None:
    sought = SoughtWords((SoughtWord("台北"),), leaves_courses=True)
    assert [each.category_code for each in count_texts(snapshot, _scope(snapshot), sought)] == [
        "course_outcome"
    ]
    assert [hit.entry_id for hit in load_text_hits(snapshot, _scope(snapshot), sought, most=9)] == ["o1"]


def test_courses_with_one_of_the_syllabi(snapshot: EvidenceSnapshot) -> None:
    names = load_course_names(snapshot, P1)
    syllabi = dict(load_linked_syllabi(snapshot, P1))
    assert list(syllabi) == ["s1", "s2"]
    assert "變數" in syllabi["s1"]
    hits = load_course_hits(snapshot, _scope(snapshot), [SoughtCourse(names, ("s1",))], most=9)
    assert [hit.entry_id for hit in hits] == ["r3", "r6"]
    assert count_courses(snapshot, _scope(snapshot), [SoughtCourse(names, ())]) == ()


def test_entries_are_counted_by_category(snapshot: EvidenceSnapshot) -> None:
    assert load_entry_counts(snapshot, _scope(snapshot), (COMPETITION, WORK)) == (
        EntryCount(A1, COMPETITION, 2),
        EntryCount(A1, WORK, 1),
    )


def test_item_modes_of_every_application(snapshot: EvidenceSnapshot) -> None:
    modes = {each.application_id: each for each in load_item_modes(snapshot, P1)}
    assert list(modes) == ["A1", "A2", "A3", "A4"]
    assert (modes[A2].mode_of("course"), modes[A2].mode_of("activity")) == ("json", "pdf")
    assert modes[ApplicationId("A4")].mode_of("outcome") == "unreadable"
    assert modes[A1].mode_of("") == ""


def test_names_of_the_evidence_know_who_bears_them(snapshot: EvidenceSnapshot) -> None:
    names = load_evidence_names(snapshot, P1)
    assert EvidenceName("數學", frozenset(map(ApplicationId, ("A1", "A2", "A4")))) in names
    assert EvidenceName("科學競賽", frozenset({A1})) in names
    assert EvidenceName("虛構高職", frozenset({A2})) in names
    assert "同一篇" not in {each.name for each in names}
