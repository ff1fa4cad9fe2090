"""Course to syllabus: a person's word first, then the code, then plan and name, then alike names of one school."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.contract import MatchMethod
from pipelines.decode.course_code import PLAN_LENGTH
from pipelines.matching.alike_courses import match_alike
from pipelines.matching.confirmed import Aliases
from pipelines.matching.names import ConfirmedAlias, CourseName, SyllabusMatch, SyllabusName
from pipelines.matching.syllabus_index import SyllabusIndex, best_named

CERTAIN = Decimal("100.00")

__all__ = ["ConfirmedAlias", "CourseName", "SyllabusMatch", "SyllabusName", "match_courses"]


def match_courses(
    courses: Sequence[CourseName],
    syllabi: Sequence[SyllabusName],
    *,
    aliases: Sequence[ConfirmedAlias] = (),
) -> list[SyllabusMatch]:
    """The syllabus of every distinct course that has one, by course code and subject.

    A code shorter than a plan code is never matched by its name alone. The order of the input never matters.
    """
    index = SyllabusIndex(syllabi)
    said = Aliases(aliases)
    found: list[SyllabusMatch] = []
    left: list[CourseName] = []
    for course in sorted(set(courses), key=_key):
        match = _match_surely(course, index, said)
        if match is not None:
            found.append(match)
        elif len(course.course_code) >= PLAN_LENGTH:
            left.append(course)
    found += match_alike(left, index, said)
    return sorted(found, key=lambda match: (match.course_code, match.subject))


def _key(course: CourseName) -> tuple[str, str]:
    return course.course_code, course.subject


def _match_surely(course: CourseName, index: SyllabusIndex, said: Aliases) -> SyllabusMatch | None:
    for method, candidates in _sure_steps(course, index, said):
        allowed = [each for each in candidates if not said.is_rejected(course, each)]
        if allowed:
            best = best_named(course, allowed)
            return SyllabusMatch(course.course_code, course.subject, best.syllabus_id, method, CERTAIN)
    return None


def _sure_steps(
    course: CourseName, index: SyllabusIndex, said: Aliases
) -> Iterator[tuple[MatchMethod, Sequence[SyllabusName]]]:
    """Candidates from the surest on; names are folded only for courses that no code finds."""
    yield MatchMethod.CONFIRMED_ALIAS, said.accepted(course, index)
    yield MatchMethod.EXACT_CODE, index.with_code(course.course_code)
    yield MatchMethod.PLAN_CODE_AND_NAME, index.with_plan_and_name(course)
