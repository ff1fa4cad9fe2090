"""Dependency order, and checks that must be able to fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipelines.build import check_exports
from pipelines.evidence_database import locked_database
from pipelines.transform import in_dependency_order, load_checks, run_checks
from tests.pipelines.conftest import SampleBuild

BREAKS = {
    "ledger": "update source_file set rows_published = rows_published + 1 where file_role = 'course_record'",
    "ledger_reason": "delete from data_problem where rule = 'broken_json'",
    "unique_keys": "insert into applicant from applicant limit 1",
    "foreign_keys": "delete from application",
    "distribution_bins": "update grade_distribution set grade_bins = grade_bins[1:99]",
    "standing_range": "update course_record set standing_worst = 100.1",
    "known_codes": "delete from evidence_category where category_code = 'document.other_document'",
}


@pytest.fixture
def copied(sample_build: SampleBuild, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published sample in a database that a test may break."""
    snapshot = sample_build.snapshots / f"evidence-{sample_build.report.snapshot_id}.duckdb"
    target = tmp_path / "copied.duckdb"
    target.write_bytes(snapshot.read_bytes())
    with duckdb.connect(str(target)) as connection:
        yield connection


def test_fail_checks_hold_for_the_sample(copied: duckdb.DuckDBPyConnection) -> None:
    assert run_checks(copied, "fail") == []


@pytest.mark.parametrize(("name", "breaking"), BREAKS.items())
def test_fail_check_returns_the_rows_that_break_it(
    copied: duckdb.DuckDBPyConnection, name: str, breaking: str
) -> None:
    copied.execute(breaking)
    assert name in [result.check.name for result in run_checks(copied, "fail")]


def test_every_fail_check_is_broken_by_a_test() -> None:
    assert {check.name for check in load_checks() if check.severity == "fail"} == set(BREAKS)


def test_order_puts_a_table_after_what_it_reads() -> None:
    queries = {"a": "select * from b join c using (x)", "b": "select * from c", "c": "select 1 as x"}
    assert in_dependency_order(queries) == ["c", "b", "a"]


def test_database_of_a_build_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with locked_database(tmp_path / "out.duckdb") as connection:
        for statement in (f"select * from '{secret}'", "set enable_external_access = true", "install httpfs"):
            with pytest.raises(duckdb.Error):
                connection.execute(statement)


def test_check_reports_what_the_build_reports(sample_build: SampleBuild) -> None:
    report = check_exports(sample_build.exports)
    assert (report.snapshot_id, report.problems) == (None, sample_build.report.problems)
