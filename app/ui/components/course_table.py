"""The course table: grouped, filtered and sorted where it is read; only opening a course asks the server."""

from __future__ import annotations

from app.domain.evidence import CategoryCode, CourseRecord
from app.ui.components.course_rows import FIELDS, CourseRows, Lines
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import desk as state
from app.ui.text.course_codes import WORDS as CODE_WORDS
from app.ui.text.desk import WORDS as DESK_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.desk_course_view import WORDS, CourseViewWords
from app.ui.text.language import Language
from app.workflows.course_view import CourseSheet
from app.workflows.desk_views import ALL_COURSES, CategoryContent

SIXTH_SEMESTER = CategoryCode("document.sixth_semester_transcript")


def draw_course_table(
    content: CategoryContent,
    sheet: CourseSheet,
    opened: CourseRecord | None,
    *,
    language: Language,
) -> None:
    """One row a course; Enter or a click opens it, Escape closes it."""
    is_whole = content.category_code == ALL_COURSES
    key = state.content_key("courses", content.summary.application_id, content.category_code)
    desk_part("course_table", "course_prefs", "course_order", "course_filters")(
        key=key,
        data={
            **table_data(content, sheet.lines, language),
            "selected": opened.record_id if opened else None,
            "is_whole": is_whole,
            "has_sixth": is_whole and sheet.has_sixth_semester,
        },
        on_opened_change=on_trigger(key, "opened", _open),
        on_sixth_change=on_trigger(key, "sixth", lambda _: state.choose_category(SIXTH_SEMESTER)),
    )


def table_data(content: CategoryContent, lines: Lines, language: Language) -> dict[str, object]:
    """Rows, the names they point to, columns and words."""
    words = WORDS[language]
    own_school = content.summary.school_name
    table = CourseRows(lines, own_school, words=words, codes=CODE_WORDS[language])
    rows = table.rows([lines[each.record_id] for each in content.courses])
    return {
        "fields": FIELDS,
        "rows": rows,
        "groups": table.groups.texts,
        "categories": table.categories.texts,
        "areas": table.areas.texts,
        "columns": _columns(words),
        "own_school": own_school,
        "words": {**_words(words), **_semester_words(DESK_WORDS[language])},
        "reasons": reasons(words),
        "marks": _marks(words),
    }


def _open(record_id: str) -> None:
    if record_id:
        state.open_record(record_id)
    else:
        state.close_record()


def _columns(words: CourseViewWords) -> list[tuple[str, str]]:
    return [
        ("semester", words.col_semester),
        ("subject", words.col_subject),
        ("category", words.col_category),
        ("area", words.col_area),
        ("school", words.col_school),
        ("credits", words.col_credits),
        ("grade", words.col_grade),
        ("mean", words.col_mean),
        ("population", words.col_population),
        ("bars", words.col_bars),
        ("standing", words.col_standing),
    ]


def reasons(words: CourseViewWords) -> dict[str, str]:
    """Why there is no standing, by the name of the reason."""
    return {
        "not_gradable": words.reason_not_gradable,
        "not_graded": words.reason_not_graded,
        "not_a_number": words.reason_not_a_number,
        "no_distribution": words.reason_no_distribution,
        "contradiction": words.reason_contradiction,
    }


def _marks(words: CourseViewWords) -> dict[str, tuple[str, str]]:
    """What a mark says, and what it means."""
    return {
        "small": (words.mark_small, words.mark_small_hint),
        "computed": (words.mark_computed, words.mark_computed_hint),
        "repeated": ("", words.mark_repeated_hint),
        "code": (words.mark_code, ""),
        "off_plan": (words.mark_off_plan, words.mark_off_plan_hint),
        "no_credit": (words.mark_no_credit, ""),
        "credit_only": (words.mark_credit_only, ""),
    }


def _words(words: CourseViewWords) -> dict[str, str]:
    return {
        "table": words.table,
        "group_by": words.group_by,
        "group_semester": words.group_semester,
        "group_category": words.group_category,
        "group_area": words.group_area,
        "find_subject": words.find_subject,
        "filters": words.filters,
        "filter_category": words.filter_category,
        "filter_area": words.filter_area,
        "filter_semester": words.filter_semester,
        "filter_requirement": words.filter_requirement,
        "required": words.required,
        "elective": words.elective,
        "neither": words.neither,
        "shown": words.shown,
        "shown_all": words.shown_all,
        "clear": words.clear,
        "nothing_shown": words.nothing_shown,
        "sums": words.sums,
        "apart": words.apart,
        "sixth_semester": words.sixth_semester,
        "sort_hint": words.sort_hint,
        "mean_hint": words.mean_hint,
        "top": words.top,
        "bars_spoken": words.bars_spoken,
        "bars_grade": words.bars_grade,
        "has_syllabus": words.has_syllabus,
        "mark_other_school": words.mark_other_school,
        "note_received": words.note_received,
    }


def _semester_words(words: DeskWords) -> dict[str, str]:
    return {
        "semester_label": words.semester_label,
        "semester_unknown": words.semester_unknown,
        "annual": words.annual,
    }
