"""Linked files of a record, found inside the applicant's own folder and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pipelines.decode.sentinels import is_missing
from pipelines.exports.column_map import KeyMap
from pipelines.exports.inventory import SourceFile
from pipelines.exports.json_rows import Record
from pipelines.exports.keys import make_key
from pipelines.exports.raw_tables import LINK_COLUMNS
from pipelines.exports.reading import Application, Reading

UNLINKED_CATEGORY = "attachment.unlinked"

_WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")


class LinkLeavesFolder(ValueError):
    """The path is absolute or climbs out of the applicant's folder."""


@dataclass(frozen=True)
class Owner:
    """The record that links a file."""

    owner_id: str
    category_code: str
    source: SourceFile
    position: int


@dataclass
class AttachmentFolder:
    """The files of one applicant folder by local path, and which of them were linked."""

    application: Application
    reading: Reading
    files: dict[str, SourceFile] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)

    def link_all(self, row: Record, keys: KeyMap, owner: Owner) -> None:
        """Publish every link of a record, also those whose file is missing or refused."""
        for column in LINK_COLUMNS:
            kind = column.removesuffix("_link")
            for number, linked_path in enumerate(linked_paths(keys.value(row, column))):
                self._link(owner, f"{kind}.{number}", kind, linked_path)

    def _link(self, owner: Owner, slot: str, kind: str, linked_path: str) -> None:
        file_id = self._find_file(owner, kind, linked_path)
        key = make_key("attachment", owner.owner_id, slot)
        self._add(key, (owner.owner_id, owner.category_code, kind, linked_path, file_id))

    def _find_file(self, owner: Owner, kind: str, linked_path: str) -> str | None:
        try:
            local_path = local_path_of(linked_path)
        except LinkLeavesFolder:
            self._report("link_leaves_folder", owner, kind, linked_path)
            return None
        found = self.files.get(local_path)
        if found is None:
            self._report("attachment_missing", owner, kind, linked_path)
            return None
        self.linked.add(local_path)
        return found.file_id

    def add_unlinked(self) -> None:
        """The files that no record links, so that nothing handed over stays unseen."""
        for local_path, source in self.files.items():
            if local_path not in self.linked:
                key = make_key("attachment", self.application.application_id, local_path)
                self._add(key, (None, UNLINKED_CATEGORY, "unlinked", local_path, source.file_id))

    def _add(self, attachment_id: str, rest: tuple[str | None, ...]) -> None:
        self.reading.raw.add("raw_attachment", (attachment_id, self.application.application_id, *rest))

    def _report(self, rule: str, owner: Owner, kind: str, linked_path: str) -> None:
        place = (f"{kind}_link", linked_path)
        self.reading.report(rule, owner.source, self.application, row=owner.position, place=place)


def linked_paths(received: Any) -> list[str]:
    """The paths in a link value, which may be one text or a list; web addresses are no files."""
    values = received if isinstance(received, list) else [received]
    texts = (value.strip() for value in values if isinstance(value, str) and not is_missing(value))
    return [text for text in texts if not _WEB_ADDRESS.match(text)]


def web_address_of(received: Any) -> str | None:
    """A link value that is a web address, kept as text only."""
    return received if isinstance(received, str) and _WEB_ADDRESS.match(received.strip()) else None


def local_path_of(linked_path: str) -> str:
    """The path below the applicant's folder; raises LinkLeavesFolder."""
    path = linked_path.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path) or "\x00" in path:
        raise LinkLeavesFolder(linked_path)
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                raise LinkLeavesFolder(linked_path)
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
