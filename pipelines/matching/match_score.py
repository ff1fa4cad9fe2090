"""The score of the published matches, where the exports carry the right answers."""

from __future__ import annotations

from typing import Any

import duckdb

from pipelines.contract import MatchMethod
from pipelines.matching.names import SyllabusMatch, SyllabusName
from pipelines.matching.truth import HitCount, MatchScore, TrueMatch, score_matches
from pipelines.transform import load_queries

DIGITS = 4


def find_match_score(connection: duckdb.DuckDBPyConnection) -> dict[str, float | str] | None:
    """Plain values for the manifest: shares as numbers, hits by method as ``right/given``; None without a truth file.

    Asks the tables of a build, once the matches are there.
    """
    score = score_published(connection)
    if score is None:
        return None
    shares = {"precision": score.precision, "recall": score.recall}
    told: dict[str, float | str] = {
        name: round(share, DIGITS) for name, share in shares.items() if share is not None
    }
    return told | {method: _hits(count) for method, count in score.by_method.items()}


def score_published(connection: duckdb.DuckDBPyConnection) -> MatchScore | None:
    """None when no right answers came with the exports."""
    truth = [
        TrueMatch(code, subject, syllabus_code or None, variation)
        for code, subject, syllabus_code, variation in _rows(connection, "true_match")
    ]
    if not truth:
        return None
    matches = [
        SyllabusMatch(code, subject, syllabus_id, MatchMethod(method), similarity)
        for code, subject, syllabus_id, method, similarity in _rows(connection, "found_match")
    ]
    syllabi = (SyllabusName(*row) for row in _rows(connection, "syllabus_name"))
    return score_matches(matches, truth, syllabi=syllabi)


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    return connection.execute(load_queries(("matching",))[name]).fetchall()


def _hits(count: HitCount) -> str:
    return f"{count.right}/{count.given}"
