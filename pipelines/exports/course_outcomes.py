"""The course outcomes: works of a course, with links to their files."""

from __future__ import annotations

from itertools import chain
from typing import Any

from pipelines.exports.attachments import Owner, link_all
from pipelines.exports.column_map import load_key_map, text_of
from pipelines.exports.json_rows import rows_of
from pipelines.exports.keys import make_key
from pipelines.exports.parsed_rows import OUTCOME_TEXTS, ParsedFile


def read_course_outcomes(received: Any, file: ParsedFile) -> None:
    """One row per outcome. Raises TypeError when the file holds neither a list nor lists."""
    keys = load_key_map("course_outcome")
    for position, row in rows_of(_one_list(received), file):
        outcome_id = make_key("course_outcome", file.application_id, position)
        texts = keys.texts(row, OUTCOME_TEXTS)
        file.add("parsed_course_outcome", (outcome_id, file.file_ref, position, *texts, text_of(row)))
        link_all(row, keys, Owner(outcome_id, "course_outcome", position), file=file)


def _one_list(received: Any) -> list[Any]:
    """The list itself, or the lists of an object one after the other."""
    if isinstance(received, list):
        return received
    if isinstance(received, dict) and all(isinstance(rows, list) for rows in received.values()):
        return list(chain.from_iterable(received.values()))
    raise TypeError
