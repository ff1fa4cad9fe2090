"""Records about many applicants at once: research tables without names or keys, and the state of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.domain.evidence import ProgrammeCode, SubmissionMode

UptakeSubject = Literal["course_category", "learning_area", "subject"]
"""What a row of an uptake table is about."""
UptakeSplit = Literal["none", "programme", "school_type", "semester"]
"""Into which groups an uptake table is split."""


@dataclass(frozen=True)
class UptakeRow:
    """Distinct applicants who took courses of ``label``, of the ``population`` in the same split."""

    label: str
    split_label: str
    applicants: int
    population: int


@dataclass(frozen=True)
class CoChoice:
    """Two elective subjects and the distinct applicants who took both, each, and any course at all."""

    first_subject: str
    second_subject: str
    both: int
    first_applicants: int
    second_applicants: int
    population: int


@dataclass(frozen=True)
class CompetencyCover:
    """Distinct applicants of a programme with a chosen course whose syllabus covers a core competency.

    ``matched`` counts those with any chosen course that found a syllabus: the others could not be covered.
    """

    competency: str
    programme_code: ProgrammeCode
    applicants: int
    matched: int
    population: int


@dataclass(frozen=True)
class ProblemCount:
    """How often a rule of the pipeline was broken."""

    rule: str
    severity: str
    count: int


@dataclass(frozen=True)
class ModeCount:
    """Applications of a programme that arrived in one mode."""

    programme_code: ProgrammeCode
    submission_mode: SubmissionMode
    applications: int


@dataclass(frozen=True)
class LedgerTotal:
    """Files of one role, and what became of their rows: read = published + set aside."""

    file_role: str
    files: int
    byte_size: int
    rows_read: int
    rows_published: int
    rows_set_aside: int
