"""Raw tables: chunks of many rows are one table in the order read."""

from __future__ import annotations

import pytest

from pipelines.exports import raw_tables
from pipelines.exports.raw_tables import RawTables


def test_rows_of_several_chunks_stay_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_tables, "CHUNK_ROWS", 3)
    raw = RawTables()
    for position in range(8):
        raw.add("raw_course_offer", ("f", position, "x", None, "444440"))
    tables = raw.to_arrow()
    assert tables["raw_course_offer"]["position"].to_pylist() == [str(position) for position in range(8)]
    assert tables["raw_course_offer"]["subject"].null_count == 8
    assert tables["raw_syllabus_week"].num_rows == 0
