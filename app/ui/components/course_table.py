"""The course table, and below it the open course: large distribution, warnings, syllabus."""

from __future__ import annotations

import streamlit as st

from app.charts.distributions import draw_grade_distribution, draw_hundred_bins
from app.charts.theme import CHART_CONFIG
from app.domain.evidence import CourseRecord, Syllabus
from app.domain.grade_bars import bar_of
from app.ui.components.entry_cards import semester_text
from app.ui.components.fact_table import top_percent
from app.ui.components.part import desk_part, on_trigger
from app.ui.number_text import number_text
from app.ui.state import desk as state
from app.ui.text.chart import WORDS as CHART_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.language import Language
from app.workflows.desk_views import ALL_COURSES, CategoryContent

SMALL_POPULATION = 10


def draw_course_table(content: CategoryContent, opened: CourseRecord | None, *, words: DeskWords) -> None:
    """One row a course; Enter or a click opens it."""
    key = state.content_key("courses", content.summary.application_id, content.category_code)
    desk_part("course_table")(
        key=key,
        data={
            "columns": _columns(words),
            "rows": [_row(each, content.summary.school_name, words) for each in content.courses],
            "selected": opened.record_id if opened else None,
            "by_semester": content.category_code == ALL_COURSES,
            "words": {"syllabus": words.has_syllabus},
        },
        on_opened_change=on_trigger(key, "opened", _open),
    )


def draw_course_detail(record: CourseRecord, *, words: DeskWords, language: Language) -> None:
    """The open course: what is known of its distribution, and the large picture of it."""
    key = f"desk:detail:{record.record_id}"
    bins = state.bins()
    desk_part("course_detail")(
        key=key,
        data={
            "title": record.subject,
            "facts": _facts(record, words),
            "notes": _notes(record, words),
            "bins": bins,
            "widths": [["ten", words.bins_ten], ["hundred", words.bins_hundred]]
            if record.distribution
            else [],
            "words": {"close": words.close, "bins": words.bins},
        },
        on_bins_change=on_trigger(key, "bins", state.choose_bins),
        on_closed_change=on_trigger(key, "closed", lambda _: state.close_record()),
    )
    if record.distribution is None:
        return
    draw = draw_hundred_bins if bins == "hundred" else draw_grade_distribution
    figure = draw(record.distribution, record.grade, words=CHART_WORDS[language])
    st.plotly_chart(figure, config=dict(CHART_CONFIG), key=f"desk:chart:{record.record_id}")


def syllabus_message(record: CourseRecord, syllabus: Syllabus | None, words: DeskWords) -> str:
    """Why there is no syllabus: a national course follows the curriculum; any other was not found."""
    if syllabus is not None:
        return ""
    return words.syllabus_national if record.is_national else words.syllabus_none


def _open(record_id: str) -> None:
    if record_id:
        state.open_record(record_id)
    else:
        state.close_record()


def _columns(words: DeskWords) -> list[tuple[str, str]]:
    return [
        ("school", words.col_school),
        ("year", words.col_year),
        ("semester_number", words.col_semester),
        ("subject", words.col_subject),
        ("credits", words.col_credits),
        ("grade", words.col_grade),
        ("standing", words.col_standing),
        ("bars", words.col_bars),
    ]


def _row(record: CourseRecord, school_name: str, words: DeskWords) -> dict[str, object]:
    return {
        "id": record.record_id,
        "school": school_name,
        "year": "" if record.academic_year is None else str(record.academic_year),
        "semester_number": words.annual if record.semester == 0 else str(record.semester or ""),
        "semester_label": semester_text(record.academic_year, record.semester, words)
        or words.semester_unknown,
        "subject": record.subject,
        "credits": number_text(record.credits),
        "grade": grade_text(record),
        "standing": _standing(record, words),
        "grade_title": _received(record, words),
        "standing_title": _standing_range(record, words),
        "marks": _marks(record, words),
        "has_syllabus": record.syllabus_id is not None,
        "reason": words.not_graded if record.grade is None else words.no_distribution,
        **_bars(record, words),
    }


def grade_text(record: CourseRecord) -> str:
    """The grade as a number, a word received in its place, or a dash: a sentinel such as −1 is no grade."""
    return number_text(record.grade) or record.grade_remark or "-"


def _received(record: CourseRecord, words: DeskWords) -> str:
    if record.grade is not None or not record.grade_text:
        return ""
    return words.grade_received.format(text=record.grade_text)


def _bars(record: CourseRecord, words: DeskWords) -> dict[str, object]:
    if record.distribution is None:
        return {"bars": None, "bar": None, "bars_title": ""}
    bars = record.distribution.ten_point_bars
    title = words.bars_title.format(
        subject=record.subject, counts="、".join(map(str, bars)), grade=grade_text(record)
    )
    own = None if record.grade is None else bar_of(record.grade)
    return {"bars": list(bars), "bar": own, "bars_title": title}


def _marks(record: CourseRecord, words: DeskWords) -> list[dict[str, str]]:
    marks = ((record.is_repeated_row, words.repeated), (not record.is_valid_code, words.unknown_code))
    return [{"kind": "pdf", "text": text} for is_marked, text in marks if is_marked]


def _standing(record: CourseRecord, words: DeskWords) -> str:
    return (top_percent(record.standing.percent, words) or "") if record.standing else "-"


def _standing_range(record: CourseRecord, words: DeskWords) -> str:
    if record.standing is None:
        return words.not_graded if record.grade is None else words.no_distribution
    return words.standing_range.format(best=record.standing.best, worst=record.standing.worst)


def _facts(record: CourseRecord, words: DeskWords) -> list[dict[str, str]]:
    population = record.distribution.population if record.distribution else None
    facts = [
        (words.col_grade, grade_text(record), ""),
        (words.col_standing, _standing(record, words), _standing_range(record, words)),
        (words.population, "-" if population is None else str(population), ""),
    ]
    return [{"label": label, "value": value, "title": title} for label, value, title in facts]


def _notes(record: CourseRecord, words: DeskWords) -> list[dict[str, str]]:
    if record.distribution is None:
        return [{"kind": "note", "text": _standing_range(record, words)}]
    notes = [{"kind": "note", "text": words.bars_note}]
    population = record.distribution.population
    if population is not None and population < SMALL_POPULATION:
        notes.append({"kind": "warning", "text": words.small_population})
    return notes
