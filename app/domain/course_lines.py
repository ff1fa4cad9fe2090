"""Course records made ready to be read: category, requirement, why there is no distribution, how rows belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.course_code import CourseCode, is_off_plan, read_course_code
from app.domain.course_details import CourseDetail
from app.domain.distribution_facts import Spread, is_small, spread_of
from app.domain.evidence import CourseRecord
from app.domain.folding import fold

APART = frozenset({"retake", "second_study"})
"""Attempts at a course that was taken before."""


class NoStanding(StrEnum):
    """Why a course shows no estimated standing."""

    NOT_GRADABLE = "not_gradable"
    """Group activities and flexible time carry no grade: nothing is missing."""
    NOT_GRADED = "not_graded"
    NOT_A_NUMBER = "not_a_number"
    NO_DISTRIBUTION = "no_distribution"
    CONTRADICTION = "contradiction"
    """The bins hold more people than the population, or nobody: no percent is better than a wrong one."""


@dataclass(frozen=True)
class CourseLine:
    """One course with everything its row says."""

    record: CourseRecord
    detail: CourseDetail
    code: CourseCode
    spread: Spread | None
    is_small: bool
    no_standing: NoStanding | None
    origin_id: str | None
    """The record a retake, late course or transfer names; None where it names none or none was received."""
    retake_ids: tuple[str, ...]
    """Records that name this one as their origin."""
    twin_ids: tuple[str, ...]
    """Other rows of the same course, school year and semester."""
    sibling_ids: tuple[str, ...]
    """The same course through the semesters, this one included; empty when there is only this one."""
    is_off_plan: bool
    """The plan does not teach it in this semester: perhaps a retake or a late course that nobody named."""
    is_apart: bool
    """A retake, a repeated year, or a second row of a semester: shown apart and in no sum."""


Key = tuple[object, ...]
_KeyOf = Callable[[CourseRecord], Key]


def course_lines(
    records: Sequence[CourseRecord], details: Mapping[str, CourseDetail]
) -> tuple[CourseLine, ...]:
    """A line for every record, in the order of the records."""
    by_term = _grouped(records, _term_key)
    by_course = _grouped(records, _course_key)
    lines = [
        _line(
            record,
            details.get(record.record_id) or CourseDetail(record.record_id),
            by_term=by_term,
            siblings=by_course[_course_key(record)],
        )
        for record in records
    ]
    retakes: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.origin_id is not None:
            retakes[line.origin_id].append(line.record.record_id)
    return tuple(replace(line, retake_ids=tuple(retakes[line.record.record_id])) for line in lines)


def _line(
    record: CourseRecord,
    detail: CourseDetail,
    *,
    by_term: Mapping[Key, Sequence[str]],
    siblings: Sequence[str],
) -> CourseLine:
    code = read_course_code(record.course_code, is_valid=record.is_valid_code)
    distribution = record.distribution
    twins = by_term[_term_key(record)]
    return CourseLine(
        record=record,
        detail=detail,
        code=code,
        spread=spread_of(distribution.grade_bins) if distribution else None,
        is_small=is_small(distribution),
        no_standing=_no_standing(record, code),
        origin_id=_origin(record, detail, by_term),
        retake_ids=(),
        twin_ids=tuple(each for each in twins if each != record.record_id),
        sibling_ids=tuple(siblings) if len(siblings) > 1 else (),
        is_off_plan=is_off_plan(
            code,
            detail.semester_credits,
            academic_year=record.academic_year,
            semester=record.semester,
        ),
        is_apart=detail.attempt in APART or record.record_id != twins[0],
    )


def _no_standing(record: CourseRecord, code: CourseCode) -> NoStanding | None:
    if record.standing is not None:
        return None
    if record.grade is None:
        if code.must_not_be_graded:
            return NoStanding.NOT_GRADABLE
        return NoStanding.NOT_A_NUMBER if record.grade_remark else NoStanding.NOT_GRADED
    return NoStanding.CONTRADICTION if record.distribution else NoStanding.NO_DISTRIBUTION


def _origin(record: CourseRecord, detail: CourseDetail, by_term: Mapping[Key, Sequence[str]]) -> str | None:
    """The first row of the same course in the school year and semester that the row names."""
    if detail.origin_year is None:
        return None
    key = (_identity(record), detail.origin_year, detail.origin_semester)
    found = [each for each in by_term.get(key, ()) if each != record.record_id]
    return found[0] if found else None


def _grouped(records: Sequence[CourseRecord], key: _KeyOf) -> Mapping[Key, list[str]]:
    groups: dict[Key, list[str]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record.record_id)
    return groups


def _term_key(record: CourseRecord) -> Key:
    return (_identity(record), record.academic_year, record.semester)


def _course_key(record: CourseRecord) -> Key:
    """Not the code: after a change of school the same course goes on under the code of the new school."""
    return (record.course_group_code, fold(record.subject))


def _identity(record: CourseRecord) -> str:
    """The code; a blank one tells nothing, then the name."""
    return record.course_code or fold(record.subject)
