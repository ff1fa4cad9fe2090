"""Linked files of a record, sought inside the applicant's own folders and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pipelines.decode.sentinels import is_missing
from pipelines.exports.column_map import KeyMap
from pipelines.exports.json_rows import Record
from pipelines.exports.keys import make_key
from pipelines.exports.parsed_rows import LINK_COLUMNS, ParsedFile

_WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")


class LinkLeavesFolder(ValueError):
    """The path is absolute or climbs out of the applicant's folder."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The record that links a file."""

    owner_id: str
    category_code: str
    position: int


def link_all(row: Record, keys: KeyMap, owner: Owner, *, file: ParsedFile) -> None:
    """Every link of a record, also those that are refused; the files are found when all are known."""
    for column in LINK_COLUMNS:
        received = keys.value(row, column)
        if received is None:
            continue
        kind = column.removesuffix("_link")
        for number, linked_path in enumerate(linked_paths(received)):
            key = make_key("attachment", owner.owner_id, f"{kind}.{number}")
            place = (key, file.file_ref, owner.position, owner.owner_id, owner.category_code)
            local_path = _local_path(linked_path, column, owner, file=file)
            file.add("parsed_link", (*place, kind, linked_path, local_path))


def _local_path(linked_path: str, column: str, owner: Owner, *, file: ParsedFile) -> str | None:
    try:
        return local_path_of(linked_path)
    except LinkLeavesFolder:
        file.report("link_leaves_folder", row=owner.position, place=(column, linked_path))
        return None


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
