"""A signed list as JSON and as CSV: the same value gives the same bytes."""

from __future__ import annotations

import csv
import io
import json

from app.exchange.formula_safety import formula_safe
from app.exchange.signed_list import SignedList


def signed_list_json(signed: SignedList) -> bytes:
    """UTF-8 JSON; every value is text, so no reader turns a score into a float."""
    document = {
        "origin": dict(signed.stated),
        "rules": list(signed.rules),
        "columns": [{"key": column.key, "word": column.word} for column in signed.columns],
        "rows": [
            {column.key: cell for column, cell in zip(signed.columns, row, strict=True)}
            for row in signed.rows
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def signed_list_csv(signed: SignedList) -> bytes:
    """UTF-8 with a byte order mark. The origin stands in trailing columns of every row, and so survives sorting.

    Every text is safe from being taken for a formula. A list without lines has one row with nothing but its origin.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    heads = [column.word for column in signed.columns]
    labels = [signed.words.origin[key] for key in signed.stated]
    writer.writerow(map(formula_safe, [*heads, *labels, signed.words.rules]))
    trailing = [formula_safe(value) for value in (*signed.stated.values(), " ".join(signed.rules))]
    for row in signed.rows or ((("",) * len(heads)),):
        writer.writerow([*map(formula_safe, row), *trailing])
    return text.getvalue().encode("utf-8-sig")
