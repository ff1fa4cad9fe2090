"""公平性檢視: who is admitted, by group, from the list as it stands; small groups hidden before anything is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.evidence import ApplicationId, ApplicationSummary, Programme, SnapshotId
from app.domain.fairness import (
    SMALLEST_GROUP,
    FairnessEntry,
    FairnessSubject,
    FairnessTable,
    fairness_table,
    standing_band,
)
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import Outcome, RankedList, RankedRow, RowBlock
from app.domain.visibility import Action
from app.workflows.access import Access
from app.workflows.total_ranking import open_ranking

MOST_PLACES = 10_000
ADMITTED = frozenset({Outcome.ADMITTED, Outcome.EXTRA})


class AdmissionBasis(StrEnum):
    """``LISTS``: the identity lists of the plan. ``ASSUMED``: the plan names no places, so the asked number of ranks."""

    LISTS = "lists"
    ASSUMED = "assumed"


@dataclass(frozen=True)
class FairnessView:
    """The sheet. Of ``counted`` applicants the outcome is known, ``undecided`` ones are in no table.

    Whom a minimum or an absence kept out is counted as not admitted: leaving them out would hide what a minimum does
    to a group. ``absent`` of the counted have no total, so they are in the rates but not in the mean.
    """

    plan: ReviewPlan
    snapshot_id: SnapshotId
    scores_digest: str
    basis: AdmissionBasis
    places: int
    counted: int
    admitted: int
    absent: int
    undecided: int
    tables: Mapping[FairnessSubject, FairnessTable]


def open_fairness(access: Access, programme: Programme, *, places: int | None = None) -> FairnessView | None:
    """The sheet of a programme; None while no plan is locked. ``places`` counts only where the plan names none."""
    access.require(Action.VIEW_FAIRNESS, programme_code=programme.programme_code)
    view = open_ranking(access, programme)
    if view is None:
        return None
    ranked = view.ranked
    has_places = any(each.quota is not None for each in ranked.identity_lists)
    rows = [row for row in ranked.rows if row.block is not RowBlock.UNSCORED]
    with_total = sum(row.total is not None for row in rows)
    assumed = _assumed_places(places, with_total)
    admitted = _admitted(ranked) if has_places else _best(rows, assumed)
    entries = [_entry(row, view.summaries[row.application_id], admitted) for row in rows]
    smallest = max(SMALLEST_GROUP, access.workbench.settings.smallest_group)
    return FairnessView(
        plan=view.plan,
        snapshot_id=ranked.snapshot_id,
        scores_digest=ranked.scores_digest,
        basis=AdmissionBasis.LISTS if has_places else AdmissionBasis.ASSUMED,
        places=sum(each.quota or 0 for each in ranked.identity_lists) if has_places else assumed,
        counted=len(entries),
        admitted=len(admitted),
        absent=len(rows) - with_total,
        undecided=len(ranked.rows) - len(rows),
        tables={
            subject: fairness_table(entries, subject, smallest_group=smallest) for subject in FairnessSubject
        },
    )


def _assumed_places(places: int | None, counted: int) -> int:
    """Half of those with a total, unless a number is asked for."""
    return max(1, counted // 2) if places is None else max(1, min(places, MOST_PLACES))


def _admitted(ranked: RankedList) -> frozenset[ApplicationId]:
    return frozenset(
        row.application_id for row in ranked.rows if any(each.outcome in ADMITTED for each in row.standings)
    )


def _best(rows: list[RankedRow], places: int) -> frozenset[ApplicationId]:
    """The first ranks over everyone, however they submitted; equals at the last place are all in."""
    ranked = sorted((row.merit for row in rows if row.rank is not None), reverse=True)
    if not ranked:
        return frozenset()
    line = ranked[min(places, len(ranked)) - 1]
    return frozenset(row.application_id for row in rows if row.rank is not None and row.merit >= line)


def _entry(row: RankedRow, summary: ApplicationSummary, admitted: frozenset[ApplicationId]) -> FairnessEntry:
    return FairnessEntry(
        application_id=row.application_id,
        groups={
            FairnessSubject.SCHOOL_TYPE: summary.school_type,
            FairnessSubject.COUNTY: summary.county,
            FairnessSubject.IDENTITY: summary.applicant_status,
            FairnessSubject.SUBMISSION_MODE: summary.submission_mode,
        },
        is_admitted=row.application_id in admitted,
        total=row.total,
        standing_band=standing_band(summary.mean_standing),
    )
