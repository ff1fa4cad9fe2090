"""One entry of an archive written to a file: every byte is counted, nothing that is declared is believed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO

from pipelines.exports.archive_directory import ENCRYPTED_FLAG, LOCAL_HEADER_SIZE, ArchiveEntry
from pipelines.exports.archive_limits import ArchiveBudget, ArchiveLimits, EntryRefused

STORED, DEFLATED = 0, 8
BLOCK_BYTES = 1 << 18

_LOCAL_HEADER = Struct("<4s5H3L2H")
_LOCAL_MARK = b"PK\3\4"
_DAMAGED = "archive_entry_damaged"


def copy_entry(stream: BinaryIO, entry: ArchiveEntry, target: BinaryIO, *, budget: ArchiveBudget) -> None:
    """Write the content of an entry; raises EntryRefused or BudgetSpent."""
    _require_readable(entry, budget.limits)
    _seek_content(stream, entry)
    size = crc = 0
    for block in _blocks(stream, entry):
        size += len(block)
        _require_within(entry, size, budget.limits)
        budget.take_bytes(len(block))
        crc = zlib.crc32(block, crc)
        target.write(block)
    if (size, crc) != (entry.size, entry.crc):
        raise EntryRefused(_DAMAGED)


def _require_readable(entry: ArchiveEntry, limits: ArchiveLimits) -> None:
    if entry.is_encrypted:
        raise EntryRefused("archive_encrypted")
    if entry.method not in (STORED, DEFLATED):
        raise EntryRefused("archive_entry_unsupported", str(entry.method))
    if entry.size > limits.entry_bytes:
        raise EntryRefused("archive_too_large", f"{entry.size} B > {limits.entry_bytes} B")


def _seek_content(stream: BinaryIO, entry: ArchiveEntry) -> None:
    """The header before the data must be of the same file as the line in the directory."""
    stream.seek(entry.header_offset)
    header = stream.read(LOCAL_HEADER_SIZE)
    if len(header) < LOCAL_HEADER_SIZE:
        raise EntryRefused(_DAMAGED)
    mark, _, flags, method, _, _, _, _, _, name_size, extra_size = _LOCAL_HEADER.unpack(header)
    if flags & ENCRYPTED_FLAG:
        raise EntryRefused("archive_encrypted")
    if (mark, method) != (_LOCAL_MARK, entry.method) or stream.read(name_size) != entry.raw_name:
        raise EntryRefused(_DAMAGED)
    stream.seek(extra_size, 1)


def _require_within(entry: ArchiveEntry, size: int, limits: ArchiveLimits) -> None:
    if size > entry.size:
        raise EntryRefused(_DAMAGED)
    if size > limits.ratio_from_bytes and size > limits.ratio * entry.packed_size:
        raise EntryRefused("archive_too_large", f"{size} : {entry.packed_size}")


def _blocks(stream: BinaryIO, entry: ArchiveEntry) -> Iterator[bytes]:
    packed = _packed_blocks(stream, entry.packed_size)
    return packed if entry.method == STORED else _inflated(packed)


def _packed_blocks(stream: BinaryIO, left: int) -> Iterator[bytes]:
    while left:
        block = stream.read(min(BLOCK_BYTES, left))
        if not block:
            raise EntryRefused(_DAMAGED)
        left -= len(block)
        yield block


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for block in packed:
            # Data after the end would be collected in memory, so it is refused at the first byte.
            if inflate.eof:
                raise EntryRefused(_DAMAGED)
            yield from _inflated_block(inflate, block)
    except zlib.error as error:
        raise EntryRefused(_DAMAGED, str(error)) from error
    if not inflate.eof or inflate.unused_data:
        raise EntryRefused(_DAMAGED)


def _inflated_block(inflate: zlib._Decompress, block: bytes) -> Iterator[bytes]:
    """In pieces of bounded size; a full piece may have more waiting although the input is used up."""
    piece = inflate.decompress(block, BLOCK_BYTES)
    yield piece
    while inflate.unconsumed_tail or len(piece) == BLOCK_BYTES:
        piece = inflate.decompress(inflate.unconsumed_tail, BLOCK_BYTES)
        yield piece
