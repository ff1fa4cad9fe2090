"""Rules that must hold in this build: chosen warnings become failures."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import duckdb

from pipelines.errors import FailedCheck, UnknownRules
from pipelines.quality.open_evidence import attached
from pipelines.reference_lists import load_mapping
from pipelines.transform import load_queries

ALL_RULES = "all"
ALIKE = 3


def chosen_rules(texts: Iterable[str]) -> frozenset[str]:
    """The rules of lists such as ``grade_zero,date_order`` or ``all``; raises UnknownRules with every such name."""
    known = load_mapping("problem_rule", "rule", "message")
    named = {name.strip() for text in texts for name in text.split(",")} - {""}
    if ALL_RULES in named:
        named = (named - {ALL_RULES}) | known.keys()
    unknown = sorted(named - known.keys())
    if unknown:
        raise UnknownRules({name: tuple(get_close_matches(name, known, n=ALIKE)) for name in unknown})
    return frozenset(named)


def broken_rules(connection: duckdb.DuckDBPyConnection, strict: frozenset[str]) -> list[FailedCheck]:
    """The strict rules that found problems, with the place of each; values stay out, they may be names."""
    if not strict:
        return []
    question = load_queries(("quality",))["strict_problem"]
    cursor = connection.execute(question, {"rules": sorted(strict)})
    columns = tuple(column[0] for column in cursor.description or ())[1:]
    places: dict[str, list[tuple[object, ...]]] = {}
    for rule, *place in cursor.fetchall():
        places.setdefault(rule, []).append(tuple(place))
    messages = load_mapping("problem_rule", "rule", "message")
    return [FailedCheck(rule, messages[rule], columns, tuple(found)) for rule, found in places.items()]


def broken_in_published(snapshots: Path, snapshot_id: str, strict: frozenset[str]) -> list[FailedCheck]:
    """The same of a snapshot that is published already."""
    if not strict:
        return []
    with attached(snapshots, {"evidence": snapshot_id}) as connection:
        connection.execute("use evidence")
        return broken_rules(connection, strict)
