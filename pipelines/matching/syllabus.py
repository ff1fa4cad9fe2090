"""Course record to syllabus: by the exact code first, by plan code and folded name only when there is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from rapidfuzz import fuzz

from pipelines.contract import MatchMethod
from pipelines.decode.course_code import PLAN_LENGTH
from pipelines.decode.text import fold_subject

EXACT = Decimal("100.00")
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class SyllabusName:
    """What matching needs to know of a syllabus."""

    syllabus_id: str
    course_code: str
    subject: str
    academic_year: str


@dataclass(frozen=True)
class SyllabusMatch:
    """The syllabus of one course code and subject; similarity is 0 to 100."""

    course_code: str
    subject: str
    syllabus_id: str
    match_method: MatchMethod
    similarity: Decimal


class SyllabusMatcher:
    """Finds the syllabus of a course among those of the platform."""

    def __init__(self, syllabi: Iterable[SyllabusName]) -> None:
        self._by_code: dict[str, list[SyllabusName]] = defaultdict(list)
        self._by_plan_and_name: dict[tuple[str, str], list[SyllabusName]] = defaultdict(list)
        for syllabus in syllabi:
            self._by_code[syllabus.course_code].append(syllabus)
            key = (syllabus.course_code[:PLAN_LENGTH], fold_subject(syllabus.subject))
            self._by_plan_and_name[key].append(syllabus)

    def find(self, course_code: str, subject: str) -> SyllabusMatch | None:
        """The best syllabus, or None; a course without a code is never matched by its name alone."""
        if len(course_code) < PLAN_LENGTH:
            return None
        exact = self._by_code.get(course_code)
        if exact:
            best = _best(exact, subject)
            return SyllabusMatch(course_code, subject, best.syllabus_id, MatchMethod.EXACT_CODE, EXACT)
        named = self._by_plan_and_name.get((course_code[:PLAN_LENGTH], fold_subject(subject)))
        if not named:
            return None
        best = _best(named, subject)
        similarity = _similarity(best.subject, subject)
        return SyllabusMatch(
            course_code, subject, best.syllabus_id, MatchMethod.PLAN_CODE_AND_NAME, similarity
        )


def _best(candidates: list[SyllabusName], subject: str) -> SyllabusName:
    """The most alike name, then the latest year; the id only keeps the choice the same every time."""
    return max(
        candidates,
        key=lambda syllabus: (
            _similarity(syllabus.subject, subject),
            syllabus.academic_year.rjust(8),
            syllabus.syllabus_id,
        ),
    )


def _similarity(left: str, right: str) -> Decimal:
    return Decimal(repr(fuzz.ratio(left, right))).quantize(HUNDREDTH, ROUND_HALF_UP)
