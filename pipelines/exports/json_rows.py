"""The rows of a JSON item: objects with their position, anything else set aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipelines.exports.column_map import text_of
from pipelines.exports.parsed_rows import ParsedFile

Record = dict[str, Any]


def rows_of(received: Any, file: ParsedFile) -> Iterator[tuple[int, Record]]:
    """Position and object of each row of a list; a missing list has no rows."""
    rows = received if isinstance(received, list) else [] if received is None else [received]
    file.rows_read += len(rows)
    for position, row in enumerate(rows):
        if isinstance(row, dict):
            yield position, row
        else:
            file.set_aside("row_not_an_object", row=position, place=(None, text_of(row)))
