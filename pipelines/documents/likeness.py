"""Nearly equal texts of different applicants, as pairs of entries for a person to look at; nothing here is a verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines.decode.text import fold_text
from pipelines.exports.text_arrays import text_array
from pipelines.matching.near_texts import SimilarPair, find_similar

SQL_FOLDER = Path(__file__).parents[1] / "sql" / "likeness"
TEXT_KINDS = {"summary": "compared_summary", "document": "compared_document"}
"""What is compared with its like, and the query that lists it."""
COLUMNS = (
    "text_kind",
    "left_application_id",
    "left_entry_id",
    "right_application_id",
    "right_entry_id",
    "similarity",
    "is_identical",
)


@dataclass(frozen=True)
class Holder:
    """An entry that holds a text."""

    applicant_id: str
    programme_code: str
    application_id: str
    entry_id: str


Row = tuple[object, ...]


def similar_texts(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """``raw_similar_text``, all columns text; the evidence tables must exist.

    A pair of persons is told in every programme to which both handed the texts in, or once where there is none.
    """
    rows = sorted(row for kind in TEXT_KINDS for row in _pairs_of_kind(connection, kind))
    columns = zip(*rows, strict=True) if rows else [()] * len(COLUMNS)
    return pa.Table.from_arrays([text_array(column) for column in columns], names=list(COLUMNS))


def _pairs_of_kind(connection: duckdb.DuckDBPyConnection, kind: str) -> Iterator[Row]:
    holders = _holders(connection, kind)
    keys = sorted(holders, key=lambda key: _place_of(holders[key][0]))
    texts = [(str(number), text) for number, (_, text) in enumerate(keys)]
    for pair in find_similar(texts, owners=[applicant_id for applicant_id, _ in keys]):
        left, right = (holders[keys[int(text_id)]] for text_id in (pair.left_id, pair.right_id))
        for one, other in _shown_pairs(left, right):
            yield _row(kind, pair, one, other)


def _holders(connection: duckdb.DuckDBPyConnection, kind: str) -> dict[tuple[str, str], list[Holder]]:
    """Entries by person and folded text: what one person hands to several programmes is one text."""
    query = (SQL_FOLDER / f"{TEXT_KINDS[kind]}.sql").read_text(encoding="utf-8")
    holders: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for *place, text in connection.execute(query).fetchall():
        holder = Holder(*place)
        holders[holder.applicant_id, fold_text(text)].append(holder)
    return holders


def _place_of(holder: Holder) -> tuple[str, str, str]:
    return holder.programme_code, holder.application_id, holder.entry_id


def _shown_pairs(left: Sequence[Holder], right: Sequence[Holder]) -> list[tuple[Holder, Holder]]:
    """The pairs within a programme, one a programme; the first pair when the persons share none."""
    within: dict[str, tuple[Holder, Holder]] = {}
    for one, other in product(left, right):
        if one.programme_code == other.programme_code:
            within.setdefault(one.programme_code, (one, other))
    return list(within.values()) or [(left[0], right[0])]


def _row(kind: str, pair: SimilarPair, one: Holder, other: Holder) -> Row:
    first, second = sorted((one, other), key=lambda holder: (holder.application_id, holder.entry_id))
    places = (first.application_id, first.entry_id, second.application_id, second.entry_id)
    return kind, *places, f"{pair.similarity:.2f}", str(pair.is_identical).lower()
