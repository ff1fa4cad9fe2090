"""Applicant lists, profiles, trees and category tables of the hand-made snapshot."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.evidence import (
    ApplicationId,
    ApplicationSummary,
    CategoryCode,
    CategoryRow,
    Programme,
    ProgrammeCode,
    ReviewItem,
    TreeNode,
)
from app.errors import NotFound
from app.evidence.questions import (
    find_application,
    load_application_tree,
    load_applications,
    load_category_rows,
    load_profile,
    load_programme_tree,
    load_programmes,
    load_review_items,
)
from app.evidence.snapshot import EvidenceSnapshot

P1 = ProgrammeCode("P1")
A1 = ApplicationId("A1")

FIRST = ApplicationSummary(
    "A1",  # type: ignore[arg-type]
    "H1",  # type: ignore[arg-type]
    P1,
    "1001",
    "測試H1",
    "虛構高中",
    "虛構縣",
    "H",
    None,
    None,
    "database",
    Decimal("25.0"),
    Decimal("83.5"),
)


def _counts(nodes: tuple[TreeNode, ...]) -> list[tuple[str, int]]:
    return [(node.category_code, node.count) for node in nodes]


def test_programmes_come_by_code(snapshot: EvidenceSnapshot) -> None:
    assert load_programmes(snapshot) == (
        Programme(P1, "甲系", "虛構大學", "cac", 114),
        Programme(ProgrammeCode("P2"), "乙系", "虛構大學", "cac", 114),
    )


def test_applications_come_by_number_and_hidden_numbers_last(snapshot: EvidenceSnapshot) -> None:
    found = load_applications(snapshot, P1)
    assert [(each.application_id, each.application_number) for each in found] == [
        ("A1", "1001"),
        ("A2", "1002"),
        ("A3", "1003"),
        ("A4", ""),
    ]


def test_application_by_key_is_the_same_line_as_in_the_list(snapshot: EvidenceSnapshot) -> None:
    assert find_application(snapshot, A1) == FIRST
    assert load_applications(snapshot, P1)[0] == FIRST


def test_application_with_unknown_key_is_none(snapshot: EvidenceSnapshot) -> None:
    assert find_application(snapshot, ApplicationId("A1' or true --")) is None


def test_profile_adds_how_each_item_arrived(snapshot: EvidenceSnapshot) -> None:
    profile = load_profile(snapshot, ApplicationId("A2"))
    modes = (profile.course_record_mode, profile.course_outcome_mode, profile.activity_record_mode)
    assert modes == ("json", "json", "pdf")
    assert (profile.summary.school_name, profile.school_code) == ("虛構高職", "999401")
    assert profile.has_sixth_semester is False


def test_profile_of_unknown_application_is_not_found(snapshot: EvidenceSnapshot) -> None:
    with pytest.raises(NotFound):
        load_profile(snapshot, ApplicationId("none"))


def test_application_tree_counts_entries_zeros_included(snapshot: EvidenceSnapshot) -> None:
    assert _counts(load_application_tree(snapshot, ApplicationId("A2"))) == [
        ("profile", 1),
        ("document.personal_statement", 0),
        ("activity.competition", 0),
        ("activity.work", 0),
        ("activity.licence", 0),
        ("course_outcome", 0),
        ("document.course_record", 0),
        ("attachment.unlinked", 0),
        ("course_group.g.1.02", 1),
        ("course_group.g.3.04", 1),
        ("course_group.g.5.07", 1),
        ("course_group.g.unknown", 0),
    ]


def test_application_tree_has_the_nodes_of_its_own_programme_only(snapshot: EvidenceSnapshot) -> None:
    assert _counts(load_application_tree(snapshot, ApplicationId("B1"))) == [
        ("profile", 1),
        ("document.personal_statement", 0),
        ("activity.competition", 0),
        ("activity.work", 0),
        ("activity.licence", 0),
        ("course_outcome", 0),
        ("course_group.g.1.02", 1),
    ]


def test_programme_tree_counts_applications(snapshot: EvidenceSnapshot) -> None:
    nodes = load_programme_tree(snapshot, P1)
    assert _counts(nodes) == [
        ("profile", 4),
        ("document.personal_statement", 1),
        ("activity.competition", 1),
        ("activity.work", 1),
        ("activity.licence", 0),
        ("course_outcome", 1),
        ("document.course_record", 1),
        ("attachment.unlinked", 1),
        ("course_group.g.1.02", 3),
        ("course_group.g.3.04", 2),
        ("course_group.g.5.07", 2),
        ("course_group.g.unknown", 1),
    ]
    assert nodes[-2].label == "選修-多元選修-科技領域"


def test_review_items_are_those_of_the_year(snapshot: EvidenceSnapshot) -> None:
    grouped = (CategoryCode("course_group"), CategoryCode("document.course_record"))
    assert load_review_items(snapshot, "cac", admission_year=114) == (
        ReviewItem("A", "修課紀錄", "修課紀錄", grouped),
        ReviewItem("J", "多元表現", "競賽表現", (CategoryCode("activity.competition"),)),
    )


@pytest.mark.parametrize(
    ("category", "first", "second"),
    [
        ("activity.competition", (2, "科學競賽 佳作 · 文學獎"), (0, "")),
        ("course_group.g.1.02", (1, "數學 88.5"), (1, "數學 80")),
        ("course_group.g.5.07", (1, "程式 <b>設計</b> 100"), (1, "程式 <b>設計</b> 80")),
        ("course_outcome", (2, "選修物理-力學一 · 數學"), (0, "")),
        ("attachment.unlinked", (1, "stray.mp3"), (0, "")),
        ("profile", (1, "虛構高中"), (1, "虛構高職")),
    ],
)
def test_category_rows_have_a_line_for_every_application(
    snapshot: EvidenceSnapshot, category: str, first: tuple[int, str], second: tuple[int, str]
) -> None:
    rows = load_category_rows(snapshot, P1, category_code=CategoryCode(category))
    assert [row.application_id for row in rows] == ["A1", "A2", "A3", "A4"]
    assert rows[:2] == (CategoryRow(A1, *first), CategoryRow(ApplicationId("A2"), *second))


def test_category_rows_of_a_document_name_the_file(snapshot: EvidenceSnapshot) -> None:
    rows = load_category_rows(snapshot, P1, category_code=CategoryCode("document.course_record"))
    assert rows[2] == CategoryRow(ApplicationId("A3"), 1, "1003_修課紀錄.pdf")
