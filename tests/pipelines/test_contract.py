"""The published snapshot is what the contract promises."""

from __future__ import annotations

import pytest

from pipelines.contract import TABLES, ActivityList, DocumentKind, Table
from tests.pipelines.conftest import SampleBuild


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_table_has_the_columns_types_and_comments_of_the_contract(
    sample_build: SampleBuild, table: Table
) -> None:
    sql = """
        select column_name, lower(data_type), comment from duckdb_columns()
        where table_name = ? order by column_index
    """
    found = sample_build.connection.execute(sql, [table.name]).fetchall()
    assert found == [(column.name, column.sql_type, column.meaning) for column in table.columns]


def test_tables_are_those_of_the_contract_with_their_grain(sample_build: SampleBuild) -> None:
    found = sample_build.connection.execute("select table_name, comment from duckdb_tables()").fetchall()
    assert dict(found) == {table.name: table.grain for table in TABLES}


def test_snapshot_has_no_index(sample_build: SampleBuild) -> None:
    assert sample_build.connection.execute("select count(*) from duckdb_indexes()").fetchall() == [(0,)]


def test_row_counts_of_the_report_are_those_of_the_tables(sample_build: SampleBuild) -> None:
    counts = {
        table.name: sample_build.connection.execute(f"select count(*) from {table.name}").fetchall()[0][0]
        for table in TABLES
    }
    assert sample_build.report.row_counts == counts


def test_evidence_categories_name_every_list_and_document(sample_build: SampleBuild) -> None:
    sql = "select category_code from evidence_category"
    found = {code for (code,) in sample_build.connection.execute(sql).fetchall()}
    expected = {f"activity.{name}" for name in ActivityList} | {f"document.{kind}" for kind in DocumentKind}
    assert found == expected | {"profile", "course_outcome", "attachment.unlinked"}


def test_course_group_codes_are_plain(sample_build: SampleBuild) -> None:
    sql = """
        select course_group_code from course_group
        where not regexp_full_match(course_group_code, '[a-zA-Z0-9.]+')
    """
    assert sample_build.connection.execute(sql).fetchall() == []
