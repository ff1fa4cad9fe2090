"""The hand-made rows: four applicants at programme P1, one of them also at P2; all of them invented."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

Row = Mapping[str, object]

PDF_CONTENT = b"%PDF-1.4 hand-made"
PDF_SHA256 = hashlib.sha256(PDF_CONTENT).hexdigest()

MATHS = "111999301H11101A1010201"
PHYSICS = "111999301H11101B311040J"
CODING = "111999301H1110105110701"
BROKEN = "111999301H1110109 0A0001"
BINS = [0] * 88 + [4, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1]
BARS = [0, 0, 0, 0, 0, 0, 0, 0, 7, 3]


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


def _course(code: str, category: str, area: str, group: str, **values: object) -> Row:
    names = {"1": "部定必修", "3": "選修-加深加廣選修", "5": "選修-多元選修"}
    areas = {"02": "數學", "04": "自然科學", "07": "科技"}
    parts = {"course_category": category, "course_category_name": names[category]}
    area_parts = {"learning_area": area, "learning_area_name": areas[area], "course_group_code": group}
    return {
        "course_code": code,
        "is_valid_code": True,
        "school_code": "999301",
        **parts,
        **area_parts,
        **values,
    }


def _record(key: str, application: str, code: str, subject: str, group: str, **values: object) -> Row:
    keys = {"record_id": key, "application_id": application, "position": int(key[1:]), "course_code": code}
    when = {"academic_year": 111, "semester": 1}
    graded = {"grade": Decimal("80.00"), "grade_text": "80", "is_repeated_row": False}
    return {**keys, "subject": subject, "course_group_code": group, **when, **graded, **values}


def _text(application: str, category: str, entry: str, text: str, folded: str) -> Row:
    keys = {"application_id": application, "category_code": category, "entry_id": entry}
    return {**keys, "text": text, "folded_text": folded}


def _count(application: str, category: str, entries: int) -> Row:
    return {"application_id": application, "category_code": category, "entries": entries}


def _file(key: str, path: str, media_type: str, **values: object) -> Row:
    sizes = {"byte_size": len(PDF_CONTENT), "sha256": PDF_SHA256, "file_role": "attachment"}
    ledger = {"rows_read": 0, "rows_published": 0, "rows_set_aside": 0}
    return {"file_id": key, "relative_path": path, "media_type": media_type, **sizes, **ledger, **values}


ROWS: Mapping[str, Sequence[Row]] = {
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
        _applicant("H1", "1001", class_kind="普通班"),
        _applicant("H2", "1002", school_code="999401", school_name="虛構高職", school_type="V"),
        _applicant("H4", None),
    ],
    "application": [
        _application(
            "A1", "H1", "P1", "database", mean_standing=Decimal("25.0"), semester_grade_mean=Decimal("83.5")
        ),
        _application("A2", "H2", "P1", "partial_pdf", activity_record_mode="pdf"),
        _application("A3", "H3", "P1", "pdf"),
        _application("A4", "H4", "P1", "database"),
        _application("B1", "H1", "P2", "database"),
    ],
    "course": [
        _course(MATHS, "1", "02", "g.1.02", reference_subject="數學"),
        _course(PHYSICS, "3", "04", "g.3.04", reference_subject="選修物理-力學一"),
        _course(CODING, "5", "07", "g.5.07"),
        {"course_code": BROKEN, "is_valid_code": False, "course_group_code": "g.unknown"},
    ],
    "course_group": [
        {"course_group_code": "g.1.02", "label": "部定必修-數學", "course_category": "1", "sort_key": "1.02"},
        {
            "course_group_code": "g.3.04",
            "label": "選修-加深加廣選修-自然科學領域",
            "course_category": "3",
            "sort_key": "3.04",
        },
        {
            "course_group_code": "g.5.07",
            "label": "選修-多元選修-科技領域",
            "course_category": "5",
            "sort_key": "5.07",
        },
        {"course_group_code": "g.unknown", "label": "未分類", "course_category": "", "sort_key": "~"},
    ],
    "course_record": [
        _record("r0", "A1", PHYSICS, "選修物理-力學一", "g.3.04", academic_year=112, credits=Decimal("2")),
        _record(
            "r1",
            "A1",
            MATHS,
            "數學",
            "g.1.02",
            grade=Decimal("88.50"),
            grade_text="88.5",
            grade_distribution_id="d1",
            estimated_standing=Decimal("20.0"),
            standing_best=Decimal("15.0"),
            standing_worst=Decimal("25.0"),
        ),
        _record(
            "r2",
            "A1",
            BROKEN,
            "自主學習",
            "g.unknown",
            grade=None,
            grade_text="-1",
            learning_area_text="彈性",
        ),
        _record("r3", "A1", CODING, "程式 <b>設計</b>", "g.5.07", grade=Decimal("100.00"), grade_text="100"),
        _record("r4", "A2", MATHS, "數學", "g.1.02"),
        _record("r5", "A2", PHYSICS, "選修物理-力學一", "g.3.04"),
        _record("r6", "A2", CODING, "程式 <b>設計</b>", "g.5.07", semester=2),
        _record("r7", "A4", MATHS, "數學", "g.1.02"),
        _record("r8", "B1", MATHS, "數學", "g.1.02"),
    ],
    "grade_distribution": [
        {
            "grade_distribution_id": "d1",
            "population": 40,
            "grade_bins": BINS,
            "ten_point_bars": BARS,
            "bin_total": 10,
        },
    ],
    "semester_standing": [
        {
            "application_id": "A1",
            "academic_year": 111,
            "semester": 2,
            "standing_level": "department",
            "unit_name": "普通科",
        },
        {
            "application_id": "A1",
            "academic_year": 111,
            "semester": 2,
            "standing_level": "school",
            "unit_name": "虛構高中",
            "semester_grade": Decimal("84.00"),
            "grade_distribution_id": "d1",
            "estimated_standing": Decimal("30.0"),
            "standing_best": Decimal("28.0"),
            "standing_worst": Decimal("32.0"),
        },
        {
            "application_id": "A1",
            "academic_year": 111,
            "semester": 1,
            "standing_level": "school",
            "unit_name": "虛構高中",
            "semester_grade": Decimal("83.00"),
        },
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
        },
        {
            "activity_id": "v3",
            "application_id": "A1",
            "activity_list": "competition",
            "category_code": "activity.competition",
            "position": 1,
            "title": "文學獎",
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
    "syllabus": [
        {
            "syllabus_id": "s1",
            "course_code": CODING,
            "academic_year": 111,
            "subject": "程式設計",
            "requirement": "選修",
            "teacher_sources": ["校內單科"],
            "core_competencies": ["A2", "B2"],
            "weeks": '[{"week": "1", "topic": "變數", "content": null}]',
            "study_clusters": ["資訊"],
        },
        {
            "syllabus_id": "s2",
            "course_code": MATHS,
            "academic_year": 111,
            "subject": "數學",
            "core_competencies": ["C3"],
        },
    ],
    "course_syllabus_match": [
        {
            "course_code": CODING,
            "subject": "程式 <b>設計</b>",
            "syllabus_id": "s1",
            "match_method": "plan_code_and_name",
            "similarity": Decimal("91.00"),
        },
        {
            "course_code": MATHS,
            "subject": "數學",
            "syllabus_id": "s2",
            "match_method": "exact_code",
            "similarity": Decimal("100"),
        },
    ],
    "course_offer": [
        {"course_code": MATHS, "subject": "數學", "semester_credits": "440000"},
        {"course_code": "111999301H11101B3110401", "subject": "選修化學", "semester_credits": "002200"},
        {"course_code": PHYSICS, "subject": "選修物理-力學一", "semester_credits": "002200"},
        {"course_code": "111999301H1110106110H01", "subject": "第二外語", "semester_credits": "002200"},
        {"course_code": "111999999H11101A1010201", "subject": "數學", "semester_credits": "440000"},
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
        _text("A2", "course_group.g.5.07", "r6", "台北程式", "台北程式"),
        _text("B1", "course_group.g.1.02", "r8", "台北數學", "台北數學"),
    ],
    "school": [
        {"school_code": "999301", "school_name": "虛構高級中學", "county": "虛構縣", "is_in_reference": True},
    ],
    "source_file": [
        _file("f1", "099/P1/1003/1003_修課紀錄.pdf", "application/pdf", file_role="document"),
        _file("f2", "099/P1/1001/cert/獎狀.png", "image/png"),
        _file("f3", "099/P1/1001/stray.mp3", "audio/mpeg"),
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
