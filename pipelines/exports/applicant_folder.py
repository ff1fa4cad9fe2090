"""One folder of an applicant: every file entered, every JSON read unless its content is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import Any

from pipelines.contract import DocumentKind
from pipelines.exports.activity_records import read_activity_records
from pipelines.exports.bin_slices import read_json_with_bins
from pipelines.exports.column_map import load_key_map, load_map_rows, text_of
from pipelines.exports.course_outcomes import read_course_outcomes
from pipelines.exports.course_records import read_course_records
from pipelines.exports.folders import FOLDER_DEPTH
from pipelines.exports.inventory import ListedFile, SourceFile, read_file
from pipelines.exports.json_file import BrokenJson, as_utf_8
from pipelines.exports.keys import make_key
from pipelines.exports.media_type import is_media_name, is_other_than_named, is_truncated_pdf
from pipelines.exports.parsed_rows import PROFILE_TEXTS, ParsedFile, ParsedRows

DOCUMENT_PREFIX = "document."
ATTACHMENT = "attachment"
DIGEST_BYTES = 16
LISTED_COLUMNS = {
    "listed_file": (
        "file_id",
        "folder_number",
        "file_role",
        "slot",
        "local_path",
        "relative_path",
        "media_type",
        "byte_size",
        "sha256",
        "digest",
        "document_id",
        "attachment_id",
        "kept_path",
    ),
    "listed_problem": ("rule", "file_id", "raw_value"),
}
"""What holds only for a file where it lies, and is found anew by every build."""
_RULE_BY_ROLE = {"counselling": "counselling_record_present", "unrecognised": "unrecognised_file"}


@dataclass(frozen=True, slots=True)
class FolderTask:
    """One applicant folder to read, and the application it belongs to."""

    number: int
    application_id: str
    depth: int
    """How many parts of a file's path lead to the folder."""
    files: list[ListedFile]


@dataclass
class FolderReading:
    """What the folders of one batch say; ``known`` are the digests of files that need no reading."""

    known: frozenset[str]
    parsed: ParsedRows = field(default_factory=ParsedRows)
    listed: dict[str, list[tuple[Any, ...]]] = field(
        default_factory=lambda: {name: [] for name in LISTED_COLUMNS}
    )
    new: set[str] = field(default_factory=set)
    folders_parsed: int = 0
    folders_reused: int = 0
    bytes_read: int = 0

    def read(self, task: FolderTask) -> None:
        """Everything in one folder."""
        parsed = [self._read_file(listed, task) for listed in task.files]
        self.folders_parsed += any(parsed)
        self.folders_reused += False in parsed and not any(parsed)

    def _read_file(self, listed: ListedFile, task: FolderTask) -> bool | None:
        """Whether the JSON was read now; None for files that are none."""
        local = listed.parts[task.depth :]
        role = _role_of(local, listed.extension, listed.parts[task.depth - 1])
        source, content = read_file(listed, role)
        self.bytes_read += source.byte_size
        digest = _digest(task.application_id, role, source.sha256) if role in _READERS else None
        self._enter(source, listed, task, digest=digest)
        self._report_media(source, listed, content)
        if digest is None:
            return None
        if digest in self.known or digest in self.new:
            return False
        self._parse(content, role, task.application_id, digest=digest)
        return True

    def _enter(self, source: SourceFile, listed: ListedFile, task: FolderTask, *, digest: str | None) -> None:
        role, local_path = source.file_role, "/".join(listed.parts[task.depth :])
        is_document, is_attachment = role.startswith(DOCUMENT_PREFIX), role == ATTACHMENT
        document_id = attachment_id = None
        if is_document:
            place = "/".join(listed.parts[task.depth - FOLDER_DEPTH :])
            document_id = make_key("document", task.application_id, place)
        elif is_attachment:
            attachment_id = make_key(ATTACHMENT, task.application_id, local_path)
        self.listed["listed_file"].append(
            (
                source.file_id,
                task.number,
                role,
                role if digest or is_document else f"{role}/{local_path}",
                local_path,
                source.relative_path,
                source.media_type,
                source.byte_size,
                source.sha256,
                digest,
                document_id,
                attachment_id,
                listed.path if is_document or is_attachment else None,
            )
        )

    def _report_media(self, source: SourceFile, listed: ListedFile, content: bytes) -> None:
        report = self.listed["listed_problem"].append
        if is_other_than_named(source.media_type, listed.extension):
            report(("media_type_mismatch", source.file_id, source.media_type))
        if is_truncated_pdf(source.media_type, content):
            report(("pdf_truncated", source.file_id, None))
        if source.file_role in _RULE_BY_ROLE:
            report((_RULE_BY_ROLE[source.file_role], source.file_id, None))

    def _parse(self, content: bytes, role: str, application_id: str, *, digest: str) -> None:
        """A file that is no JSON, or JSON of another shape, is one row set aside."""
        file = ParsedFile(len(self.new), application_id, self.parsed)
        self.new.add(digest)
        try:
            content, file.text_encoding = as_utf_8(content)
            _READERS[role](read_json_with_bins(content), file)
            file.is_readable = True
        except BrokenJson as broken:
            file.set_file_aside("broken_json", place=(None, str(broken)))
        except TypeError:
            file.set_file_aside("unexpected_json_shape")
        file.close(digest)


def _role_of(local: tuple[str, ...], extension: str, number: str) -> str:
    """By name at the top of the folder; anything else is an attachment when its name says media."""
    if len(local) == 1:
        stem, prefix = local[0].rpartition(".")[0], f"{number}_"
        role = _named_roles().get((stem.removeprefix(prefix), extension))
        if role is not None and stem.startswith(prefix):
            return role
    return ATTACHMENT if is_media_name(extension) else "unrecognised"


@cache
def _named_roles() -> dict[tuple[str, str], str]:
    return {(row["suffix"], row["extension"]): row["file_role"] for row in load_map_rows("item_file")}


def _digest(application_id: str, role: str, sha256: str) -> str:
    """Equal digests, equal rows."""
    content = f"{application_id}\x1f{role}\x1f{sha256}"
    return blake2b(content.encode(), digest_size=DIGEST_BYTES).hexdigest()


def _read_profile(received: Any, file: ParsedFile) -> None:
    """Raises TypeError when this is neither an object nor a list of one."""
    if isinstance(received, list) and len(received) == 1:
        received = received[0]
    if not isinstance(received, dict):
        raise TypeError
    file.rows_read = 1
    keys = load_key_map("applicant_profile")
    file.school_code = (keys.text(received, "school_code") or "").strip()
    file.add("parsed_profile", (file.file_ref, 0, *keys.texts(received, PROFILE_TEXTS), text_of(received)))


_READERS: dict[str, Callable[[Any, ParsedFile], None]] = {
    "profile": _read_profile,
    DocumentKind.COURSE_RECORD: read_course_records,
    DocumentKind.COURSE_OUTCOME: read_course_outcomes,
    DocumentKind.ACTIVITY_RECORD: read_activity_records,
}
