"""What is searched: words in the texts and pages of some applications, courses by name and grade, and names near."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SearchHit
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
from app.domain.search_terms import Bounds
from app.evidence.snapshot import EvidenceSnapshot

LONGEST_NAME = 40
"""Characters of a name that is offered in place of a word; a longer one is a sentence."""

Params = dict[str, object]


def count_texts(snapshot: EvidenceSnapshot, scope: Scope, sought: SoughtWords) -> tuple[FoundCount, ...]:
    """In how many entries and pages which of the words stand, by application and category."""
    rows = snapshot.rows("search_text_counts", {**_scope(scope), **_words(sought)})
    by_place = scope.by_place
    return tuple(FoundCount(by_place[place], *row) for place, *row in rows)


def load_text_hits(
    snapshot: EvidenceSnapshot,
    scope: Scope,
    sought: SoughtWords,
    *,
    category_code: CategoryCode | None = None,
    most: int,
) -> tuple[SearchHit, ...]:
    """The first ``most`` entries and pages of each category of each application, those with most words first."""
    chosen = {"category_code": category_code, "most": most}
    rows = snapshot.rows("search_text_hits", {**_scope(scope), **_words(sought), **chosen})
    by_place = scope.by_place
    return tuple(SearchHit(by_place[place], *row) for place, *row in rows)


def count_courses(
    snapshot: EvidenceSnapshot, scope: Scope, sought: Sequence[SoughtCourse]
) -> tuple[FoundCount, ...]:
    """How many courses fit which of the sought, by application and course group; each course counts once."""
    rows = snapshot.rows("search_course_counts", {**_scope(scope), **_courses(sought)})
    by_place = scope.by_place
    return tuple(FoundCount(by_place[place], *row) for place, *row in rows)


def load_course_hits(
    snapshot: EvidenceSnapshot,
    scope: Scope,
    sought: Sequence[SoughtCourse],
    *,
    category_code: CategoryCode | None = None,
    most: int,
) -> tuple[SearchHit, ...]:
    """The first ``most`` courses of each course group of each application, those that fit most of the sought first."""
    chosen = {"category_code": category_code, "most": most}
    rows = snapshot.rows("search_course_hits", {**_scope(scope), **_courses(sought), **chosen})
    by_place = scope.by_place
    return tuple(SearchHit(by_place[place], *row) for place, *row in rows)


def load_entry_counts(
    snapshot: EvidenceSnapshot, scope: Scope, categories: Collection[CategoryCode]
) -> tuple[EntryCount, ...]:
    """The entries of some categories; an application without any has no row."""
    rows = snapshot.rows("load_entry_counts", {**_scope(scope), "categories": list(categories)})
    by_place = scope.by_place
    return tuple(EntryCount(by_place[place], *row) for place, *row in rows)


def load_item_modes(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> tuple[ItemModes, ...]:
    """Place and item modes of every application of a programme."""
    rows = snapshot.rows("load_item_modes", _places(snapshot, programme_code))
    return tuple(ItemModes(*row) for row in rows)


def load_course_names(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> tuple[CourseName, ...]:
    """Every name of a course in the records of a programme."""
    rows = snapshot.rows("load_course_names", _places(snapshot, programme_code))
    return tuple(CourseName(*row) for row in rows)


def load_level_names(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> tuple[str, ...]:
    """Every name of a level or kind among the activities of a programme."""
    return tuple(name for (name,) in snapshot.rows("load_level_names", _places(snapshot, programme_code)))


def load_linked_syllabi(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> tuple[tuple[str, str], ...]:
    """Key and text of every syllabus of a course of a programme's applicants."""
    rows = snapshot.rows("load_linked_syllabi", _places(snapshot, programme_code))
    return tuple((syllabus_id, text) for syllabus_id, text in rows)


def load_evidence_names(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> tuple[EvidenceName, ...]:
    """Names of courses, activities, organisers and schools; who may see one is for the asker to say."""
    params = {**_places(snapshot, programme_code), "longest": LONGEST_NAME}
    rows = snapshot.rows("load_evidence_names", params)
    return tuple(EvidenceName(name, frozenset(map(ApplicationId, ids))) for name, ids in rows)


def _places(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> Params:
    # Known numbers, not a join: only so does the database skip everything of other programmes.
    return snapshot.places.of_programme(programme_code)._asdict()


def _scope(scope: Scope) -> Params:
    places = [place for place, _ in scope.applications]
    return {"places": places, "first_place": min(places, default=0), "last_place": max(places, default=-1)}


def _words(sought: SoughtWords) -> Params:
    return {
        "words": [each.word for each in sought.words],
        "categories": [list(each.categories) for each in sought.words],
        "level_names": [name for name, _ in sought.levels],
        "folded_levels": [folded for _, folded in sought.levels],
        "leaves_courses": sought.leaves_courses,
    }


def _courses(sought: Sequence[SoughtCourse]) -> Params:
    # Counted from one, as lists are in the database.
    named = [(name, asking) for asking, each in enumerate(sought, start=1) for name in each.names]
    return {
        "subjects": [name.subject for name, _ in named],
        "areas": [name.learning_area_name for name, _ in named],
        "groups": [name.course_group_code for name, _ in named],
        "askings": [asking for _, asking in named],
        "syllabi": [None if each.syllabus_ids is None else list(each.syllabus_ids) for each in sought],
        **_ranges("grade", [each.grade for each in sought]),
        **_ranges("standing", [each.standing for each in sought]),
    }


def _ranges(name: str, bounds: Sequence[Bounds]) -> Params:
    ranges: list[tuple[Decimal | None, Decimal | None]] = [each.closed() or (None, None) for each in bounds]
    return {f"{name}_from": [low for low, _ in ranges], f"{name}_to": [high for _, high in ranges]}
