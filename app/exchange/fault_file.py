"""Everything that is wrong with a file somebody brought, as a list to mend it by."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from app.exchange.formula_safety import formula_safe

BOM = "\ufeff"


def fault_csv(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """CSV with a byte order mark; what stood in the file is safe from being taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([formula_safe(cell) for cell in line] for line in lines)
    return BOM + text.getvalue()
