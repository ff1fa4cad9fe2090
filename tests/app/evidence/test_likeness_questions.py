"""Nearly equal texts and repeated files of the hand-made snapshot."""

from __future__ import annotations

from decimal import Decimal

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode
from app.domain.likeness import LikeEntry, LikePair
from app.evidence.questions import load_like_pairs, load_repeated_files
from app.evidence.snapshot import EvidenceSnapshot

P1, P2 = ProgrammeCode("P1"), ProgrammeCode("P2")
STATEMENT = CategoryCode("document.personal_statement")
A2 = LikeEntry(ApplicationId("A2"), P1, "測試H2", STATEMENT, "學習歷程自述")
A3 = LikeEntry(ApplicationId("A3"), P1, "測試H3", STATEMENT, "學習歷程自述")
B1 = LikeEntry(ApplicationId("B1"), P2, "測試H1", CategoryCode("activity.work"), "同一篇")


def test_all_programmes_come_with_the_most_alike_first(snapshot: EvidenceSnapshot) -> None:
    expected = (LikePair(A3, B1, Decimal("100.00"), True), LikePair(A2, A3, Decimal("43.21"), False))
    assert load_like_pairs(snapshot, None) == (expected, 2)


def test_a_programme_has_the_pairs_of_its_own_only(snapshot: EvidenceSnapshot) -> None:
    assert load_like_pairs(snapshot, P1) == ((LikePair(A2, A3, Decimal("43.21"), False),), 1)
    assert load_like_pairs(snapshot, P2) == ((), 0)


def test_hidden_application_is_in_no_pair(snapshot: EvidenceSnapshot) -> None:
    assert load_like_pairs(snapshot, None, hidden_ids=[ApplicationId("A3")]) == ((), 0)


def test_repeated_files_are_told_by_entry(snapshot: EvidenceSnapshot) -> None:
    files, count = load_repeated_files(snapshot, P1)
    assert [(each.entry.application_id, each.entry.title, each.applicants) for each in files] == [
        ("A1", "stray.mp3", 2),
        ("A1", "獎狀.png", 2),
        ("A3", "1003_修課紀錄.pdf", 2),
        ("A3", "1003_修課紀錄.pdf", 2),
    ]
    assert count == 4


def test_file_left_with_one_applicant_is_not_told(snapshot: EvidenceSnapshot) -> None:
    assert load_repeated_files(snapshot, None, hidden_ids=[ApplicationId("A1")]) == ((), 0)
    assert load_repeated_files(snapshot, P2) == ((), 0)
