"""Which applicants a query holds for: yes, no, or not to be told because the item came as PDF or cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.folding import fold
from app.domain.scores import ReviewState
from app.domain.search_terms import (
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
    TextField,
    TextTerm,
    TotalTerm,
)
from app.domain.search_words import categories_of, school_type_names
from app.workflows.desk_views import OVERVIEW, PROFILE, ApplicantLine, item_of
from app.workflows.search_ground import Answers, Ground, ask, says

Truth = bool | None
"""None is not to be told: neither the term nor its opposite holds."""
Tally = Mapping[tuple[ApplicationId, CategoryCode], int]
ValueTerm = PersonTerm | CountTerm | MeanTerm
LineTerm = PersonTerm | OwnTerm | TotalTerm | MeanTerm

_STATES = {
    OwnState.NOT_SCORED: ReviewState.NOT_SCORED,
    OwnState.SCORED: ReviewState.SCORED,
    OwnState.ABSTAINED: ReviewState.ABSTAINED,
    OwnState.PARTIAL: ReviewState.PARTIAL,
}


@dataclass(frozen=True)
class Evaluation:
    """The lines for which the query holds, in their order, and what was found on the way."""

    answers: Answers
    lines: tuple[ApplicantLine, ...]
    unknown: int
    verdicts: Mapping[ApplicationId, tuple[Truth, ...]]
    """Group by group, of every line that the conditions of the list alone do not rule out."""
    tally: Tally
    """Hits of these lines by application and category; what was found in many ways is one hit."""

    def entries_of(self, term: TextTerm) -> int:
        """Entries and pages that hold a word of the term."""
        bits = self.answers.sought.bits_of(term)
        return sum(each.entries for each in self.answers.counts if each.found & bits)


def evaluate(ground: Ground, query: SearchQuery, *, is_narrowed: bool = True) -> Evaluation:
    """The query, asked about every line; where it is narrowed nothing is asked about lines already ruled out."""
    asked = replace(ground, lines=_narrowed(ground, query)) if is_narrowed else ground
    answers = ask(asked, query)
    verdicts = {
        line.application_id: tuple(
            _any(truth_of(answers, line, term) for term in group) for group in query.groups
        )
        for line in asked.lines
    }
    whole = {each: _all(groups) for each, groups in verdicts.items()}
    return Evaluation(
        answers=answers,
        lines=tuple(line for line in asked.lines if whole[line.application_id]),
        unknown=sum(each is None for each in whole.values()),
        verdicts=verdicts,
        tally=_tally(answers, query),
    )


def truth_of(answers: Answers, line: ApplicantLine, term: Term) -> Truth:
    """Whether a term holds for a line; the excluded one when it does not."""
    return _turned(term, _plain_truth(answers, line, term))


def value_category(term: ValueTerm) -> CategoryCode:
    """The category in which a value of the applicant stands."""
    if isinstance(term, CountTerm):
        return categories_of(term.field)[0]
    return PROFILE if isinstance(term, PersonTerm) else OVERVIEW


def person_value(line: ApplicantLine, field: PersonField) -> str:
    """What the applicant list says; a code for mode and school type, empty for what is unknown."""
    summary = line.summary
    values = {
        PersonField.SCHOOL: summary.school_name,
        PersonField.COUNTY: summary.county,
        PersonField.SCHOOL_TYPE: summary.school_type,
        PersonField.IDENTITY: summary.applicant_status,
        PersonField.MODE: summary.submission_mode,
        PersonField.NAME: summary.name,
        PersonField.NUMBER: summary.application_number,
    }
    return values[field] or ""


def _narrowed(ground: Ground, query: SearchQuery) -> tuple[ApplicantLine, ...]:
    """The lines that the conditions of the list alone do not rule out."""
    groups = [
        [term for term in group if isinstance(term, LineTerm)]
        for group in query.groups
        if all(isinstance(term, LineTerm) for term in group)
    ]
    return tuple(
        line
        for line in ground.lines
        if all(
            _any(_turned(term, _line_truth(ground, line, term)) for term in group) is not False
            for group in groups
        )
    )


def _turned(term: Term, truth: Truth) -> Truth:
    return truth if truth is None or not term.is_excluded else not truth


def _plain_truth(answers: Answers, line: ApplicantLine, term: Term) -> Truth:
    if isinstance(term, LineTerm):
        return _line_truth(answers.ground, line, term)
    if isinstance(term, CountTerm):
        return _count_truth(answers, line, term)
    if line.application_id in answers.having[term]:
        return True
    if isinstance(term, CourseTerm):
        return None if answers.ground.is_untold(line.application_id, "course") else False
    return _absent_text(answers.ground, line, term)


def _line_truth(ground: Ground, line: ApplicantLine, term: LineTerm) -> Truth:
    """What the line itself tells."""
    if isinstance(term, PersonTerm):
        value = person_value(line, term.field)
        if term.field is PersonField.MODE:
            return value in term.words
        names = school_type_names(value) if term.field is PersonField.SCHOOL_TYPE else (value,)
        return any(says(fold(name), term.words) for name in names) if value else None
    if isinstance(term, MeanTerm):
        mean = mean_of(line, term)
        return None if mean is None else term.bounds.holds(mean)
    if isinstance(term, TotalTerm):
        return line.is_assigned and term.bounds.holds(line.total)
    if term.state is OwnState.FLAGGED:
        return line.application_id in ground.flagged
    return line.is_assigned and line.state is _STATES[term.state]


def mean_of(line: ApplicantLine, term: MeanTerm) -> Decimal | None:
    """The mean that the applicant list knows."""
    is_grade = term.measure is Measure.MEAN_GRADE
    return line.summary.semester_grade_mean if is_grade else line.summary.mean_standing


def _count_truth(answers: Answers, line: ApplicantLine, term: CountTerm) -> Truth:
    item = item_of(categories_of(term.field)[0])
    if answers.ground.is_untold(line.application_id, item):
        return None
    return term.bounds.holds(answers.entries[term].get(line.application_id, 0))


def _absent_text(ground: Ground, line: ApplicantLine, term: TextTerm) -> Truth:
    """No; not to be told where a list came otherwise and no document of the field was read in its place."""
    if term.field is None:
        return False
    categories = categories_of(term.field)
    if any(each.startswith("document.") for each in categories):
        return False
    return None if ground.is_untold(line.application_id, item_of(categories[0])) else False


def _tally(answers: Answers, query: SearchQuery) -> Tally:
    """Hits of everything that is not excluded: entries found in any way, and values, each once."""
    tally: Counter[tuple[ApplicationId, CategoryCode]] = Counter()
    shown = [term for term in query.terms if not term.is_excluded]
    bits = reduce(int.__or__, map(answers.sought.bits_of, shown), 0)
    for each in answers.counts:
        if each.found & bits:
            tally[each.application_id, each.category_code] += each.entries
    values = [term for term in shown if isinstance(term, ValueTerm)]
    for line in answers.ground.lines if values else ():
        for kind in {kind_of(term) for term in values if truth_of(answers, line, term)}:
            # The profile is one entry, whatever in it was asked for.
            is_counted = kind == (PROFILE,) and (line.application_id, PROFILE) in tally
            tally[line.application_id, kind[0]] += not is_counted
    return +tally


def kind_of(term: ValueTerm) -> tuple[CategoryCode, TextField | Measure] | tuple[CategoryCode]:
    """What a value says something about, with its category first: terms of one kind make one hit."""
    if isinstance(term, PersonTerm):
        return (PROFILE,)
    return value_category(term), term.field if isinstance(term, CountTerm) else term.measure


def _any(truths: Iterable[Truth]) -> Truth:
    found = list(truths)
    return True if True in found else (None if None in found else False)


def _all(truths: Iterable[Truth]) -> Truth:
    found = list(truths)
    return False if False in found else (None if None in found else True)
