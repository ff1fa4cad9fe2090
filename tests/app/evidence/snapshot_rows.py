"""The hand-made rows: four applicants at programme P1, one of them also at P2; all of them invented."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from tests.app.evidence.course_rows import COURSE_ROWS, Row

PDF_CONTENT = b"%PDF-1.4 hand-made"
PDF_SHA256 = hashlib.sha256(PDF_CONTENT).hexdigest()
STATEMENT_SHA256 = "6" * 64


def _applicant(key: str, number: str | None, **values: object) -> Row:
    facts = {"name": f"測試{key}", "name_key": f"測試{key}", "school_code": "999301"}
    facts |= {"school_name": "虛構高中", "county": "虛構縣", "school_type": "H"}
    return {"applicant_id": key, "application_number": number, **facts, **values}


def _application(key: str, applicant: str, programme: str, mode: str, **values: object) -> Row:
    items = dict.fromkeys(("course_record_mode", "course_outcome_mode", "activity_record_mode"), "json")
    if mode == "pdf":
        items = dict.fromkeys(items, "pdf")
    keys = {"application_id": key, "applicant_id": applicant, "programme_code": programme}
    return {**keys, "submission_mode": mode, **items, "has_sixth_semester": False, **values}


def _text(application: str, category: str, entry: str, text: str, folded: str) -> Row:
    programme = "P2" if application.startswith("B") else "P1"
    keys = {"programme_code": programme, "application_id": application, "category_code": category}
    return {**keys, "entry_id": entry, "text": text, "folded_text": folded}


def _count(application: str, category: str, entries: int) -> Row:
    return {"application_id": application, "category_code": category, "entries": entries}


def _file(key: str, path: str, media_type: str, **values: object) -> Row:
    sizes = {"byte_size": len(PDF_CONTENT), "sha256": PDF_SHA256, "file_role": "attachment"}
    ledger = {"rows_read": 0, "rows_published": 0, "rows_set_aside": 0}
    return {"file_id": key, "relative_path": path, "media_type": media_type, **sizes, **ledger, **values}


def _page(number: int, text: str) -> Row:
    return {"sha256": STATEMENT_SHA256, "page_number": number, "text": text}


def _page_text(number: int, text: str, folded: str) -> Row:
    return {**_text("A2", "document.personal_statement", "t3", text, folded), "page_number": number}


def _pair(kind: str, *places: str, similarity: Decimal, is_identical: bool = False) -> Row:
    names = ("left_application_id", "left_entry_id", "right_application_id", "right_entry_id")
    likeness = {"similarity": similarity, "is_identical": is_identical}
    return {"text_kind": kind, **dict(zip(names, places, strict=True)), **likeness}


ROWS: Mapping[str, Sequence[Row]] = {
    **COURSE_ROWS,
    "programme": [
        {
            "programme_code": "P2",
            "programme_name": "乙系",
            "university_code": "099",
            "university_name": "虛構大學",
            "admission_channel": "cac",
            "admission_year": 114,
        },
        {
            "programme_code": "P1",
            "programme_name": "甲系",
            "university_code": "099",
            "university_name": "虛構大學",
            "admission_channel": "cac",
            "admission_year": 114,
        },
    ],
    "applicant": [
        _applicant("H3", "1003", low_income=True, applicant_status="一般生"),
        _applicant("H1", "1001", class_kind="普通班", course_plan_code="111999301H11101A"),
        _applicant("H2", "1002", school_code="999401", school_name="虛構高職", school_type="V"),
        _applicant("H4", None),
    ],
    "application": [
        _application(
            "A1", "H1", "P1", "database", mean_standing=Decimal("25.0"), semester_grade_mean=Decimal("83.5")
        ),
        _application("A2", "H2", "P1", "partial_pdf", activity_record_mode="pdf"),
        _application("A3", "H3", "P1", "pdf"),
        _application("A4", "H4", "P1", "database", course_outcome_mode="unreadable"),
        _application("B1", "H1", "P2", "database"),
    ],
    "course_outcome": [
        {
            "outcome_id": "o1",
            "application_id": "A1",
            "position": 1,
            "subject": "數學",
            "academic_year": 111,
            "semester": 2,
            "summary": "臺北的資料",
            "external_link": "https://example.invalid/",
        },
        {"outcome_id": "o0", "application_id": "A1", "position": 0, "subject": "選修物理-力學一"},
    ],
    "activity_record": [
        {
            "activity_id": "v1",
            "application_id": "A1",
            "activity_list": "competition",
            "category_code": "activity.competition",
            "position": 0,
            "title": "科學競賽",
            "role": "佳作",
            "start_date": date(2024, 5, 4),
            "hours": Decimal("1.500"),
        },
        {
            "activity_id": "v2",
            "application_id": "A1",
            "activity_list": "work",
            "category_code": "activity.work",
            "position": 0,
            "title": "作品",
            "level_name": "臺北市級",
        },
        {
            "activity_id": "v3",
            "application_id": "A1",
            "activity_list": "competition",
            "category_code": "activity.competition",
            "position": 1,
            "title": "文學獎",
        },
        {
            "activity_id": "v9",
            "application_id": "B1",
            "activity_list": "work",
            "category_code": "activity.work",
            "position": 0,
            "title": "同一篇",
        },
    ],
    "document": [
        {
            "document_id": "t1",
            "application_id": "A3",
            "document_kind": "course_record",
            "category_code": "document.course_record",
            "file_id": "f1",
        },
        {
            "document_id": "t2",
            "application_id": "A3",
            "document_kind": "personal_statement",
            "category_code": "document.personal_statement",
            "file_id": "f1",
        },
        {
            "document_id": "t3",
            "application_id": "A2",
            "document_kind": "personal_statement",
            "category_code": "document.personal_statement",
            "file_id": "f6",
        },
    ],
    "attachment": [
        {
            "attachment_id": "n1",
            "application_id": "A1",
            "owner_id": "v1",
            "category_code": "activity.competition",
            "link_kind": "certificate",
            "linked_path": "cert/獎狀.png",
            "file_id": "f2",
        },
        {
            "attachment_id": "n2",
            "application_id": "A1",
            "owner_id": "o1",
            "category_code": "course_outcome",
            "link_kind": "video",
            "linked_path": "lost.mp4",
        },
        {
            "attachment_id": "n3",
            "application_id": "A1",
            "category_code": "attachment.unlinked",
            "link_kind": "unlinked",
            "linked_path": "stray.mp3",
            "file_id": "f3",
        },
    ],
    "review_item": [
        {
            "admission_channel": "cac",
            "admission_year": 114,
            "item_code": "J",
            "item_group": "多元表現",
            "label": "競賽表現",
            "category_codes": ["activity.competition"],
            "sort_order": 20,
        },
        {
            "admission_channel": "cac",
            "admission_year": 114,
            "item_code": "A",
            "item_group": "修課紀錄",
            "label": "修課紀錄",
            "category_codes": ["course_group", "document.course_record"],
            "sort_order": 10,
        },
        {
            "admission_channel": "cac",
            "admission_year": 110,
            "item_code": "B",
            "item_group": "修課紀錄",
            "label": "修課紀錄",
            "category_codes": ["course_group"],
            "sort_order": 10,
        },
    ],
    "evidence_category": [
        {"category_code": "profile", "label": "基本資料", "sort_order": 10},
        {"category_code": "document.personal_statement", "label": "學習歷程自述", "sort_order": 20},
        {"category_code": "activity.competition", "label": "競賽參與紀錄", "sort_order": 30},
        {"category_code": "activity.work", "label": "作品成果紀錄", "sort_order": 50},
        {"category_code": "activity.licence", "label": "檢定證照紀錄", "sort_order": 70},
        {"category_code": "course_outcome", "label": "課程學習成果", "sort_order": 140},
        {"category_code": "document.course_record", "label": "修課紀錄（PDF）", "sort_order": 180},
        {"category_code": "document.practical_work", "label": "專題實作（PDF）", "sort_order": 190},
        {"category_code": "attachment.unlinked", "label": "未連結的附件", "sort_order": 220},
    ],
    "category_count": [
        *[_count(application, "profile", 1) for application in ("A1", "A2", "A3", "A4", "B1")],
        _count("A1", "activity.competition", 2),
        _count("A1", "activity.work", 1),
        _count("A1", "course_outcome", 2),
        _count("A1", "attachment.unlinked", 1),
        _count("A1", "course_group.g.1.02", 1),
        _count("A1", "course_group.g.3.04", 1),
        _count("A1", "course_group.g.5.07", 1),
        _count("A1", "course_group.g.unknown", 1),
        _count("A2", "course_group.g.1.02", 1),
        _count("A2", "course_group.g.3.04", 1),
        _count("A2", "course_group.g.5.07", 1),
        _count("A3", "document.course_record", 1),
        _count("A3", "document.personal_statement", 1),
        _count("A4", "course_group.g.1.02", 1),
        _count("B1", "course_group.g.1.02", 1),
    ],
    "searchable_text": [
        _text("A1", "course_outcome", "o1", "臺北的 資料", "台北的資料"),
        _text("A1", "activity.competition", "v1", "科學競賽 100% ＡI", "科學競賽100%ai"),
        _text("A1", "activity.competition", "v1", "虛構協會", "虛構協會"),
        _text("A2", "course_group.g.5.07", "r6", "台北程式", "台北程式"),
        _text("B1", "course_group.g.1.02", "r8", "台北數學", "台北數學"),
        _page_text(1, "學習動機：機器人", "學習動機:機器人"),
        _page_text(2, "讀書計畫：機器 學習", "讀書計畫:機器學習"),
    ],
    "school": [
        {"school_code": "999301", "school_name": "虛構高級中學", "county": "虛構縣", "is_in_reference": True},
    ],
    "source_file": [
        _file("f1", "099/P1/1003/1003_修課紀錄.pdf", "application/pdf", file_role="document"),
        _file("f2", "099/P1/1001/cert/獎狀.png", "image/png"),
        _file("f3", "099/P1/1001/stray.mp3", "audio/mpeg"),
        _file(
            "f6",
            "099/P1/1002/1002_自述.pdf",
            "application/pdf",
            file_role="document",
            sha256=STATEMENT_SHA256,
        ),
        _file(
            "f4",
            "099/P1/1001/1001_修課紀錄.json",
            "application/json",
            file_role="course_record",
            rows_read=10,
            rows_published=9,
            rows_set_aside=1,
            byte_size=100,
        ),
        _file(
            "f5",
            "099/P1/1002/1002_修課紀錄.json",
            "application/json",
            file_role="course_record",
            rows_read=3,
            rows_published=3,
            byte_size=50,
        ),
    ],
    "media_file": [
        {"sha256": PDF_SHA256, "inspection": "fine", "page_count": 1, "text_characters": 0},
        {"sha256": STATEMENT_SHA256, "inspection": "fine", "page_count": 2, "text_characters": 13},
    ],
    "document_page": [
        {"sha256": PDF_SHA256, "page_number": 1, "text": ""},
        _page(1, "學習動機：機器人"),
        _page(2, "讀書計畫：機器 學習"),
    ],
    "similar_text": [
        _pair("document", "A2", "t3", "A3", "t2", similarity=Decimal("43.21")),
        _pair("summary", "A3", "t2", "B1", "v9", similarity=Decimal("100"), is_identical=True),
    ],
    "repeated_file": [{"sha256": PDF_SHA256, "media_type": "application/pdf", "files": 3, "applicants": 2}],
    "data_problem": [
        {
            "problem_id": 2,
            "severity": "warn",
            "rule": "course_code_character",
            "message": "代碼含空白",
            "application_id": "A1",
            "programme_code": "P1",
        },
        {
            "problem_id": 1,
            "severity": "set_aside",
            "rule": "unreadable_row",
            "message": "無法讀取",
            "relative_path": "099/P1/1001/1001_修課紀錄.json",
            "row_position": 9,
            "application_id": "A1",
            "programme_code": "P1",
        },
        {
            "problem_id": 3,
            "severity": "warn",
            "rule": "course_code_character",
            "message": "代碼含空白",
            "application_id": "B1",
            "programme_code": "P2",
        },
        {"problem_id": 4, "severity": "warn", "rule": "unknown_school", "message": "學校不在名單"},
    ],
}
