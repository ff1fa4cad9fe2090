"""What feeds a dimension, beside its score: counts and first lines of each category, and all of it when opened."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.evidence import ApplicationId, CategoryCode, CourseRecord, EvidenceLine
from app.ui.components.course_rows import grade_text
from app.ui.components.document_viewer import file_data
from app.ui.components.entry_cards import cards_of
from app.ui.components.evidence_heading import absence_short, absence_text
from app.ui.components.evidence_tree import category_label
from app.ui.components.fact_table import top_percent
from app.ui.number_text import number_text
from app.ui.text.desk import DeskWords
from app.ui.visit import Visit
from app.workflows.category_content import load_category
from app.workflows.desk_views import CategoryContent, Desk
from app.workflows.score_passes import CategoryLines

LINES_SHOWN = 2
LINES_ALONE = 6
"""Where one category is all that a row shows."""
COURSES_SHOWN = 8
"""Courses are short: they run on in a paragraph."""


def lines_data(
    categories: Sequence[CategoryLines], words: DeskWords, *, most: int = LINES_SHOWN
) -> list[dict[str, object]]:
    """The categories of one applicant as the row shows them, with this many entries of each."""
    return [_category(each, words, most) for each in categories]


def full_data(
    visit: Visit,
    desk: Desk,
    application_id: ApplicationId,
    *,
    codes: Sequence[CategoryCode],
    words: DeskWords,
) -> list[dict[str, object]]:
    """Everything the applicant holds in these categories, texts and files in full; rights are asked for each."""
    contents = [load_category(visit.access, desk.plan, application_id, category_code=code) for code in codes]
    return [_full(each, words) for each in contents]


def _category(category: CategoryLines, words: DeskWords, most: int) -> dict[str, object]:
    is_course = any(line.grade is not None or line.grade_text for line in category.lines)
    most = COURSES_SHOWN if is_course else most
    reason = absence_text(category.absence, category.category_code, words)
    # The first clause, of either language: what follows speaks of a whole page.
    reason = reason.partition("；")[0].partition(";")[0]
    return {
        "label": category_label(category.category_code, category.label, words),
        "count": len(category.lines),
        "is_course": is_course,
        "lines": [_line(each, words) for each in category.lines[:most]],
        "short": absence_short(category.absence, words),
        "reason": reason,
    }


def _line(line: EvidenceLine, words: DeskWords) -> dict[str, str]:
    grade = number_text(line.grade) or (line.grade_text or "" if line.grade is None else "")
    return {
        "text": line.title or words.untitled,
        "detail": line.detail or "",
        "grade": grade if _is_shown(grade) else "",
        "standing": top_percent(line.standing_percent, words) or "",
        "when": "" if line.academic_year is None else f"{line.academic_year}-{line.semester or 0}",
    }


def _is_shown(grade: str) -> bool:
    """A word or a number; a sentinel such as −1 is no grade."""
    return not grade.startswith(("-", "−"))


def _full(content: CategoryContent, words: DeskWords) -> dict[str, object]:
    files = [(each.label, each.file) for each in content.documents]
    files += [(each.file_name, each) for each in content.unlinked]
    return {
        "label": category_label(content.category_code, content.label, words),
        "note": absence_text(content.absence, content.category_code, words),
        "courses": [_course(each, words) for each in content.courses],
        "cards": cards_of(content, words),
        "files": [{**file_data(file), "label": label} for label, file in files],
    }


def _course(record: CourseRecord, words: DeskWords) -> list[str]:
    when = "" if record.academic_year is None else f"{record.academic_year}-{record.semester or 0}"
    percent = top_percent(record.standing.percent, words) if record.standing else None
    return [when, record.subject, number_text(record.credits), grade_text(record), percent or "-"]
