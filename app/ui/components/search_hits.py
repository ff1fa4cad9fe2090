"""What a search found, as the browser part wants it: plain text with marks, and where a click goes."""

from __future__ import annotations

from decimal import Decimal

from app.domain.folding import fold
from app.domain.marked_text import marked_pieces
from app.domain.search_hits import CourseHit
from app.domain.search_terms import CountTerm, Measure, PersonField, PersonTerm
from app.ui.components.evidence_tree import category_label
from app.ui.search_sentence import field_label, mode_label
from app.ui.state import search
from app.ui.text.desk import DeskWords
from app.ui.text.desk_search import WORDS, SearchWords
from app.ui.text.language import Language
from app.workflows.keyword_hits import SHOWN_APPLICANTS, Findings, FoundApplicant, HitGroup
from app.workflows.shown_hits import Hit, TextHit, ValueHit

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
        "people": [_person(each, language, desk_words, everyone=everyone) for each in findings.listed],
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
    found: FoundApplicant, language: Language, desk_words: DeskWords, *, everyone: bool
) -> dict[str, object]:
    words = WORDS[language]
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
                "hits": [_hit(hit, language, words) for hit in group.hits],
            }
            for group in found.groups
        ],
    }


def _rest(group: HitGroup, words: SearchWords) -> str:
    rest = group.count - len(group.hits)
    return words.rest.format(count=rest) if rest > 0 else ""


def _hit(hit: Hit, language: Language, words: SearchWords) -> dict[str, object]:
    if isinstance(hit, TextHit):
        return {"pieces": _text(hit, words), "page": hit.page_number, "record_id": hit.record_id}
    if isinstance(hit, CourseHit):
        return {"pieces": [[_course(hit, words), False]], "record_id": hit.record_id}
    return {"pieces": _value(hit, language, words)}


def _text(hit: TextHit, words: SearchWords) -> list[Piece]:
    """The marked text, led by its page, or between the semester and the grade of a course."""
    before, after = "", ""
    if hit.page_number is not None:
        before = words.page.format(page=hit.page_number)
    if hit.academic_year is not None:
        before = f"{words.term.format(year=hit.academic_year, semester=hit.semester)} · "
    if hit.grade is not None:
        after = f" · {words.points.format(grade=_number(hit.grade))}"
    return [[before, False], *map(list, hit.pieces), [after, False]]


def _course(hit: CourseHit, words: SearchWords) -> str:
    """Semester, subject, grade and standing; what is unknown is left out."""
    parts = []
    if hit.academic_year is not None:
        parts.append(words.term.format(year=hit.academic_year, semester=hit.semester))
    parts.append(hit.subject)
    if hit.grade is not None:
        parts.append(words.points.format(grade=_number(hit.grade)))
    if hit.standing is not None:
        parts.append(words.standing.format(standing=_number(hit.standing)))
    return " · ".join(parts)


def _value(hit: ValueHit, language: Language, words: SearchWords) -> list[Piece]:
    term = hit.term
    if isinstance(term, PersonTerm):
        label = f"{field_label(term.field, words)}："
        if term.field is PersonField.MODE:
            return [[label, False], [mode_label(str(hit.value), language), True]]
        return [[label, False], *map(list, marked_pieces(str(hit.value), [fold(w) for w in term.words]))]
    if isinstance(term, CountTerm):
        return [[words.entries.format(count=hit.value), False]]
    assert isinstance(hit.value, Decimal)
    if term.measure is Measure.MEAN_GRADE:
        return [[words.mean_grade.format(bounds=_number(hit.value)), False]]
    return [[words.mean_standing_is.format(standing=_number(hit.value)), False]]


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}"
