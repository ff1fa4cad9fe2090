"""The report tells exactly what the snapshot holds, in a page that needs nothing else and hides every name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipelines.quality.findings import EXAMPLES
from pipelines.quality.report import report_path, write_report
from tests.pipelines.conftest import SampleBuild
from tests.pipelines.handmade import Exports, course, profile
from tests.pipelines.quality.page import Page

HOSTILE = '</td><script>alert(1)</script><img src="http://evil.example/x" onerror=alert(1)>'


@pytest.fixture(scope="module")
def sample_html(sample_build: SampleBuild) -> str:
    assert sample_build.report.snapshot_id is not None
    return report_path(sample_build.snapshots, sample_build.report.snapshot_id).read_text(encoding="utf-8")


def report_of(exports: Exports) -> str:
    built = exports.build()
    assert built.snapshot_id is not None
    return report_path(exports.snapshots, built.snapshot_id).read_text(encoding="utf-8")


def test_report_has_every_rule_of_the_sample_with_its_count(
    sample_build: SampleBuild, sample_html: str
) -> None:
    counts = Page(sample_html).rule_counts()
    assert counts == sample_build.report.problems
    assert len(counts) > 20


def test_report_totals_are_those_of_the_tables(sample_build: SampleBuild, sample_html: str) -> None:
    page = Page(sample_html)
    sql = "select severity, count(*) from data_problem group by severity"
    counted = dict(sample_build.connection.execute(sql).fetchall())
    shown = {name: int(page.texts[f"{name.replace('_', '-')}-total"]) for name in ("set_aside", "warn")}
    assert shown == counted
    assert int(page.texts["problem-total"]) == sum(counted.values())


def test_report_shows_as_many_examples_as_it_says(sample_build: SampleBuild, sample_html: str) -> None:
    shown = len(re.findall(r"<summary>位置", sample_html))
    examples = [row for row in Page(sample_html).rows if row.section == "problems" and len(row.cells) == 4]
    expected = sum(min(count, EXAMPLES) for count in sample_build.report.problems.values())
    assert shown == len(sample_build.report.problems)
    assert len(examples) - shown == expected


def test_report_ledger_adds_up_to_the_source_files(sample_build: SampleBuild, sample_html: str) -> None:
    sql = """
        select count(*), sum(rows_read), sum(rows_published), sum(rows_set_aside), sum(rows_superseded)
        from source_file
    """
    rows = [[int(cell.replace(",", "")) for cell in row[1:]] for row in Page(sample_html).body_of("roles")]
    files, _, *counts = (sum(column) for column in zip(*rows, strict=True))
    assert sample_build.connection.execute(sql).fetchall() == [(files, *counts)]


def test_report_lists_every_file_with_rows_set_aside(sample_build: SampleBuild, sample_html: str) -> None:
    page = Page(sample_html)
    sql = "select relative_path from source_file where rows_set_aside > 0 order by 1"
    expected = [path for (path,) in sample_build.connection.execute(sql).fetchall()]
    listed = sorted(row[0] for row in page.body_of("troubled") if row[4] != "0")
    assert listed == expected
    assert page.texts["troubled-shown"] == str(len(page.body_of("troubled")))


def test_report_says_how_many_troubled_files_it_leaves_out(
    exports: Exports, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        exports.write(f"999/999101/10000001/extra{number}.txt", "x")
    monkeypatch.setattr("pipelines.quality.findings.TROUBLED_FILES", 2)
    page = Page(report_of(exports))
    assert (page.texts["troubled-total"], page.texts["troubled-shown"]) == ("5", "2")
    assert len(page.body_of("troubled")) == 2


def test_report_holds_no_name_of_a_person(sample_build: SampleBuild, sample_html: str) -> None:
    names = [name for (name,) in sample_build.connection.execute("select name from applicant").fetchall()]
    assert len(names) > 40
    assert [name for name in names if name and name in sample_html] == []


def test_report_hides_values_of_personal_columns_and_names_elsewhere(exports: Exports) -> None:
    exports.item("基本資料", profile(姓名="王大\ue000"))
    exports.courses(course(學業成績={"分數": "見王大\ue000"}))
    html = report_of(exports)
    assert "王大" not in html
    values = {row.cells[2]: row.cells[3].strip() for row in Page(html).rows if len(row.cells) == 4}
    assert (values["name"], values["grade_text"]) == ("（身分欄位，不顯示）", "見○○○")


def test_report_escapes_what_applicants_wrote(exports: Exports) -> None:
    exports.courses(course(課程代碼=HOSTILE[:23], 科目名稱=HOSTILE), course(**{HOSTILE: "1"}))
    exports.programmes(f'個人申請,115,999,大學,999101,"{HOSTILE.replace(chr(34), chr(39))}"')
    html = report_of(exports)
    page = Page(html)
    assert {tag for tag, _ in page.tags} & {"script", "img", "iframe", "form", "link", "object"} == set()
    assert "&lt;script&gt;" in html
    assert [name for _, given in page.tags for name in given if name.startswith("on")] == []


def test_report_reaches_no_other_address(sample_html: str) -> None:
    page = Page(sample_html)
    reached = [
        value for _, given in page.tags for name, value in given.items() if name in ("src", "href", "action")
    ]
    assert reached
    assert [address for address in reached if not address.startswith("#")] == []
    assert re.findall(r"https?://|url\(|@import", sample_html) == []
    policies = [given["content"] for tag, given in page.tags if given.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]


def test_report_coverage_is_that_of_the_table(sample_build: SampleBuild, sample_html: str) -> None:
    sql = """
        select category_code, list(applications_with || '／' || applications order by programme_code)
        from coverage where category_code not like 'course_group.%' group by category_code
    """
    expected = dict(sample_build.connection.execute(sql).fetchall())
    cells: dict[str, list[str]] = {}
    current = ""
    for tag, given in Page(sample_html).tags:
        if tag == "tr":
            current = given.get("data-category", "")
        elif tag == "td" and "share" in given.get("class", "") and not current.startswith("course_group."):
            cells.setdefault(current, []).append(given["title"])
    assert cells == expected


def test_report_says_match_score_only_where_it_is_known(exports: Exports) -> None:
    assert "match-score" not in report_of(exports)


def test_report_written_again_is_equal(exports: Exports, tmp_path: Path) -> None:
    del tmp_path
    built = exports.build()
    assert built.snapshot_id is not None
    path = report_path(exports.snapshots, built.snapshot_id)
    first = path.read_bytes()
    assert write_report(exports.snapshots, built.snapshot_id, previous_id=None).read_bytes() == first
