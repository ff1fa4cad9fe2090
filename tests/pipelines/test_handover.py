"""Hand-made folders: what each file becomes, and what is said about what is wrong."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.build import check_exports
from pipelines.errors import UnreadableExports
from tests.pipelines.handmade import CODE, NUMBER, PDF, PNG, Exports, bins, course, profile, semester

BINS_KEY = "本科目分數級距分布"
MODES = (
    "select submission_mode, course_record_mode, course_outcome_mode, activity_record_mode from application"
)
SUMS = "select sum(rows_read), sum(rows_published), sum(rows_set_aside) from source_file"


def test_course_record_with_its_standing(exports: Exports) -> None:
    exports.courses(course(), course(實際修課學期="2", 學業成績={"分數": "88.5"}))
    sql = (
        "select grade, estimated_standing, standing_best, standing_worst from course_record order by position"
    )
    assert exports.query(sql) == [
        (Decimal("88.00"), Decimal("25.0"), Decimal("15.0"), Decimal("25.0")),
        (Decimal("88.50"), Decimal("20.0"), Decimal("15.0"), Decimal("25.0")),
    ]


def test_semester_standing_of_three_levels(exports: Exports) -> None:
    exports.courses(semesters=(semester(),))
    sql = "select standing_level, unit_name, estimated_standing from semester_standing order by 1"
    assert exports.query(sql) == [
        ("department", None, None),
        ("program_group", "學術學程", Decimal("20.0")),
        ("school", "忠信高中", Decimal("20.0")),
    ]
    assert exports.query("select semester_grade_mean, mean_standing from application") == [
        (Decimal("88.5"), Decimal("20.0"))
    ]


@pytest.mark.parametrize("received", ["-1", -1, "-999.99", "無", "", None])
def test_grade_sentinel_becomes_null_and_keeps_its_text(exports: Exports, received: Any) -> None:
    exports.courses(course(學業成績={"分數": received}))
    kept = None if received is None else str(received)
    assert exports.query("select grade, grade_text, estimated_standing from course_record") == [
        (None, kept, None)
    ]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"學業成績": {"分數": "0"}}, "grade_zero"),
        ({"學業成績": {"分數": "101"}}, "grade_out_of_range"),
        ({"學業成績": {"分數": "優"}}, "unreadable_number"),
        ({"實際修課學期": "1.5"}, "unreadable_number"),
        ({"課程代碼": ""}, "course_code_blank"),
        ({"課程代碼": CODE + "0"}, "course_code_length"),
        ({"課程代碼": "111041305H11101090A0001"}, "grade_not_allowed"),
        ({"母體人數": 41}, "distribution_total_differs"),
        ({"母體人數": "many"}, "population_unreadable"),
        ({"本科目分數級距分布": {"組距0_1的人數": 1}}, "distribution_unreadable"),
        ({"課程諮詢": "x"}, "unknown_key"),
    ],
)
def test_course_record_with_one_defect_is_kept_and_told(
    exports: Exports, changes: dict[str, Any], rule: str
) -> None:
    exports.courses(course(**changes))
    assert exports.problems() == {rule: 1}
    assert exports.query("select count(*) from course_record") == [(1,)]


def test_record_with_a_key_that_is_not_read_is_kept_as_received(exports: Exports) -> None:
    odd = course(是否採計學分="3", 本科目分數級距分布=bins(b1=40))
    nested = course(學業成績={"分數": "88", "成績及格": "1"})
    exports.courses(course(), odd, nested)
    texts = [text for (text,) in exports.query("select raw_record from course_record order by position")]
    expected = [{key: value for key, value in row.items() if key != BINS_KEY} for row in (odd, nested)]
    assert [text and json.loads(text) for text in texts] == [None, *expected]


def test_semester_with_a_key_that_is_not_read_is_kept_as_received(exports: Exports) -> None:
    level = semester()["校學習相對表現資訊"]
    odd = semester(學期="2", 校學習相對表現資訊=level | {"備註": "x"})
    exports.courses(semesters=(semester(), odd))
    rows = exports.query("select semester, raw_record from semester_standing order by semester")
    assert [text for number, text in rows if number == 1] == [None, None, None]
    texts = [text for number, text in rows if number == 2]
    expected = odd | {
        key: {name: value for name, value in odd[key].items() if name != "分數級距分布"}
        for key in ("校學習相對表現資訊", "群別學習相對表現資訊")
    }
    assert [json.loads(text) for text in texts] == [expected] * 3


def test_standing_beyond_the_population_is_withheld(exports: Exports) -> None:
    exports.courses(course(母體人數=9))
    assert exports.query("select estimated_standing, standing_worst from course_record") == [(None, None)]
    assert exports.problems() == {"distribution_total_differs": 1, "standing_out_of_range": 1}


def test_repeated_row_is_marked_and_told_once(exports: Exports) -> None:
    exports.courses(course(), course(學業成績={"分數": "90"}))
    assert exports.problems() == {"repeated_row": 1}
    assert exports.query("select is_repeated_row from course_record") == [(True,), (True,)]


def test_rows_set_aside_are_in_the_ledger(exports: Exports) -> None:
    exports.courses(
        course(), {"課程代碼": "109000000H11101A1010101"}, semesters=(semester(), semester(學生學期成績="1"))
    )
    assert exports.problems() == {"test_school_course": 1, "repeated_semester": 1}
    assert exports.query(SUMS) == [(5, 3, 2)]


def test_broken_json_is_set_aside_and_its_item_unreadable_rather_than_missing(exports: Exports) -> None:
    exports.item("修課紀錄", b'{"a": ')
    exports.item("課程學習成果", [])
    assert exports.query(MODES) == [("database", "unreadable", "json", "missing")]
    assert exports.query("select rule, raw_value from data_problem where severity = 'set_aside'") == [
        ("broken_json", "byte 6")
    ]


@pytest.mark.parametrize("value", ["text", 3, {"a": 3}])
def test_json_of_another_shape_is_set_aside(exports: Exports, value: Any) -> None:
    exports.item("課程學習成果", value)
    assert exports.problems() == {"unexpected_json_shape": 1}


@pytest.mark.parametrize(
    ("files", "mode"),
    [
        ([], "missing"),
        (["修課紀錄.pdf", "課程學習成果.pdf", "多元表現.pdf"], "pdf"),
        (["修課紀錄.json", "課程學習成果.pdf", "多元表現.pdf"], "partial_pdf"),
        (["修課紀錄.pdf"], "partial_pdf"),
        (["修課紀錄.json"], "database"),
        (
            ["多元表現綜整心得.pdf", "學習歷程自述.pdf", "其他.pdf", "專題實作及實習科目學習成果.pdf"],
            "missing",
        ),
    ],
)
def test_submission_mode_by_the_three_items(exports: Exports, files: list[str], mode: str) -> None:
    for name in files:
        exports.item(name, PDF if name.endswith(".pdf") else {})
    assert exports.query("select submission_mode from application") == [(mode,)]


def test_json_wins_over_pdf_which_becomes_another_document(exports: Exports) -> None:
    exports.courses(course())
    exports.item("修課紀錄.pdf", PDF)
    assert exports.query("select document_kind, category_code from document") == [
        ("other_document", "document.other_document")
    ]
    assert exports.problems() == {"json_and_pdf": 1}


def test_sixth_semester_tree_joins_the_application(exports: Exports) -> None:
    exports.write(f"999_grade6/999101/{NUMBER}/{NUMBER}_第6學期成績單.pdf", PDF)
    assert exports.query("select has_sixth_semester, submission_mode from application") == [(True, "missing")]


def test_attachments_found_missing_refused_and_unlinked(exports: Exports) -> None:
    links = {"課程學習成果文件檔案連結": "附件/a.pdf", "課程學習成果影音檔案連結": "../b.mp4"}
    exports.item(
        "課程學習成果", [{"科目名稱": "數學"} | links, {"課程學習成果文件檔案連結": "附件/none.pdf"}]
    )
    for name in ("附件/a.pdf", "附件/loose.png"):
        exports.write(f"999/999101/{NUMBER}/{name}", PDF if name.endswith(".pdf") else PNG)
    sql = "select link_kind, linked_path, file_id is null from attachment order by linked_path"
    assert exports.query(sql) == [
        ("video", "../b.mp4", True),
        ("document", "附件/a.pdf", False),
        ("unlinked", "附件/loose.png", False),
        ("document", "附件/none.pdf", True),
    ]
    assert exports.problems() == {"link_leaves_folder": 1, "attachment_missing": 1}
    kept = exports.query(
        "select sha256 from source_file where file_role = 'attachment' order by relative_path"
    )
    contents = [(exports.snapshots / "files" / digest[:2] / digest).read_bytes() for (digest,) in kept]
    assert contents == [PDF, PNG]


def test_symbolic_link_is_refused(exports: Exports) -> None:
    (exports.folder / "999/999101" / NUMBER / f"{NUMBER}_其他.pdf").symlink_to("/etc/passwd")
    assert exports.problems() == {"symlink_refused": 1}
    assert exports.query("select count(*) from document") == [(0,)]


def test_test_school_is_set_aside_whole(exports: Exports) -> None:
    exports.item("基本資料", profile(學校代碼="000B00"), number="10000002")
    exports.item("其他.pdf", PDF, number="10000002")
    assert exports.problems() == {"test_school": 1, "application_set_aside": 1}
    assert exports.query("select count(*) from applicant") == [(1,)]
    assert exports.query(SUMS) == [(3, 1, 2)]


def test_counselling_record_is_never_published(exports: Exports) -> None:
    exports.item("課程諮詢紀錄.pdf", PDF)
    assert exports.problems() == {"counselling_record_present": 1}
    assert exports.query("select count(*) from document") == [(0,)]
    assert exports.query("select count(*) from attachment") == [(0,)]


def test_one_number_in_two_programmes_is_one_person(exports: Exports) -> None:
    exports.programmes("個人申請,115,999,示範大學,999101,甲系", "個人申請,115,999,示範大學,999102,乙系")
    exports.item("基本資料", profile(學校名稱="另一高中"), programme="999102")
    assert exports.query("select count(*) from applicant") == [(1,)]
    assert exports.query("select count(*), count(distinct applicant_id) from application") == [(2, 1)]
    assert exports.problems() == {"profile_differs": 1}


def test_one_number_in_two_channels_is_two_persons(exports: Exports) -> None:
    exports.programmes("個人申請,115,999,示範大學,999101,甲系", "四技二專甄選,115,998,示範科大,998201,丙系")
    exports.item("基本資料", profile(), programme="998201")
    assert exports.query("select count(*) from applicant") == [(2,)]
    sql = "select admission_channel, count(*) from review_item group by 1 order by 1"
    assert exports.query(sql) == [("cac", 20), ("jctv", 14)]


def test_programme_list_of_a_wrong_header_is_refused_and_told(exports: Exports) -> None:
    exports.write("programmes.csv", "入學管道,學年度\n個人申請,115\n")
    assert exports.problems() == {"csv_refused": 1}
    assert exports.query("select programme_name from programme") == [("999101",)]


def test_programme_list_in_cp950(exports: Exports) -> None:
    header = "入學管道,學年度,學校代碼,學校名稱,校系代碼,校系名稱"
    exports.write("programmes.csv", f"{header}\n個人申請,115,999,許功蓋大學,999101,甲系\n".encode("cp950"))
    assert exports.query("select university_name, admission_year from programme") == [("許功蓋大學", 115)]


def test_activity_record_decoded(exports: Exports) -> None:
    entry = {
        "內容_開設名稱": "自主學習",
        "彈性學習時間類別代碼": "1",
        "學年度": "112",
        "學期": "2",
        "每週節數": "2",
        "開設週數": "18",
        "內容簡述": "無",
    }
    contest = {"競賽名稱": "臺北科展", "競賽等級": "8", "結果公布日期": "112/03/21 上午 09:00:00"}
    exports.item("多元表現", {"彈性學習時間紀錄": [entry], "競賽參與紀錄": [contest], "志工": [{"a": 1}]})
    sql = """
        select title, level_name, cast(start_date as varchar), academic_year, hours, summary
        from activity_record order by activity_list
    """
    assert exports.query(sql) == [
        ("臺北科展", "8", "2023-03-21", None, None, None),
        ("自主學習", "自主學習", None, 112, Decimal("36.000"), None),
    ]
    assert exports.problems() == {"unknown_activity_list": 1}
    texts = exports.query("select folded_text from searchable_text where text = '臺北科展'")
    assert texts == [("台北科展",)]


def test_tree_labels_of_the_course_groups(exports: Exports) -> None:
    plan = "111041305H11101A"
    codes = ["1010203", "3110208", "5110301", "2010001", "8000001", "90D0001", "A000G01", "310ZZ01"]
    exports.courses(*[course(課程代碼=plan + code, 學業成績=None) for code in codes], course(課程代碼="x"))
    labels = [label for (label,) in exports.query("select label from course_group order by sort_key")]
    assert labels == [
        "部定必修-數學",
        "校訂必修-不分領域",
        "選修-加深加廣選修-數學領域",
        "選修-加深加廣選修-未知代碼(ZZ)",
        "選修-多元選修-社會領域",
        "團體活動時間",
        "彈性學習時間",
        "大學預修課程",
        "代碼不明",
    ]


def test_search_finds_no_person(exports: Exports) -> None:
    exports.courses(course())
    texts = {text for (text,) in exports.query("select text from searchable_text")}
    assert texts == {"數學", "忠信高中"}


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableExports):
        check_exports(tmp_path / "nowhere")
