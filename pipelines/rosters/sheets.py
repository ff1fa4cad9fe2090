"""Which sheet of which roster a header belongs to: exact headers only, from the column maps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipelines.exports.column_map import load_map_rows
from pipelines.matching.headers import most_alike_header

Kind = Literal["grade", "student", "activity"]
Frame = Literal["research", "upload"]
FRAMES: tuple[Frame, ...] = ("research", "upload")
UNUSED = "unused"
ORDER_DIFFERS = "<order>"

_DECORATION = re.compile(r"^\d(?:\.\d)?[ _.]*|_de$")
"""Number of the sheet before its name, and the mark of a copy without names behind it."""


@dataclass(frozen=True)
class SheetForm:
    """One exact header, with our name for each of its columns in the order of the file."""

    sheet: str
    kind: Kind
    role: str
    """What its rows are: an attempt, or a list of activities."""
    frame: Frame
    header: tuple[str, ...]
    columns: tuple[str, ...]


def sheet_named(name: str) -> frozenset[str]:
    """The sheets of that name; two rosters have a sheet of semester grades."""
    plain = _DECORATION.sub("", _DECORATION.sub("", name.strip()))
    return frozenset(row["sheet"] for row in load_map_rows("roster_sheet") if row["sheet_name"] == plain)


def is_unused(name: str) -> bool:
    """Whether the roster is known and deliberately not read, such as absences or guest studies."""
    sheets = sheet_named(name)
    unused = {row["sheet"] for row in load_map_rows("roster_sheet") if row["kind"] == UNUSED}
    return bool(sheets) and sheets <= unused


def find_form(header: tuple[str, ...], frame: Frame, sheets: frozenset[str]) -> SheetForm | None:
    """The only form with exactly this header, among the named sheets when any is named."""
    alike = [form for form in _forms_by_header().get(header, ()) if form.frame == frame]
    forms = [form for form in alike if not sheets or form.sheet in sheets]
    return forms[0] if len(forms) == 1 else None


def difference_told(header: tuple[str, ...], frame: Frame, sheets: frozenset[str]) -> str:
    """Each unknown column with the missing one most alike, and what is missing, against the closest header."""
    known = closest_header(header, frame, sheets)
    unknown = [column for column in header if column not in known]
    missing = [column for column in known if column not in header]
    proposals = [f"{column}→{most_alike_header(column, missing) or '?'}" for column in unknown]
    told = [*proposals, *(f"-{column}" for column in missing)]
    return " ".join(told) if told else ORDER_DIFFERS


def closest_header(header: tuple[str, ...], frame: Frame, sheets: frozenset[str]) -> tuple[str, ...]:
    """Of the known headers, the one that shares most columns: what the office is told to compare with."""
    every = (form for of_header in _forms_by_header().values() for form in of_header)
    forms = [form for form in every if form.frame == frame]
    named = [form for form in forms if form.sheet in sheets] or forms
    received = set(header)
    return max(named, key=lambda form: (len(received & set(form.header)), -len(form.header))).header


@cache
def _forms_by_header() -> dict[tuple[str, ...], tuple[SheetForm, ...]]:
    found: dict[tuple[str, ...], tuple[SheetForm, ...]] = {}
    used = (row for row in load_map_rows("roster_sheet") if row["kind"] != UNUSED)
    for row in used:
        for form in _forms_of(row):
            found[form.header] = (*found.get(form.header, ()), form)
    return found


def _forms_of(row: dict[str, str]) -> Iterator[SheetForm]:
    names = load_map_rows(f"roster_{row['sheet']}")
    for variant in (key for key in names[0] if key != "column"):
        inner = [(line["column"], line[variant]) for line in names if line[variant]]
        for frame in FRAMES:
            for columns in _framed(inner, frame):
                header = tuple(received for _, received in columns)
                ours = tuple(ours for ours, _ in columns)
                yield SheetForm(row["sheet"], _kind(row["kind"]), row["role"], frame, header, ours)


def _kind(text: str) -> Kind:
    kinds: dict[str, Kind] = {"grade": "grade", "student": "student", "activity": "activity"}
    return kinds[text]


def _framed(inner: list[tuple[str, str]], frame: Frame) -> Iterator[list[tuple[str, str]]]:
    """The columns of a sheet inside those of the form; schools may leave out the remarks, or the key too."""
    around = [line for line in load_map_rows("roster_frame") if line[frame]]
    before = [(line["column"], line[frame]) for line in around if line["place"] == "before"]
    after = [(line["column"], line[frame]) for line in around if line["place"] == "after"]
    known = {received for _, received in before}
    rest = [pair for pair in inner if pair[1] not in known]
    for length in sorted({0, min(1, len(after)), len(after)}):
        yield [*before, *rest, *after[:length]]
