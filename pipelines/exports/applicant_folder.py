"""One applicant folder: profile, the three items as JSON or PDF, documents, and linked files."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from pipelines.contract import DocumentKind, ItemMode
from pipelines.exports.activity_records import read_activity_records
from pipelines.exports.attachments import AttachmentFolder
from pipelines.exports.bin_slices import read_json_with_bins
from pipelines.exports.column_map import load_key_map, load_map_rows, text_of
from pipelines.exports.course_outcomes import read_course_outcomes
from pipelines.exports.course_records import CourseRecordReader
from pipelines.exports.folders import FOLDER_DEPTH
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.json_file import BrokenJson
from pipelines.exports.keys import make_key
from pipelines.exports.media_type import is_media_name
from pipelines.exports.raw_tables import PROFILE_TEXTS
from pipelines.exports.reading import Application, Reading
from pipelines.reference_lists import load_names

DOCUMENT_PREFIX = "document."
ITEMS = (DocumentKind.COURSE_RECORD, DocumentKind.COURSE_OUTCOME, DocumentKind.ACTIVITY_RECORD)

ItemReader = Callable[[Any, SourceFile, AttachmentFolder], None]


def read_applicant_folder(listed_files: list[ListedFile], application: Application, reading: Reading) -> None:
    """Everything of one applicant at one programme; a test school's folder is set aside whole."""
    by_role = _by_role(listed_files, application)
    profile = _read_profile(by_role.pop("profile", []), application, reading)
    if profile is not None and profile[1] in load_names("test_school"):
        _set_folder_aside(by_role, profile[0], application, reading)
        return
    folder = AttachmentFolder(application, reading)
    _open_others(by_role, folder)
    modes = {item: _read_item(item, by_role, folder) for item in ITEMS}
    document_kinds = _read_documents(by_role, modes, folder)
    folder.add_unlinked()
    _add_application(application, modes, (document_kinds, profile is not None), reading)


def _by_role(listed_files: list[ListedFile], application: Application) -> dict[str, list[ListedFile]]:
    roles: dict[str, list[ListedFile]] = {}
    for listed in listed_files:
        roles.setdefault(_role_of(listed, application.application_number), []).append(listed)
    return roles


def _role_of(listed: ListedFile, application_number: str) -> str:
    """By name at the top of the folder; anything else is an attachment when its name says media."""
    if len(listed.parts) == FOLDER_DEPTH + 1:
        stem, _, extension = listed.parts[-1].rpartition(".")
        prefix = f"{application_number}_"
        role = _named_roles().get((stem.removeprefix(prefix), extension.lower()))
        if role is not None and stem.startswith(prefix):
            return role
    return "attachment" if is_media_name(listed.extension) else "unrecognised"


@cache
def _named_roles() -> dict[tuple[str, str], str]:
    return {(row["suffix"], row["extension"]): row["file_role"] for row in load_map_rows("item_file")}


def _read_profile(
    listed_files: list[ListedFile], application: Application, reading: Reading
) -> tuple[SourceFile, str] | None:
    """The ledger entry and the school code of the profile; None when there is none to read."""
    keys = load_key_map("applicant_profile")
    for listed in listed_files:
        source, received = _open_json(listed, "profile", application, reading)
        source.rows_read = 1
        if isinstance(received, list) and len(received) == 1:
            received = received[0]
        if isinstance(received, dict):
            texts = keys.texts(received, PROFILE_TEXTS)
            school_code = (keys.text(received, "school_code") or "").strip()
            if school_code not in load_names("test_school"):
                place = (application.application_id, source.file_id, 0)
                reading.raw.add("raw_profile", (*place, *texts, text_of(received)))
            return source, school_code
        if not source.rows_set_aside:
            reading.set_aside("unexpected_json_shape", source, application)
    reading.report("profile_missing", None, application)
    return None


def _open_json(
    listed: ListedFile, role: str, application: Application, reading: Reading
) -> tuple[SourceFile, Any]:
    """The parsed file; a broken one is one row set aside, with the byte where it breaks."""
    source, content = reading.open(listed, role, application)
    try:
        return source, read_json_with_bins(content)
    except BrokenJson as broken:
        source.rows_read = 1
        reading.set_aside("broken_json", source, application, place=(None, str(broken)))
        return source, None


def _read_item(
    item: DocumentKind, by_role: dict[str, list[ListedFile]], folder: AttachmentFolder
) -> ItemMode:
    """Read the JSON of an item when there is one that can be read, and say how the item arrived."""
    for listed in by_role.get(item, []):
        source, received = _open_json(listed, item, folder.application, folder.reading)
        if source.rows_set_aside:
            continue
        try:
            _ITEM_READERS[item](received, source, folder)
        except TypeError:
            source.rows_read = 1
            folder.reading.set_aside("unexpected_json_shape", source, folder.application)
            continue
        return ItemMode.JSON
    if by_role.get(DOCUMENT_PREFIX + item):
        return ItemMode.PDF
    return ItemMode.UNREADABLE if by_role.get(item) else ItemMode.MISSING


def _read_courses(received: Any, source: SourceFile, folder: AttachmentFolder) -> None:
    CourseRecordReader(source, folder.application, folder.reading).read(received)


_ITEM_READERS: dict[DocumentKind, ItemReader] = {
    DocumentKind.COURSE_RECORD: _read_courses,
    DocumentKind.COURSE_OUTCOME: read_course_outcomes,
    DocumentKind.ACTIVITY_RECORD: read_activity_records,
}


def _read_documents(
    by_role: dict[str, list[ListedFile]], modes: dict[DocumentKind, ItemMode], folder: AttachmentFolder
) -> set[DocumentKind]:
    """Publish the PDF files that stand for an item; beside a JSON they become other documents."""
    kinds: set[DocumentKind] = set()
    for kind in DocumentKind:
        for listed in by_role.get(DOCUMENT_PREFIX + kind, []):
            source = _open_kept(listed, DOCUMENT_PREFIX + kind, folder)
            published = kind
            if modes.get(kind) is ItemMode.JSON:
                published = DocumentKind.OTHER_DOCUMENT
                folder.reading.report("json_and_pdf", source, folder.application)
            _add_document(published, source, folder)
            kinds.add(published)
    return kinds


def _add_document(kind: DocumentKind, source: SourceFile, folder: AttachmentFolder) -> None:
    application_id = folder.application.application_id
    document_id = make_key("document", application_id, source.relative_path)
    folder.reading.raw.add("raw_document", (document_id, application_id, kind.value, source.file_id))


def _open_kept(listed: ListedFile, role: str, folder: AttachmentFolder) -> SourceFile:
    """A file that counts as one row and must be served from the snapshot folder."""
    source, _ = folder.reading.open(listed, role, folder.application)
    source.rows_read = 1
    folder.reading.kept_files.setdefault(source.sha256, listed.path)
    return source


def _open_others(by_role: dict[str, list[ListedFile]], folder: AttachmentFolder) -> None:
    """Attachments first, so that records can link them; the rest only enters the ledger."""
    for listed in by_role.get("attachment", []):
        local_path = "/".join(listed.parts[FOLDER_DEPTH:])
        folder.files[local_path] = _open_kept(listed, "attachment", folder)
    for role, rule in (("counselling", "counselling_record_present"), ("unrecognised", "unrecognised_file")):
        for listed in by_role.get(role, []):
            source, _ = folder.reading.open(listed, role, folder.application)
            folder.reading.report(rule, source, folder.application)
    for listed in by_role.get("index", []):
        folder.reading.open(listed, "index", folder.application)


def _set_folder_aside(
    by_role: dict[str, list[ListedFile]], profile: SourceFile, application: Application, reading: Reading
) -> None:
    """Enter every file of a test school's folder as set aside; none of it is published."""
    reading.set_aside("test_school", profile, application)
    profile.application_id = None
    for role, listed_files in by_role.items():
        for listed in listed_files:
            source, _ = reading.open(listed, role)
            source.rows_read = 1
            reading.set_aside("application_set_aside", source, application)


def _add_application(
    application: Application,
    modes: dict[DocumentKind, ItemMode],
    extras: tuple[set[DocumentKind], bool],
    reading: Reading,
) -> None:
    document_kinds, has_profile = extras
    reading.raw.add(
        "raw_application",
        (
            application.application_id,
            application.applicant_id,
            application.programme_code,
            application.university_code,
            application.application_number,
            *(modes[item].value for item in ITEMS),
            DocumentKind.SIXTH_SEMESTER_TRANSCRIPT in document_kinds,
            has_profile,
        ),
    )
