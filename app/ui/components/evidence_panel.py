"""The middle of the desk: one category of one applicant, whatever form its entries have."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.evidence import ApplicationId, CategoryCode, Document
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
from app.ui.state.documents import AskedPage
from app.ui.text.desk import DeskWords
from app.ui.visit import Visit
from app.workflows.category_content import load_category
from app.workflows.core_overview import load_overview
from app.workflows.course_view import load_course_sheet
from app.workflows.desk_views import OVERVIEW, CategoryContent, Desk, TaggedPages
from app.workflows.evidence_review import load_syllabus


@dataclass(frozen=True)
class Reading:
    """One category of one applicant; the open course and the page an address asks for are None from its top."""

    application_id: ApplicationId
    category_code: CategoryCode
    record_id: str | None = None
    page: AskedPage | None = None

    @property
    def is_top(self) -> bool:
        """Whether nothing of it is opened."""
        return self.record_id is None and self.page is None


def draw_evidence(visit: Visit, desk: Desk, place: Reading, *, words: DeskWords) -> None:
    """Heading and content of one category."""
    content = load_category(visit.access, desk.plan, place.application_id, category_code=place.category_code)
    reading = PageReading(visit, desk.plan, place.application_id, place.page)
    if place.category_code == OVERVIEW:
        _draw_overview(content, reading, words=words)
        return
    draw_evidence_heading(content, words=words, frame=visit.words, tags=reading.words)
    if content.profile is not None:
        draw_profile(content.profile, words=words, frame=visit.words)
    if content.courses:
        _draw_courses(content, reading, place.record_id, words=words)
    if content.outcomes or content.activities:
        draw_entry_cards(content, reading=reading, words=words)
    _draw_files(content, reading, words)


def _draw_overview(content: CategoryContent, reading: PageReading, *, words: DeskWords) -> None:
    visit, plan = reading.visit, reading.plan
    overview = load_overview(visit.access, plan, reading.application_id)
    draw_evidence_heading(content, words=words, frame=visit.words)
    draw_core_overview(overview, plan, words=words, language=visit.language)
    if content.summary.submission_mode == "pdf":
        _draw_files(content, reading, words)


def _draw_courses(
    content: CategoryContent, reading: PageReading, record_id: str | None, *, words: DeskWords
) -> None:
    visit, plan, application_id = reading.visit, reading.plan, reading.application_id
    sheet = load_course_sheet(visit.access, plan, application_id)
    # An address may name a course of somebody else.
    opened = next((each for each in content.courses if each.record_id == record_id), None)
    draw_course_table(content, sheet, opened, language=visit.language)
    if opened is None:
        return
    syllabus = load_syllabus(visit.access, plan, application_id, record=opened)
    draw_course_detail(sheet.lines[opened.record_id], sheet.lines, words=words, language=visit.language)
    draw_syllabus_card(sheet.lines[opened.record_id], syllabus, words=words, language=visit.language)


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
