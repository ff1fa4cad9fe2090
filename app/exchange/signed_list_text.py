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

    The rules stand in the last column once, beside the first line. Every text is safe from being taken for a formula.
    A list without lines has one row with nothing but its origin and rules.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    heads = [column.word for column in signed.columns]
    labels = [signed.words.origin[key] for key in signed.stated]
    writer.writerow(map(formula_safe, [*heads, *labels, signed.words.rules]))
    origin = list(map(formula_safe, signed.stated.values()))
    rules = formula_safe(" ".join(signed.rules))
    for place, row in enumerate(signed.rows or ((("",) * len(heads)),)):
        writer.writerow([*map(formula_safe, row), *origin, "" if place else rules])
    return text.getvalue().encode("utf-8-sig")
