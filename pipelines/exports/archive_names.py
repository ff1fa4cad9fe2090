"""The name of an archive entry as a place below the exports, or the reason why it is none."""

from __future__ import annotations

import re
import stat
import unicodedata

from pipelines.exports.archive_directory import UTF8_FLAG, ArchiveEntry
from pipelines.exports.archive_limits import EntryRefused
from pipelines.table_files.text_encoding import EncodingRefused, decode_text

SYSTEM_FOLDERS = frozenset({"__MACOSX"})
SYSTEM_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
LONGEST_PATH = 1024

_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def shown_name(entry: ArchiveEntry) -> str:
    """For people: what cannot be read or seen is written as an escape."""
    try:
        name = _decoded_name(entry)
    except EntryRefused:
        name = entry.raw_name.decode("ascii", "backslashreplace")
    return _CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", name)[:LONGEST_PATH]


def parts_of(entry: ArchiveEntry) -> tuple[str, ...]:
    """The names on the way to a regular file; raises EntryRefused."""
    name = _decoded_name(entry)
    _require_regular(entry.unix_mode)
    parts = tuple(name.split("/"))
    if not _is_safe(name, parts):
        raise EntryRefused("archive_entry_refused", shown_name(entry))
    return parts


def is_folder(entry: ArchiveEntry) -> bool:
    """A folder is a line without data; its files have lines of their own."""
    return entry.raw_name.endswith(b"/") and entry.size == 0


def is_system_file(parts: tuple[str, ...]) -> bool:
    """What operating systems leave beside the files of people."""
    return parts[0] in SYSTEM_FOLDERS or parts[-1] in SYSTEM_FILES or parts[-1].startswith("._")


def place_key(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Equal for names that some disk would take for one."""
    return tuple(unicodedata.normalize("NFC", part).casefold() for part in parts)


def _decoded_name(entry: ArchiveEntry) -> str:
    """By the UTF-8 flag or field; else UTF-8 where it fits, else CP950."""
    try:
        if entry.unicode_name is not None:
            return entry.unicode_name.decode("utf-8")
        if entry.flags & UTF8_FLAG:
            return entry.raw_name.decode("utf-8")
        return decode_text(entry.raw_name).text
    except (UnicodeDecodeError, EncodingRefused) as error:
        escaped = entry.raw_name.decode("ascii", "backslashreplace")
        raise EntryRefused("archive_entry_refused", escaped) from error


def _require_regular(unix_mode: int) -> None:
    """Links, devices and pipes are refused; packers of Windows write no mode."""
    kind = stat.S_IFMT(unix_mode)
    if kind not in (0, stat.S_IFREG):
        raise EntryRefused("archive_entry_refused", stat.filemode(unix_mode))


def _is_safe(name: str, parts: tuple[str, ...]) -> bool:
    if len(name) > LONGEST_PATH or "\\" in name or _CONTROL.search(name) or _DRIVE.match(name):
        return False
    # An absolute name begins with an empty part.
    return not any(part in ("", ".", "..") or _RESERVED.fullmatch(part) for part in parts)
