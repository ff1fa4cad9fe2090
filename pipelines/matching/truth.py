"""How good the matches are, told by a list of what the right answers would have been."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipelines.matching.names import CourseName, SyllabusMatch, SyllabusName


@dataclass(frozen=True)
class TrueMatch:
    """The code of the right syllabus of one course; None when it has none."""

    course_code: str
    subject: str
    syllabus_course_code: str | None
    variation: str = ""
    """How the names were made to differ."""


@dataclass(frozen=True)
class HitCount:
    """Right answers of answers given."""

    right: int
    given: int

    @property
    def share(self) -> float | None:
        """0 to 1; None without any answer."""
        return self.right / self.given if self.given else None


@dataclass(frozen=True)
class MatchScore:
    """Precision and recall over the courses of the list, 0 to 1; None where there was nothing to count.

    ``by_method`` counts the matches of each method, ``by_variation`` the right answers of each variation: there a course
    without a syllabus is right when none was found.
    """

    precision: float | None
    recall: float | None
    by_method: Mapping[str, HitCount]
    by_variation: Mapping[str, HitCount]


def score_matches(
    matches: Iterable[SyllabusMatch], truth: Sequence[TrueMatch], *, syllabi: Iterable[SyllabusName]
) -> MatchScore:
    """A match is right when its syllabus has the code of the truth, of whatever year."""
    found = {CourseName(match.course_code, match.subject): match for match in matches}
    published = {each.syllabus_id: each.course_code for each in syllabi}
    methods: Counter[tuple[str, bool]] = Counter()
    variations: Counter[tuple[str, bool]] = Counter()
    for true in truth:
        match = found.get(CourseName(true.course_code, true.subject))
        answer = published.get(match.syllabus_id) if match else None
        is_right = answer == true.syllabus_course_code
        variations[true.variation, is_right] += 1
        if match is not None:
            methods[match.match_method.value, is_right] += 1
    by_method = _counts(methods)
    given = HitCount(
        sum(count.right for count in by_method.values()), sum(count.given for count in by_method.values())
    )
    existing = sum(true.syllabus_course_code is not None for true in truth)
    return MatchScore(given.share, HitCount(given.right, existing).share, by_method, _counts(variations))


def _counts(counted: Counter[tuple[str, bool]]) -> dict[str, HitCount]:
    names = sorted({name for name, _ in counted})
    return {name: HitCount(counted[name, True], counted[name, True] + counted[name, False]) for name in names}
