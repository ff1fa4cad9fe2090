"""Heading of the chosen category: name and category, marks of the applicant, a sentence where data are missing."""

from __future__ import annotations

from app.domain.evidence import ApplicationSummary, CategoryCode
from app.ui.components.evidence_tree import category_label
from app.ui.components.part import desk_part
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_documents import DocumentWords
from app.ui.text.frame import FrameWords
from app.workflows.desk_views import ALL_COURSES, Absence, CategoryContent


def draw_evidence_heading(
    content: CategoryContent, *, words: DeskWords, frame: FrameWords, tags: DocumentWords | None = None
) -> None:
    """「name：category」, badges, school, county and number; ``tags`` says that tagged pages stand for the category."""
    summary = content.summary
    label = category_label(content.category_code, content.label, words)
    facts = (summary.school_name, summary.county, words.number.format(number=summary.application_number))
    desk_part("evidence_heading")(
        key=state.content_key("heading", summary.application_id, content.category_code),
        data={
            "title": words.heading.format(name=summary.name, category=label),
            "badges": _badges(summary, frame),
            "facts": " · ".join(part for part in facts if part),
            "note": tags.tagged_note
            if tags and content.tagged
            else absence_text(content.absence, content.category_code, words),
        },
    )


def absence_text(absence: Absence | None, category_code: CategoryCode, words: DeskWords) -> str:
    """Why there are no entries, in words; empty when there are."""
    is_course = category_code == ALL_COURSES or category_code.startswith("course_group.")
    texts = {
        Absence.CAME_AS_PDF: words.absence_pdf_course if is_course else words.absence_pdf,
        Absence.NOT_SUBMITTED: words.absence_missing,
        Absence.UNREADABLE: words.absence_unreadable,
        Absence.NO_ENTRIES: words.absence_none,
        Absence.CAME_AS_RECORDS: words.absence_records,
    }
    return texts[absence] if absence else ""


def absence_short(absence: Absence | None, words: DeskWords) -> str:
    """The same in the few words a row has room for; empty where there simply are none."""
    texts = {
        Absence.CAME_AS_PDF: words.mode_pdf,
        Absence.NOT_SUBMITTED: words.mode_missing,
        Absence.UNREADABLE: words.mode_unreadable,
        Absence.CAME_AS_RECORDS: words.mode_json,
    }
    return texts.get(absence, "") if absence else ""


def _badges(summary: ApplicationSummary, frame: FrameWords) -> list[dict[str, str]]:
    modes = {
        "database": ("good", frame.mode_database),
        "partial_pdf": ("pdf", frame.mode_partial_pdf),
        "pdf": ("pdf", frame.mode_pdf),
        "missing": ("pdf", frame.mode_missing),
    }
    kind, text = modes[summary.submission_mode]
    badges = [{"kind": kind, "text": text}]
    if summary.applicant_status:
        badges.append({"kind": "", "text": summary.applicant_status})
    return badges
