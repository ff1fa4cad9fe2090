"""Word banks of the synthesis: fictional schools, curricula and the sentences portfolios are made of."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@cache
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """Rows of a ``.csv`` or ``.tsv`` bank as dictionaries of text."""
    delimiter = "\t" if name.endswith(".tsv") else ","
    with (_FOLDER / name).open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle, delimiter=delimiter))


@cache
def load_words(name: str) -> Any:
    """The content of a JSON bank; its shape is known to the one module that reads it."""
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))
