"""ZIP files written byte by byte, so that every field can lie."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

REGULAR_MODE = 0o100644
SYMLINK_MODE = 0o120777
DEVICE_MODE = 0o060644
UTF8_FLAG = 0x800


@dataclass(frozen=True)
class Crafted:
    """One entry; what is None is what is true of the content."""

    name: bytes
    content: bytes = b"{}"
    flags: int = UTF8_FLAG
    method: int = 8
    mode: int = REGULAR_MODE
    size: int | None = None
    crc: int | None = None
    local_name: bytes | None = None
    extra: bytes = b""
    offset: int | None = None
    packed: bytes | None = None

    @property
    def packed_content(self) -> bytes:
        if self.packed is not None:
            return self.packed
        return deflated(self.content) if self.method == 8 else self.content


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def crafted_zip(entries: Sequence[Crafted], *, count: int | None = None, gap: bytes = b"") -> bytes:
    """Local headers and data, the directory, the end record."""
    data, lines = b"", b""
    for entry in entries:
        lines += _line(entry, len(data) if entry.offset is None else entry.offset)
        data += _local(entry)
    data += gap
    declared = len(entries) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, declared, declared, len(lines), len(data), 0)
    return data + lines + end


def _common(entry: Crafted) -> bytes:
    size = len(entry.content) if entry.size is None else entry.size
    crc = zlib.crc32(entry.content) if entry.crc is None else entry.crc
    sizes = (crc, len(entry.packed_content), size)
    return struct.pack("<5H3L", 20, entry.flags, entry.method, 0, 0x21, *sizes)


def _local(entry: Crafted) -> bytes:
    name = entry.name if entry.local_name is None else entry.local_name
    header = b"PK\3\4" + _common(entry) + struct.pack("<2H", len(name), 0)
    return header + name + entry.packed_content


def _line(entry: Crafted, offset: int) -> bytes:
    head = b"PK\1\2" + struct.pack("<H", 0x031E) + _common(entry)
    sizes = struct.pack("<5H2L", len(entry.name), len(entry.extra), 0, 0, 0, entry.mode << 16, offset)
    return head + sizes + entry.name + entry.extra


def plain_zip(files: dict[str, bytes]) -> bytes:
    """What an ordinary packer writes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()
