"""Lists through a whole build: what was offered beside what was taken, names by year, plans of syllabi, and checks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.reference_folder import use_reference_folder
from tests.pipelines.handmade import CODE, Exports, course, profile

PLAN = CODE[:16]
OTHER_PLAN = "111041305H11102A"
OFFER_HEADER = "課程代碼,科目名稱,授課學期學分"
MATHEMATICS, HISTORY, READING, TALKS = "1010203", "3110301", "5110101", "8000001"
SUMS = "select (sum(rows_read), sum(rows_published), sum(rows_set_aside)) from source_file"


def _offers(exports: Exports, *rows: tuple[str, str]) -> None:
    lines = [f"{code},{subject},444440" for code, subject in rows]
    exports.write("course_codes/111.txt", ("\r\n".join(lines) + "\r\n").encode("cp950"))


def _opportunities(exports: Exports) -> list[tuple[object, ...]]:
    sql = "select label, offered, taken from course_opportunity join course_group using (course_group_code) order by sort_key"
    return exports.query(sql)


def test_not_chosen_is_told_from_not_offered(exports: Exports) -> None:
    exports.courses(
        course(), course(實際修課學期="2"), course(課程代碼=PLAN + TALKS, 科目名稱="班會", 學業成績=None)
    )
    _offers(exports, (PLAN + MATHEMATICS, "數學"), (PLAN + HISTORY, "族群歷史"), (PLAN + READING, "電影"))
    assert _opportunities(exports) == [
        ("部定必修-數學", 1, 1),
        ("選修-加深加廣選修-社會領域", 1, 0),
        ("選修-多元選修-語文領域", 1, 0),
        ("團體活動時間", 0, 1),
    ]


def test_offer_is_unknown_where_no_list_tells_the_plan(exports: Exports) -> None:
    exports.courses(course())
    _offers(exports, (OTHER_PLAN + MATHEMATICS, "數學"))
    assert _opportunities(exports) == [("部定必修-數學", None, 1)]


def test_offer_is_that_of_the_undivided_year_and_of_the_class_group(exports: Exports) -> None:
    undivided, neighbour = PLAN[:15] + "0", PLAN[:15] + "Z"
    exports.courses(
        course(課程代碼=undivided + MATHEMATICS),
        course(課程代碼=undivided + TALKS, 科目名稱="班會", 學業成績=None),
        course(課程代碼=PLAN + HISTORY, 科目名稱="族群歷史"),
    )
    offered = [(undivided, MATHEMATICS, "數學"), (PLAN, MATHEMATICS, "數學"), (PLAN, HISTORY, "族群歷史")]
    not_own = [(neighbour, READING, "電影")]
    _offers(exports, *((plan + tail, name) for plan, tail, name in offered + not_own))
    assert _opportunities(exports) == [
        ("部定必修-數學", 1, 1),
        ("選修-加深加廣選修-社會領域", 1, 1),
        ("團體活動時間", 0, 1),
    ]


def test_own_plan_is_that_of_most_courses_of_the_own_school(exports: Exports) -> None:
    former = "111193404H11101A"
    codes = [PLAN + MATHEMATICS, PLAN + HISTORY, OTHER_PLAN + HISTORY]
    codes += [former + tail for tail in (MATHEMATICS, HISTORY, READING)]
    exports.courses(*(course(課程代碼=code) for code in codes))
    assert exports.query("select course_plan_code from applicant") == [(PLAN,)]


def test_own_plan_of_equal_counts_is_the_lower_code_and_none_without_the_own_school(exports: Exports) -> None:
    exports.courses(course(), course(課程代碼=OTHER_PLAN + MATHEMATICS))
    exports.item("基本資料", profile(學校代碼="193404", 編號="10000002"), number="10000002")
    courses = {"學習紀錄": [course()]}
    exports.item("修課紀錄", courses, number="10000002")
    sql = "select application_number, course_plan_code from applicant order by 1"
    assert exports.query(sql) == [("10000001", PLAN), ("10000002", None)]


def test_offered_course_stands_where_its_records_stand(exports: Exports) -> None:
    required = PLAN + "2010001"
    syllabus = {"課程代碼": required, "科目名稱": "專題", "對應學群": "工程學群"}
    exports.write("syllabi/a.jsonl", json.dumps(syllabus, ensure_ascii=False))
    exports.courses(course())
    _offers(exports, (required, "專題"), (PLAN + MATHEMATICS, "數學(二)"), ("x", "y"))
    sql = "select course_code, course_plan_code, course_group_code from course_offer order by 1"
    assert exports.query(sql) == [
        (PLAN + MATHEMATICS, PLAN, "g.1.02.03"),
        (required, PLAN, "g.2.c02"),
        ("x", None, "g.invalid"),
    ]


def test_credits_with_letters_and_of_another_form_are_shown_and_told(exports: Exports) -> None:
    rows = ["TT0000", "44444"]
    text = "\n".join(f"{PLAN}{MATHEMATICS[:-1]}{n},數學{n},{credits}" for n, credits in enumerate(rows))
    exports.write("course_codes/a.csv", f"{OFFER_HEADER}\n{text}\n")
    sql = """
        select rule, semester_credits
        from data_problem
        join course_offer on ends_with(raw_value, semester_credits)
        where rule like 'course_credits%'
        order by rule
    """
    assert exports.query(sql) == [("course_credits_form", "44444"), ("course_credits_letter", "TT0000")]


def test_class_groups_school_names_and_plans_are_published(exports: Exports) -> None:
    exports.item("基本資料", profile(學校名稱="", 學校代碼="999999"))
    exports.write("class_groups/041305_111.txt", "1,2,3,4,A,自然組\n")
    exports.write(
        "schools/a.csv", "學年度,學校代碼,學校名稱,縣市名稱\n108,999999,舊名,甲縣\n112,999999,新名,乙縣\n"
    )
    exports.write("syllabi/a.csv", f"課程代碼,科目名稱,教學大綱,授課教師\n{CODE},數學,第1週 數,某\n")
    sql = f"""
        select
            (select list((school_code, entry_year, class_group, class_group_name)) from class_group),
            (select list((academic_year, school_name) order by academic_year) from school_name),
            (select list((school_name, county)) from school),
            (select list((position, week, topic)) from syllabus_week),
            (select list(raw_record) from syllabus),
            ({SUMS}),
    """
    assert exports.query(sql) == [
        (
            [("041305", 111, "A", "自然組")],
            [(108, "舊名"), (112, "新名")],
            [("新名", "乙縣")],
            [(0, "1週", "數")],
            ['{"授課教師":"某"}'],
            (5, 5, 0),
        )
    ]


def test_ledger_counts_what_lists_refuse(exports: Exports) -> None:
    exports.write("course_codes/a.csv", f'{OFFER_HEADER}\n{CODE},數"學,4\n{CODE},國"文,4\n')
    exports.write("schools/a.csv", "學年度,學校代碼,學校名稱\n111,041305\n111,041305,忠信\n111,041305,忠信\n")
    exports.write("syllabi/a.xlsx", b"PK\x03\x04")
    assert exports.query(SUMS) == [((7, 2, 5),)]


def _profiles(exports: Exports, changes: list[dict[str, str]]) -> None:
    """One applicant each, numbered from 10000001."""
    for number, change in enumerate(changes, start=10000001):
        exports.item("基本資料", profile(編號=str(number), **change), number=str(number))


def test_name_with_a_lost_or_private_character_is_kept_and_told(exports: Exports) -> None:
    told = {
        "陳?明": "name_with_replacement",
        "陳\ufffd明": "name_with_replacement",
        "陳\uff1f明": "name_with_replacement",
        "陳\ue000明": "name_with_private_use",
        "陳\U000f0000明": "name_with_private_use",
        "Li?": None,
        "陳堃明": None,
    }
    _profiles(exports, [{"姓名": name} for name in told])
    sql = """
        select applicant.name, rule
        from applicant
        join application using (applicant_id)
        left join data_problem on data_problem.application_id = application.application_id
            and rule like 'name_with%'
        order by application_number
    """
    assert exports.query(sql) == list(told.items())


def test_school_code_without_its_zero_is_restored_where_proven(exports: Exports) -> None:
    _profiles(exports, [{"學校代碼": code} for code in ("41305", "０４１３０５", "77", "041305")])
    sql = """
        select school_code, raw_value
        from applicant
        join application using (applicant_id)
        left join data_problem on data_problem.application_id = application.application_id
            and rule = 'leading_zero_lost'
        order by application_number
    """
    assert exports.query(sql) == [
        ("041305", "41305 → 041305"),
        ("041305", "０４１３０５ → 041305"),
        ("77", "77 → 000077?"),
        ("041305", None),
    ]


def test_serial_number_of_a_spreadsheet_is_no_date_and_shows_the_one_it_may_be(exports: Exports) -> None:
    exports.item("多元表現", {"服務學習紀錄": [{"服務名稱": "x", "開始日期": "45292", "結束日期": "無此日"}]})
    sql = "select rule, raw_value from data_problem where rule like '%date%' order by 1"
    assert exports.query(sql) == [("excel_serial_date", "45292 = 2024-01-01"), ("unreadable_date", "無此日")]
    assert exports.query("select start_date from activity_record") == [(None,)]


def test_credited_enrichment_needs_its_credit_rule(exports: Exports) -> None:
    rules = [{"是否採計學分": rule} for rule in ("3", "1")]
    enrichment = PLAN + "90D000"
    exports.courses(
        *(course(課程代碼=f"{enrichment}{n}", 學業成績=None, **rule) for n, rule in enumerate(rules))
    )
    sql = "select row_position, raw_value from data_problem where rule = 'credit_rule_differs'"
    assert exports.query(sql) == [(1, "1")]


@pytest.fixture
def _built_in_lists() -> Iterator[None]:
    yield
    use_reference_folder(None)


@pytest.mark.usefixtures("_built_in_lists")
def test_replaced_list_changes_the_snapshot_and_what_is_in_it(exports: Exports, tmp_path: Path) -> None:
    exports.item("基本資料", profile(學校名稱="", 學校代碼="999999"))
    built_in = exports.build()
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "school.csv").write_text("code,name\n999999,新設高中\n", encoding="utf-8")
    use_reference_folder(lists)
    assert exports.query("select school_name, is_in_reference from school") == [("新設高中", True)]
    assert exports.build().snapshot_id != built_in.snapshot_id


def test_reference_list_among_the_exports_is_not_used(exports: Exports) -> None:
    exports.item("基本資料", profile(學校名稱="", 學校代碼="999999"))
    exports.write("reference/school.csv", "code,name\n999999,新設高中\n")
    assert exports.query("select school_name, is_in_reference from school") == [("999999", False)]
    assert exports.problems() == {"reference_not_used": 1}
