"""The ranked list as a file people take away: CSV, XLSX or JSON, each saying what it was made of.

All words come from the caller. The CSV begins with its header so that any program loads it; what the list
was made of stands in trailing columns of every row, and so survives sorting and cutting. The workbook has
a second sheet for it, the JSON a key. The same rows, heading and origin give the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from app.exchange.formula_safety import formula_safe

LONGEST_CELL = 32_767
HOME = ZoneInfo("Asia/Taipei")
JSON_VERSION = 2


@dataclass(frozen=True)
class ListedRow:
    """One line, ready to be read; ``rank`` and ``total`` None where there is none, and ``remarks`` says why.

    ``outcomes`` are words, one an identity list, empty where the applicant does not compete; ``components`` are the
    other results, a word for an absence.
    """

    rank: int | None
    application_number: str
    name: str
    school: str
    status: str
    mode: str
    total: Decimal | None
    dimension_scores: tuple[Decimal | None, ...]
    remarks: str
    outcomes: tuple[str, ...] = ()
    review_total: Decimal | None = None
    components: tuple[Decimal | str | None, ...] = ()


@dataclass(frozen=True)
class ListHeading:
    """The words of the file: sheet names, column heads, labels of the origin, and the rules in sentences.

    ``review_total`` is empty where the review is the whole total: then it has no column.
    """

    list_sheet: str
    origin_sheet: str
    rank: str
    application_number: str
    name: str
    school: str
    status: str
    mode: str
    total: str
    dimensions: tuple[str, ...]
    remarks: str
    snapshot_id: str
    plan_id: str
    plan_revision: str
    scores_digest: str
    made_at: str
    identity: str
    every_identity: str
    rules: str
    lists: tuple[str, ...] = ()
    review_total: str = ""
    components: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListOrigin:
    """What the list was made of; ``made_at`` carries its zone, ``rules`` are sentences.

    ``identity`` is the applicant status or identity list that is shown; None for the whole list.
    """

    snapshot_id: str
    plan_id: str
    plan_revision: int
    scores_digest: str
    made_at: datetime
    rules: tuple[str, ...]
    identity: str | None = None


def ranked_list_csv(rows: Sequence[ListedRow], heading: ListHeading, *, origin: ListOrigin) -> bytes:
    """UTF-8 with a byte order mark; every text safe from being taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    lines = (*_origin_lines(heading, origin), (heading.rules, " ".join(origin.rules)))
    labels, values = zip(*lines, strict=True)
    writer.writerow([formula_safe(word) for word in (*_column_words(heading), *labels)])
    for row in rows:
        cells = [_csv_cell(value) for value in _values(row, heading)]
        writer.writerow([*cells, *(formula_safe(value) for value in values)])
    return text.getvalue().encode("utf-8-sig")


def ranked_list_xlsx(rows: Sequence[ListedRow], heading: ListHeading, *, origin: ListOrigin) -> bytes:
    """A workbook whose texts are texts and whose numbers are numbers, shown with two decimals."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        # The creation time is part of the file: from the origin, or two equal lists would differ.
        book.set_properties({"created": origin.made_at.astimezone(UTC)})
        _write_list(book, rows, heading)
        _write_origin(book, heading, origin)
    return buffer.getvalue()


def ranked_list_json(rows: Sequence[ListedRow], heading: ListHeading, *, origin: ListOrigin) -> bytes:
    """UTF-8 JSON with English keys; scores are text, so no reader turns them into floats."""
    document = {
        "file": "ranked-list",
        "version": JSON_VERSION,
        "origin": {
            "snapshot_id": origin.snapshot_id,
            "plan_id": origin.plan_id,
            "plan_revision": origin.plan_revision,
            "scores_digest": origin.scores_digest,
            "made_at": origin.made_at.isoformat(),
            "identity": origin.identity,
            "rules": list(origin.rules),
        },
        "rows": [_json_row(row, heading) for row in rows],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


Cell = str | int | Decimal | None


def _column_words(heading: ListHeading) -> tuple[str, ...]:
    return (
        heading.rank,
        heading.application_number,
        heading.name,
        heading.school,
        heading.status,
        heading.mode,
        *heading.lists,
        heading.total,
        *([heading.review_total] if heading.review_total else []),
        *heading.components,
        *heading.dimensions,
        heading.remarks,
    )


def _values(row: ListedRow, heading: ListHeading) -> tuple[Cell, ...]:
    if len(row.dimension_scores) != len(heading.dimensions):
        raise ValueError(f"{len(row.dimension_scores)} scores for {len(heading.dimensions)} dimensions")
    for told, heads in ((row.outcomes, heading.lists), (row.components, heading.components)):
        if len(told) != len(heads):
            raise ValueError(f"{len(told)} values for {len(heads)} columns")
    facts = (row.rank, row.application_number, row.name, row.school, row.status, row.mode)
    review = (row.review_total,) if heading.review_total else ()
    return (*facts, *row.outcomes, row.total, *review, *row.components, *row.dimension_scores, row.remarks)


def _origin_lines(heading: ListHeading, origin: ListOrigin) -> tuple[tuple[str, str], ...]:
    return (
        (heading.snapshot_id, origin.snapshot_id),
        (heading.plan_id, origin.plan_id),
        (heading.plan_revision, str(origin.plan_revision)),
        (heading.scores_digest, origin.scores_digest),
        (heading.made_at, _home_time(origin.made_at)),
        (heading.identity, heading.every_identity if origin.identity is None else origin.identity),
    )


def _home_time(moment: datetime) -> str:
    return moment.astimezone(HOME).isoformat(sep=" ", timespec="seconds")


def _csv_cell(value: Cell) -> str:
    if value is None:
        return ""
    return formula_safe(value) if isinstance(value, str) else format(value)


# The library carries no types: its workbook and sheets are Any at this door and nowhere else.
def _write_list(book: Any, rows: Sequence[ListedRow], heading: ListHeading) -> None:
    sheet = book.add_worksheet(heading.list_sheet)
    words, bold = _column_words(heading), book.add_format({"bold": True, "text_wrap": True})
    two_decimals = book.add_format({"num_format": "0.00"})
    for column, word in enumerate(words):
        _write_text(sheet, (0, column), word, bold)
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(_values(row, heading)):
            if isinstance(value, str):
                _write_text(sheet, (line, column), value)
            elif value is not None:
                form = two_decimals if isinstance(value, Decimal) else None
                sheet.write_number(line, column, float(value), form)
    sheet.freeze_panes(1, 0)
    sheet.set_column(1, len(words) - 1, 14)


def _write_origin(book: Any, heading: ListHeading, origin: ListOrigin) -> None:
    sheet = book.add_worksheet(heading.origin_sheet)
    lines = [*_origin_lines(heading, origin), *((heading.rules, rule) for rule in origin.rules)]
    for line, (label, value) in enumerate(lines):
        _write_text(sheet, (line, 0), label)
        _write_text(sheet, (line, 1), value)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 70)


def _write_text(sheet: Any, place: tuple[int, int], text: str, form: Any = None) -> None:
    # The library would cut a longer text in silence.
    if len(text) > LONGEST_CELL:
        raise ValueError(f"the text at {place} has {len(text)} characters, a cell holds {LONGEST_CELL}")
    sheet.write_string(*place, text, form)


def _json_row(row: ListedRow, heading: ListHeading) -> dict[str, object]:
    _values(row, heading)
    return {
        "rank": row.rank,
        "application_number": row.application_number,
        "name": row.name,
        "school": row.school,
        "status": row.status,
        "mode": row.mode,
        "outcomes": [
            {"list": word, "outcome": outcome}
            for word, outcome in zip(heading.lists, row.outcomes, strict=True)
        ],
        "total": _text(row.total),
        "review_total": _text(row.review_total),
        "components": [
            {"component": word, "value": value if isinstance(value, str) else _text(value)}
            for word, value in zip(heading.components, row.components, strict=True)
        ],
        "dimension_scores": [
            {"dimension": word, "score": _text(score)}
            for word, score in zip(heading.dimensions, row.dimension_scores, strict=True)
        ],
        "remarks": row.remarks,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
