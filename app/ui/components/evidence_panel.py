"""The middle of the desk: one category of one applicant, whatever form its entries have."""

from __future__ import annotations

from app.domain.evidence import ApplicationId, CategoryCode, CourseRecord, Document
from app.ui.components.core_overview import draw_core_overview
from app.ui.components.course_detail import draw_course_detail
from app.ui.components.course_table import draw_course_table
from app.ui.components.document_viewer import ShownFile, draw_document_viewer
from app.ui.components.entry_cards import draw_entry_cards
from app.ui.components.evidence_heading import draw_evidence_heading
from app.ui.components.fact_table import draw_profile
from app.ui.components.page_reading import PageReading
from app.ui.components.page_tags import by_text, range_text
from app.ui.components.syllabus_card import draw_syllabus_card
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.visit import Visit
from app.workflows.category_content import load_category
from app.workflows.core_overview import load_overview
from app.workflows.course_view import load_course_sheet
from app.workflows.desk_views import OVERVIEW, CategoryContent, Desk, TaggedPages
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
    reading = PageReading(visit, desk.plan, application_id)
    draw_evidence_heading(content, words=words, frame=visit.words, tags=reading.words)
    if content.profile is not None:
        draw_profile(content.profile, words=words, frame=visit.words)
    if content.courses:
        _draw_courses(visit, desk, content, words)
    if content.outcomes or content.activities:
        draw_entry_cards(content, reading=reading, words=words)
    _draw_files(content, reading, words)


def _draw_overview(visit: Visit, desk: Desk, content: CategoryContent, words: DeskWords) -> None:
    overview = load_overview(visit.access, desk.plan, content.summary.application_id)
    draw_evidence_heading(content, words=words, frame=visit.words)
    draw_core_overview(overview, desk.plan, words=words, language=visit.language)
    if content.summary.submission_mode == "pdf":
        _draw_files(content, PageReading(visit, desk.plan, content.summary.application_id), words)


def _draw_courses(visit: Visit, desk: Desk, content: CategoryContent, words: DeskWords) -> None:
    application_id = content.summary.application_id
    sheet = load_course_sheet(visit.access, desk.plan, application_id)
    opened = _opened(content)
    draw_course_table(content, sheet, opened, language=visit.language)
    if opened is None:
        return
    syllabus = load_syllabus(visit.access, desk.plan, application_id, record=opened)
    draw_course_detail(sheet.lines[opened.record_id], sheet.lines, words=words, language=visit.language)
    draw_syllabus_card(sheet.lines[opened.record_id], syllabus, words=words, language=visit.language)


def _opened(content: CategoryContent) -> CourseRecord | None:
    """The open course if it is one of these: an address may name a course of somebody else."""
    asked = state.record_id()
    return next((each for each in content.courses if each.record_id == asked), None)


def _draw_files(content: CategoryContent, reading: PageReading, words: DeskWords) -> None:
    files = [ShownFile(_document_label(each, words), each.file) for each in content.whole_documents]
    files += [_tagged_file(each, reading) for each in content.tagged]
    files += [ShownFile(each.file_name, each) for each in content.unlinked]
    if files:
        place = (content.summary.application_id, content.category_code)
        has_note = content.absence is not None or bool(content.tagged)
        draw_document_viewer(files, place, reading=reading, words=words, is_low=has_note)


def _tagged_file(tagged: TaggedPages, reading: PageReading) -> ShownFile:
    """The tagged pages of a document, and who tagged them."""
    document, pages = tagged.document, (tagged.tag.first_page, tagged.tag.last_page)
    if document is None:
        raise AssertionError("tags of replaced files stand for no category")
    own = reading.words
    label = own.tagged_count.format(label=document.label, range=range_text(pages, own))
    return ShownFile(f"{label} · {by_text(tagged, own)}", document.file, pages)


def _document_label(document: Document, words: DeskWords) -> str:
    """With the number of pages; a scan says so, for no search finds anything in it."""
    if document.page_count is None:
        return document.label
    form = words.document_pages if document.has_text else words.document_scan
    return form.format(label=document.label, pages=document.page_count)
