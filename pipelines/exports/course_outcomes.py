"""The course outcomes: works of a course, with links to their files."""

from __future__ import annotations

from itertools import chain
from typing import Any

from pipelines.exports.attachments import AttachmentFolder, Owner
from pipelines.exports.column_map import load_key_map, text_of
from pipelines.exports.inventory import SourceFile
from pipelines.exports.json_rows import rows_of
from pipelines.exports.keys import make_key
from pipelines.exports.raw_tables import OUTCOME_TEXTS


def read_course_outcomes(received: Any, source: SourceFile, folder: AttachmentFolder) -> None:
    """One raw row per outcome. Raises TypeError when the file holds neither a list nor lists."""
    keys = load_key_map("course_outcome")
    application, reading = folder.application, folder.reading
    for position, row in rows_of(_one_list(received), source, application, reading):
        outcome_id = make_key("course_outcome", application.application_id, position)
        texts = keys.texts(row, OUTCOME_TEXTS)
        place = (application.application_id, source.file_id, position)
        reading.raw.add("raw_course_outcome", (outcome_id, *place, *texts, text_of(row)))
        folder.link_all(row, keys, Owner(outcome_id, "course_outcome", source, position))


def _one_list(received: Any) -> list[Any]:
    """The list itself, or the lists of an object one after the other."""
    if isinstance(received, list):
        return received
    if isinstance(received, dict) and all(isinstance(rows, list) for rows in received.values()):
        return list(chain.from_iterable(received.values()))
    raise TypeError
