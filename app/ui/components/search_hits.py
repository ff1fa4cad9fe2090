"""What a search found, as the browser part wants it: plain text with marks, and where a click goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.domain.folding import fold
from app.domain.marked_text import marked_pieces
from app.domain.search_terms import (
    CountTerm,
    CourseTerm,
    MeanTerm,
    Measure,
    PersonField,
    PersonTerm,
    SearchQuery,
    Term,
    TextTerm,
)
from app.ui.components.evidence_tree import category_label
from app.ui.search_sentence import field_label, mode_label
from app.ui.state import search
from app.ui.text.course_codes import WORDS as CODE_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.desk_search import WORDS, SearchWords
from app.ui.text.language import Language
from app.workflows.keyword_hits import SHOWN_APPLICANTS, Findings, FoundApplicant, HitGroup
from app.workflows.shown_hits import CourseHit, Hit, TextHit, ValueHit

Piece = list[object]


def findings_data(findings: Findings, language: Language, desk_words: DeskWords) -> dict[str, object]:
    """Totals, categories, applicants with their hits, and words near to what was not found."""
    words = WORDS[language]
    everyone = search.query().everyone
    count = len(findings.found_ids)
    return {
        "summary": _summary(findings, words, everyone=everyone),
        "unknown": words.unknown.format(count=findings.unknown) if everyone and findings.unknown else "",
        "tallies": [
            {
                "code": each.category_code,
                "label": category_label(each.category_code, each.label, desk_words),
                "hits": each.hits,
            }
            for each in findings.tallies
        ],
        "every_category": words.every_category,
        "chosen": findings.page.category_code or "",
        "people": [_person(each, findings.query, language, desk_words) for each in findings.listed],
        "more": words.more.format(count=min(findings.more, SHOWN_APPLICANTS)) if findings.more else "",
        "narrow": words.narrow.format(count=count) if everyone and count else "",
        "near": [{"word": each.word, "text": each.text} for each in findings.near],
    }


def _summary(findings: Findings, words: SearchWords, *, everyone: bool) -> str:
    if not findings.query.groups:
        return words.nothing_asked
    if everyone:
        if not findings.found_ids:
            return words.nothing_all
        return words.found_all.format(applicants=len(findings.found_ids), hits=findings.hit_count)
    return words.found_one.format(hits=findings.hit_count) if findings.hit_count else words.nothing_one


def _person(
    found: FoundApplicant, query: SearchQuery, language: Language, desk_words: DeskWords
) -> dict[str, object]:
    words, everyone = WORDS[language], search.query().everyone
    tells_ways = _tells_ways(query, words)
    return {
        "application_id": found.line.application_id,
        "name": found.line.summary.name if everyone else "",
        "detail": found.line.summary.school_name if everyone else "",
        "groups": [
            {
                "category_code": group.category_code,
                "label": category_label(group.category_code, group.label, desk_words),
                "count": group.count,
                "rest": _rest(group, words),
                "hits": [_hit(hit, language, words, tells_ways=tells_ways) for hit in group.hits],
            }
            for group in found.groups
        ],
    }


def _rest(group: HitGroup, words: SearchWords) -> str:
    rest = group.count - len(group.hits)
    return words.rest.format(count=rest) if rest > 0 else ""


def _hit(hit: Hit, language: Language, words: SearchWords, *, tells_ways: bool) -> dict[str, object]:
    ways = _ways(hit.terms, words) if tells_ways else ""
    if isinstance(hit, CourseHit):
        return {"pieces": _course(hit, words), "record_id": hit.record_id, "ways": ways}
    if isinstance(hit, ValueHit):
        return {"pieces": _value(hit, language, words), "ways": ways}
    return {"pieces": _text(hit, language, words), "page": hit.page_number, "ways": ways}


def _tells_ways(query: SearchQuery, words: SearchWords) -> bool:
    """Whether it says anything how a hit was found: not where all of them were found in one way."""
    return len({_ways([term], words) for term in query.terms if not term.is_excluded}) > 1


def _ways(terms: Iterable[Term], words: SearchWords) -> str:
    """Word, grade: what found a hit, each way once."""
    return words.way_join.join(dict.fromkeys(way for term in terms for way in _ways_of(term, words)))


def _ways_of(term: Term, words: SearchWords) -> Iterator[str]:
    if isinstance(term, TextTerm):
        yield words.way_word
    elif isinstance(term, PersonTerm):
        yield field_label(term.field, words)
    elif isinstance(term, CountTerm):
        yield words.way_count
    elif isinstance(term, MeanTerm):
        yield words.way_mean
    elif isinstance(term, CourseTerm):
        asked = (
            (words.way_subject, term.subject or term.anywhere),
            (words.way_area, term.area),
            (words.way_group, term.group),
            (words.way_syllabus, term.syllabus),
            (words.way_grade, term.grade),
            (words.way_standing, term.standing),
        )
        yield from (way for way, is_asked in asked if is_asked)


def _text(hit: TextHit, language: Language, words: SearchWords) -> list[Piece]:
    """The marked text, led by its page, followed by what else is said of the applicant."""
    pieces: list[Piece] = [list(each) for each in hit.pieces]
    if hit.page_number is not None:
        pieces.insert(0, [words.page.format(page=hit.page_number), False])
    for value in hit.said:
        pieces += [[" · " if pieces else "", False], *_value(value, language, words)]
    return pieces


def _course(hit: CourseHit, words: SearchWords) -> list[Piece]:
    """Semester, subject, grade and standing with marks on what was asked for; what is unknown is left out."""
    asked = [term for term in hit.terms if isinstance(term, CourseTerm)]
    pieces: list[Piece] = [list(each) for each in hit.pieces]
    if hit.academic_year is not None:
        term = words.term.format(year=hit.academic_year, semester=hit.semester)
        pieces.insert(0, [f"{term} · ", False])
    if hit.grade is not None:
        grade = words.points.format(grade=_number(hit.grade))
        pieces += [[" · ", False], [grade, any(each.grade for each in asked)]]
    if hit.standing is not None:
        standing = words.standing.format(standing=_number(hit.standing))
        pieces += [[" · ", False], [standing, any(each.standing for each in asked)]]
    return pieces


def _value(hit: ValueHit, language: Language, words: SearchWords) -> list[Piece]:
    term = hit.terms[0]
    if isinstance(term, PersonTerm):
        label = f"{field_label(term.field, words)}："
        if term.field is PersonField.MODE:
            return [[label, False], [mode_label(str(hit.value), language), True]]
        if term.field is PersonField.SCHOOL_TYPE:
            name = CODE_WORDS[language].school_types.get(str(hit.value), str(hit.value))
            return [[label, False], [name, True]]
        asked = [fold(word) for each in hit.terms if isinstance(each, PersonTerm) for word in each.words]
        return [[label, False], *map(list, marked_pieces(str(hit.value), asked))]
    if isinstance(term, CountTerm):
        return [[words.entries.format(count=hit.value), False]]
    assert isinstance(hit.value, Decimal)
    if term.measure is Measure.MEAN_GRADE:
        return [[words.mean_grade.format(bounds=_number(hit.value)), False]]
    return [[words.mean_standing_is.format(standing=_number(hit.value)), False]]


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}"
