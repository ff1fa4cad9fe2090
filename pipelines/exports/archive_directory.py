"""The directory at the end of a ZIP file, read as received: names stay bytes, and nothing is believed.

The standard reader gives up a whole archive for one undecodable name, cuts names at a NUL and accepts
overlapping entries, so the directory is read here; the layout is APPNOTE 6.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import attrgetter
from struct import Struct, error, unpack_from
from typing import BinaryIO
from zlib import crc32

from pipelines.exports.archive_limits import ArchiveLimits, ArchiveRefused

LOCAL_HEADER_SIZE = 30
UTF8_FLAG = 0x800
ENCRYPTED_FLAG = 0x1

_END = Struct("<4s4H2LH")
_END_64 = Struct("<4sQ2H2L4Q")
_LOCATOR_64 = Struct("<4sLQL")
_ENTRY = Struct("<4s6H3L5H2L")
_END_MARK, _END_64_MARK, _LOCATOR_64_MARK, _ENTRY_MARK = b"PK\5\6", b"PK\6\6", b"PK\6\7", b"PK\1\2"
_LONGEST_COMMENT = 0xFFFF
_FULL_16, _FULL_32 = 0xFFFF, 0xFFFFFFFF
_EXTRA_64, _EXTRA_UNICODE_PATH = 0x0001, 0x7075


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One line of the directory."""

    raw_name: bytes
    unicode_name: bytes | None
    """UTF-8 from the Unicode path field, when it belongs to this name."""
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    header_offset: int
    unix_mode: int

    @property
    def is_encrypted(self) -> bool:
        return bool(self.flags & ENCRYPTED_FLAG)


@dataclass(frozen=True)
class _End:
    """Where the directory is, as the end record says."""

    entries: int
    size: int
    offset: int
    position: int


def read_directory(stream: BinaryIO, limits: ArchiveLimits) -> list[ArchiveEntry]:
    """Every entry in the order of the data; raises ArchiveRefused."""
    try:
        end = _find_end(stream)
        _require_plausible(end, limits)
        stream.seek(end.offset)
        # One more than allowed is enough for the budget to refuse it.
        lines = islice(_entries(stream.read(end.size)), limits.entries + 1)
        entries = sorted(lines, key=attrgetter("header_offset"))
    except (error, IndexError) as problem:
        raise ArchiveRefused("archive_refused", str(problem)) from problem
    _require_apart(entries, end.offset)
    return entries


def _find_end(stream: BinaryIO) -> _End:
    size = stream.seek(0, 2)
    tail_start = max(0, size - _END.size - _LONGEST_COMMENT)
    stream.seek(tail_start)
    tail = stream.read()
    found = tail.rfind(_END_MARK)
    if found < 0:
        raise ArchiveRefused("archive_refused")
    _, disk, directory_disk, _, entries, directory_size, offset, _ = _END.unpack_from(tail, found)
    if disk or directory_disk:
        raise ArchiveRefused("archive_refused", f"part {disk + 1}")
    end = _End(entries, directory_size, offset, tail_start + found)
    is_large = entries == _FULL_16 or _FULL_32 in (directory_size, offset)
    return _large_end(stream, end) if is_large else end


def _large_end(stream: BinaryIO, end: _End) -> _End:
    """The 64-bit end record, where there is one; 65,535 entries need none."""
    if end.position < _LOCATOR_64.size:
        return end
    stream.seek(end.position - _LOCATOR_64.size)
    mark, _, position, _ = _LOCATOR_64.unpack(stream.read(_LOCATOR_64.size))
    if mark != _LOCATOR_64_MARK:
        return end
    stream.seek(position)
    mark, _, _, _, _, _, _, entries, size, offset = _END_64.unpack(stream.read(_END_64.size))
    if mark != _END_64_MARK:
        raise ArchiveRefused("archive_refused")
    return _End(entries, size, offset, position)


def _require_plausible(end: _End, limits: ArchiveLimits) -> None:
    if end.entries > limits.entries:
        raise ArchiveRefused("archive_too_large", f"{end.entries} > {limits.entries}")
    if end.size > limits.directory_bytes:
        raise ArchiveRefused("archive_too_large", f"{end.size} B > {limits.directory_bytes} B")
    if end.offset + end.size > end.position or end.entries * _ENTRY.size > end.size:
        raise ArchiveRefused("archive_refused")


def _entries(directory: bytes) -> Iterator[ArchiveEntry]:
    """Every line there is: old packers count only to 65,535, and a count that lies hides files."""
    place = 0
    while place < len(directory):
        fields = _ENTRY.unpack_from(directory, place)
        if fields[0] != _ENTRY_MARK:
            raise ArchiveRefused("archive_refused")
        name_size, extra_size, comment_size = fields[10:13]
        place += _ENTRY.size
        name = directory[place : place + name_size]
        extra = directory[place + name_size : place + name_size + extra_size]
        place += name_size + extra_size + comment_size
        if place > len(directory):
            raise ArchiveRefused("archive_refused")
        yield _entry(fields, name, extra)


def _entry(fields: tuple[int, ...], name: bytes, extra: bytes) -> ArchiveEntry:
    extras = dict(_extra_fields(extra))
    size, packed_size, offset = _large_sizes((fields[9], fields[8], fields[16]), extras.get(_EXTRA_64, b""))
    return ArchiveEntry(
        raw_name=name,
        unicode_name=_unicode_name(name, extras.get(_EXTRA_UNICODE_PATH)),
        flags=fields[3],
        method=fields[4],
        crc=fields[7],
        packed_size=packed_size,
        size=size,
        header_offset=offset,
        unix_mode=fields[15] >> 16,
    )


def _extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(extra):
        kind, size = unpack_from("<2H", extra, place)
        yield kind, extra[place + 4 : place + 4 + size]
        place += 4 + size


def _large_sizes(sizes: tuple[int, int, int], extra: bytes) -> Iterator[int]:
    """Size, packed size and offset; the ones that do not fit into 32 bits follow in the extra field."""
    place = 0
    for size in sizes:
        if size == _FULL_32 and place + 8 <= len(extra):
            yield int(unpack_from("<Q", extra, place)[0])
            place += 8
        else:
            yield size


def _unicode_name(name: bytes, extra: bytes | None) -> bytes | None:
    """Written by packers of Windows beside a name in the local code page."""
    if extra is None or len(extra) < 5 or unpack_from("<L", extra, 1)[0] != crc32(name):
        return None
    return extra[5:]


def _require_apart(entries: Sequence[ArchiveEntry], directory_offset: int) -> None:
    """No byte belongs to two entries: a small file that unpacks to terabytes shares them."""
    ends = [
        (
            entry.header_offset,
            entry.header_offset + LOCAL_HEADER_SIZE + len(entry.raw_name) + entry.packed_size,
        )
        for entry in entries
    ]
    if any(end > next_start for (_, end), (next_start, _) in pairwise(ends)):
        raise ArchiveRefused("archive_overlapping")
    if ends and ends[-1][1] > directory_offset:
        raise ArchiveRefused("archive_overlapping")
