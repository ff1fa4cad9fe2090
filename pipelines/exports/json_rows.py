"""The rows of a JSON item: objects with their position, anything else set aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipelines.exports.column_map import text_of
from pipelines.exports.inventory import SourceFile
from pipelines.exports.reading import Application, Reading

Record = dict[str, Any]


def rows_of(
    received: Any, source: SourceFile, application: Application, reading: Reading
) -> Iterator[tuple[int, Record]]:
    """Position and object of each row of a list; a missing list has no rows."""
    rows = received if isinstance(received, list) else [] if received is None else [received]
    source.rows_read += len(rows)
    for position, row in enumerate(rows):
        if isinstance(row, dict):
            yield position, row
        else:
            reading.set_aside(
                "row_not_an_object", source, application, row=position, place=(None, text_of(row))
            )


def report_unknown_keys(
    unknown: set[str], source: SourceFile, application: Application, reading: Reading
) -> None:
    """One problem per key of a file; the values are not repeated, they may be anything."""
    for key in sorted(unknown):
        reading.report("unknown_key", source, application, place=(key, None))
