"""Checks a folder of replacing reference lists, everything wrong at once, before any of them is used."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipelines.errors import ReferenceRefused
from pipelines.reference_lists import REFERENCE_FOLDER, choose_reference_folder
from pipelines.table_files.text_encoding import EncodingRefused, decode_text

KEY_COLUMN = "code"


def use_reference_folder(folder: Path | None) -> None:
    """Replace the built-in lists by those of the folder, or by none; raises ReferenceRefused."""
    if folder is not None:
        faults = tuple(_faults(folder))
        if faults:
            raise ReferenceRefused(folder, faults)
    choose_reference_folder(folder)


def _faults(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        yield "no such folder"
        return
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    if not paths:
        yield "no list in it"
    for path in paths:
        built_in = REFERENCE_FOLDER / path.name
        if path.suffix != ".csv" or not path.is_file() or not built_in.is_file():
            yield f"{path.name}: no list of that name (lists: {', '.join(list_names())})"
        else:
            yield from (f"{path.name}: {fault}" for fault in _list_faults(path, _header(built_in)))


def list_names() -> tuple[str, ...]:
    """The lists that can be replaced."""
    return tuple(sorted(path.stem for path in REFERENCE_FOLDER.glob("*.csv")))


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return next(csv.reader(lines))


def _list_faults(path: Path, columns: list[str]) -> Iterator[str]:
    try:
        decoded = decode_text(path.read_bytes())
    except EncodingRefused as refusal:
        yield f"unknown encoding at {refusal}"
        return
    if decoded.encoding not in ("utf-8", "utf-8-sig"):
        yield f"encoding {decoded.encoding} instead of utf-8"
        return
    try:
        header, *rows = list(csv.reader(io.StringIO(decoded.text, newline=""), strict=True)) or [[]]
    except csv.Error as error:
        yield f"no CSV: {error}"
        return
    if header != columns:
        yield f"columns {','.join(header)} instead of {','.join(columns)}"
        return
    yield from _row_faults(rows, columns)


def _row_faults(rows: list[list[str]], columns: list[str]) -> Iterator[str]:
    if not rows:
        yield "no row"
    for line, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            yield f"row {line}: {len(row)} columns instead of {len(columns)}"
    if columns[0] == KEY_COLUMN:
        keys = Counter(row[0] for row in rows if row)
        yield from (f"code {key or '(empty)'} {times} times" for key, times in keys.items() if times > 1)
        yield from ("a code is empty" for times in [keys[""]] if times == 1)
