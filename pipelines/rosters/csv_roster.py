"""One large CSV of a roster: its sheet, its encoding and its grammar, before any reader takes it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines.exports.inventory import ListedFile
from pipelines.exports.keys import make_key
from pipelines.rosters.csv_gate import GatedFile, GateRefused, NotUtf8, read_gated, whole_rows
from pipelines.rosters.prepared import Finding, PreparedSheet, Refused, RosterFile
from pipelines.rosters.sheets import difference_told, find_form, is_unused, sheet_named
from pipelines.table_files.text_encoding import EncodingRefused, decode_text

LONGEST_HEADER = 1 << 16
LARGEST_TRANSCODED = 512 << 20
"""Bytes; a text that is no UTF-8 is decoded in one piece, which takes several times its size."""
BOM = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
LINE_FEED, LINE_PAIR = b"\n", b"\r\n"

_NAME = re.compile(r"\d{2,3}_[012]_[^_]+_(?P<sheet>.+)\.csv", re.IGNORECASE)
_QUOTED_OR_PAIR = re.compile(rb'("(?:[^"]|"")*")|\r\n')


def sheet_of_name(name: str) -> str | None:
    """The name of the sheet in ``{year}_{semester}_{roster}_{sheet}.csv``; None for other names."""
    found = _NAME.fullmatch(name)
    return found["sheet"] if found else None


def read_csv_roster(listed: ListedFile, work: Path) -> RosterFile:
    """Recognise and check one file; raises Refused when nothing of it can be read."""
    try:
        return _readable(_Text(Path(listed.path), "utf-8"), listed, work)
    except NotUtf8:
        return _readable(_transcoded(listed, work), listed, work)


@dataclass(frozen=True)
class _Text:
    """A file that can be read as UTF-8, and the encoding it came in."""

    path: Path
    encoding: str


def _transcoded(listed: ListedFile, work: Path) -> _Text:
    """The text in UTF-8 in the work folder; nothing is guessed, an unreadable byte refuses the file."""
    source = Path(listed.path)
    if source.stat().st_size > LARGEST_TRANSCODED:
        raise Refused("encoding_refused", "too large for another encoding than UTF-8")
    try:
        decoded = decode_text(source.read_bytes())
    except EncodingRefused as refusal:
        raise Refused("encoding_refused", str(refusal)) from refusal
    target = work / f"{make_key('roster_text', listed.path)}.csv"
    target.write_bytes(decoded.text.encode("utf-8"))
    return _Text(target, decoded.encoding)


def _readable(text: _Text, listed: ListedFile, work: Path) -> RosterFile:
    line, header = _header_of(text.path)
    name = sheet_of_name(listed.parts[-1]) or ""
    if is_unused(name):
        raise Refused("roster_sheet_unused", name)
    form = find_form(header, "research", sheet_named(name))
    if form is None:
        raise Refused("roster_header_unknown", difference_told(header, "research", sheet_named(name)))
    try:
        gated = read_gated(text.path, start=len(line), width=len(header))
    except GateRefused as refusal:
        raise Refused("roster_csv_refused", refusal.reason, row=refusal.row) from refusal
    # The line end of the header must be that of the rows.
    gated.line_ends.add(LINE_PAIR if line.endswith(LINE_PAIR) else LINE_FEED)
    encoding = "utf-8-sig" if line.startswith(BOM) and text.encoding == "utf-8" else text.encoding
    path = text.path if gated.is_clean else _cleaned(text.path, line, gated, work)
    if gated.is_clean and any(mark in str(path) for mark in "*?[]{}"):
        path = _cleaned(text.path, line, gated, work)
    removed = tuple(bad.row for bad in gated.bad_rows)
    sheet = PreparedSheet(
        path=path,
        kind=form.kind,
        role=form.role,
        header=form.header,
        columns=form.columns,
        line_end=LINE_PAIR if gated.line_ends == {LINE_PAIR} else LINE_FEED,
        rows=gated.rows - len(removed),
        removed=removed,
    )
    findings = tuple(Finding("roster_row_refused", bad.row, None, bad.reason) for bad in gated.bad_rows)
    return RosterFile((sheet,), findings, encoding)


def _header_of(path: Path) -> tuple[bytes, tuple[str, ...]]:
    """The first line as it is, and its names."""
    with path.open("rb") as stream:
        line = stream.readline(LONGEST_HEADER)
    if line.startswith(UTF16_MARKS) or b"\x00" in line:
        raise NotUtf8
    try:
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise NotUtf8 from error
    try:
        return line, tuple(next(csv.reader([text], strict=True), []))
    except csv.Error:
        return line, (text,)


def _cleaned(path: Path, line: bytes, gated: GatedFile, work: Path) -> Path:
    """A copy without the refused rows and with one kind of line end, for the reader behind the gate."""
    target = work / f"{make_key('roster_clean', str(path))}.csv"
    is_mixed = len(gated.line_ends) > 1
    with target.open("wb") as out:
        out.write(_one_line_end(line) if is_mixed else line)
        for block in _good_blocks(path, len(line), gated):
            out.write(_one_line_end(block) if is_mixed else block)
    if is_mixed:
        gated.line_ends = {LINE_FEED}
    return target


def _good_blocks(path: Path, start: int, gated: GatedFile) -> Iterator[bytes]:
    bad = iter([*((bad.start, bad.end) for bad in gated.bad_rows), (1 << 62, 1 << 62)])
    skip_from, skip_to = next(bad)
    with path.open("rb") as stream:
        stream.seek(start)
        for block, offset in whole_rows(stream, start):
            place = 0
            while skip_from < offset + len(block):
                yield block[place : skip_from - offset]
                place = skip_to - offset
                skip_from, skip_to = next(bad)
            yield block[place:]


def _one_line_end(block: bytes) -> bytes:
    return _QUOTED_OR_PAIR.sub(lambda found: found[1] or LINE_FEED, block)
