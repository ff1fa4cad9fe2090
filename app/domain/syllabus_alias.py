"""What the office said of a course and a syllabus that a machine had paired: taken, refused, or taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.people import PersonId

CourseKey = tuple[str, str]
"""Course code and subject as in the records."""


class AliasVerdict(StrEnum):
    """What may be said of a pair."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    """The earlier word on this pair no longer counts."""


@dataclass(frozen=True, order=True)
class AliasPair:
    """A course of the records beside a syllabus, both by code and name: keys of a snapshot would not last."""

    course_code: str
    subject: str
    syllabus_course_code: str
    syllabus_subject: str

    @property
    def course(self) -> CourseKey:
        return self.course_code, self.subject


@dataclass(frozen=True)
class AliasEvent:
    """One word on one pair; ``revision`` counts the words on its course from 1."""

    pair: AliasPair
    verdict: AliasVerdict
    revision: int
    person_id: PersonId
    saved_at: datetime


@dataclass(frozen=True)
class CourseAliases:
    """What counts for one course now: at most one syllabus taken, any number refused."""

    accepted: AliasPair | None = None
    rejected: frozenset[AliasPair] = field(default_factory=frozenset)
    revision: int = 0

    def verdict_of(self, pair: AliasPair) -> AliasVerdict | None:
        if pair == self.accepted:
            return AliasVerdict.ACCEPTED
        return AliasVerdict.REJECTED if pair in self.rejected else None


def aliases_by_course(events: Iterable[AliasEvent]) -> Mapping[CourseKey, CourseAliases]:
    """The words of each course put together, oldest first, whatever order they come in."""
    by_course: dict[CourseKey, CourseAliases] = {}
    for event in sorted(events, key=lambda each: each.revision):
        before = by_course.get(event.pair.course, CourseAliases())
        by_course[event.pair.course] = _after(before, event)
    return by_course


def _after(before: CourseAliases, event: AliasEvent) -> CourseAliases:
    """A later word replaces the earlier one on the same pair; a second syllabus taken replaces the first."""
    kept = before.accepted if before.accepted != event.pair else None
    rejected = before.rejected - {event.pair}
    if event.verdict is AliasVerdict.ACCEPTED:
        return CourseAliases(event.pair, rejected, event.revision)
    if event.verdict is AliasVerdict.REJECTED:
        return CourseAliases(kept, rejected | {event.pair}, event.revision)
    return CourseAliases(kept, rejected, event.revision)


@dataclass(frozen=True)
class OfferedSyllabus:
    """A syllabus beside a course: code, name, similarity of the names 0 to 100, the beginning of its aims."""

    course_code: str
    subject: str
    similarity: Decimal
    aims: str


@dataclass(frozen=True)
class AlikeMatch:
    """A course whose syllabus was found by an alike name; ``records`` are the course records concerned."""

    course_code: str
    subject: str
    school_name: str
    records: int
    is_uncertain: bool
    best: OfferedSyllabus
    runner_up: OfferedSyllabus | None

    def pair(self, syllabus: OfferedSyllabus) -> AliasPair:
        return AliasPair(self.course_code, self.subject, syllabus.course_code, syllabus.subject)
