"""公平性檢視: admission and totals by school type, county, identity and submission mode, compared like with like.

Numbers that ask for a second look, never a verdict: groups differ in who applies. So beside the plain rates stand
rates among applicants of the same estimated standing in their own school. Small groups are hidden first, with all
that would bring them back; only what is shown is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.contingency import CommonOdds, TwoByTwo, common_odds, fisher_exact, wilson_interval
from app.domain.evidence import ApplicationId
from app.domain.rounding import rounded_mean
from app.domain.suppression import CountTable, build_count_table, suppress

SMALLEST_GROUP = 10
"""Groups of fewer applicants are not shown: a rate among nine says who they are."""
FOUR_FIFTHS = Fraction(4, 5)
"""Below this share of the best group's rate a difference is worth a question (US Uniform Guidelines, 1978)."""
STANDING_BANDS: Mapping[str, Decimal] = {
    "top_10": Decimal(10),
    "top_25": Decimal(25),
    "top_50": Decimal(50),
    "beyond_50": Decimal(100),
}
"""Bands of estimated standing by their upper ends, in percent from the top."""
UNKNOWN_STANDING = "unknown"


class FairnessSubject(StrEnum):
    """By what applicants are grouped."""

    SCHOOL_TYPE = "school_type"
    COUNTY = "county"
    IDENTITY = "identity"
    SUBMISSION_MODE = "submission_mode"


@dataclass(frozen=True)
class FairnessEntry:
    """One applicant whose outcome is known. ``groups`` names the group of each subject; None is unknown, a group of its own.

    ``total`` is None for one who was refused without a total, being absent from another component.
    """

    application_id: ApplicationId
    groups: Mapping[FairnessSubject, str | None]
    is_admitted: bool
    total: Decimal | None
    standing_band: str = UNKNOWN_STANDING


@dataclass(frozen=True)
class GroupFacts:
    """One group beside all others. Everything is None when the group is hidden.

    ``rate`` is admitted / applicants; ``ratio`` that rate beside the best shown one, None where only one is shown;
    ``p_value`` Fisher's, exact, of group against all others. ``standardised`` is the rate the group would have with
    everybody's mixture of standing bands, over the ``covered`` share of applicants whose band occurs in the group.
    ``odds`` compares within bands (Mantel–Haenszel). ``mean_total`` is the mean of those with a total, None
    if they are fewer than the smallest group.
    """

    group: str | None
    applicants: int | None
    admitted: int | None
    rate: Fraction | None = None
    interval: tuple[float, float] | None = None
    ratio: Fraction | None = None
    p_value: Fraction | None = None
    standardised: Fraction | None = None
    covered: Fraction | None = None
    odds: CommonOdds | None = None
    mean_total: Decimal | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether the group is too small, or would give away one that is."""
        return self.applicants is None or self.admitted is None

    @property
    def is_below_four_fifths(self) -> bool:
        """Whether the rate is less than four fifths of the best, compared exactly."""
        return self.ratio is not None and self.ratio < FOUR_FIFTHS


@dataclass(frozen=True)
class FairnessTable:
    """The groups of one subject by name, unknown last; ``applicants`` and ``admitted`` None when even they are hidden."""

    subject: FairnessSubject
    rows: tuple[GroupFacts, ...]
    applicants: int | None
    admitted: int | None
    smallest_group: int = SMALLEST_GROUP


def standing_band(mean_standing: Decimal | None) -> str:
    """The band of an estimated standing in percent from the top."""
    if mean_standing is None:
        return UNKNOWN_STANDING
    return next(name for name, end in STANDING_BANDS.items() if mean_standing <= end)


def fairness_table(
    entries: Sequence[FairnessEntry], subject: FairnessSubject, *, smallest_group: int = SMALLEST_GROUP
) -> FairnessTable:
    """The groups of one subject. The order of the entries never matters."""
    members: dict[str | None, list[FairnessEntry]] = {}
    for entry in entries:
        members.setdefault(entry.groups.get(subject), []).append(entry)
    groups = sorted(members, key=lambda group: (group is None, group or ""))
    counts = _protected([members[group] for group in groups], smallest_group)
    rows = [
        _facts(group, members[group], entries, shown=counts.cells[place], smallest_group=smallest_group)
        for place, group in enumerate(groups)
    ]
    rates = [row.rate for row in rows if row.rate is not None]
    # One group alone is its own best: there is nothing to compare.
    best = max(rates) if len(rates) > 1 else None
    return FairnessTable(
        subject=subject,
        rows=tuple(_beside(row, best) for row in rows),
        applicants=counts.total,
        admitted=counts.column_totals[0] if groups else None,
        smallest_group=smallest_group,
    )


def _protected(groups: Sequence[Sequence[FairnessEntry]], smallest_group: int) -> CountTable:
    """Admitted and not admitted by group, through the one suppression layer.

    A whole group is hidden or shown, so that the share of a large one with few admitted is not lost: first the
    groups that are too small, then the next smallest while what is hidden is fewer than ``smallest_group``.
    """
    admitted = [sum(entry.is_admitted for entry in group) for group in groups]
    cells = [[hits, len(group) - hits] for hits, group in zip(admitted, groups, strict=True)]
    sizes = build_count_table(
        [str(place) for place in range(len(groups))], ["applicants"], [[len(g)] for g in groups]
    )
    shown = suppress(sizes, smallest_group)
    whole = build_count_table(shown.row_labels, ["admitted", "not"], cells)
    hidden = {place for place, row in enumerate(shown.cells) if row[0] is None}
    return CountTable(
        row_labels=whole.row_labels,
        column_labels=whole.column_labels,
        cells=tuple((None, None) if place in hidden else row for place, row in enumerate(whole.cells)),
        row_totals=shown.row_totals,
        column_totals=whole.column_totals if shown.total is not None else (None, None),
        total=shown.total,
    )


def _facts(
    group: str | None,
    members: Sequence[FairnessEntry],
    everybody: Sequence[FairnessEntry],
    *,
    shown: Sequence[int | None],
    smallest_group: int,
) -> GroupFacts:
    admitted, others = shown
    if admitted is None or others is None:
        return GroupFacts(group, None, None)
    size = admitted + others
    all_admitted = sum(entry.is_admitted for entry in everybody)
    standardised, covered = _standardised(members, everybody)
    totals = [entry.total for entry in members if entry.total is not None]
    return GroupFacts(
        group=group,
        applicants=size,
        admitted=admitted,
        rate=Fraction(admitted, size),
        interval=wilson_interval(admitted, size),
        p_value=fisher_exact(
            TwoByTwo(admitted, others, all_admitted - admitted, len(everybody) - all_admitted - others)
        ),
        standardised=standardised,
        covered=covered,
        odds=common_odds(_by_band(members, everybody)),
        # A mean of few tells them even where the group is large: of one total it is that total.
        mean_total=rounded_mean(totals) if len(totals) >= smallest_group else None,
    )


def _beside(row: GroupFacts, best: Fraction | None) -> GroupFacts:
    if row.rate is None or not best:
        return row
    return GroupFacts(**{**vars(row), "ratio": row.rate / best})


def _standardised(
    members: Sequence[FairnessEntry], everybody: Sequence[FairnessEntry]
) -> tuple[Fraction | None, Fraction]:
    """Direct standardisation: Σ (share of the band among all) × (rate of the group in the band)."""
    sizes = Counter(entry.standing_band for entry in everybody)
    own = Counter(entry.standing_band for entry in members)
    hits = Counter(entry.standing_band for entry in members if entry.is_admitted)
    reached = sum(sizes[band] for band in own)
    if not reached:
        return None, Fraction(0)
    rate = sum(Fraction(sizes[band], reached) * Fraction(hits[band], own[band]) for band in own)
    return Fraction(rate), Fraction(reached, len(everybody))


def _by_band(members: Sequence[FairnessEntry], everybody: Sequence[FairnessEntry]) -> list[TwoByTwo]:
    def counts(entries: Sequence[FairnessEntry]) -> Counter[tuple[str, bool]]:
        return Counter((entry.standing_band, entry.is_admitted) for entry in entries)

    own, whole = counts(members), counts(everybody)
    return [
        TwoByTwo(
            own[band, True],
            own[band, False],
            whole[band, True] - own[band, True],
            whole[band, False] - own[band, False],
        )
        for band in sorted({band for band, _ in whole})
    ]
