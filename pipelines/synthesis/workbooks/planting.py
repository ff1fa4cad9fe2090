"""Names every irregularity of the synthetic uploads, and lists where each one is."""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipelines.synthesis.defect import PLANTED_FILE


class WorkbookDefect(StrEnum):
    """One kind of irregularity of an upload; the values are stable and appear in ``planted_defects.json``."""

    LEADING_ZERO_LOST = "leading_zero_lost"
    DATE_AS_NUMBER = "date_as_number"
    FULL_WIDTH_DIGITS = "full_width_digits"
    HIDDEN_SHEET = "hidden_sheet"
    HEADER_MISSPELT = "header_misspelt"
    PRIVATE_USE_CHARACTER = "private_use_character"
    CP950_FILE = "cp950_file"
    UTF16_FILE = "utf16_file"
    MD5_DIFFERS = "md5_differs"
    ATTACHMENT_MISSING = "attachment_missing"


@dataclass(frozen=True)
class PlantedInWorkbook:
    """``row`` counts data rows of ``sheet`` from 0, or is None for the whole sheet or file."""

    defect: WorkbookDefect
    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None


def save_planted_workbooks(out: Path, planted: list[PlantedInWorkbook]) -> None:
    rows = [
        {
            "defect": item.defect.value,
            "file": item.file,
            "sheet": item.sheet,
            "row": item.row,
            "column": item.column,
        }
        for item in planted
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    (out / PLANTED_FILE).write_bytes(f"{text}\n".encode())
