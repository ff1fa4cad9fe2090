"""The hits that are shown: texts in context, courses with their grade, values of the applicant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.evidence import ApplicationId, CategoryCode, SearchHit
from app.domain.marked_text import Pieces, marked_pieces
from app.domain.search_hits import CourseHit
from app.domain.search_terms import CountTerm, CourseTerm, PersonTerm, SearchQuery, TextTerm
from app.workflows import search_facts as facts
from app.workflows.desk_views import COURSE_GROUP, ApplicantLine
from app.workflows.search_evaluation import (
    Evaluation,
    ValueTerm,
    mean_of,
    person_value,
    truth_of,
    value_category,
)
from app.workflows.search_ground import Answers, sought_course, sought_words


@dataclass(frozen=True)
class TextHit:
    """A text with its marks; ``page_number`` when it is a page of a PDF, ``record_id`` and the rest when a course."""

    pieces: Pieces
    page_number: int | None = None
    record_id: str | None = None
    academic_year: int | None = None
    semester: int | None = None
    grade: Decimal | None = None


@dataclass(frozen=True)
class ValueHit:
    """What the applicant list says, a number of entries, or a mean."""

    term: ValueTerm
    value: str | int | Decimal | None


Hit = TextHit | CourseHit | ValueHit
Hits = Mapping[tuple[ApplicationId, CategoryCode], Sequence[Hit]]


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
    shown = [term for term in query.terms if not term.is_excluded]
    hits: dict[tuple[ApplicationId, CategoryCode], list[Hit]] = defaultdict(list)
    _add_values(hits, answers, (term for term in shown if isinstance(term, ValueTerm)), category_code)
    for term in shown:
        if isinstance(term, CourseTerm):
            _add_courses(hits, answers, term, category_code=category_code, most=most)
    texts = [term for term in shown if isinstance(term, TextTerm)]
    _add_texts(hits, answers, texts, category_code=category_code, most=most)
    return {place: each[:most] for place, each in hits.items()}


def _add_values(
    hits: dict[tuple[ApplicationId, CategoryCode], list[Hit]],
    answers: Answers,
    terms: Iterable[ValueTerm],
    category_code: CategoryCode | None,
) -> None:
    for term in dict.fromkeys(terms):
        category = value_category(term)
        if category_code in (None, category):
            for line in answers.ground.lines:
                if truth_of(answers, line, term):
                    hits[line.application_id, category].append(ValueHit(term, _value(answers, line, term)))


def _value(answers: Answers, line: ApplicantLine, term: ValueTerm) -> str | int | Decimal | None:
    if isinstance(term, PersonTerm):
        return person_value(line, term.field)
    if isinstance(term, CountTerm):
        return answers.entries[term].get(line.application_id, 0)
    return mean_of(line, term)


def _add_courses(
    hits: dict[tuple[ApplicationId, CategoryCode], list[Hit]],
    answers: Answers,
    term: CourseTerm,
    *,
    category_code: CategoryCode | None,
    most: int,
) -> None:
    sought = sought_course(answers.ground, term)
    if not sought.names or not answers.ground.lines:
        return
    for each in facts.course_hits_of(
        answers.ground.snapshot, answers.ground.scope, sought, category_code=category_code, most=most
    ):
        hits[each.application_id, each.category_code].append(each)


def _add_texts(
    hits: dict[tuple[ApplicationId, CategoryCode], list[Hit]],
    answers: Answers,
    terms: Sequence[TextTerm],
    *,
    category_code: CategoryCode | None,
    most: int,
) -> None:
    sought = sought_words(answers.ground, terms)
    if not sought.words or not answers.ground.lines:
        return
    for each in facts.text_hits_of(
        answers.ground.snapshot, answers.ground.scope, sought, category_code=category_code, most=most
    ):
        words = [
            word.word for word in sought.words if not word.categories or each.category_code in word.categories
        ]
        hits[each.application_id, each.category_code].append(_text_hit(each, words))


def _text_hit(found: SearchHit, words: Sequence[str]) -> TextHit:
    pieces = marked_pieces(found.text, words)
    if not found.category_code.startswith(COURSE_GROUP):
        return TextHit(pieces, found.page_number)
    return TextHit(
        pieces,
        record_id=found.entry_id,
        academic_year=found.academic_year,
        semester=found.semester,
        grade=found.grade,
    )
