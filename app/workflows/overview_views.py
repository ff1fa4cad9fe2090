"""The frozen views of 核心資料總覽: who, strongest evidence, choices against the offer, time line, ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.activity_timeline import Timeline
from app.domain.completeness import LedgerLine
from app.domain.course_choice import CourseChoices
from app.domain.dimensions import Dimension
from app.domain.evidence import (
    ActivityRecord,
    ApplicantProfile,
    CategoryCode,
    CourseOutcome,
    CourseRecord,
    Document,
    EstimatedStanding,
    EvidenceFile,
    SemesterStanding,
)
from app.domain.strongest import StrengthRule
from app.workflows.desk_views import Absence

Evidence = ApplicantProfile | CourseRecord | CourseOutcome | ActivityRecord | Document | EvidenceFile
"""Whatever an entry of the overview may be."""


@dataclass(frozen=True)
class StrongEntry:
    """One entry, and the category a click opens; ``course`` is the one an outcome comes from."""

    evidence: Evidence
    category_code: CategoryCode
    course: CourseRecord | None = None


@dataclass(frozen=True)
class StrongGroup:
    """What feeds a dimension from one category, or from all its course groups together: the strongest entries first.

    ``label`` is None for course groups together. ``unranked`` entries are told by their number: no fact orders them.
    """

    category_code: CategoryCode
    label: str | None
    count: int
    entries: tuple[StrongEntry, ...] = ()
    rule: StrengthRule | None = None
    unranked: int = 0
    course_groups: int = 0
    absence: Absence | None = None
    stand_ins: tuple[Document, ...] = ()


@dataclass(frozen=True)
class DimensionBlock:
    """What feeds one dimension."""

    dimension: Dimension
    groups: tuple[StrongGroup, ...]


@dataclass(frozen=True)
class MeanStanding:
    """Mean over the semesters that have a standing in the own school, with the mean of their ranges."""

    mean: EstimatedStanding
    semesters: int


@dataclass(frozen=True)
class CoreOverview:
    """核心資料總覽 of one application."""

    profile: ApplicantProfile
    mean_standing: MeanStanding | None
    dimensions: tuple[DimensionBlock, ...]
    standings: tuple[SemesterStanding, ...]
    choices: CourseChoices
    area_names: Mapping[str, str]
    timeline: Timeline
    ledger: tuple[LedgerLine, ...]
    documents: tuple[Document, ...]
    labels: Mapping[CategoryCode, str]
    """Labels of the tree's nodes."""
