"""Entries of many applicants in a line each, and the form of their items, on the hand-made snapshot."""

from __future__ import annotations

from app.domain.evidence import ApplicationId, CategoryCode, EvidenceLine, ItemModes, ProgrammeCode
from app.evidence.questions import (
    load_course_records,
    load_documents,
    load_evidence_lines,
    load_modes_by_application,
    load_unlinked_files,
)
from app.evidence.snapshot import EvidenceSnapshot

P1 = ProgrammeCode("P1")
A1, A2, A3, B1 = (ApplicationId(key) for key in ("A1", "A2", "A3", "B1"))


def lines_of(
    snapshot: EvidenceSnapshot, *codes: str, ids: tuple[ApplicationId, ...] = (A1,)
) -> list[EvidenceLine]:
    found = load_evidence_lines(
        snapshot, P1, application_ids=ids, category_codes=[CategoryCode(code) for code in codes]
    )
    return list(found)


def test_activities_and_outcomes_come_in_the_order_of_the_file(snapshot: EvidenceSnapshot) -> None:
    lines = lines_of(snapshot, "activity.competition", "course_outcome")
    assert [(each.category_code, each.entry_id) for each in lines] == [
        ("activity.competition", "v1"),
        ("activity.competition", "v3"),
        ("course_outcome", "o0"),
        ("course_outcome", "o1"),
    ]
    assert (lines[0].title, lines[0].detail) == ("科學競賽", "佳作")
    assert (lines[3].detail, lines[3].academic_year, lines[3].semester) == ("臺北的資料", 111, 2)


def test_courses_say_the_same_as_the_course_table(snapshot: EvidenceSnapshot) -> None:
    records = {each.record_id: each for each in load_course_records(snapshot, A1)}
    lines = lines_of(snapshot, "course_group")
    assert {each.entry_id for each in lines} == set(records)
    for line in lines:
        record = records[line.entry_id]
        assert line == EvidenceLine(
            A1,
            CategoryCode("course_group." + record.course_group_code),
            record.record_id,
            record.subject,
            None,
            record.academic_year,
            record.semester,
            record.grade,
            record.grade_text,
            record.standing.percent if record.standing else None,
        )


def test_one_course_group_leaves_the_others_out(snapshot: EvidenceSnapshot) -> None:
    everything = lines_of(snapshot, "course_group")
    code = everything[0].category_code
    assert lines_of(snapshot, code) == [each for each in everything if each.category_code == code]


def test_documents_and_loose_files_are_named(snapshot: EvidenceSnapshot) -> None:
    documents = load_documents(snapshot, A3)
    codes = [each.category_code for each in documents]
    found = lines_of(snapshot, *codes, ids=(A3,))
    assert {(each.entry_id, each.title) for each in found} == {
        (each.document_id, each.file.file_name) for each in documents
    }
    assert [each.title for each in lines_of(snapshot, "attachment.unlinked")] == [
        each.file_name for each in load_unlinked_files(snapshot, A1)
    ]


def test_applicants_not_asked_for_and_other_programmes_stay_out(snapshot: EvidenceSnapshot) -> None:
    lines = lines_of(snapshot, "activity.work", "activity.competition", ids=(A2, B1))
    assert lines == []
    assert {each.application_id for each in lines_of(snapshot, "activity.work", ids=(A1, A3))} == {A1}


def test_item_modes_are_those_of_the_programme(snapshot: EvidenceSnapshot) -> None:
    assert load_modes_by_application(snapshot, P1) == {
        "A1": ItemModes("json", "json", "json"),
        "A2": ItemModes("json", "json", "pdf"),
        "A3": ItemModes("pdf", "pdf", "pdf"),
        "A4": ItemModes("json", "unreadable", "json"),
    }
