"""Every file of one application with the category in which it is read; kept for a while, for it never changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.evidence import ApplicationId, CategoryCode, Document, EvidenceFile, LinkedFile
from app.evidence.questions import load_unlinked_files
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows.desk_views import COURSE_OUTCOME, UNLINKED

MOST_PAGES = 5000
"""Of a file whose pages nobody counted."""


@dataclass(frozen=True)
class FilePlace:
    """A file and where it is read; ``document`` only for one that stands for a whole item."""

    file: EvidenceFile
    category_code: CategoryCode
    document: Document | None = None

    @property
    def page_count(self) -> int:
        """Pages of a PDF as far as they are known; a picture is one page."""
        if self.file.media_kind != "pdf":
            return 1
        return (self.document.page_count if self.document else None) or MOST_PAGES


@lru_cache(maxsize=facts.PER_APPLICATION)
def files_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> Mapping[str, FilePlace]:
    """The files by content; of two with the same content the one that stands for an item."""
    found: dict[str, FilePlace] = {}
    for place in _places(snapshot, application_id):
        found.setdefault(place.file.sha256, place)
    return found


def _places(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> Iterator[FilePlace]:
    for document in facts.documents_of(snapshot, application_id):
        yield FilePlace(document.file, document.category_code, document)
    for activity in facts.activities_of(snapshot, application_id):
        yield from _linked(activity.files, activity.category_code)
    for outcome in facts.outcomes_of(snapshot, application_id):
        yield from _linked(outcome.files, COURSE_OUTCOME)
    for file in load_unlinked_files(snapshot, application_id):
        yield FilePlace(file, UNLINKED)


def _linked(files: tuple[LinkedFile, ...], category_code: CategoryCode) -> Iterator[FilePlace]:
    return (FilePlace(each.file, category_code) for each in files if each.file is not None)
