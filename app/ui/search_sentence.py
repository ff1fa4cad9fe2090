"""A query in words, made from what was understood of it and not from what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.search_query import parse_query
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
    Problem,
    ProblemKind,
    SearchQuery,
    Term,
    TextField,
    TextTerm,
    TotalTerm,
)
from app.ui.text import desk_search, frame
from app.ui.text.desk_search import SearchWords
from app.ui.text.language import Language


@dataclass(frozen=True)
class Segment:
    """A part of the explanation; ``use`` is what could be typed in place of ``piece``."""

    text: str
    is_problem: bool = False
    piece: str = ""
    use: str = ""


def explain(text: str, language: Language) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """A typed line in words: its conditions, and what was not understood."""
    return explain_query(parse_query(text), language)


def explain_query(query: SearchQuery, language: Language) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """The conditions in order, one segment each, and the problems."""
    words = desk_search.WORDS[language]
    conditions = tuple(
        Segment(words.or_.join(_term(term, words, language) for term in group)) for group in query.groups
    )
    return conditions, tuple(_problem(each, words) for each in query.problems)


def field_label(field: TextField | PersonField, words: SearchWords) -> str:
    """The name of a field of texts or of the applicant."""
    return {
        TextField.COMPETITION: words.competition,
        TextField.CADRE: words.cadre,
        TextField.LICENCE: words.licence,
        TextField.SERVICE_LEARNING: words.service_learning,
        TextField.FLEXIBLE_LEARNING: words.flexible_learning,
        TextField.GROUP_ACTIVITY: words.group_activity,
        TextField.WORKPLACE_LEARNING: words.workplace_learning,
        TextField.WORK: words.work,
        TextField.ADVANCED_PLACEMENT: words.advanced_placement,
        TextField.OTHER_ACTIVITY: words.other_activity,
        TextField.ACTIVITY: words.activity,
        TextField.COURSE_OUTCOME: words.course_outcome,
        TextField.PERSONAL_STATEMENT: words.personal_statement,
        TextField.REFLECTION: words.reflection,
        TextField.OTHER_DOCUMENT: words.other_document,
        TextField.TRANSCRIPT: words.transcript,
        PersonField.SCHOOL: words.school,
        PersonField.COUNTY: words.county,
        PersonField.SCHOOL_TYPE: words.school_type,
        PersonField.IDENTITY: words.identity,
        PersonField.MODE: words.mode,
        PersonField.NAME: words.name,
        PersonField.NUMBER: words.number,
    }[field]


def mode_label(code: str, language: Language) -> str:
    """A way of handing in, in words."""
    words = frame.WORDS[language]
    return {
        "database": words.mode_database,
        "partial_pdf": words.mode_partial_pdf,
        "pdf": words.mode_pdf,
        "missing": words.mode_missing,
    }[code]


def bounds_text(bounds: Bounds, words: SearchWords) -> str:
    """≥ 90, or 80 to 90."""
    low, high = bounds.at_least, bounds.at_most
    if low is not None and low == high:
        return f"= {_number(low)}"
    if low is not None and high is not None:
        return words.between.format(low=_number(low), high=_number(high))
    signs = (("≥", low), (">", bounds.above), ("≤", high), ("<", bounds.below))
    return " ".join(f"{sign} {_number(number)}" for sign, number in signs if number is not None)


def _term(term: Term, words: SearchWords, language: Language) -> str:
    if isinstance(term, TextTerm):
        return _text(term, words)
    if isinstance(term, CourseTerm):
        parts = words.course_join.join(_course_parts(term, words))
        return (words.no_course if term.is_excluded else words.course).format(parts=parts)
    plain = _plain(term, words, language)
    return words.not_.format(text=plain) if term.is_excluded else plain


def _plain(
    term: CountTerm | PersonTerm | MeanTerm | OwnTerm | TotalTerm, words: SearchWords, language: Language
) -> str:
    if isinstance(term, PersonTerm):
        said = term.words
        if term.field is PersonField.MODE:
            said = tuple(mode_label(code, language) for code in term.words)
        return words.person.format(field=field_label(term.field, words), words=_words(said, words))
    if isinstance(term, OwnTerm):
        return _own_states(words)[term.state]
    bounds = bounds_text(term.bounds, words)
    if isinstance(term, CountTerm):
        return words.count.format(field=field_label(term.field, words), bounds=bounds)
    if isinstance(term, TotalTerm):
        return words.total.format(bounds=bounds)
    if term.measure is Measure.MEAN_GRADE:
        return words.mean_grade.format(bounds=bounds)
    return words.mean_standing.format(bounds=bounds, rank=bounds_text(term.bounds.turned(), words))


def _text(term: TextTerm, words: SearchWords) -> str:
    said = _words(term.words, words)
    if term.field is None:
        return (words.no_text if term.is_excluded else words.any_text).format(words=said)
    form = words.field_no_text if term.is_excluded else words.field_text
    return form.format(field=field_label(term.field, words), words=said)


def _course_parts(term: CourseTerm, words: SearchWords) -> Iterator[str]:
    forms = (
        (words.course_anywhere, term.anywhere),
        (words.course_area, term.area),
        (words.course_subject, term.subject),
        (words.course_group, term.group),
        (words.course_syllabus, term.syllabus),
    )
    for form, said in forms:
        if said:
            yield form.format(words=_words(said, words))
    if term.grade is not None:
        yield words.course_grade.format(bounds=bounds_text(term.grade, words))
    if term.standing is not None:
        rank = bounds_text(term.standing.turned(), words)
        yield words.course_standing.format(bounds=bounds_text(term.standing, words), rank=rank)


def _words(said: Iterable[str], words: SearchWords) -> str:
    return words.or_words.join(words.quoted.format(word=each) for each in said)


def _problem(problem: Problem, words: SearchWords) -> Segment:
    form = _problem_forms(words)[problem.kind]
    return Segment(form.format(piece=problem.piece), True, problem.piece, problem.near or "")


def _own_states(words: SearchWords) -> dict[OwnState, str]:
    return {
        OwnState.NOT_SCORED: words.own_not_scored,
        OwnState.SCORED: words.own_scored,
        OwnState.ABSTAINED: words.own_abstained,
        OwnState.PARTIAL: words.own_partial,
        OwnState.FLAGGED: words.own_flagged,
    }


def _problem_forms(words: SearchWords) -> dict[ProblemKind, str]:
    return {
        ProblemKind.UNKNOWN_FIELD: words.problem_unknown_field,
        ProblemKind.EMPTY_VALUE: words.problem_empty_value,
        ProblemKind.NOT_A_NUMBER: words.problem_not_a_number,
        ProblemKind.NOT_COMPARED: words.problem_not_compared,
        ProblemKind.UNKNOWN_MODE: words.problem_unknown_mode,
        ProblemKind.ONLY_OWN: words.problem_only_own,
        ProblemKind.OPEN_QUOTE: words.problem_open_quote,
        ProblemKind.TOO_MANY: words.problem_too_many,
    }


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}"
