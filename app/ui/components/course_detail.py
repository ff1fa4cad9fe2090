"""The open course: what is known of its grade, the large distribution, and the same course in other semesters."""

from __future__ import annotations

from app.domain.course_lines import CourseLine
from app.domain.distribution_facts import neighbours_of, unscored_of
from app.domain.evidence import CourseRecord
from app.domain.grade_bars import bar_of, bin_of
from app.ui.components.course_rows import Lines, attempt_text, grade_text, relation_texts, when_text
from app.ui.components.course_table import reasons
from app.ui.components.fact_table import top_percent
from app.ui.components.part import desk_part, on_trigger
from app.ui.number_text import number_text
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_course_view import WORDS, CourseViewWords
from app.ui.text.language import Language

Facts = list[dict[str, object]]


def draw_course_detail(line: CourseLine, lines: Lines, *, words: DeskWords, language: Language) -> None:
    """Facts, warnings, picture and the other semesters; ``lines`` are all courses of the applicant."""
    key = f"desk:detail:{line.record.record_id}"
    desk_part("course_detail", "course_prefs", "grade_distribution")(
        key=key,
        data=detail_data(line, lines, words=words, view=WORDS[language]),
        on_opened_change=on_trigger(key, "opened", state.open_record),
    )


def detail_data(
    line: CourseLine, lines: Lines, *, words: DeskWords, view: CourseViewWords
) -> dict[str, object]:
    """What the browser part is given."""
    record = line.record
    return {
        "id": record.record_id,
        "title": record.subject,
        "when": when_text(record),
        "facts": _facts(line, words, view),
        "notes": _notes(line, lines, view),
        "chart": _chart(line, view),
        "bars_note": words.bars_note,
        "siblings": [_sibling(lines[each].record, words) for each in line.sibling_ids if each in lines],
        "words": _words(words, view),
    }


def _facts(line: CourseLine, words: DeskWords, view: CourseViewWords) -> Facts:
    record = line.record
    facts = [_fact(view.col_grade, grade_text(record), detail=attempt_text(line, view))]
    if record.standing is not None:
        shown = top_percent(record.standing.percent, words) or ""
        best, worst = record.standing.best, record.standing.worst
        facts.append(
            _fact(view.col_standing, shown, detail=words.standing_range.format(best=best, worst=worst))
        )
    facts += _distribution_facts(line, words, view)
    if record.credits is not None:
        facts.append(_fact(view.col_credits, number_text(record.credits)))
    facts.append(_fact(view.plan_code, record.course_code or "–"))
    return facts


def _distribution_facts(line: CourseLine, words: DeskWords, view: CourseViewWords) -> Facts:
    distribution = line.record.distribution
    if distribution is None:
        return []
    unscored = unscored_of(distribution)
    rest = view.unscored.format(count=unscored) if unscored else ""
    population = "–" if distribution.population is None else f"{distribution.population:,}"
    facts = [_fact(words.population, population, detail=rest)]
    if line.spread is not None:
        shown = f"{line.spread.mean}±{line.spread.deviation}"
        facts.append(_fact(view.fact_mean, shown, detail=view.mean_hint))
    source = view.source_computed if line.detail.is_computed else view.source_school
    return [*facts, _fact(view.fact_source, source)]


def _fact(label: str, value: str, *, detail: str = "") -> dict[str, object]:
    return {"label": label, "value": value, "detail": detail}


def _notes(line: CourseLine, lines: Lines, view: CourseViewWords) -> list[dict[str, str]]:
    record = line.record
    notes = []
    if line.no_standing is not None:
        notes.append({"kind": "note", "text": reasons(view)[line.no_standing]})
    if record.grade is None and record.grade_text:
        notes.append({"kind": "note", "text": view.note_received.format(text=record.grade_text)})
    if line.is_small:
        notes.append({"kind": "warning", "text": view.mark_small_hint})
    if line.detail.qualitative_note:
        notes.append({"kind": "note", "text": f"{view.qualitative} · {line.detail.qualitative_note}"})
    notes += [{"kind": "note", "text": text} for text in relation_texts(line, lines, view)]
    if line.is_off_plan:
        notes.append({"kind": "warning", "text": view.mark_off_plan_hint})
    if line.twin_ids:
        notes.append({"kind": "warning", "text": view.mark_repeated_hint})
    return notes


def _chart(line: CourseLine, view: CourseViewWords) -> dict[str, object] | None:
    record = line.record
    distribution = record.distribution
    if distribution is None:
        return None
    around = neighbours_of(distribution, record.grade)
    place = (
        view.outside
        if around is None
        else view.own_place.format(beside=around.beside, above=around.above, below=around.below)
    )
    return {
        "subject": record.subject,
        "bins": distribution.grade_bins,
        "bars": distribution.ten_point_bars,
        "population": distribution.population,
        "own_bin": None if record.grade is None else bin_of(record.grade),
        "own_bar": None if record.grade is None else bar_of(record.grade),
        "own_text": view.own_mark.format(grade=grade_text(record)),
        "place": place,
    }


def _sibling(record: CourseRecord, words: DeskWords) -> dict[str, str]:
    standing = top_percent(record.standing.percent, words) if record.standing else None
    return {
        "id": record.record_id,
        "when": when_text(record),
        "grade": grade_text(record),
        "standing": standing or "",
    }


def _words(words: DeskWords, view: CourseViewWords) -> dict[str, str]:
    return {
        "close": words.close,
        "bins": words.bins,
        "bins_ten": words.bins_ten,
        "bins_hundred": words.bins_hundred,
        "previous_course": view.previous_course,
        "next_course": view.next_course,
        "step_hint": view.step_hint,
        "siblings": view.siblings,
        "numbers": view.numbers,
        "interval": view.interval,
        "people": view.people,
        "chart_spoken": view.chart_spoken,
        "zero_counts": view.zero_counts,
    }
