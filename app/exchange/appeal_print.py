"""The appeal sheet as a file: JSON for programs, and pages with the JSON inside."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from app.exchange.typeset import typeset

FORM_NAME = "appeal-sheet/1"


@dataclass(frozen=True)
class PrintedAppeal:
    """All words and values in reading order; ``record`` has a cell for every head."""

    language: str
    title: str
    subtitle: str
    result_title: str
    result: tuple[tuple[str, str], ...]
    arithmetic_title: str
    arithmetic: tuple[str, ...]
    record_title: str
    record_heads: tuple[str, ...]
    record: tuple[tuple[str, ...], ...]
    origin_title: str
    origin: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    digest_line: str
    page: str


def appeal_json(sheet: PrintedAppeal) -> bytes:
    """UTF-8 JSON; every value is text."""
    told = {"form": FORM_NAME} | {key: value for key, value in asdict(sheet).items() if key != "page"}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def appeal_pdf(sheet: PrintedAppeal) -> bytes:
    """The pages; raises NoPrintingFont."""
    data = asdict(sheet) | {
        "lang": sheet.language,
        "region": "TW" if sheet.language == "zh" else None,
        "attachment": appeal_json(sheet).decode(),
    }
    return typeset("appeal_sheet", data)
