"""Several arrow tables in one file with a check sum: what one process leaves for another, or for the next build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from struct import Struct
from typing import Any
from zlib import crc32

import orjson
import pyarrow as pa
import pyarrow.ipc

_MARK = b"TABLES01"
_END = Struct("<QL8s")
"""Length of the directory, check sum of everything before, mark."""
_BLOCK = 1 << 22
_OPTIONS = pyarrow.ipc.IpcWriteOptions(compression="lz4")


class DamagedTableFile(ValueError):
    """Not what was written: cut, changed, or something else."""


def write_table_file(path: Path, tables: Mapping[str, pa.Table]) -> None:
    """Tables without rows leave no trace."""
    directory: dict[str, tuple[int, int]] = {}
    with path.open("wb") as stream:
        check = _write(stream, _MARK, 0)
        for name, table in tables.items():
            if table.num_rows:
                content = _serialised(table)
                directory[name] = (stream.tell(), len(content))
                check = _write(stream, content, check)
        listing = orjson.dumps(directory)
        check = _write(stream, listing, check)
        stream.write(_END.pack(len(listing), check, _MARK))


def _write(stream: Any, content: Any, check: int) -> int:
    stream.write(content)
    return crc32(content, check)


def _serialised(table: pa.Table) -> pa.Buffer:
    sink = pa.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema, options=_OPTIONS) as writer:
        writer.write_table(table)
    return sink.getvalue()


def require_sound(path: Path) -> None:
    """Read everything once; raises DamagedTableFile."""
    try:
        with path.open("rb") as stream:
            left, check = path.stat().st_size - _END.size, 0
            while left > 0:
                block = stream.read(min(_BLOCK, left))
                left, check = left - len(block), crc32(block, check)
                if not block:
                    raise DamagedTableFile(path.name)
            end = stream.read()
    except OSError as error:
        raise DamagedTableFile(path.name) from error
    if len(end) != _END.size or _END.unpack(end)[1:] != (check, _MARK):
        raise DamagedTableFile(path.name)


def open_tables(path: Path, names: tuple[str, ...]) -> dict[str, pa.RecordBatchReader]:
    """Readers of the tables of these names that the file has; the bytes stay in the file until they are read."""
    content = pa.memory_map(str(path)).read_buffer()
    size, _, _ = _END.unpack(content.slice(content.size - _END.size).to_pybytes())
    start = content.size - _END.size - size
    directory = orjson.loads(content.slice(start, size).to_pybytes())
    return {
        name: pyarrow.ipc.open_stream(content.slice(*directory[name])) for name in names if name in directory
    }
