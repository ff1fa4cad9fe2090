"""SQL lives in files, says its grain in the first line, and ends in a plain select."""

from __future__ import annotations

import ast
import re

from tests.house.sources import ROOT, place, python_files, tree_of

QUERIES = sorted((ROOT / "app/evidence/sql").glob("*.sql")) + sorted(
    path for folder in ("staging", "evidence") for path in (ROOT / "pipelines/sql" / folder).glob("*.sql")
)
ASKED = re.compile(r"""\.rows(?:_of)?\(\s*"([a-z_]+)\"""")
STATEMENT = re.compile(r"^\s*(select|insert|update|delete|create|with|drop)\s", re.IGNORECASE)


def test_there_are_queries() -> None:
    assert len(QUERIES) > 30


def test_every_query_states_its_grain_first() -> None:
    silent = [path.name for path in QUERIES if "One row per" not in path.read_text("utf-8").split("\n", 1)[0]]
    assert silent == []


def test_no_query_is_longer_than_ninety_lines() -> None:
    assert [p.name for p in QUERIES if len(p.read_text("utf-8").splitlines()) > 90] == []


def test_checks_say_whether_they_fail_or_warn() -> None:
    checks = sorted((ROOT / "pipelines/sql/checks").glob("*.sql"))
    assert checks
    wrong = [p.name for p in checks if not p.read_text("utf-8").startswith(("-- fail:", "-- warn:"))]
    assert wrong == []


def test_every_question_has_its_function() -> None:
    source = "".join(path.read_text("utf-8") for path in python_files("app/evidence"))
    assert [p.stem for p in (ROOT / "app/evidence/sql").glob("*.sql") if f'"{p.stem}"' not in source] == []


def test_every_question_asked_has_its_file() -> None:
    source = "".join(path.read_text("utf-8") for path in python_files("app/evidence"))
    asked = set(ASKED.findall(source))
    assert asked
    assert asked - {path.stem for path in (ROOT / "app/evidence/sql").glob("*.sql")} == set()


def test_no_statement_is_put_together_from_text() -> None:
    """An f-string that begins like a statement would be a value or a name on its way into SQL."""
    offenders = [
        place(file, node)
        for file in python_files("app")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.JoinedStr)
        and node.values
        and isinstance(node.values[0], ast.Constant)
        and STATEMENT.match(str(node.values[0].value))
    ]
    assert offenders == []
