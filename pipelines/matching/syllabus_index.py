"""The syllabi of the platform by code, by plan and name, and by school, entry year and learning area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import takewhile

from pipelines.decode.course_code import PLAN_LENGTH
from pipelines.matching.alike_names import name_similarity
from pipelines.matching.names import CourseName, SyllabusName
from pipelines.matching.normalise import fold_subject

COHORT_LENGTH = 9
"""Entry year and school: the first nine characters."""
AREA = slice(19, 21)
BLOCKED_LENGTH = 21

ByName = dict[str, list[SyllabusName]]
Block = tuple[str, str]
"""Entry year with school, and learning area."""


def block_of(course_code: str) -> Block:
    return course_code[:COHORT_LENGTH], course_code[AREA]


class SyllabusIndex:
    """Finds candidates; a school's names are folded when the first course asks for them."""

    def __init__(self, syllabi: Iterable[SyllabusName]) -> None:
        self._by_code: dict[str, list[SyllabusName]] = {}
        for syllabus in syllabi:
            self._by_code.setdefault(syllabus.course_code, []).append(syllabus)
        self._by_part: dict[tuple[str, int], dict[str, list[SyllabusName]]] = {}
        self._by_plan: dict[str, ByName] = {}
        self._by_block: dict[Block, ByName] = {}
        self._folded: dict[str, str] = {}

    def with_code(self, course_code: str) -> Sequence[SyllabusName]:
        return self._by_code.get(course_code, ()) if course_code else ()

    def with_plan_and_name(self, course: CourseName) -> Sequence[SyllabusName]:
        """Equal plan code and equal folded name; none for a code too short or a name of punctuation."""
        code, name = course.course_code, self.fold(course.subject)
        if len(code) < PLAN_LENGTH or not name:
            return ()
        return self._plan(code[:PLAN_LENGTH]).get(name, ())

    def _plan(self, plan: str) -> ByName:
        if plan not in self._by_plan:
            grouped = self._grouped(plan[:COHORT_LENGTH], slice(PLAN_LENGTH))
            self._by_plan[plan] = self._named(grouped.get(plan, ()))
        return self._by_plan[plan]

    def block(self, block: Block) -> ByName:
        """The syllabi of one school, entry year and learning area by folded name."""
        if block not in self._by_block:
            cohort, area = block
            self._by_block[block] = self._named(self._grouped(cohort, AREA).get(area, ()))
        return self._by_block[block]

    def fold(self, subject: str) -> str:
        """The folded name, each distinct one folded once."""
        folded = self._folded.get(subject)
        if folded is None:
            folded = self._folded[subject] = fold_subject(subject)
        return folded

    @cached_property
    def _by_cohort(self) -> dict[str, list[SyllabusName]]:
        cohorts: dict[str, list[SyllabusName]] = {}
        for code, syllabi in self._by_code.items():
            cohorts.setdefault(code[:COHORT_LENGTH], []).extend(syllabi)
        return cohorts

    def _named(self, syllabi: Iterable[SyllabusName]) -> ByName:
        named: ByName = {}
        for syllabus in syllabi:
            named.setdefault(self.fold(syllabus.subject), []).append(syllabus)
        named.pop("", None)
        return named

    def _grouped(self, cohort: str, part: slice) -> dict[str, list[SyllabusName]]:
        """The syllabi of a cohort by a part of their code, not folded yet: few of the groups are ever asked for."""
        grouped = self._by_part.get((cohort, part.stop))
        if grouped is None:
            grouped = self._by_part[cohort, part.stop] = {}
            for syllabus in self._by_cohort.get(cohort, ()):
                grouped.setdefault(syllabus.course_code[part], []).append(syllabus)
        return grouped


def best_named(course: CourseName, candidates: Sequence[SyllabusName]) -> SyllabusName:
    """The most alike name, then the nearest code, then the latest year; the id keeps the choice the same."""
    if len(candidates) == 1:
        return candidates[0]
    name = fold_subject(course.subject)
    return max(
        candidates,
        key=lambda each: (name_similarity(name, fold_subject(each.subject)), *_preference(course, each)),
    )


def nearest(course: CourseName, candidates: Sequence[SyllabusName]) -> SyllabusName:
    """The best of candidates whose names are equally alike."""
    return (
        candidates[0] if len(candidates) == 1 else max(candidates, key=lambda each: _preference(course, each))
    )


def _preference(course: CourseName, syllabus: SyllabusName) -> tuple[int, int, str, str]:
    pairs = list(zip(course.course_code, syllabus.course_code, strict=False))
    equal_first = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    equal = sum(left == right for left, right in pairs)
    return equal_first, equal, syllabus.academic_year.rjust(8), syllabus.syllabus_id
