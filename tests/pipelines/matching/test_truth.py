"""Matches scored against the right answers."""

from __future__ import annotations

from decimal import Decimal

from pipelines.contract import MatchMethod
from pipelines.matching.names import SyllabusMatch, SyllabusName
from pipelines.matching.truth import HitCount, MatchScore, TrueMatch, score_matches

SYLLABI = [SyllabusName("s1", "C1", "甲", "112"), SyllabusName("s2", "C2", "乙", "112")]


def match(code: str, syllabus_id: str, method: MatchMethod) -> SyllabusMatch:
    return SyllabusMatch(code, "數學", syllabus_id, method, Decimal(90))


def test_score_counts_right_wrong_missing_and_rightly_absent() -> None:
    matches = [
        match("right", "s1", MatchMethod.EXACT_CODE),
        match("wrong", "s1", MatchMethod.ALIKE_NAME),
        match("alike", "s2", MatchMethod.ALIKE_NAME),
        match("not asked", "s2", MatchMethod.ALIKE_NAME),
    ]
    truth = [
        TrueMatch("right", "數學", "C1", "same"),
        TrueMatch("wrong", "數學", None, "absent"),
        TrueMatch("alike", "數學", "C2", "typo"),
        TrueMatch("missed", "數學", "C2", "typo"),
        TrueMatch("left", "數學", None, "absent"),
    ]
    assert score_matches(matches, truth, syllabi=SYLLABI) == MatchScore(
        precision=2 / 3,
        recall=2 / 3,
        by_method={"alike_name": HitCount(1, 2), "exact_code": HitCount(1, 1)},
        by_variation={"absent": HitCount(1, 2), "same": HitCount(1, 1), "typo": HitCount(1, 2)},
    )


def test_score_of_nothing_is_unknown() -> None:
    assert score_matches([], [TrueMatch("left", "數學", None)], syllabi=SYLLABI) == MatchScore(
        None, None, {}, {"": HitCount(1, 1)}
    )
