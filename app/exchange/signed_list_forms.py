"""The four forms of a signed list by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.exchange.signed_list import ListForm, SignedList
from app.exchange.signed_list_book import signed_list_xlsx
from app.exchange.signed_list_print import signed_list_pdf
from app.exchange.signed_list_text import signed_list_csv, signed_list_json

WRITERS: Mapping[ListForm, Callable[[SignedList], bytes]] = {
    "json": signed_list_json,
    "csv": signed_list_csv,
    "xlsx": signed_list_xlsx,
    "pdf": signed_list_pdf,
}


def write_signed_list(signed: SignedList, form: ListForm) -> bytes:
    """The file; raises NoPrintingFont where the pages cannot be set on this machine."""
    return WRITERS[form](signed)
