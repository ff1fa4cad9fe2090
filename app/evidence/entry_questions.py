"""Questions about what a student handed in: outcomes, activities, documents and their files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from app.domain.evidence import (
    ActivityRecord,
    ApplicationId,
    CategoryCode,
    CourseOutcome,
    Document,
    EvidenceFile,
    LinkedFile,
    MediaKind,
)
from app.evidence.snapshot import EvidenceSnapshot, Row

MEDIA_KINDS: Mapping[str, MediaKind] = {"image": "image", "audio": "audio", "video": "video"}
LAST_ASKED = 64


def load_course_outcomes(
    snapshot: EvidenceSnapshot, application_id: ApplicationId
) -> tuple[CourseOutcome, ...]:
    """Course outcomes in the order of the file, each with its files."""
    files = load_linked_files(snapshot, application_id)
    rows = snapshot.rows_of("load_course_outcomes", application_id)
    return tuple(CourseOutcome(*_with_files(row, files)) for row in rows)


def load_activity_records(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, *, category_code: CategoryCode | None = None
) -> tuple[ActivityRecord, ...]:
    """Activity records in tree order, each with its files; of one category when it is named."""
    files = load_linked_files(snapshot, application_id)
    rows = snapshot.rows_of("load_activity_records", application_id, {"category_code": category_code})
    return tuple(ActivityRecord(*_with_files(row, files)) for row in rows)


# Outcomes and activities of an application are asked for one after the other and share these files.
@lru_cache(maxsize=LAST_ASKED)
def load_linked_files(
    snapshot: EvidenceSnapshot, application_id: ApplicationId
) -> Mapping[str, tuple[LinkedFile, ...]]:
    """Files by the outcome or activity that links to them; a link whose file did not arrive has none."""
    files: dict[str, list[LinkedFile]] = defaultdict(list)
    for owner_id, link_kind, linked_path, *file in snapshot.rows_of("load_linked_files", application_id):
        files[owner_id].append(LinkedFile(link_kind, linked_path, _found_file(tuple(file))))
    return {owner_id: tuple(linked) for owner_id, linked in files.items()}


def load_documents(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[Document, ...]:
    """PDF files that stand for a whole item, in tree order."""
    rows = snapshot.rows_of("load_documents", application_id)
    return tuple(_document(row) for row in rows)


def load_unlinked_files(
    snapshot: EvidenceSnapshot, application_id: ApplicationId
) -> tuple[EvidenceFile, ...]:
    """Files that arrived and that no record links to."""
    rows = snapshot.rows_of("load_unlinked_files", application_id)
    return tuple(_file(row) for row in rows)


def find_file(snapshot: EvidenceSnapshot, file_key: str) -> EvidenceFile | None:
    """The file behind a ``document_id`` or ``attachment_id``; None when unknown or when it did not arrive."""
    rows = snapshot.rows("find_file", {"file_key": file_key})
    return _file(rows[0]) if rows else None


def _with_files(row: Row, files: Mapping[str, tuple[LinkedFile, ...]]) -> Row:
    return (*row, files.get(row[0], ()))


def _document(row: Row) -> Document:
    document_kind, category_code, label, *file, page_count, has_text = row
    return Document(file[0], document_kind, category_code, label, _file(tuple(file)), page_count, has_text)


def _found_file(row: Row) -> EvidenceFile | None:
    return None if row[-1] is None else _file(row)


def _file(row: Row) -> EvidenceFile:
    file_key, application_id, relative_path, media_type, byte_size, sha256 = row
    file_name = PurePosixPath(relative_path).name
    return EvidenceFile(
        file_key, application_id, file_name, _media_kind(media_type), media_type, byte_size, sha256
    )


def _media_kind(media_type: str) -> MediaKind:
    if media_type == "application/pdf":
        return "pdf"
    return MEDIA_KINDS.get(media_type.partition("/")[0], "other")
