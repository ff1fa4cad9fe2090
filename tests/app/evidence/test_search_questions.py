"""Keyword search over the hand-made snapshot."""

from __future__ import annotations

import pytest

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SearchHit
from app.evidence.questions import search_application, search_programme
from app.evidence.snapshot import EvidenceSnapshot

P1 = ProgrammeCode("P1")
A1 = ApplicationId("A1")


def _entries(snapshot: EvidenceSnapshot, keyword: str) -> list[str]:
    return [hit.entry_id for hit in search_programme(snapshot, P1, keyword=keyword)]


def test_hit_carries_the_text_as_received(snapshot: EvidenceSnapshot) -> None:
    assert search_application(snapshot, A1, keyword="台北") == (
        SearchHit(A1, CategoryCode("course_outcome"), "o1", "臺北的 資料"),
    )


@pytest.mark.parametrize(
    ("keyword", "entries"),
    [
        ("臺北", ["o1", "r6"]),
        ("資料 台北", ["o1"]),
        ("台北 競賽", []),
        ("協會 競賽", ["v1"]),
        ("協會科學", []),
        ("ai虛構", []),
        ("ai", ["v1"]),
        ("ＡＩ", ["v1"]),
        ("100%", ["v1"]),
        ("100_", []),
        ("%", ["v1"]),
        ("'", []),
        ("　", []),
        ("", []),
    ],
)
def test_programme_search_finds_every_word_literally(
    snapshot: EvidenceSnapshot, keyword: str, entries: list[str]
) -> None:
    assert _entries(snapshot, keyword) == entries


def test_page_of_a_document_is_found_with_its_number(snapshot: EvidenceSnapshot) -> None:
    place = (ApplicationId("A2"), CategoryCode("document.personal_statement"), "t3")
    second = SearchHit(*place, "讀書計畫：機器 學習", 2)
    assert search_application(snapshot, ApplicationId("A2"), keyword="機器學習") == (second,)
    assert search_programme(snapshot, P1, keyword="計畫 機器") == (second,)
    both = (SearchHit(*place, "學習動機：機器人", 1), second)
    assert search_programme(snapshot, P1, keyword="機器 學習") == both


def test_page_of_another_application_is_not_found(snapshot: EvidenceSnapshot) -> None:
    assert search_application(snapshot, A1, keyword="機器人") == ()
    assert search_programme(snapshot, P1, keyword="機器人", application_ids=[A1]) == ()
    assert search_programme(snapshot, ProgrammeCode("P2"), keyword="機器人") == ()


def test_programme_search_keeps_to_the_given_applications(snapshot: EvidenceSnapshot) -> None:
    chosen = [ApplicationId("A2"), ApplicationId("B1")]
    hits = search_programme(snapshot, P1, keyword="台北", application_ids=chosen)
    assert [hit.application_id for hit in hits] == ["A2"]


def test_programme_search_over_no_application_finds_nothing(snapshot: EvidenceSnapshot) -> None:
    assert search_programme(snapshot, P1, keyword="台北", application_ids=()) == ()


def test_application_search_stays_within_the_application(snapshot: EvidenceSnapshot) -> None:
    assert search_application(snapshot, ApplicationId("A3"), keyword="台北") == ()


def test_words_may_stand_in_different_texts_of_one_entry(snapshot: EvidenceSnapshot) -> None:
    found = SearchHit(A1, CategoryCode("activity.competition"), "v1", "科學競賽 100% ＡI · 虛構協會")
    assert search_application(snapshot, A1, keyword="協會 競賽") == (found,)
    assert search_programme(snapshot, P1, keyword="協會 競賽") == (found,)
