"""Facts that only the overview asks, kept for a while: by snapshot, by programme, and by the plans of a class.

Nothing here depends on a person. Rights are checked before any of these is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.domain.course_choice import OfferedCourse
from app.domain.evidence import ApplicationId, Programme, ProgrammeCode, ReviewItem
from app.errors import NotFound
from app.evidence import questions
from app.evidence.overview_questions import ArrivedFiles, ToldProblem
from app.evidence.snapshot import EvidenceSnapshot

SNAPSHOTS = 4
PER_PROGRAMME = 32
CLASSES = 512
"""Applicants of one school and class group share one answer; a list of a class holds about sixty courses."""


@lru_cache(maxsize=PER_PROGRAMME)
def programme_of(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> Programme:
    """The programme with its admission channel and year."""
    for each in questions.load_programmes(snapshot):
        if each.programme_code == programme_code:
            return each
    raise NotFound("programme", programme_code)


@lru_cache(maxsize=PER_PROGRAMME)
def review_items_of(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> tuple[ReviewItem, ...]:
    """審查資料項目 of the programme's channel and year."""
    programme = programme_of(snapshot, programme_code)
    return questions.load_review_items(
        snapshot, programme.admission_channel, admission_year=programme.admission_year
    )


@lru_cache(maxsize=CLASSES)
def class_offers_of(snapshot: EvidenceSnapshot, plans: tuple[str, ...]) -> tuple[OfferedCourse, ...]:
    """What the plans of a class offer."""
    return questions.load_class_offers(snapshot, plans)


@lru_cache(maxsize=SNAPSHOTS)
def learning_areas_of(snapshot: EvidenceSnapshot) -> Mapping[str, str]:
    """Names of learning areas by code."""
    return questions.load_learning_areas(snapshot)


@lru_cache(maxsize=PER_PROGRAMME)
def arrived_files_of(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[ApplicationId, tuple[ArrivedFiles, ...]]:
    """What arrived, by application: one question a programme, for one an applicant would read every file's line."""
    return questions.load_arrived_files(snapshot, programme_code)


@lru_cache(maxsize=PER_PROGRAMME)
def set_aside_of(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[ApplicationId, tuple[ToldProblem, ...]]:
    """What is not shown, or shown with a flaw, by application."""
    return questions.load_set_aside(snapshot, programme_code)
