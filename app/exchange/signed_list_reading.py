"""Reading a signed list back: what it states of itself and every line, in whichever of the four forms it comes.

A file somebody brings may be anything. What cannot be read raises BadFile with the place; what can be read is only
what the file says: whether it is so is for whoever derives the list again. PDFs and workbooks are opened in limited
processes of their own.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import BadFile, FileProblem
from app.exchange.signed_list import DIGEST_KEY, EARLIER_FORMS, FORM_NAME, ORIGIN_KEYS, ListForm
from app.exchange.signed_list_print import ATTACHMENT
from pipelines.table_files.workbook import Sheet, WorkbookRefused, read_workbook

STATED_KEYS = (*ORIGIN_KEYS, DIGEST_KEY)
KNOWN_FORMS = {FORM_NAME, *EARLIER_FORMS}
MOST_BYTES = 16 * 1024 * 1024
"""What is taken in of a file: a list of two thousand lines has about two."""
PDF_SECONDS = 60
_PDF_CHILD = Path(__file__).with_name("pdf_list_child.py")
BOM = b"\xef\xbb\xbf"
Unreadable = (ValueError, KeyError, TypeError, LookupError, RecursionError, csv.Error)


@dataclass(frozen=True)
class ReadList:
    """What a file says. ``lines`` are cells as read; ``pages`` the visible text of each page of a PDF."""

    form: ListForm
    stated: Mapping[str, str]
    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    rules: tuple[str, ...]
    pages: tuple[str, ...] = ()


def form_of(content: bytes) -> ListForm:
    """The form by how the file begins; what is nothing else is taken for a CSV."""
    if content.startswith(b"%PDF"):
        return "pdf"
    if content.startswith(b"PK"):
        return "xlsx"
    return "json" if content.lstrip().startswith(b"{") else "csv"


def read_signed_list(content: bytes, *, name: str = "") -> ReadList:
    """The list a file states; raises BadFile: too large, of no known form, damaged, or without its origin."""
    if len(content) > MOST_BYTES:
        raise BadFile(name, [FileProblem(name, "too_large", str(len(content)))])
    form = form_of(content)
    try:
        read = READERS[form](content)
    except Unreadable as problem:
        raise BadFile(name, [FileProblem(name, "unreadable", form)]) from problem
    if read.stated.get("form") not in KNOWN_FORMS or not read.stated.keys() >= set(STATED_KEYS):
        raise BadFile(name, [FileProblem(name, "not_a_signed_list", form)])
    return read


def _read_json(content: bytes) -> ReadList:
    document = json.loads(content.decode())
    keys = [_text(column["key"]) for column in document["columns"]]
    return ReadList(
        form="json",
        stated={_text(key): _text(value) for key, value in document["origin"].items()},
        heads=tuple(_text(column["word"]) for column in document["columns"]),
        lines=tuple(tuple(_text(row[key]) for key in keys) for row in document["rows"]),
        rules=tuple(map(_text, document["rules"])),
    )


def _read_csv(content: bytes) -> ReadList:
    table = list(csv.reader(io.StringIO(content.removeprefix(BOM).decode(), newline=""), strict=True))
    width = len(table[0]) - len(STATED_KEYS) - 1
    if width < 1 or any(len(line) != len(table[0]) for line in table):
        raise ValueError("the lines have different lengths")
    origins = {tuple(line[width:-1]) for line in table[1:]}
    # The rules stand beside one line, wherever it was sorted to; in the first form beside every one.
    rules = {line[-1] for line in table[1:]} - {""}
    if len(origins) != 1 or len(rules) > 1:
        raise ValueError("the lines were made of different things")
    (origin,) = origins
    return ReadList(
        form="csv",
        stated=dict(zip(STATED_KEYS, origin, strict=True)),
        heads=tuple(table[0][:width]),
        lines=tuple(tuple(line[:width]) for line in table[1:] if any(line[:width])),
        rules=tuple(rules) or ("",),
    )


def _read_xlsx(content: bytes) -> ReadList:
    listed, origin = _sheets(content)[:2]
    told = [(_cell(line[2]), _cell(line[1])) for line in origin.rows]
    return ReadList(
        form="xlsx",
        stated={key: value for key, value in told if key in STATED_KEYS},
        heads=tuple(map(_cell, listed.rows[0])),
        lines=tuple(tuple(map(_cell, line)) for line in listed.rows[1:]),
        rules=tuple(value for key, value in told if key == "rule"),
    )


def _sheets(content: bytes) -> tuple[Sheet, ...]:
    with tempfile.TemporaryDirectory() as folder:
        # Under a name of our own: what the sender called it never reaches a path.
        path = Path(folder) / "list.xlsx"
        path.write_bytes(content)
        try:
            return read_workbook(path)
        except WorkbookRefused as problem:
            raise ValueError("not a workbook") from problem


def _read_pdf(content: bytes) -> ReadList:
    told = _opened_pdf(content)
    read = _read_json(told["inside"].encode())
    return ReadList("pdf", read.stated, read.heads, read.lines, read.rules, tuple(told["pages"]))


def _opened_pdf(content: bytes) -> dict[str, Any]:
    # Isolated: neither the folder it is started in nor the environment can put code into it.
    command = [sys.executable, "-I", str(_PDF_CHILD), ATTACHMENT]
    try:
        ended = subprocess.run(command, input=content, capture_output=True, timeout=PDF_SECONDS, check=False)
        told = json.loads(ended.stdout)
    except (subprocess.TimeoutExpired, ValueError) as problem:
        raise ValueError("the PDF cannot be opened") from problem
    if not isinstance(told, dict):
        raise ValueError("no list inside the PDF")
    return told


READERS: Mapping[ListForm, Callable[[bytes], ReadList]] = {
    "json": _read_json,
    "csv": _read_csv,
    "xlsx": _read_xlsx,
    "pdf": _read_pdf,
}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a value is no text")
    return value


def _cell(value: str | None) -> str:
    """An empty cell is an empty text."""
    return value or ""
