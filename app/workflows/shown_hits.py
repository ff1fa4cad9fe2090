"""The hits that are shown: an entry once with everything that found it, and values of the applicant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.evidence import ApplicationId, CategoryCode, SearchHit
from app.domain.marked_text import Pieces, marked_pieces
from app.domain.search_terms import (
    CountTerm,
    CourseTerm,
    PersonField,
    PersonTerm,
    SearchQuery,
    Term,
    TextTerm,
)
from app.workflows import search_facts as facts
from app.workflows.desk_views import COURSE_GROUP, PROFILE, ApplicantLine
from app.workflows.search_evaluation import (
    Evaluation,
    ValueTerm,
    kind_of,
    mean_of,
    person_value,
    truth_of,
    value_category,
)
from app.workflows.search_ground import Answers, Sought, sought_of, words_of

_IN_TEXTS = (PersonField.SCHOOL, PersonField.COUNTY)
"""What the texts of the profile tell as well."""


@dataclass(frozen=True)
class ValueHit:
    """What the applicant list says, a number of entries, or a mean; the terms ask for the same."""

    terms: tuple[ValueTerm, ...]
    value: str | int | Decimal | None


@dataclass(frozen=True)
class TextHit:
    """A text with its marks and every term that found it; ``page_number`` when it is a page of a PDF.

    ``said`` are the values of a profile that its texts do not tell.
    """

    pieces: Pieces
    terms: tuple[Term, ...]
    page_number: int | None = None
    said: tuple[ValueHit, ...] = ()


@dataclass(frozen=True)
class CourseHit:
    """A course: its name with marks, what is known of it, and every term that found it."""

    pieces: Pieces
    terms: tuple[Term, ...]
    record_id: str
    academic_year: int | None = None
    semester: int | None = None
    grade: Decimal | None = None
    standing: Decimal | None = None


Hit = TextHit | CourseHit | ValueHit
Place = tuple[ApplicationId, CategoryCode]
Hits = Mapping[Place, Sequence[Hit]]


def load_hits(
    evaluation: Evaluation,
    query: SearchQuery,
    lines: Sequence[ApplicantLine],
    *,
    category_code: CategoryCode | None,
    most: int,
) -> Hits:
    """The first ``most`` hits of each category of these lines, or of one category alone."""
    answers = replace(evaluation.answers, ground=replace(evaluation.answers.ground, lines=tuple(lines)))
    shown = tuple(dict.fromkeys(term for term in query.terms if not term.is_excluded))
    hits: dict[Place, list[Hit]] = defaultdict(list)
    values = [term for term in shown if isinstance(term, ValueTerm)]
    _add_values(hits, answers, values, category_code)
    for found, sought in _found(answers, shown, category_code=category_code, most=most):
        _add_entry(hits, found, [term for term in shown if sought.bits_of(term) & found.found])
    return {place: each[:most] for place, each in hits.items()}


def _found(
    answers: Answers, terms: Sequence[Term], *, category_code: CategoryCode | None, most: int
) -> Iterable[tuple[SearchHit, Sought]]:
    """Courses first, then texts and pages."""
    ground = answers.ground
    sought = sought_of(ground, terms)
    if not ground.lines:
        return
    if sought.has_courses:
        for each in facts.course_hits_of(
            ground.snapshot, ground.scope, sought.courses, category_code=category_code, most=most
        ):
            yield each, sought
    if sought.words.words:
        for each in facts.text_hits_of(
            ground.snapshot, ground.scope, sought.words, category_code=category_code, most=most
        ):
            yield each, sought


def _add_values(
    hits: dict[Place, list[Hit]],
    answers: Answers,
    terms: Sequence[ValueTerm],
    category_code: CategoryCode | None,
) -> None:
    """One hit for all terms that ask for the same; each field of the profile by itself, until they are joined."""
    for line in answers.ground.lines if terms else ():
        said: dict[object, list[ValueTerm]] = defaultdict(list)
        for term in terms:
            if category_code in (None, value_category(term)) and truth_of(answers, line, term):
                said[term.field if isinstance(term, PersonTerm) else kind_of(term)].append(term)
        for found in said.values():
            value = _value(answers, line, found[0])
            hits[line.application_id, value_category(found[0])].append(ValueHit(tuple(found), value))
        _join_profile(hits, line.application_id)


def _join_profile(hits: dict[Place, list[Hit]], application_id: ApplicationId) -> None:
    said = tuple(hit for hit in hits.get((application_id, PROFILE), ()) if isinstance(hit, ValueHit))
    if len(said) > 1:
        terms = tuple(term for hit in said for term in hit.terms)
        hits[application_id, PROFILE] = [TextHit((), terms, said=said)]


def _value(answers: Answers, line: ApplicantLine, term: ValueTerm) -> str | int | Decimal | None:
    if isinstance(term, PersonTerm):
        return person_value(line, term.field)
    if isinstance(term, CountTerm):
        return answers.entries[term].get(line.application_id, 0)
    return mean_of(line, term)


def _add_entry(hits: dict[Place, list[Hit]], found: SearchHit, terms: Sequence[Term]) -> None:
    place = (found.application_id, found.category_code)
    if found.category_code.startswith(COURSE_GROUP):
        hits[place].append(_course(found, terms))
    elif found.category_code == PROFILE:
        hits[place] = [_profile(found, terms, hits[place])]
    else:
        pieces = marked_pieces(found.text, _words(terms, found.category_code))
        hits[place].append(TextHit(pieces, tuple(terms), found.page_number))


def _course(found: SearchHit, terms: Sequence[Term]) -> CourseHit:
    words = _words(terms, found.category_code)
    for term in terms:
        if isinstance(term, CourseTerm):
            words += [*term.subject, *term.anywhere]
    return CourseHit(
        pieces=marked_pieces(found.text, words),
        terms=tuple(terms),
        record_id=found.entry_id,
        academic_year=found.academic_year,
        semester=found.semester,
        grade=found.grade,
        standing=found.standing,
    )


def _profile(found: SearchHit, terms: Sequence[Term], values: Sequence[Hit]) -> TextHit:
    """The texts of the profile with the marks of everything asked of it, and what they do not tell beside them."""
    said = [value for hit in values for value in ((hit,) if isinstance(hit, ValueHit) else _said(hit))]
    asked = [term for hit in said for term in hit.terms]
    words = _words(terms, PROFILE)
    words += [
        word
        for term in asked
        if isinstance(term, PersonTerm) and term.field in _IN_TEXTS
        for word in term.words
    ]
    beside = tuple(hit for hit in said if not _is_in_texts(hit))
    return TextHit(marked_pieces(found.text, words), (*terms, *asked), said=beside)


def _said(hit: Hit) -> tuple[ValueHit, ...]:
    return hit.said if isinstance(hit, TextHit) else ()


def _is_in_texts(hit: ValueHit) -> bool:
    return all(isinstance(term, PersonTerm) and term.field in _IN_TEXTS for term in hit.terms)


def _words(terms: Iterable[Term], category_code: CategoryCode) -> list[str]:
    """The words of the terms that are sought in a category."""
    return [
        each.word
        for term in terms
        if isinstance(term, TextTerm)
        for each in words_of(term)
        if not each.categories or category_code in each.categories
    ]
