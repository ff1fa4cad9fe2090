"""The middle of the desk: one category of one applicant, whatever form its entries have."""

from __future__ import annotations

from app.domain.evidence import ApplicationId, CategoryCode, CourseRecord, Document
from app.ui.components.core_overview import draw_core_overview
from app.ui.components.course_table import draw_course_detail, draw_course_table
from app.ui.components.document_viewer import draw_document_viewer
from app.ui.components.entry_cards import draw_entry_cards
from app.ui.components.evidence_heading import draw_evidence_heading
from app.ui.components.fact_table import draw_profile
from app.ui.components.syllabus_card import draw_syllabus_card
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.visit import Visit
from app.workflows.category_content import load_category
from app.workflows.core_overview import load_overview
from app.workflows.desk_views import OVERVIEW, CategoryContent, Desk
from app.workflows.evidence_review import load_syllabus


def draw_evidence(
    visit: Visit,
    desk: Desk,
    application_id: ApplicationId,
    *,
    category_code: CategoryCode,
    words: DeskWords,
) -> None:
    """Heading and content of one category."""
    content = load_category(visit.access, desk.plan, application_id, category_code=category_code)
    if category_code == OVERVIEW:
        _draw_overview(visit, desk, content, words)
        return
    draw_evidence_heading(content, words=words, frame=visit.words)
    if content.profile is not None:
        draw_profile(content.profile, words=words, frame=visit.words)
    if content.courses:
        _draw_courses(visit, desk, content, words)
    if content.outcomes or content.activities:
        draw_entry_cards(content, snapshot_id=desk.plan.snapshot_id, words=words)
    _draw_files(desk, content, words)


def _draw_overview(visit: Visit, desk: Desk, content: CategoryContent, words: DeskWords) -> None:
    overview = load_overview(visit.access, desk.plan, content.summary.application_id)
    draw_evidence_heading(content, words=words, frame=visit.words)
    draw_core_overview(overview, desk.plan, words=words, language=visit.language)
    if content.summary.submission_mode == "pdf":
        _draw_files(desk, content, words)


def _draw_courses(visit: Visit, desk: Desk, content: CategoryContent, words: DeskWords) -> None:
    opened = _opened(content)
    draw_course_table(content, opened, words=words)
    if opened is None:
        return
    syllabus = load_syllabus(visit.access, desk.plan, content.summary.application_id, record=opened)
    draw_course_detail(opened, words=words, language=visit.language)
    draw_syllabus_card(opened, syllabus, words=words)


def _opened(content: CategoryContent) -> CourseRecord | None:
    """The open course if it is one of these: an address may name a course of somebody else."""
    asked = state.record_id()
    return next((each for each in content.courses if each.record_id == asked), None)


def _draw_files(desk: Desk, content: CategoryContent, words: DeskWords) -> None:
    files = [(_document_label(each, words), each.file) for each in content.documents]
    files += [(each.file_name, each) for each in content.unlinked]
    if files:
        place = (content.summary.application_id, content.category_code)
        draw_document_viewer(
            files,
            place,
            snapshot_id=desk.plan.snapshot_id,
            words=words,
            is_low=content.absence is not None,
        )


def _document_label(document: Document, words: DeskWords) -> str:
    """With the number of pages; a scan says so, for no search finds anything in it."""
    if document.page_count is None:
        return document.label
    form = words.document_pages if document.has_text else words.document_scan
    return form.format(label=document.label, pages=document.page_count)
