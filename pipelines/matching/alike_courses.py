"""Courses that nothing else matched, compared by name with their own plan, then with the school, year and area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np

from pipelines.contract import MatchMethod
from pipelines.decode.course_code import PLAN_LENGTH
from pipelines.matching.alike_names import BestNames, Mask, find_best_names
from pipelines.matching.confirmed import Aliases
from pipelines.matching.names import CourseName, SyllabusMatch, SyllabusName
from pipelines.matching.syllabus_index import BLOCKED_LENGTH, Block, ByName, SyllabusIndex, block_of, nearest

THRESHOLD = 80.0
"""Below it an alike name is more often another course: two characters of four, one of four replaced."""
RUNNER_UP_FLOOR = 50.0
"""A runner-up below it tells nobody anything."""


def match_alike(
    courses: Sequence[CourseName], index: SyllabusIndex, said: Aliases
) -> Iterator[SyllabusMatch]:
    """Every course whose best name reaches the threshold, with the next best syllabus."""
    blocks: dict[Block, list[CourseName]] = {}
    for course in courses:
        if len(course.course_code) >= BLOCKED_LENGTH and index.fold(course.subject):
            blocks.setdefault(block_of(course.course_code), []).append(course)
    for block, asking in sorted(blocks.items()):
        named = index.block(block)
        plain = [course for course in asking if not said.has_rejected(course)]
        yield from _match_block(plain, named, index)
        for course in asking:
            if said.has_rejected(course):
                yield from _match_block([course], _without_rejected(course, named, said), index)


def _without_rejected(course: CourseName, named: ByName, said: Aliases) -> ByName:
    kept = {
        name: [each for each in syllabi if not said.is_rejected(course, each)]
        for name, syllabi in named.items()
    }
    return {name: syllabi for name, syllabi in kept.items() if syllabi}


def _match_block(
    courses: Sequence[CourseName], named: ByName, index: SyllabusIndex
) -> Iterator[SyllabusMatch]:
    if not courses or not named:
        return
    names = sorted(named)
    asked = [index.fold(course.subject) for course in courses]
    holders = [named[name] for name in names]
    found = find_best_names(
        asked, names, threshold=THRESHOLD, floor=RUNNER_UP_FLOOR, own=_own_plan(courses, holders)
    )
    for course, best in zip(courses, found, strict=True):
        if best is not None:
            yield _match(course, best, holders)


def _own_plan(courses: Sequence[CourseName], holders: list[list[SyllabusName]]) -> Mask:
    """Which names the own plan of each course has: what its students were told comes before its neighbours."""
    rows: dict[str, list[int]] = {}
    for row, course in enumerate(courses):
        rows.setdefault(course.course_code[:PLAN_LENGTH], []).append(row)
    own = np.zeros((len(courses), len(holders)), dtype=np.bool_)
    for place, syllabi in enumerate(holders):
        for syllabus in syllabi:
            if asking := rows.get(syllabus.course_code[:PLAN_LENGTH]):
                own[asking, place] = True
    return own


def _match(course: CourseName, found: BestNames, holders: list[list[SyllabusName]]) -> SyllabusMatch:
    alike = [syllabus for name in found.best for syllabus in holders[name.place]]
    best = nearest(course, alike)
    similarity = found.best[0].similarity
    next_syllabus, next_similarity = _runner_up(course, found, holders=holders, best=best)
    return SyllabusMatch(
        course_code=course.course_code,
        subject=course.subject,
        syllabus_id=best.syllabus_id,
        match_method=MatchMethod.ALIKE_NAME,
        similarity=similarity,
        runner_up_syllabus_id=next_syllabus,
        runner_up_similarity=next_similarity,
    )


def _runner_up(
    course: CourseName, found: BestNames, *, holders: list[list[SyllabusName]], best: SyllabusName
) -> tuple[str | None, Decimal | None]:
    """The syllabus of another name that is as alike, else of the next name; the same name again is none."""
    equal = [
        syllabus for name in found.best if best not in holders[name.place] for syllabus in holders[name.place]
    ]
    if equal:
        return nearest(course, equal).syllabus_id, found.best[0].similarity
    if found.runner_up is None:
        return None, None
    return nearest(course, holders[found.runner_up.place]).syllabus_id, found.runner_up.similarity
