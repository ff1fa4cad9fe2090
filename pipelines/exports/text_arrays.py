"""Python values to arrow arrays by their buffers.

``pyarrow.array`` imports pandas on its first call, which costs more than reading a hundred applicants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Integers = npt.NDArray[np.int32]


def text_table(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> pa.Table:
    """A table whose columns are all text; other values are written as Python writes them."""
    values: Iterable[Sequence[object]] = zip(*rows, strict=True) if rows else [()] * len(columns)
    return pa.Table.from_arrays([text_array(column) for column in values], names=list(columns))


def typed_table(columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """A table whose columns are text, but for those whose names say that they hold whole numbers or flags."""
    values: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [()] * len(columns)
    arrays = [_maker_of(name)(column) for name, column in zip(columns, values, strict=True)]
    return pa.Table.from_arrays(arrays, names=list(columns))


def _maker_of(name: str) -> Callable[[Sequence[Any]], pa.Array]:
    return _MAKERS.get(name) or text_array


def text_array(values: Sequence[object]) -> pa.Array:
    """None stays null."""
    texts = [value if type(value) is str else "" if value is None else str(value) for value in values]
    encoded = list(map(str.encode, texts))
    offsets = np.zeros(len(encoded) + 1, dtype=np.int32)
    np.cumsum(np.fromiter(map(len, encoded), np.int32, len(encoded)), out=offsets[1:])
    buffers = [_validity(values), pa.py_buffer(offsets), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.string(), len(encoded), buffers)


def count_array(values: Sequence[int | None]) -> pa.Array:
    """Whole numbers; None stays null."""
    numbers = np.fromiter((value or 0 for value in values), np.int32, len(values))
    return pa.Array.from_buffers(pa.int32(), len(values), [_validity(values), pa.py_buffer(numbers)])


def long_array(values: Sequence[int | None]) -> pa.Array:
    """Whole numbers of 64 bits; None stays null."""
    numbers = np.fromiter((value or 0 for value in values), np.int64, len(values))
    return pa.Array.from_buffers(pa.int64(), len(values), [_validity(values), pa.py_buffer(numbers)])


def flag_array(values: Sequence[bool | None]) -> pa.Array:
    """Yes and no; None stays null."""
    bits = np.packbits(np.array([bool(value) for value in values], dtype=np.bool_), bitorder="little")
    return pa.Array.from_buffers(pa.bool_(), len(values), [_validity(values), pa.py_buffer(bits)])


def list_array(rows: Sequence[tuple[int, ...]], length: int) -> pa.Array:
    """Lists of whole numbers, all of one length."""
    flat: Integers = np.array(rows, dtype=np.int32).reshape(-1)
    offsets: Integers = np.arange(0, len(flat) + 1, length, dtype=np.int32)
    return pa.ListArray.from_arrays(_plain(offsets), _plain(flat))


def _plain(numbers: Integers) -> pa.Array:
    return pa.Array.from_buffers(pa.int32(), len(numbers), [None, pa.py_buffer(numbers)])


def _validity(values: Sequence[object]) -> pa.Buffer | None:
    """One bit for each value that is there; no buffer when all are."""
    if None not in values:
        return None
    present = np.array([value is not None for value in values], dtype=np.bool_)
    return pa.py_buffer(np.packbits(present, bitorder="little"))


_MAKERS: Mapping[str, Callable[[Sequence[Any]], pa.Array]] = {
    "file_ref": long_array,
    "byte_size": long_array,
    "folder_number": count_array,
    "delivery_number": count_array,
    "position": count_array,
    "row_position": count_array,
    "rows_read": count_array,
    "rows_set_aside": count_array,
    "is_readable": flag_array,
}
