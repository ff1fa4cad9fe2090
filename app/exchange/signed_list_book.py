"""A signed list as a workbook: one sheet to read, one that says what it was made of."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from app.exchange.signed_list import ListColumn, SignedList

LONGEST_CELL = 32_767
COLUMN_WIDTH = 14


def signed_list_xlsx(signed: SignedList) -> bytes:
    """Texts are texts and numbers are numbers, shown with the decimals they have."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        # The creation time is part of the file: the list's own moment, or two equal lists would differ.
        moment = datetime.fromisoformat(signed.origin["as_of"]).astimezone(UTC)
        book.set_properties({"created": moment.replace(tzinfo=None), "title": signed.words.title})
        _write_list(book, signed)
        _write_origin(book, signed)
    return buffer.getvalue()


# The library carries no types: its workbook and sheets are Any at this door and nowhere else.
def _write_list(book: Any, signed: SignedList) -> None:
    sheet = book.add_worksheet(signed.words.list_sheet)
    bold = book.add_format({"bold": True, "text_wrap": True})
    forms = {column.key: book.add_format({"num_format": _number_form(column)}) for column in signed.columns}
    for place, column in enumerate(signed.columns):
        _write_text(sheet, (0, place), column.word, bold)
    for line, row in enumerate(signed.rows, start=1):
        for place, (column, cell) in enumerate(zip(signed.columns, row, strict=True)):
            if column.is_number and cell:
                sheet.write_number(line, place, float(cell), forms[column.key])
            elif cell:
                _write_text(sheet, (line, place), cell)
    sheet.freeze_panes(1, 0)
    sheet.set_column(1, len(signed.columns) - 1, COLUMN_WIDTH)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{signed.digest}&R&P / &N")


def _write_origin(book: Any, signed: SignedList) -> None:
    """Label, value, key: the key is what a program looks for, in whatever language the labels are."""
    sheet = book.add_worksheet(signed.words.origin_sheet)
    lines = [(signed.words.origin[key], value, key) for key, value in signed.stated.items()]
    lines += [(signed.words.rules, rule, "rule") for rule in signed.rules]
    for line, cells in enumerate(lines):
        for place, cell in enumerate(cells):
            _write_text(sheet, (line, place), cell)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 2, 18)


def _number_form(column: ListColumn) -> str:
    return "0" if not column.decimals else "0." + "0" * column.decimals


def _write_text(sheet: Any, place: tuple[int, int], text: str, form: Any = None) -> None:
    # The library would cut a longer text in silence.
    if len(text) > LONGEST_CELL:
        raise ValueError(f"the text at {place} has {len(text)} characters, a cell holds {LONGEST_CELL}")
    sheet.write_string(*place, text, form)
