"""What persons said of pairs of course and syllabus, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipelines.matching.names import ConfirmedAlias, CourseName, SyllabusName
from pipelines.matching.syllabus_index import SyllabusIndex

_Side = tuple[str, str]
"""Course code and subject of one side of a pair."""


class Aliases:
    """Accepted and rejected pairs; a pair said to be both is accepted."""

    def __init__(self, aliases: Iterable[ConfirmedAlias]) -> None:
        self._accepted: dict[_Side, set[_Side]] = {}
        self._rejected: dict[_Side, set[_Side]] = {}
        for alias in aliases:
            said = self._accepted if alias.is_accepted else self._rejected
            pair = (alias.syllabus_course_code, alias.syllabus_subject)
            said.setdefault((alias.course_code, alias.subject), set()).add(pair)

    def accepted(self, course: CourseName, index: SyllabusIndex) -> Sequence[SyllabusName]:
        """The syllabi accepted for a course that exist."""
        pairs = self._accepted.get((course.course_code, course.subject))
        if not pairs:
            return ()
        return [
            syllabus
            for code, subject in sorted(pairs)
            for syllabus in index.with_code(code)
            if syllabus.subject == subject
        ]

    def has_rejected(self, course: CourseName) -> bool:
        return (course.course_code, course.subject) in self._rejected

    def is_rejected(self, course: CourseName, syllabus: SyllabusName) -> bool:
        rejected = self._rejected.get((course.course_code, course.subject))
        return rejected is not None and (syllabus.course_code, syllabus.subject) in rejected
