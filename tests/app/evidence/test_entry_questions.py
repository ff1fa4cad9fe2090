"""Outcomes, activities, documents and files of the hand-made snapshot."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.evidence import ApplicationId, CategoryCode, EvidenceFile, LinkedFile
from app.evidence.questions import (
    find_file,
    load_activity_records,
    load_course_outcomes,
    load_documents,
    load_unlinked_files,
)
from app.evidence.snapshot import EvidenceSnapshot
from tests.app.evidence.snapshot_rows import PDF_CONTENT, PDF_SHA256

A1 = ApplicationId("A1")
SIZE = len(PDF_CONTENT)
PICTURE = EvidenceFile("n1", A1, "獎狀.png", "image", "image/png", SIZE, PDF_SHA256)
STRAY = EvidenceFile("n3", A1, "stray.mp3", "audio", "audio/mpeg", SIZE, PDF_SHA256)


def test_course_outcomes_come_in_the_order_of_the_file(snapshot: EvidenceSnapshot) -> None:
    outcomes = load_course_outcomes(snapshot, A1)
    assert [each.outcome_id for each in outcomes] == ["o0", "o1"]
    assert (outcomes[1].summary, outcomes[1].external_link) == ("臺北的資料", "https://example.invalid/")


def test_link_to_a_file_that_did_not_arrive_keeps_its_path(snapshot: EvidenceSnapshot) -> None:
    outcomes = load_course_outcomes(snapshot, A1)
    assert [each.files for each in outcomes] == [(), (LinkedFile("video", "lost.mp4", None),)]


def test_activity_records_come_in_tree_order_with_their_files(snapshot: EvidenceSnapshot) -> None:
    activities = load_activity_records(snapshot, A1)
    assert [each.activity_id for each in activities] == ["v1", "v3", "v2"]
    first = activities[0]
    assert (first.title, first.role, first.start_date) == ("科學競賽", "佳作", date(2024, 5, 4))
    assert (first.hours, first.end_date) == (Decimal("1.500"), None)
    assert first.files == (LinkedFile("certificate", "cert/獎狀.png", PICTURE),)


def test_activity_records_of_one_category_leave_the_others_out(snapshot: EvidenceSnapshot) -> None:
    activities = load_activity_records(snapshot, A1, category_code=CategoryCode("activity.work"))
    assert [each.activity_id for each in activities] == ["v2"]


def test_documents_come_in_tree_order(snapshot: EvidenceSnapshot) -> None:
    documents = load_documents(snapshot, ApplicationId("A3"))
    assert [(each.document_id, each.label) for each in documents] == [
        ("t2", "學習歷程自述"),
        ("t1", "修課紀錄（PDF）"),
    ]
    assert documents[1].file.file_name == "1003_修課紀錄.pdf"
    assert documents[1].file.media_kind == "pdf"
    assert (documents[1].page_count, documents[1].has_text) == (1, False)


def test_unlinked_files_are_only_those_without_a_record(snapshot: EvidenceSnapshot) -> None:
    assert load_unlinked_files(snapshot, A1) == (STRAY,)


def test_file_is_found_by_attachment_and_by_document_key(snapshot: EvidenceSnapshot) -> None:
    assert find_file(snapshot, "n1") == PICTURE
    document = find_file(snapshot, "t1")
    assert document is not None
    assert (document.file_key, document.application_id) == ("t1", "A3")


def test_file_that_did_not_arrive_or_is_unknown_is_none(snapshot: EvidenceSnapshot) -> None:
    assert (find_file(snapshot, "n2"), find_file(snapshot, "none")) == (None, None)
