"""Table files: what is written is read, and what is damaged is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.exports.table_file import DamagedTableFile, open_tables, require_sound, write_table_file
from pipelines.exports.text_arrays import text_table, typed_table

ROWS = [("a", 1), ("b", None)]


def written(folder: Path) -> Path:
    path = folder / "one.pack"
    tables = {"full": typed_table(("text", "position"), ROWS), "empty": text_table(("text",), ())}
    write_table_file(path, tables)
    return path


def test_tables_come_back_and_empty_ones_leave_no_trace(tmp_path: Path) -> None:
    path = written(tmp_path)
    require_sound(path)
    readers = open_tables(path, ("full", "empty", "unknown"))
    assert {name: reader.read_all().to_pylist() for name, reader in readers.items()} == {
        "full": [{"text": "a", "position": 1}, {"text": "b", "position": None}]
    }


@pytest.mark.parametrize("damage", ["cut", "changed", "longer", "empty"])
def test_damaged_file_is_refused(tmp_path: Path, damage: str) -> None:
    path = written(tmp_path)
    content = path.read_bytes()
    middle = len(content) // 2
    damaged = {
        "cut": content[:middle],
        "changed": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "longer": content + b"\0",
        "empty": b"",
    }
    path.write_bytes(damaged[damage])
    with pytest.raises(DamagedTableFile):
        require_sound(path)
