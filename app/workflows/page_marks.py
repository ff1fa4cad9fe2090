"""Private highlights and notes: read, written and deleted by their author alone, while the applicant may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.evidence import ApplicationId
from app.domain.page_marks import MarkKind, PageArea, PageMark
from app.domain.plan import ReviewPlan
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows.access import Access
from app.workflows.application_files import FilePlace, files_of
from app.workflows.evidence_review import require_view

CONTENT_LENGTH = 2000
MOST_MARKS = 500
KEY_LENGTH = 64


class MarkRefusal(StrEnum):
    """Why a mark was not saved or deleted."""

    NOT_VALID = "not_valid"
    FULL = "full"
    GONE = "gone"


@dataclass(frozen=True)
class MarkEntry:
    """A mark as it was sent: nothing of it is trusted before it was checked."""

    mark_id: str
    sha256: str
    page_number: int
    kind: str
    area: PageArea | None
    content: str


@dataclass(frozen=True)
class MarkView:
    """An own mark and its file; None when the applicant's files no longer hold it."""

    mark: PageMark
    place: FilePlace | None


def load_marks(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> tuple[MarkView, ...]:
    """The person's own marks on the files of the application, nobody else's."""
    snapshot = require_view(access, plan, application_id)
    marks = access.workbench.store.load_page_marks(access.person.person_id, application_id)
    if not marks:
        return ()
    files = files_of(snapshot, application_id)
    return tuple(MarkView(mark, files.get(mark.sha256)) for mark in marks)


def save_mark(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, entry: MarkEntry
) -> PageMark | MarkRefusal:
    """Write an own mark and read it back, after the right was asked anew."""
    fresh = renewed(access)
    snapshot = require_view(fresh, plan, application_id)
    store, person_id = fresh.workbench.store, fresh.person.person_id
    if not _is_valid(entry, snapshot, application_id):
        return MarkRefusal.NOT_VALID
    own = store.load_page_marks(person_id, application_id)
    if len(own) >= MOST_MARKS and entry.mark_id not in {mark.mark_id for mark in own}:
        return MarkRefusal.FULL
    mark = PageMark(
        mark_id=entry.mark_id,
        person_id=person_id,
        application_id=application_id,
        sha256=entry.sha256,
        page_number=entry.page_number,
        kind=MarkKind(entry.kind),
        area=entry.area,
        content=entry.content.strip(),
    )
    return store.save_page_mark(mark) or MarkRefusal.NOT_VALID


def delete_mark(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, mark_id: str
) -> MarkRefusal | None:
    """Really delete an own mark of this application."""
    fresh = renewed(access)
    require_view(fresh, plan, application_id)
    store, person_id = fresh.workbench.store, fresh.person.person_id
    own = {mark.mark_id for mark in store.load_page_marks(person_id, application_id)}
    is_deleted = mark_id in own and store.delete_page_mark(person_id, mark_id)
    return None if is_deleted else MarkRefusal.GONE


def renewed(access: Access) -> Access:
    """The same person with nothing remembered: a callback still holds what was known when the screen was drawn."""
    return Access(person=access.person, workbench=access.workbench, cookie=access.cookie)


def _is_valid(entry: MarkEntry, snapshot: EvidenceSnapshot, application_id: ApplicationId) -> bool:
    place = files_of(snapshot, application_id).get(entry.sha256)
    if place is None or not 1 <= entry.page_number <= place.page_count:
        return False
    has_key = 0 < len(entry.mark_id) <= KEY_LENGTH and entry.mark_id.isascii()
    has_content = bool(entry.content.strip()) or entry.area is not None
    is_area = entry.area is None or entry.area.is_on_page
    is_text = len(entry.content) <= CONTENT_LENGTH and is_writable(entry.content)
    return has_key and has_content and is_area and is_text and entry.kind in list(MarkKind)


def is_writable(text: str) -> bool:
    """Whether both databases keep this text: no half characters, no zero character."""
    return "\0" not in text and not any("\ud800" <= each <= "\udfff" for each in text)
