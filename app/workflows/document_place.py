"""Where a person stopped in documents, so that they open there again, on another computer too.

Each person's pages are their own: every question and every write names the person who is signed in.
"""

from __future__ import annotations

from functools import partial

from app.domain.evidence import EvidenceFile
from app.reviews.store import DocumentPage, ReadingPlace
from app.workflows.access import Access
from app.workflows.application_files import MOST_PAGES, files_of
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import require_view


def find_page(access: Access, file: EvidenceFile) -> int | None:
    """The page on which the person stopped in a file that may be opened; None before the first time."""
    pages = access.workbench.store.load_document_pages(access.person.person_id, file.application_id)
    return next((each.page_number for each in pages if each.sha256 == file.sha256), None)


def remember_page(access: Access, file: EvidenceFile, page_number: int) -> bool:
    """Write it down aside, for a file that may be opened; False for what can be no page of a document.

    How many pages there are is the browser's to know: what lies beyond the end opens the last page.
    """
    if not 1 <= page_number <= MOST_PAGES:
        return False
    page = DocumentPage(access.person.person_id, file.application_id, file.sha256, page_number)
    # Every write keeps its own turn: their order says which document was open last.
    access.workbench.aside.write(object(), partial(access.workbench.store.save_document_page, page))
    return True


def find_last_file(access: Access, desk: Desk, place: ReadingPlace) -> EvidenceFile | None:
    """The file of the place's applicant that was open last; None when the snapshot no longer holds it."""
    snapshot = require_view(access, desk.plan, place.application_id)
    pages = access.workbench.store.load_document_pages(access.person.person_id, place.application_id)
    found = files_of(snapshot, place.application_id).get(pages[0].sha256) if pages else None
    return found.file if found else None
