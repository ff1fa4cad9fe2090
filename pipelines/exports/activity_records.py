"""The eleven activity lists, each with its own keys, in one table."""

from __future__ import annotations

from typing import Any

from pipelines.exports.attachments import Owner, link_all, web_address_of
from pipelines.exports.column_map import load_key_map, load_pairs, text_of
from pipelines.exports.json_rows import Record, rows_of
from pipelines.exports.keys import make_key
from pipelines.exports.parsed_rows import ACTIVITY_TEXTS, ParsedFile

_EXTERNAL_LINK = ACTIVITY_TEXTS.index("external_link")


def read_activity_records(received: Any, file: ParsedFile) -> None:
    """One row per entry; lists we do not know are set aside. Raises TypeError for another shape."""
    if not isinstance(received, dict):
        raise TypeError
    list_by_key = {key: name for name, key in load_pairs("activity_list").items()}
    for key, rows in received.items():
        name = list_by_key.get(key)
        for position, row in rows_of(rows, file):
            if name is None:
                file.set_aside("unknown_activity_list", row=position, place=(key, text_of(row)))
            else:
                _read_entry(name, position, row=row, file=file)


def _read_entry(name: str, position: int, *, row: Record, file: ParsedFile) -> None:
    keys = load_key_map("activity_record", name)
    activity_id = make_key("activity", file.application_id, name, position)
    texts = keys.texts(row, ACTIVITY_TEXTS)
    if not texts[_EXTERNAL_LINK]:
        # A work that was linked by a web address gives it as its external link.
        texts[_EXTERNAL_LINK] = web_address_of(keys.value(row, "work_link"))
    place = (activity_id, file.file_ref, position, name)
    file.add("parsed_activity_record", (*place, *texts, text_of(row)))
    link_all(row, keys, Owner(activity_id, f"activity.{name}", position), file=file)
