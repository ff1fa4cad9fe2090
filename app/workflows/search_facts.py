"""What a search needs to know of a programme before it asks: kept, because a snapshot never changes.

Nothing here depends on a person: whoever asks filters it by what that person may see.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SearchHit
from app.domain.folding import fold
from app.domain.search_hits import (
    CourseName,
    EntryCount,
    EvidenceName,
    FoundCount,
    ItemModes,
    Scope,
    SoughtCourse,
    SoughtWords,
)
from app.evidence import questions
from app.evidence.snapshot import EvidenceSnapshot

PER_PROGRAMME = 16
PER_QUESTION = 24
"""Searches of all reviewers that are kept while they are read through."""


@lru_cache(maxsize=PER_PROGRAMME)
def modes_of(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> Mapping[ApplicationId, ItemModes]:
    """Place and item modes of every application."""
    return {each.application_id: each for each in questions.load_item_modes(snapshot, programme_code)}


@lru_cache(maxsize=PER_PROGRAMME)
def course_names_of(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> tuple[tuple[CourseName, tuple[str, str, str]], ...]:
    """Every course name with its subject, area and group folded."""
    return tuple(
        (name, (fold(name.subject), fold(name.learning_area_name), fold(name.course_group_label)))
        for name in questions.load_course_names(snapshot, programme_code)
    )


@lru_cache(maxsize=PER_PROGRAMME)
def levels_of(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> tuple[tuple[str, str], ...]:
    """Every level name, and folded."""
    return tuple((name, fold(name)) for name in questions.load_level_names(snapshot, programme_code))


@lru_cache(maxsize=PER_PROGRAMME)
def syllabi_of(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> tuple[tuple[str, str], ...]:
    """Every syllabus of the programme's courses with its folded text."""
    return tuple((key, fold(text)) for key, text in questions.load_linked_syllabi(snapshot, programme_code))


@lru_cache(maxsize=PER_PROGRAMME)
def names_of(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> tuple[tuple[EvidenceName, str], ...]:
    """Every short name in the evidence, and folded."""
    names = questions.load_evidence_names(snapshot, programme_code)
    return tuple((each, fold(each.name)) for each in names)


@lru_cache(maxsize=PER_QUESTION)
def text_counts_of(snapshot: EvidenceSnapshot, scope: Scope, sought: SoughtWords) -> tuple[FoundCount, ...]:
    """Counted once while a search stays open, though every key press draws the desk anew."""
    return questions.count_texts(snapshot, scope, sought)


@lru_cache(maxsize=PER_QUESTION)
def course_counts_of(
    snapshot: EvidenceSnapshot, scope: Scope, sought: tuple[SoughtCourse, ...]
) -> tuple[FoundCount, ...]:
    """The same for courses."""
    return questions.count_courses(snapshot, scope, sought)


@lru_cache(maxsize=PER_QUESTION)
def entry_counts_of(
    snapshot: EvidenceSnapshot, scope: Scope, categories: tuple[CategoryCode, ...]
) -> tuple[EntryCount, ...]:
    """The same for entries."""
    return questions.load_entry_counts(snapshot, scope, categories)


@lru_cache(maxsize=PER_QUESTION)
def text_hits_of(
    snapshot: EvidenceSnapshot,
    scope: Scope,
    sought: SoughtWords,
    *,
    category_code: CategoryCode | None,
    most: int,
) -> tuple[SearchHit, ...]:
    """The texts that are shown."""
    return questions.load_text_hits(snapshot, scope, sought, category_code=category_code, most=most)


@lru_cache(maxsize=PER_QUESTION)
def course_hits_of(
    snapshot: EvidenceSnapshot,
    scope: Scope,
    sought: tuple[SoughtCourse, ...],
    *,
    category_code: CategoryCode | None,
    most: int,
) -> tuple[SearchHit, ...]:
    """The courses that are shown."""
    return questions.load_course_hits(snapshot, scope, sought, category_code=category_code, most=most)
