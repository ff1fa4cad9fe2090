"""總分排序: a list of ranks as a pure function of plan, entries and reviews, with the reason for every place.

The total of an application is the mean of its reviewers' exact totals, rounded half up to two decimals
*before* anything is compared. Equal totals go to the tie-breaks of the plan, each the mean of one dimension
rounded the same way; what is still equal shares a rank (1, 2, 2, 4) and no id, name or moment ever decides.
Rows that share a rank stand in the order in which their entries were given, which says nothing of merit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId, SnapshotId, SubmissionMode
from app.domain.people import PersonId
from app.domain.plan import PdfPlacement, PlanId, ReviewPlan
from app.domain.rounding import round_half_up as round_half_up
from app.domain.rounding import rounded_mean
from app.domain.score_digest import digest_of_scores
from app.domain.score_gap import GapFlag, finished_gap_flags
from app.domain.scores import Review, ReviewState, review_state, total_of_scores

RecusedPair = tuple[ApplicationId, PersonId]


class ListName(StrEnum):
    """The list a row stands in; ``PDF`` exists only when the plan keeps PDF-only applications apart."""

    MAIN = "main"
    PDF = "pdf"


class RowBlock(StrEnum):
    """Ranked rows, then rows kept out by a minimum, then rows without a total; the last two have no rank."""

    RANKED = "ranked"
    GATED = "gated"
    UNSCORED = "unscored"


class UnscoredReason(StrEnum):
    """Why there is no total; an abstention is never a zero."""

    NO_REVIEW = "no_review"
    ONLY_ABSTAINED = "only_abstained"
    INCOMPLETE = "incomplete"
    OLD_SCALE = "old_scale"
    """All that was scored was scored on a scale the plan has left."""


class TieState(StrEnum):
    """``BROKEN``: an equal total, told apart by a tie-break. ``SHARED``: equal to the last, so an equal rank."""

    NONE = "none"
    BROKEN = "broken"
    SHARED = "shared"


@dataclass(frozen=True)
class RankingEntry:
    """An application that takes part; ``applicant_status`` None when the exports do not say."""

    application_id: ApplicationId
    submission_mode: SubmissionMode
    applicant_status: str | None


@dataclass(frozen=True)
class FailedGate:
    """A minimum that was not reached; ``dimension_id`` None means the total."""

    dimension_id: DimensionId | None
    value: Decimal
    minimum: Decimal


@dataclass(frozen=True)
class ReviewCounts:
    """The reviews of one application by state; recused reviewers count nowhere else.

    ``old_scale`` counts the unfinished ones again of which a score was set aside.
    """

    scored: int = 0
    partial: int = 0
    not_scored: int = 0
    abstained: int = 0
    recused: int = 0
    old_scale: int = 0


@dataclass(frozen=True)
class RankedRow:
    """One application with its place and everything that explains it.

    ``needs_reviews`` is how many finished reviews are missing: such a row is ranked, and says so.
    ``deciding_dimension`` is the tie-break after which no other row of the same total was still level.
    ``old_revisions`` are the plan revisions under which reviews were entered that must be scored again.
    """

    entry: RankingEntry
    list_name: ListName
    block: RowBlock
    rank: int | None
    total: Decimal | None
    dimension_means: Mapping[DimensionId, Decimal]
    counts: ReviewCounts
    needs_reviews: int
    unscored_reason: UnscoredReason | None = None
    tie: TieState = TieState.NONE
    deciding_dimension: DimensionId | None = None
    gates_failed: tuple[FailedGate, ...] = ()
    gaps: tuple[GapFlag, ...] = ()
    old_revisions: tuple[int, ...] = ()

    @property
    def application_id(self) -> ApplicationId:
        """The application of the row."""
        return self.entry.application_id


@dataclass(frozen=True)
class RankedList:
    """Rows in reading order: the main list, then the PDF list; in each ranked, gated, unscored.

    The three keys name all that went in, so the list can be made again; ``identity`` is the filter, if any.
    """

    snapshot_id: SnapshotId
    plan_id: PlanId
    plan_revision: int
    scores_digest: str
    tie_breaks: tuple[DimensionId, ...]
    rows: tuple[RankedRow, ...]
    identity: str | None = None


def rank(
    plan: ReviewPlan,
    entries: Sequence[RankingEntry],
    reviews: Iterable[Review],
    *,
    recused: Collection[RecusedPair] = (),
) -> RankedList:
    """The ranked list of ``entries``, of reviews that went through ``carried_over``. Reviews of other applications
    are ignored; two reviews of one reviewer for one application, or a review of another plan, are a broken
    promise and raise ValueError."""
    grouped = _reviews_by_application(plan, entries, reviews)
    barred = frozenset(recused)
    rows = [_row(plan, entry, grouped[entry.application_id], barred) for entry in entries]
    tie_breaks = _known_tie_breaks(plan)
    return RankedList(
        snapshot_id=plan.snapshot_id,
        plan_id=plan.plan_id,
        plan_revision=plan.revision,
        scores_digest=digest_of_scores([review for group in grouped.values() for review in group], barred),
        tie_breaks=tie_breaks,
        rows=_arrange(rows, tie_breaks),
    )


def filter_identity(ranked: RankedList, status: str | None) -> RankedList:
    """The list of one applicant status, ranked anew inside itself by the same totals and tie-breaks."""
    rows = [row for row in ranked.rows if row.entry.applicant_status == status]
    return replace(ranked, rows=_arrange(rows, ranked.tie_breaks), identity=status)


def _reviews_by_application(
    plan: ReviewPlan, entries: Sequence[RankingEntry], reviews: Iterable[Review]
) -> dict[ApplicationId, list[Review]]:
    grouped: dict[ApplicationId, list[Review]] = {entry.application_id: [] for entry in entries}
    if len(grouped) != len(entries):
        raise ValueError("an application is entered twice")
    seen: set[RecusedPair] = set()
    for review in reviews:
        pair = (review.application_id, review.reviewer_id)
        if review.plan_id != plan.plan_id or pair in seen:
            raise ValueError(
                f"review {pair} of plan {review.plan_id} does not belong in this list or came twice"
            )
        seen.add(pair)
        if review.application_id in grouped:
            grouped[review.application_id].append(review)
    return grouped


def _known_tie_breaks(plan: ReviewPlan) -> tuple[DimensionId, ...]:
    known = {dimension.dimension_id for dimension in plan.dimensions}
    return tuple(DimensionId(name) for name in plan.rules.tie_breaks if name in known)


def _row(
    plan: ReviewPlan, entry: RankingEntry, reviews: Sequence[Review], barred: frozenset[RecusedPair]
) -> RankedRow:
    standing = [review for review in reviews if (review.application_id, review.reviewer_id) not in barred]
    states = [review_state(plan, review) for review in standing]
    finished = [r for r, state in zip(standing, states, strict=True) if state is ReviewState.SCORED]
    outdated = [review for review in standing if review.old_scale and not review.abstained]
    counts = replace(_count(states, recused=len(reviews) - len(standing)), old_scale=len(outdated))
    row = RankedRow(
        entry=entry,
        list_name=_list_of(plan, entry),
        block=RowBlock.UNSCORED,
        rank=None,
        total=None,
        dimension_means=_dimension_means(plan, finished),
        counts=counts,
        needs_reviews=max(0, plan.rules.required_reviews - counts.scored),
        old_revisions=tuple(sorted({review.plan_revision for review in outdated})),
    )
    if not finished:
        begun = [r for r, state in zip(standing, states, strict=True) if state is ReviewState.PARTIAL]
        is_begun = any(not review.old_scale for review in begun)
        return replace(row, unscored_reason=_unscored_reason(counts, is_begun=is_begun))
    totals = [total_of_scores(plan, review.scores) for review in finished]
    return _gated(plan, replace(row, total=rounded_mean(totals), gaps=finished_gap_flags(plan, finished)))


def _list_of(plan: ReviewPlan, entry: RankingEntry) -> ListName:
    is_apart = plan.rules.pdf_placement is PdfPlacement.APART and entry.submission_mode == "pdf"
    return ListName.PDF if is_apart else ListName.MAIN


def _count(states: Sequence[ReviewState], *, recused: int) -> ReviewCounts:
    return ReviewCounts(
        scored=states.count(ReviewState.SCORED),
        partial=states.count(ReviewState.PARTIAL),
        not_scored=states.count(ReviewState.NOT_SCORED),
        abstained=states.count(ReviewState.ABSTAINED),
        recused=recused,
    )


def _unscored_reason(counts: ReviewCounts, *, is_begun: bool) -> UnscoredReason:
    """``is_begun``: a review of today's scale is unfinished."""
    if is_begun:
        return UnscoredReason.INCOMPLETE
    if counts.old_scale:
        return UnscoredReason.OLD_SCALE
    if counts.abstained and not counts.not_scored:
        return UnscoredReason.ONLY_ABSTAINED
    return UnscoredReason.NO_REVIEW


def _dimension_means(plan: ReviewPlan, finished: Sequence[Review]) -> dict[DimensionId, Decimal]:
    if not finished:
        return {}
    return {
        dimension.dimension_id: rounded_mean([review.scores[dimension.dimension_id] for review in finished])
        for dimension in plan.dimensions
    }


def _gated(plan: ReviewPlan, row: RankedRow) -> RankedRow:
    minimums: list[tuple[DimensionId | None, Decimal | None, Decimal | None]] = [
        (dimension.dimension_id, row.dimension_means[dimension.dimension_id], dimension.minimum_score)
        for dimension in plan.dimensions
    ]
    minimums.append((None, row.total, plan.rules.minimum_total))
    failed = tuple(
        FailedGate(dimension_id, value, minimum)
        for dimension_id, value, minimum in minimums
        if value is not None and minimum is not None and value < minimum
    )
    return replace(row, block=RowBlock.GATED if failed else RowBlock.RANKED, gates_failed=failed)


def _arrange(rows: Sequence[RankedRow], tie_breaks: tuple[DimensionId, ...]) -> tuple[RankedRow, ...]:
    arranged: list[RankedRow] = []
    for list_name in ListName:
        members = [row for row in rows if row.list_name is list_name]
        arranged += _ranked([row for row in members if row.block is RowBlock.RANKED], tie_breaks)
        arranged += [row for row in members if row.block is RowBlock.GATED]
        arranged += [row for row in members if row.block is RowBlock.UNSCORED]
    return tuple(arranged)


SortKey = tuple[Decimal, ...]


def _ranked(rows: Sequence[RankedRow], tie_breaks: tuple[DimensionId, ...]) -> list[RankedRow]:
    keyed = [(_sort_key(row, tie_breaks), row) for row in rows]
    # A stable sort on merit alone: rows of equal merit keep the order of their entries.
    keyed.sort(key=lambda pair: pair[0], reverse=True)
    by_total: defaultdict[Decimal, Counter[SortKey]] = defaultdict(Counter)
    first_place: dict[SortKey, int] = {}
    for place, (key, _) in enumerate(keyed, start=1):
        by_total[key[0]][key] += 1
        first_place.setdefault(key, place)
    return [
        _placed(row, key, place=first_place[key], level=by_total[key[0]], tie_breaks=tie_breaks)
        for key, row in keyed
    ]


def _sort_key(row: RankedRow, tie_breaks: tuple[DimensionId, ...]) -> SortKey:
    if row.total is None:
        raise ValueError(f"application {row.application_id} has no total to rank by")
    return (row.total, *(row.dimension_means[dimension_id] for dimension_id in tie_breaks))


def _placed(
    row: RankedRow,
    key: SortKey,
    *,
    place: int,
    level: Counter[SortKey],
    tie_breaks: tuple[DimensionId, ...],
) -> RankedRow:
    if level[key] > 1:
        return replace(row, rank=place, tie=TieState.SHARED, deciding_dimension=None)
    if len(level) == 1:
        return replace(row, rank=place, tie=TieState.NONE, deciding_dimension=None)
    needed = max(_first_difference(key, other) for other in level if other != key)
    return replace(row, rank=place, tie=TieState.BROKEN, deciding_dimension=tie_breaks[needed - 1])


def _first_difference(key: SortKey, other: SortKey) -> int:
    return next(place for place, (mine, its) in enumerate(zip(key, other, strict=True)) if mine != its)
