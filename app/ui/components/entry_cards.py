"""Activities and course outcomes as cards, with their files in place and missing files named."""

from __future__ import annotations

from datetime import date

from app.domain.evidence import ActivityRecord, CourseOutcome, LinkedFile
from app.ui.components.document_viewer import VIEWER, file_data, viewer_data
from app.ui.components.page_reading import PageReading
from app.ui.components.part import desk_part
from app.ui.number_text import number_text
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.workflows.desk_views import CategoryContent

ROC_OFFSET = 1911


def draw_entry_cards(content: CategoryContent, *, reading: PageReading, words: DeskWords) -> None:
    """One card an entry, in the order of the file."""
    key = state.content_key("cards", content.summary.application_id, content.category_code)
    desk_part("entry_cards", *VIEWER)(
        key=key,
        data={**viewer_data(reading, words), "cards": cards_of(content, words), "card_words": _words(words)},
        on_page_change=reading.trigger(key),
    )


def cards_of(content: CategoryContent, words: DeskWords) -> list[dict[str, object]]:
    """The outcomes and activities of a category as cards."""
    outcomes = [_outcome(each, words) for each in content.outcomes]
    return [*outcomes, *(_activity(each, words) for each in content.activities)]


def _words(words: DeskWords) -> dict[str, str]:
    return {
        "fold": words.fold,
        "copy": words.copy,
        "copied": words.copied,
        "external_link": words.external_link,
        "missing_file": words.missing_file,
    }


def roc_date(day: date) -> str:
    """112/05/20, as schools and students write it."""
    return f"{day.year - ROC_OFFSET}/{day.month:02}/{day.day:02}"


def _activity(record: ActivityRecord, words: DeskWords) -> dict[str, object]:
    hours = None if record.hours is None else number_text(record.hours)
    facts = [(words.organiser, record.organiser), (words.role, record.role), (words.hours, hours)]
    return {
        "title": record.title or words.untitled,
        "badges": [record.level_name] if record.level_name else [],
        "when": _when(record, words),
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "summary": record.summary or "",
        "link": record.external_link or "",
        **_files(record.files),
    }


def _outcome(outcome: CourseOutcome, words: DeskWords) -> dict[str, object]:
    kinds = {"1": words.outcome_practical, "2": words.outcome_other}
    return {
        "title": outcome.subject or words.untitled,
        "badges": [kinds.get(outcome.outcome_kind, outcome.outcome_kind)] if outcome.outcome_kind else [],
        "when": semester_text(outcome.academic_year, outcome.semester, words),
        "facts": [],
        "summary": outcome.summary or "",
        "link": outcome.external_link or "",
        **_files(outcome.files),
    }


def semester_text(academic_year: int | None, semester: int | None, words: DeskWords) -> str:
    """110 學年度第 1 學期; a record without a year says so elsewhere."""
    if academic_year is None:
        return ""
    number = words.annual if semester in (0, None) else str(semester)
    return words.semester_label.format(year=academic_year, semester=number)


def _when(record: ActivityRecord, words: DeskWords) -> str:
    days = [roc_date(day) for day in dict.fromkeys((record.start_date, record.end_date)) if day]
    return " – ".join(days) or semester_text(record.academic_year, record.semester, words)


def _files(files: tuple[LinkedFile, ...]) -> dict[str, object]:
    return {
        "files": [file_data(each.file) for each in files if each.file is not None],
        "missing": [each.linked_path for each in files if each.file is None],
    }
