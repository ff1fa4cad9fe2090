"""A place in a ranked list with everything that explains it: the records of step 4, without any rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId, SnapshotId, SubmissionMode
from app.domain.identity_list import IdentityList
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.score_gap import GapFlag
from app.domain.total_component import ComponentId

RecusedPair = tuple[ApplicationId, PersonId]
ComponentValues = Mapping[ComponentId, Mapping[ApplicationId, Decimal | None]]
"""Imported values; None says absent (缺考), a missing application says not imported."""

TOTAL_SUBJECT = "total"
"""What a gate of the total speaks of; other gates name what a tie-break would name."""


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
    NOT_ADJUSTED = "not_adjusted"
    """The method of the plan gave no value for this application."""
    COMPONENT_MISSING = "component_missing"
    """The value of a component has not been imported."""


class TieState(StrEnum):
    """``BROKEN``: an equal total, told apart by a tie-break. ``SHARED``: equal to the last, so an equal rank."""

    NONE = "none"
    BROKEN = "broken"
    SHARED = "shared"


class Outcome(StrEnum):
    """What an identity list says of an application that competes in it."""

    ADMITTED = "admitted"
    """正取."""
    EXTRA = "extra"
    """增額錄取: equal at the last place, so all of the equal are admitted."""
    UNDECIDED = "undecided"
    """Equal at the last place, and the plan decides nothing: shown, nobody chosen."""
    WAITLISTED = "waitlisted"
    """備取, with a number; equal merit has an equal number."""
    NOT_ADMITTED = "not_admitted"
    """未錄取."""
    ELSEWHERE = "elsewhere"
    """Admitted in an earlier list, so takes no place here."""
    OPEN = "open"
    """Nobody is told anything: no quota, or no total yet."""


class OutcomeReason(StrEnum):
    """Why the outcome is what it is."""

    WITHIN_QUOTA = "within_quota"
    TIE_AT_LINE = "tie_at_line"
    ADMITTED_EARLIER = "admitted_earlier"
    BEHIND_LINE = "behind_line"
    WAITLIST_FULL = "waitlist_full"
    BELOW_MINIMUM = "below_minimum"
    NO_QUOTA = "no_quota"
    NO_TOTAL = "no_total"


@dataclass(frozen=True, slots=True)
class RankingEntry:
    """An application that takes part; ``applicant_status`` None when the exports do not say."""

    application_id: ApplicationId
    submission_mode: SubmissionMode
    applicant_status: str | None


@dataclass(frozen=True)
class RoundFacts:
    """What counts beside plan and reviews. ``adjusted_totals`` are the review totals by the plan's method, as
    settled outside (four decimals); None while they were not computed. Mean and median need none."""

    recused: Collection[RecusedPair] = ()
    component_values: ComponentValues = field(default_factory=dict)
    third_reviewers: Mapping[ApplicationId, PersonId] = field(default_factory=dict)
    adjusted_totals: Mapping[ApplicationId, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class FailedGate:
    """A minimum that was not reached; ``value`` None is an absence, which no total makes good.

    ``subject`` is a dimension id, ``review_total``, ``component:`` and an id, or ``total``.
    """

    subject: str
    value: Decimal | None
    minimum: Decimal | None


@dataclass(frozen=True, slots=True)
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


class ListStanding(NamedTuple):
    """Where an application stands in one identity list.

    ``rank`` counts everyone of a total who competes there, however they submitted; ``equals`` is how many
    share it. ``waitlist_number`` counts from 1. ``elsewhere`` is the earlier list that admitted.
    """

    list_id: str
    outcome: Outcome
    reason: OutcomeReason
    rank: int | None = None
    equals: int = 0
    waitlist_number: int | None = None
    elsewhere: str | None = None


class RankedRow(NamedTuple):
    """One application with its place and everything that explains it.

    ``dimension_means`` are medians where the plan's method is the median. ``review_total`` is rounded to be shown
    and to break ties; ``total`` comes from the exact one. ``merit`` is what is compared: the total, then the
    values of the tie-breaks. ``needs_reviews`` is how many finished reviews are missing: such a row is ranked,
    and says so. ``deciding_tie_break`` is the one after which no other row of the same total was still level.
    ``old_revisions`` are the plan revisions under which reviews were entered that must be scored again.
    ``third_reviewer`` is named where the third review alone counts. ``components`` hold what was imported.
    """

    entry: RankingEntry
    list_name: ListName
    block: RowBlock
    rank: int | None
    total: Decimal | None
    dimension_means: Mapping[DimensionId, Decimal]
    counts: ReviewCounts
    needs_reviews: int
    unscored_reason: UnscoredReason | None
    tie: TieState
    deciding_tie_break: str | None
    gates_failed: tuple[FailedGate, ...]
    gaps: tuple[GapFlag, ...]
    old_revisions: tuple[int, ...]
    review_total: Decimal | None
    components: Mapping[ComponentId, Decimal | None]
    missing_components: tuple[ComponentId, ...]
    third_reviewer: PersonId | None
    merit: tuple[Decimal, ...]
    standings: tuple[ListStanding, ...]

    @property
    def application_id(self) -> ApplicationId:
        """The application of the row."""
        return self.entry.application_id

    def standing_in(self, list_id: str) -> ListStanding | None:
        """Where the application stands in a list; None when it does not compete there."""
        return next((each for each in self.standings if each.list_id == list_id), None)


@dataclass(frozen=True)
class RankedList:
    """Rows in reading order: the main list, then the PDF list; in each ranked, gated, unscored.

    The keys name all that went in, so the list can be made again. ``identity`` is the one applicant status that
    is shown, ``list_id`` the one identity list, if any.
    """

    snapshot_id: SnapshotId
    plan_id: PlanId
    plan_revision: int
    scores_digest: str
    tie_breaks: tuple[str, ...]
    rows: tuple[RankedRow, ...]
    identity: str | None = None
    identity_lists: tuple[IdentityList, ...] = ()
    list_id: str | None = None
