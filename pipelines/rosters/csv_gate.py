"""The gate before a large CSV: RFC 4180 checked over bytes, a block at a time, so that nothing is read by guess.

A quote opens only at the start of a field and closes only at its end; a pair of quotes stands for one.
So whether a byte lies inside quotes is the parity of the quotes before it, and the whole grammar is
arithmetic on positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import pyarrow as pa

BLOCK = 1 << 19
LONGEST_ROW = 1 << 20
"""Bytes; the reader behind the gate refuses rows of two megabytes."""
LONGEST_QUOTED = 64 << 20
"""Bytes without a border after which a quote counts as never closed."""
LINE_FEED, RETURN, QUOTE, COMMA = b'\n\r",'
TAB = 9
FIRST_PRINTABLE = 32
DELETE = 127
STRAY_RETURN = "carriage return inside a row"
USUAL = bytes({*range(FIRST_PRINTABLE, 256), TAB} - {QUOTE, COMMA, DELETE})
"""Bytes that neither make nor spoil a row."""
QUOTES_OF_PLAIN = 200
"""In one block; each may be looked for as far as the end of it."""

_QUOTED = re.compile(rb'"(?<![^,\n]")(?:[^"\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|"")*+"(?=[,\r\n])')

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]


class GateRefused(ValueError):
    """The borders of the rows cannot be seen; ``row`` is 0-based below the header, -1 is the header."""

    def __init__(self, row: int, reason: str) -> None:
        super().__init__(f"row {row}: {reason}")
        self.row = row
        self.reason = reason


class NotUtf8(ValueError):
    """The bytes are no UTF-8; another encoding may read them."""


@dataclass(frozen=True)
class BadRow:
    """One row that cannot be read, in a file whose other rows can."""

    row: int
    reason: str
    start: int
    end: int
    """Bytes of the row in the file, its line end included."""


@dataclass
class GatedFile:
    """What the gate saw of one file below its header."""

    rows: int = 0
    bad_rows: list[BadRow] = field(default_factory=list)
    line_ends: set[bytes] = field(default_factory=set)

    @property
    def is_clean(self) -> bool:
        """Whether the reader behind the gate can take the file as it lies there."""
        return not self.bad_rows and len(self.line_ends) <= 1


@dataclass(frozen=True)
class _Block:
    """Whole rows of a file, and where they stand in it."""

    raw: bytes
    content: Bytes
    offset: int
    first_row: int


def read_gated(path: Path, *, start: int, width: int) -> GatedFile:
    """Check the rows from byte ``start`` on; raises GateRefused and NotUtf8."""
    seen = GatedFile()
    with path.open("rb") as stream:
        stream.seek(start)
        for content, offset in whole_rows(stream, start):
            if len(content) > LONGEST_QUOTED and not content.endswith(b"\n"):
                raise GateRefused(seen.rows, "a quote that is never closed")
            _require_utf8(content)
            if _is_plain(content, width, seen):
                continue
            _check(_Block(content, np.frombuffer(content, np.uint8), offset, seen.rows), width, seen)
    return seen


def whole_rows(stream: BinaryIO, offset: int) -> Iterator[tuple[bytes, int]]:
    """Blocks cut behind a line end outside quotes, with their places; the last may lack its line end."""
    rest = b""
    while block := stream.read(max(BLOCK, len(rest))):
        content = rest + block
        cut = _last_border(content) or (len(content) if len(content) > LONGEST_QUOTED else 0)
        if cut:
            yield content[:cut], offset
        offset += cut
        rest = content[cut:]
    if rest:
        yield rest, offset


def _last_border(content: bytes) -> int:
    """The place behind the last line feed that lies outside quotes; 0 without one."""
    end = len(content)
    has_quotes = content.find(b'"') >= 0
    while (found := content.rfind(b"\n", 0, end)) >= 0:
        if not has_quotes or content.count(b'"', 0, found) % 2 == 0:
            return found + 1
        end = content.rfind(b'"', 0, found)
    return 0


def _require_utf8(content: bytes) -> None:
    if content.isascii():
        return
    offsets = np.array([0, len(content)], dtype=np.int32)
    text = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(offsets), pa.py_buffer(content)])
    try:
        text.validate(full=True)
    except pa.ArrowInvalid as error:
        raise NotUtf8 from error


def _is_plain(content: bytes, width: int, seen: GatedFile) -> bool:
    """Count a block of nothing but sound rows, as most are: without usual bytes it repeats the borders of a row."""
    if len(content) > LONGEST_ROW or not content.endswith(b"\n"):
        return False
    if quotes := content.count(QUOTE):
        content = _QUOTED.sub(b"", content) if quotes <= QUOTES_OF_PLAIN else b""
    line_end = b"\r\n" if content.endswith(b"\r\n") else b"\n"
    left, row = content.translate(None, USUAL), b"," * (width - 1) + line_end
    rows = len(left) // len(row)
    if not rows or left != row * rows or content.count(line_end) != rows:
        return False
    seen.line_ends.add(line_end)
    seen.rows += rows
    return True


def _check(block: _Block, width: int, seen: GatedFile) -> None:
    content = block.content
    ends, commas, returns, quotes = (_places(block, mark) for mark in (LINE_FEED, COMMA, RETURN, QUOTE))
    if len(quotes):
        inside = np.cumsum(content == QUOTE, dtype=np.uint8) & 1
        _require_grammar(block, quotes, ends[inside[ends] == 0])
        ends, commas, returns = (places[inside[places] == 0] for places in (ends, commas, returns))
    borders = ends + 1
    if not len(borders) or borders[-1] != len(content):
        borders = np.append(borders, len(content))
    reasons = _odd_returns(content, returns, borders) | _strange_bytes(block, borders)
    reasons |= _wrong_shapes(commas, borders, width)
    paired = len(returns) - sum(reason == STRAY_RETURN for reason in reasons.values())
    seen.line_ends |= {b"\r\n"} if paired else set()
    seen.line_ends |= {b"\n"} if paired < len(ends) else set()
    _note_bad_rows(block, borders, reasons, seen)
    seen.rows += len(borders)


def _places(block: _Block, mark: int) -> Places:
    """Where a byte stands; most blocks hold no quote and no return, which a search sees faster."""
    if block.raw.find(mark) < 0:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(block.content == mark)


def _require_grammar(block: _Block, quotes: Places, ends: Places) -> None:
    """Opening quotes start a field, closing quotes end one; a quote behind a closing one doubles it."""
    opening, closing = quotes[0::2], quotes[1::2]
    before = np.where(opening > 0, block.content[opening - 1], LINE_FEED)
    follows = np.append(block.content, np.uint8(LINE_FEED))[closing + 1]
    starts = (before == COMMA) | (before == LINE_FEED) | (before == QUOTE)
    stops = (follows == COMMA) | (follows == LINE_FEED) | (follows == RETURN) | (follows == QUOTE)
    wrong = np.append(opening[~starts], closing[~stops])
    if len(wrong):
        row = block.first_row + int(np.searchsorted(ends, wrong.min()))
        raise GateRefused(row, "a quote inside a bare field")
    if len(quotes) % 2:
        row = block.first_row + int(np.searchsorted(ends, quotes[-1]))
        raise GateRefused(row, "a quote that is never closed")


def _wrong_shapes(commas: Places, borders: Places, width: int) -> dict[int, str]:
    """Rows with another number of columns than the header, or longer than any row may be."""
    starts = np.append(0, borders[:-1])
    reasons = {} if _is_grid(commas, starts, borders, width) else _wrong_widths(commas, borders, width)
    return reasons | dict.fromkeys(map(int, np.flatnonzero(borders - starts > LONGEST_ROW)), "row too long")


def _is_grid(commas: Places, starts: Places, borders: Places, width: int) -> bool:
    """Whether every row holds its commas: right in number, the first and last of each inside it."""
    if width < 2 or len(commas) != len(borders) * (width - 1):
        return False
    grid = commas.reshape(len(borders), width - 1)
    return bool(np.all(grid[:, 0] >= starts) and np.all(grid[:, -1] < borders))


def _wrong_widths(commas: Places, borders: Places, width: int) -> dict[int, str]:
    counts = np.diff(np.searchsorted(commas, borders), prepend=0)
    return {
        int(row): "too few columns" if counts[row] < width - 1 else "too many columns"
        for row in np.flatnonzero(counts != width - 1)
    }


def _odd_returns(content: Bytes, returns: Places, borders: Places) -> dict[int, str]:
    """A carriage return that ends no line spoils its row."""
    follows = content[np.minimum(returns + 1, len(content) - 1)]
    stray = returns[follows != LINE_FEED]
    return dict.fromkeys(map(int, np.searchsorted(borders, stray, side="right")), STRAY_RETURN)


def _strange_bytes(block: _Block, borders: Places) -> dict[int, str]:
    """Rows with control characters, wherever they stand."""
    is_control = block.content < FIRST_PRINTABLE
    usual = sum(np.count_nonzero(block.content == mark) for mark in (LINE_FEED, RETURN, TAB))
    if np.count_nonzero(is_control) == usual and block.raw.find(DELETE) < 0:
        return {}
    controls = np.flatnonzero(is_control | (block.content == DELETE))
    strange = controls[~np.isin(block.content[controls], (LINE_FEED, RETURN, TAB))]
    return dict.fromkeys(map(int, np.searchsorted(borders, strange, side="right")), "control character")


def _note_bad_rows(block: _Block, borders: Places, reasons: dict[int, str], seen: GatedFile) -> None:
    for row in sorted(reasons):
        start = int(borders[row - 1]) if row else 0
        place = (block.offset + start, block.offset + int(borders[row]))
        seen.bad_rows.append(BadRow(block.first_row + row, reasons[row], *place))
