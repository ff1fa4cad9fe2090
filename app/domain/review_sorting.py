"""Which reviews of an application count, which are compared, and what is said of the others.

By NO_TOTAL only finished reviews count; by BY_DIMENSION (with the mean alone) whatever was scored counts in its
dimension. Where a third review decides and is finished, it alone counts, and the gaps stay those of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from typing import NamedTuple

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import MissingScorePolicy, RankingRules, ReviewPlan
from app.domain.ranked_row import ReviewCounts, RoundFacts, UnscoredReason
from app.domain.scores import Review
from app.domain.scoring_method import ScoringMethod, ThirdReading

Lines = Sequence[int]
"""Where the scores of some reviews stand in the columns of a round."""
Columns = Sequence[Sequence[int | None]]


class SortedReviews(NamedTuple):
    """The reviews of one application. ``begun`` are unfinished ones that count as well, in what they scored.

    ``no_total`` is the reason where not every dimension has a score that counts.
    """

    finished: Lines
    begun: Lines
    compared: Lines
    counts: ReviewCounts
    no_total: UnscoredReason
    old_revisions: tuple[int, ...] = ()
    third_reviewer: PersonId | None = None


def missing_policy(rules: RankingRules) -> MissingScorePolicy:
    """The policy in force: dimension by dimension there is only the mean."""
    is_mean = rules.adjustment.method is ScoringMethod.RAW_MEAN
    return rules.missing_score_policy if is_mean else MissingScorePolicy.NO_TOTAL


def sort_reviews(
    plan: ReviewPlan, grouped: Mapping[ApplicationId, Sequence[Review]], columns: Columns, facts: RoundFacts
) -> list[SortedReviews]:
    """For every application in turn. ``columns`` hold the usable scores of all the reviews one after another."""
    sorter = _Sorter(plan, columns, facts)
    doubtful = sorter.doubtful(review for group in grouped.values() for review in group)
    ends = accumulate(map(len, grouped.values()))
    found = []
    for (application_id, group), end in zip(grouped.items(), ends, strict=True):
        lines = range(end - len(group), end)
        if group and application_id not in doubtful:
            found.append(sorter.settled(lines))
        else:
            found.append(sorter.sorted(application_id, group, lines))
    return found


@dataclass(slots=True)
class _Pile:
    """The reviews of one application by state; ``begun_afresh``: an unfinished one of today's scale."""

    finished: dict[PersonId, int] = field(default_factory=dict)
    begun: list[int] = field(default_factory=list)
    outdated: list[Review] = field(default_factory=list)
    not_scored: int = 0
    abstained: int = 0
    recused: int = 0
    begun_afresh: bool = False


class _Counts(dict[tuple[int, ...], ReviewCounts]):
    """A round knows few combinations of states: one record serves all applications of the same."""

    def __missing__(self, states: tuple[int, ...]) -> ReviewCounts:
        counts = self[states] = ReviewCounts(*states)
        return counts


class _Sorter:
    """Sorts one application after another, under one plan and one set of facts."""

    def __init__(self, plan: ReviewPlan, columns: Columns, facts: RoundFacts) -> None:
        self._columns = columns
        self._is_partial_counted = missing_policy(plan.rules) is MissingScorePolicy.BY_DIMENSION
        self._barred = frozenset(facts.recused)
        self._thirds = facts.third_reviewers if plan.rules.third_reading is ThirdReading.DECIDES else {}
        self._counts = _Counts()

    def doubtful(self, reviews: Iterable[Review]) -> set[ApplicationId]:
        """The applications of which there is more to say than that all their reviews are finished."""
        found = {application_id for application_id, _ in self._barred}
        found.update(self._thirds)
        lines = zip(*self._columns, strict=True) if self._columns else repeat((None,))
        found.update(
            review.application_id
            for review, scores in zip(reviews, lines, strict=False)
            if review.abstained or review.old_scale or None in scores
        )
        return found

    def settled(self, lines: Lines) -> SortedReviews:
        """Finished reviews that all count and are all compared, as nearly all are."""
        counts = self._counts[len(lines), 0, 0, 0, 0, 0]
        return SortedReviews(lines, (), lines, counts, UnscoredReason.NOT_ADJUSTED)

    def sorted(self, application_id: ApplicationId, reviews: Sequence[Review], lines: Lines) -> SortedReviews:
        """Any reviews, all of the application."""
        pile = self._piled(application_id, reviews, lines)
        compared = finished = tuple(pile.finished.values())
        third = self._thirds.get(application_id)
        if third is not None and third in pile.finished:
            finished = (pile.finished.pop(third),)
            compared = tuple(pile.finished.values())
        else:
            third = None
        counts = self._counted(pile, has_third=third is not None)
        return SortedReviews(
            finished=finished,
            begun=tuple(pile.begun) if self._is_partial_counted and third is None else (),
            compared=compared,
            counts=counts,
            no_total=UnscoredReason.NOT_ADJUSTED if finished else _reason(pile, counts),
            old_revisions=tuple(sorted({review.plan_revision for review in pile.outdated})),
            third_reviewer=third,
        )

    def _piled(self, application_id: ApplicationId, reviews: Sequence[Review], lines: Lines) -> _Pile:
        pile = _Pile()
        for review, line in zip(reviews, lines, strict=True):
            if (application_id, review.reviewer_id) in self._barred:
                pile.recused += 1
            elif review.abstained:
                pile.abstained += 1
            else:
                if review.old_scale:
                    pile.outdated.append(review)
                self._pile_scored(pile, review, line)
        return pile

    def _pile_scored(self, pile: _Pile, review: Review, line: int) -> None:
        scored = [column[line] is not None for column in self._columns]
        if not any(scored):
            pile.not_scored += 1
        elif all(scored):
            pile.finished[review.reviewer_id] = line
        else:
            pile.begun.append(line)
            pile.begun_afresh = pile.begun_afresh or not review.old_scale

    def _counted(self, pile: _Pile, *, has_third: bool) -> ReviewCounts:
        return self._counts[
            len(pile.finished) + has_third,
            len(pile.begun),
            pile.not_scored,
            pile.abstained,
            pile.recused,
            len(pile.outdated),
        ]


def _reason(pile: _Pile, counts: ReviewCounts) -> UnscoredReason:
    if pile.begun_afresh:
        return UnscoredReason.INCOMPLETE
    if counts.old_scale:
        return UnscoredReason.OLD_SCALE
    if counts.abstained and not counts.not_scored:
        return UnscoredReason.ONLY_ABSTAINED
    return UnscoredReason.NO_REVIEW
