"""The hand-made rows about courses: codes, grades, distributions, syllabi and one school's offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

Row = Mapping[str, object]

MATHS = "111999301H11101A1010201"
PHYSICS = "111999301H11101B311040J"
CODING = "111999301H1110105110701"
BROKEN = "111999301H1110109 0A0001"
BINS = [0] * 88 + [4, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1]
BARS = [0, 0, 0, 0, 0, 0, 0, 0, 7, 3]
MADE_UP = '{"學業成績": {"分數": "45", "成績及格": "0", "補考成績": "60", "補考及格": "1"}, "質性文字描述": "有進步"}'
RETAKEN = (
    '{"學業成績": "62", "原修課學年度": "110", "原修課學期": "2", "重修成績": "62", "重修及格": "1",'
    ' "是否採計學分": "1"}'
)


def _course(code: str, category: str, area: str, group: str, **values: object) -> Row:
    names = {"1": "部定必修", "3": "選修-加深加廣選修", "5": "選修-多元選修"}
    areas = {"02": "數學", "04": "自然科學", "07": "科技"}
    parts = {"course_category": category, "course_category_name": names[category]}
    area_parts = {"learning_area": area, "learning_area_name": areas[area], "course_group_code": group}
    return {
        "course_code": code,
        "is_valid_code": True,
        "entry_year": int(code[:3]),
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


COURSE_ROWS: Mapping[str, Sequence[Row]] = {
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
        _record("r4", "A2", MATHS, "數學", "g.1.02", course_category_text="部定必修", raw_record=MADE_UP),
        _record("r5", "A2", PHYSICS, "選修物理-力學一", "g.3.04", raw_record=RETAKEN),
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
            "runner_up_syllabus_id": "s2",
            "runner_up_similarity": Decimal("88.00"),
            "is_uncertain": True,
        },
        {
            "course_code": MATHS,
            "subject": "數學",
            "syllabus_id": "s2",
            "match_method": "exact_code",
            "similarity": Decimal("100"),
        },
    ],
    "school_name": [
        {"school_code": "999301", "academic_year": year, "school_name": name}
        for year, name in ((110, "舊虛構中學"), (111, "舊虛構中學"), (112, "虛構高中"))
    ],
    "class_group": [
        {
            "school_code": "999301",
            "entry_year": 111,
            "class_group": "A",
            "class_group_name": "數理班群",
        },
        {
            "school_code": "999301",
            "entry_year": 110,
            "class_group": "A",
            "class_group_name": "往年的班群",
        },
    ],
    "course_offer": [
        {
            "course_code": MATHS,
            "subject": "數學",
            "semester_credits": "440000",
            "course_plan_code": MATHS[:16],
        },
        {"course_code": "111999301H11101B3110401", "subject": "選修化學", "semester_credits": "002200"},
        {"course_code": PHYSICS, "subject": "選修物理-力學一", "semester_credits": "002200"},
        {"course_code": "111999301H12102A1010201", "subject": "數 學", "semester_credits": "440000"},
        {"course_code": "110999301H11101A1010209", "subject": "舊數學", "semester_credits": "440000"},
        {"course_code": "111999301H1110106110H01", "subject": "第二外語", "semester_credits": "002200"},
        {"course_code": "111999999H11101A1010201", "subject": "數學", "semester_credits": "440000"},
    ],
}
