"""Runs SELECT files as tables in the order of what they read, and the checks over the result."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Literal

import duckdb

SQL_FOLDER = Path(__file__).parent / "sql"

_READS = re.compile(r"\b(?:from|join)\s+([a-z_]+)")
_CHECK_HEADER = re.compile(r"-- (fail|warn): (.+)")


@dataclass(frozen=True)
class Check:
    """One file of ``sql/checks``: what it promises, and whether a broken promise stops the build."""

    name: str
    severity: Literal["fail", "warn"]
    promise: str
    sql: str


@dataclass(frozen=True)
class CheckResult:
    """The rows that break the promise of a check."""

    check: Check
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def create_macros(connection: duckdb.DuckDBPyConnection) -> None:
    for path in sorted((SQL_FOLDER / "macros").glob("*.sql")):
        connection.execute(path.read_text(encoding="utf-8"))


def create_tables(
    connection: duckdb.DuckDBPyConnection, folders: Iterable[str], *, without: frozenset[str] = frozenset()
) -> None:
    """One table per file, named like the file."""
    queries = {name: sql for name, sql in load_queries(tuple(folders)).items() if name not in without}
    for name in in_dependency_order(queries):
        connection.execute(f"create table {name} as\n{queries[name]}")


def create_table(connection: duckdb.DuckDBPyConnection, folder: str, name: str) -> None:
    connection.execute(f"create table {name} as\n{load_queries((folder,))[name]}")


def create_views(connection: duckdb.DuckDBPyConnection, folder: str) -> None:
    """One view per file: for tables of millions of rows that are only written on, so that they lie nowhere twice."""
    queries = load_queries((folder,))
    for name in in_dependency_order(queries):
        connection.execute(f"create view {name} as\n{queries[name]}")


@cache
def load_queries(folders: tuple[str, ...]) -> dict[str, str]:
    """Query text by table name."""
    paths = [path for folder in folders for path in sorted((SQL_FOLDER / folder).glob("*.sql"))]
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def in_dependency_order(queries: dict[str, str]) -> list[str]:
    """A table after every table it reads; raises graphlib.CycleError when there is no such order."""
    reads = {
        name: {other for other in _READS.findall(sql) if other in queries and other != name}
        for name, sql in queries.items()
    }
    return list(TopologicalSorter(reads).static_order())


def load_checks() -> list[Check]:
    checks = []
    for name, sql in load_queries(("checks",)).items():
        header = _CHECK_HEADER.match(sql)
        if header is None:
            raise ValueError(f"{name}: the first line must be '-- fail: …' or '-- warn: …'")
        severity: Literal["fail", "warn"] = "fail" if header.group(1) == "fail" else "warn"
        checks.append(Check(name, severity, header.group(2), sql))
    return checks


def add_problems(connection: duckdb.DuckDBPyConnection) -> None:
    """The rows of every warning check join ``raw_problem``; a check may name another rule than its own."""
    for check in load_checks():
        if check.severity == "warn":
            connection.execute(f"create temp view found_row as\n{check.sql}")
            described = connection.execute("select * from found_row limit 0").description or ()
            rule = "" if "rule" in {column[0] for column in described} else f"'{check.name}' as rule, "
            connection.execute(f"insert into raw_problem by name select {rule}* from found_row")
            connection.execute("drop view found_row")


def count_problems(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Problems by rule."""
    counted = connection.execute("select rule, count(*) from raw_problem group by rule order by rule")
    return {rule: int(count) for rule, count in counted.fetchall()}


def run_checks(connection: duckdb.DuckDBPyConnection, severity: Literal["fail", "warn"]) -> list[CheckResult]:
    """Every check of a severity that found rows."""
    results = []
    for check in load_checks():
        if check.severity == severity:
            cursor = connection.execute(check.sql)
            columns = tuple(column[0] for column in cursor.description or ())
            rows = tuple(cursor.fetchall())
            if rows:
                results.append(CheckResult(check, columns, rows))
    return results
