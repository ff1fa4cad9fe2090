"""A research table as CSV: only what the screen shows, hidden cells written as such."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from app.exchange.formula_safety import formula_safe

Cell = str | int | Decimal | None


def cohort_csv(heading: Sequence[str], rows: Sequence[Sequence[Cell]], *, hidden: str, origin: str) -> bytes:
    """UTF-8 with BOM; a None is written as ``hidden``; the last column names the snapshot on every row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*map(formula_safe, heading), "snapshot_id"])
    for row in rows:
        writer.writerow([*(hidden if cell is None else formula_safe(str(cell)) for cell in row), origin])
    return text.getvalue().encode("utf-8-sig")
