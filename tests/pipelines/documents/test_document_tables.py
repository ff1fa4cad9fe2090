"""Documents of a whole build: pages, repeated files, nearly equal texts, and the limits of a portfolio."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.snapshot import current_snapshot_id, snapshot_path
from tests.pipelines.documents.handmade_files import pdf, scanned_pdf
from tests.pipelines.handmade import NUMBER, PDF, PNG, Exports, profile

OTHER = "10000002"
STATEMENT = (
    "I repaired the old radio of my grandfather and learned how a circuit carries a voice through the air"
)
SUMMARY = (
    "每週三下午陪孩子寫作業，也聽他們說學校的事，明白服務要先聽懂對方的需要，再想自己能做什麼，最後才動手。"
)
LISTED = "個人申請,115,999,示範大學,999101,甲系"


@pytest.fixture
def two(exports: Exports) -> Exports:
    """Two applicants of one listed programme."""
    exports.programmes(LISTED)
    exports.item("基本資料", profile(編號=OTHER), number=OTHER)
    return exports


def test_pages_of_a_document_are_published(exports: Exports) -> None:
    exports.item("學習歷程自述.pdf", pdf("First page", "Second Page"))
    sql = """
        select document_kind, page_count, page_number, text, folded_text
        from document join media_file using (sha256)
        join document_page using (sha256)
        join searchable_text using (application_id, page_number, text) order by page_number
    """
    assert exports.query(sql) == [
        ("personal_statement", 2, 1, "First page", "firstpage"),
        ("personal_statement", 2, 2, "Second Page", "secondpage"),
    ]


def test_thumbnails_lie_where_the_snapshot_says(exports: Exports) -> None:
    exports.item("學習歷程自述.pdf", pdf("one", "two", "three"))
    ((digest, count),) = exports.query("select sha256, thumbnails from media_file")
    folder = exports.snapshots / "derived" / digest[:2] / digest
    assert count == 3
    assert sorted(path.name for path in folder.iterdir()) == ["1.jpg", "2.jpg", "3.jpg", "info.json"]


def test_file_of_two_persons_is_repeated(two: Exports) -> None:
    two.item("學習歷程自述.pdf", pdf("shared"))
    two.item("學習歷程自述.pdf", pdf("shared"), number=OTHER)
    two.item("其他.pdf", pdf("mine"))
    two.item("其他.pdf", pdf("mine"), programme="999102")
    two.item("基本資料", profile(), programme="999102")
    assert two.query("select media_type, files, applicants from repeated_file") == [("application/pdf", 2, 2)]


def test_nearly_equal_documents_of_two_persons_are_a_pair(two: Exports) -> None:
    two.item("學習歷程自述.pdf", pdf(STATEMENT))
    two.item("學習歷程自述.pdf", pdf(STATEMENT.replace("old", "big")), number=OTHER)
    two.item("其他.pdf", pdf(STATEMENT), number=OTHER)
    sql = "select text_kind, is_identical, similarity > 80, left_application_id < right_application_id from similar_text"
    assert sorted(two.query(sql)) == [("document", False, True, True), ("document", True, True, True)]


def test_texts_of_one_person_at_two_programmes_are_no_pair(exports: Exports) -> None:
    for programme in ("999101", "999102"):
        exports.item("基本資料", profile(), programme=programme)
        exports.item("學習歷程自述.pdf", pdf(STATEMENT), programme=programme)
    assert exports.query("select * from similar_text") == []


def test_a_pair_is_told_in_every_programme_of_both(two: Exports) -> None:
    for programme in ("999101", "999102", "999103"):
        for number in (NUMBER, OTHER) if programme != "999103" else (OTHER,):
            two.item("基本資料", profile(編號=number), programme=programme, number=number)
            two.item(
                "多元表現",
                {"作品成果紀錄": [{"名稱": "x", "內容簡述": SUMMARY}]},
                programme=programme,
                number=number,
            )
    sql = """
        select a.programme_code, b.programme_code, text_kind, is_identical from similar_text
        join application as a on a.application_id = left_application_id
        join application as b on b.application_id = right_application_id order by all
    """
    assert two.query(sql) == [
        ("999101", "999101", "summary", True),
        ("999102", "999102", "summary", True),
    ]


def test_short_summaries_are_not_compared(two: Exports) -> None:
    for number in (NUMBER, OTHER):
        rows = [{"名稱": "x", "內容簡述": SUMMARY[:39]}]
        two.item("多元表現", {"作品成果紀錄": rows}, number=number)
    assert two.query("select * from similar_text") == []


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (pdf("x")[:100] + b"%%EOF", "media_broken"),
        (pdf("x" * 801), "reflection_too_long"),
        (scanned_pdf(4), None),
        (pdf("x" * 800), None),
        (pdf("x") + b" " * 5_242_880 + b"\n%%EOF\n", "file_too_large"),
    ],
    ids=["broken", "long", "scan", "just short enough", "large"],
)
def test_reflection_against_the_limits(two: Exports, content: bytes, rule: str | None) -> None:
    two.item("多元表現綜整心得.pdf", content)
    usual = {"syllabus_list_missing", "course_code_list_missing", "item_missing"}
    assert {name for name in two.build().problems if name not in usual} == ({rule} if rule else set())


@pytest.mark.parametrize(("entries", "found"), [(10, []), (11, [("11",)])])
def test_activities_against_the_limit(two: Exports, entries: int, found: list[tuple[str]]) -> None:
    rows = [{"名稱": str(number), "主辦單位": "x"} for number in range(entries)]
    cadre = [{"單位名稱": "x"}]
    two.item("多元表現", {"作品成果紀錄": rows, "校方建立幹部經歷紀錄": cadre})
    sql = "select raw_value from data_problem where rule = 'too_many_activities'"
    assert two.query(sql) == found


@pytest.mark.parametrize(
    ("listed", "kinds", "found"),
    [
        (LISTED, "2222", ["4"]),
        (LISTED, "222", []),
        ("四技二專甄選,112,999,示範科大,999101,丙系", "1111112222", ["4"]),
        ("四技二專甄選,113,999,示範科大,999101,丙系", "1111222", ["4"]),
    ],
)
def test_outcomes_against_the_limit_of_channel_and_year(
    exports: Exports, listed: str, kinds: str, found: list[str]
) -> None:
    exports.programmes(listed)
    exports.item("課程學習成果", [{"科目名稱": "x", "成果類別代碼": kind} for kind in kinds])
    sql = "select raw_value from data_problem where rule = 'too_many_outcomes'"
    assert [value for (value,) in exports.query(sql)] == found


def test_attachment_and_total_against_the_limits(two: Exports) -> None:
    large = pdf("x") + b" " * 4_600_000 + b"\n%%EOF\n"
    for name in ("修課紀錄", "課程學習成果", "多元表現"):
        two.item(f"{name}.pdf", large)
    two.write(f"999/999101/{NUMBER}/附件/a.pdf", large)
    two.write(f"999/999101/{NUMBER}/附件/b.png", PNG)
    rows = two.query("select rule, relative_path, raw_value from data_problem where rule like '%_too_large'")
    assert sorted(rows, key=str) == [
        ("documents_too_large", None, str(3 * len(large))),
        ("file_too_large", f"999/999101/{NUMBER}/附件/a.pdf", str(len(large))),
    ]


def test_second_build_of_other_exports_inspects_only_what_is_new(exports: Exports) -> None:
    exports.item("其他.pdf", PDF)
    exports.build()
    before = {path: path.stat().st_mtime_ns for path in entries_of(exports.snapshots)}
    exports.item("學習歷程自述.pdf", pdf("new"))
    exports.build()
    after = {path: path.stat().st_mtime_ns for path in entries_of(exports.snapshots)}
    assert {path: after[path] for path in before} == before
    assert len(after) == len(before) + 1
    assert snapshot_path(exports.snapshots, str(current_snapshot_id(exports.snapshots))).exists()


def entries_of(snapshots: Path) -> list[Path]:
    return list((snapshots / "derived").glob("*/*/info.json"))
