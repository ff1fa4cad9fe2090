"""The eleven activity lists, each with its own keys, in one raw table."""

from __future__ import annotations

from typing import Any

from pipelines.exports.attachments import AttachmentFolder, Owner, web_address_of
from pipelines.exports.column_map import KeyMap, load_key_map, load_pairs, text_of
from pipelines.exports.inventory import SourceFile
from pipelines.exports.json_rows import Record, rows_of
from pipelines.exports.keys import make_key
from pipelines.exports.raw_tables import ACTIVITY_TEXTS


def read_activity_records(received: Any, source: SourceFile, folder: AttachmentFolder) -> None:
    """One raw row per entry; lists we do not know are set aside. Raises TypeError for another shape."""
    if not isinstance(received, dict):
        raise TypeError
    list_by_key = {key: name for name, key in load_pairs("activity_list").items()}
    for key, rows in received.items():
        name = list_by_key.get(key)
        for position, row in rows_of(rows, source, folder.application, folder.reading):
            if name is None:
                place = (key, text_of(row))
                folder.reading.set_aside(
                    "unknown_activity_list", source, folder.application, row=position, place=place
                )
            else:
                _read_entry(name, position, row=row, source=source, folder=folder)


def _read_entry(
    name: str, position: int, *, row: Record, source: SourceFile, folder: AttachmentFolder
) -> None:
    keys = load_key_map("activity_record", name)
    application_id = folder.application.application_id
    activity_id = make_key("activity", application_id, name, position)
    texts = [_text(row, keys, column) for column in ACTIVITY_TEXTS]
    place = (application_id, source.file_id, position, name)
    folder.reading.raw.add("raw_activity_record", (activity_id, *place, *texts, text_of(row)))
    folder.link_all(row, keys, Owner(activity_id, f"activity.{name}", source, position))


def _text(row: Record, keys: KeyMap, column: str) -> str | None:
    """The text; a work that was linked by a web address gives it as its external link."""
    text = keys.text(row, column)
    if column == "external_link" and not text:
        return web_address_of(keys.value(row, "work_link"))
    return text
