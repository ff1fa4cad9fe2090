"""A query evaluated the slow way, over the raw rows of a snapshot: what the search is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from app.domain.evidence import ActivityRecord, ApplicantProfile, ApplicationId, CourseRecord
from app.domain.folding import fold
from app.domain.search_terms import (
    Bounds,
    CountTerm,
    CourseTerm,
    MeanTerm,
    Measure,
    OwnState,
    OwnTerm,
    PersonField,
    PersonTerm,
    SearchQuery,
    Term,
    TextTerm,
    TotalTerm,
)
from app.domain.search_words import categories_of
from app.evidence.questions import load_activity_records, load_course_records, load_profile, load_syllabus
from app.evidence.snapshot import LOCKED_CONFIG, EvidenceSnapshot, database_path
from app.workflows.desk_views import ApplicantLine

Truth = bool | None


@dataclass(frozen=True)
class Person:
    """Everything a query may ask about one applicant, read one by one."""

    line: ApplicantLine
    profile: ApplicantProfile
    texts: tuple[tuple[str, str, object], ...]
    """Category, folded text, and what tells the entry or page apart from the others of the category."""
    courses: tuple[tuple[CourseRecord, str], ...]
    """With the folded text of the syllabus."""
    entries: dict[str, int]
    is_flagged: bool = False


def read_people(
    snapshot: EvidenceSnapshot, lines: Iterable[ApplicantLine], flagged: frozenset[ApplicationId]
) -> tuple[Person, ...]:
    """The applicants of these lines."""
    path = database_path(snapshot.folder, snapshot.snapshot_id)
    with duckdb.connect(path, read_only=True, config=LOCKED_CONFIG) as connection:
        return tuple(_person(snapshot, connection, line, flagged) for line in lines)


def holds_for(person: Person, query: SearchQuery) -> bool:
    """Whether every group certainly holds."""
    return all(any(_truth(person, term) is True for term in group) for group in query.groups)


def hits_of(person: Person, query: SearchQuery) -> Counter[str]:
    """The entries, pages, courses and values that something not excluded found, each once, by category."""
    found: set[tuple[str, object]] = set()
    for term in query.terms:
        if not term.is_excluded:
            found |= _found(person, term)
    return Counter(category for category, _ in found)


def _found(person: Person, term: Term) -> set[tuple[str, object]]:
    if isinstance(term, TextTerm):
        words, categories = (
            [fold(word) for word in term.words],
            categories_of(term.field) if term.field else (),
        )
        return {
            (code, entry)
            for code, text, entry in person.texts
            if any(word in text for word in words) and (not categories or code in categories)
        }
    if isinstance(term, CourseTerm):
        return {
            (f"course_group.{course.course_group_code}", (course.record_id, None))
            for course, taught in person.courses
            if _fits(course, taught, term)
        }
    if isinstance(term, OwnTerm | TotalTerm) or _truth(person, term) is not True:
        return set()
    if isinstance(term, PersonTerm):
        return {("profile", (person.line.application_id, None))}
    if isinstance(term, CountTerm):
        return {(categories_of(term.field)[0], term.field)}
    return {("overview", term.measure)}


def _person(
    snapshot: EvidenceSnapshot,
    connection: duckdb.DuckDBPyConnection,
    line: ApplicantLine,
    flagged: frozenset[ApplicationId],
) -> Person:
    key = line.application_id
    rows = connection.execute(
        "select category_code, text, entry_id, page_number from searchable_text where application_id = ?",
        [key],
    ).fetchall()
    counts = connection.execute(
        "select category_code, entries from category_count where application_id = ?", [key]
    ).fetchall()
    activities = load_activity_records(snapshot, key)
    texts: list[tuple[str, str, object]] = [
        (code, fold(text), (entry, page)) for code, text, entry, page in rows
    ]
    texts += _levels(activities)
    courses = load_course_records(snapshot, key)
    return Person(
        line=line,
        profile=load_profile(snapshot, key),
        texts=tuple(texts),
        courses=tuple((each, _taught(snapshot, each)) for each in courses),
        entries=dict(counts),
        is_flagged=key in flagged,
    )


def _levels(activities: Iterable[ActivityRecord]) -> Iterable[tuple[str, str, object]]:
    return (
        (each.category_code, fold(each.level_name), (each.activity_id, None))
        for each in activities
        if each.level_name
    )


def _taught(snapshot: EvidenceSnapshot, course: CourseRecord) -> str:
    if course.syllabus_id is None:
        return ""
    found = load_syllabus(snapshot, course.syllabus_id)
    said = (found.aims, found.prerequisite, found.assessment, found.remarks, found.student_profile)
    weeks = [part for week in found.weeks for part in (week.topic, week.content)]
    return fold("\n".join(text for text in (*said, *weeks) if text))


def _truth(person: Person, term: Term) -> Truth:
    truth = _plain(person, term)
    return truth if truth is None or not term.is_excluded else not truth


def _plain(person: Person, term: Term) -> Truth:
    line = person.line
    if isinstance(term, TextTerm):
        return _text(person, term)
    if isinstance(term, CourseTerm):
        fits = any(_fits(course, taught, term) for course, taught in person.courses)
        return fits or _unless_untold(person.profile.course_record_mode)
    if isinstance(term, CountTerm):
        categories = categories_of(term.field)
        mode = _mode(person, categories[0])
        count = sum(person.entries.get(each, 0) for each in categories)
        return None if mode in ("pdf", "unreadable") else term.bounds.holds(count)
    if isinstance(term, PersonTerm):
        return _said(line, term)
    if isinstance(term, MeanTerm):
        summary = line.summary
        is_grade = term.measure is Measure.MEAN_GRADE
        mean = summary.semester_grade_mean if is_grade else summary.mean_standing
        return None if mean is None else term.bounds.holds(mean)
    if isinstance(term, TotalTerm):
        return line.is_assigned and term.bounds.holds(line.total)
    assert isinstance(term, OwnTerm)
    if term.state is OwnState.FLAGGED:
        return person.is_flagged
    return line.is_assigned and line.state.value == term.state.value


def _text(person: Person, term: TextTerm) -> Truth:
    words = [fold(word) for word in term.words]
    categories = categories_of(term.field) if term.field else ()
    found = any(
        word in text
        for code, text, _ in person.texts
        for word in words
        if not categories or code in categories
    )
    if found or not categories or any(each.startswith("document.") for each in categories):
        return found
    return _unless_untold(_mode(person, categories[0]))


def _mode(person: Person, category: str) -> str:
    if category.startswith("activity."):
        return person.profile.activity_record_mode
    return person.profile.course_outcome_mode if category == "course_outcome" else ""


def _unless_untold(mode: str) -> Truth:
    return None if mode in ("pdf", "unreadable") else False


def _fits(course: CourseRecord, taught: str, term: CourseTerm) -> bool:
    subject, area = fold(course.subject), fold(course.learning_area_name or "")
    standing = course.standing.percent if course.standing else None
    return (
        _one_of(term.subject, subject)
        and _one_of(term.area, area)
        and _one_of(term.group, fold(course.course_group_label))
        and (_one_of(term.anywhere, subject) or _one_of(term.anywhere, area))
        and _one_of(term.syllabus, taught)
        and _within(term.grade, course.grade)
        and _within(term.standing, standing)
    )


def _one_of(words: Iterable[str], text: str) -> bool:
    sought = [fold(word) for word in words]
    return not sought or any(word in text for word in sought)


def _within(bounds: Bounds | None, value: object) -> bool:
    return bounds is None or bounds.holds(value)  # type: ignore[arg-type]


SCHOOL_TYPES = {"H": "普通型高中", "V": "技術型高中", "M": "綜合型高中", "C": "進修部"}


def _said(line: ApplicantLine, term: PersonTerm) -> Truth:
    summary = line.summary
    if term.field is PersonField.MODE:
        return summary.submission_mode in term.words
    value = {
        PersonField.SCHOOL: summary.school_name,
        PersonField.COUNTY: summary.county,
        PersonField.SCHOOL_TYPE: SCHOOL_TYPES.get(summary.school_type or ""),
        PersonField.IDENTITY: summary.applicant_status,
        PersonField.NAME: summary.name,
        PersonField.NUMBER: summary.application_number,
    }[term.field]
    return _one_of(term.words, fold(value)) if value else None
