"""Writes sheets of typed cells as XLSX or ODS, byte for byte the same each time."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TypeAlias
from xml.sax.saxutils import escape

import xlsxwriter

Cell: TypeAlias = str | int | float | date | None

_MADE = datetime(2026, 3, 1, tzinfo=UTC).replace(tzinfo=None)
_ZIP_TIME = (2026, 3, 1, 0, 0, 0)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "table", "text", "style", "manifest")
)
_HIDDEN_STYLE = (
    '<office:automatic-styles><style:style style:name="hidden" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)


@dataclass(frozen=True)
class TypedSheet:
    """Rows from the first on; a header is a row like any other."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    is_hidden: bool = False


def xlsx_bytes(sheets: list[TypedSheet]) -> bytes:
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _MADE, "comments": "SYNTHETIC 合成資料"})
        day = book.add_format({"num_format": "yyyy/mm/dd"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for row, cells in enumerate(sheet.rows):
                for column, cell in enumerate(cells):
                    _write_cell(page, (row, column), cell, day)
            if sheet.is_hidden:
                page.hide()
    return out.getvalue()


def _write_cell(
    page: xlsxwriter.worksheet.Worksheet, place: tuple[int, int], cell: Cell, day: object
) -> None:
    if cell is None:
        return
    if isinstance(cell, date):
        page.write_datetime(
            *place, datetime(cell.year, cell.month, cell.day, tzinfo=UTC).replace(tzinfo=None), day
        )
    elif isinstance(cell, str):
        page.write_string(*place, cell)
    else:
        page.write_number(*place, cell)


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str):
        value = 'office:value-type="string"'
    elif isinstance(cell, date):
        value = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    else:
        value = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {value}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def _ods_table(sheet: TypedSheet) -> Iterator[str]:
    style = ' table:style-name="hidden"' if sheet.is_hidden else ""
    yield f'<table:table table:name="{escape(sheet.name)}"{style}>'
    for row in sheet.rows:
        yield f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"
    yield "</table:table>"


def _ods_content(sheets: list[TypedSheet]) -> str:
    tables = "".join(part for sheet in sheets for part in _ods_table(sheet))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    root = f'<office:document-content {_NAMESPACES} office:version="1.2">'
    return f"{head}{root}{_HIDDEN_STYLE}{body}</office:document-content>"


def _ods_manifest() -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _ODS_TYPE), ("content.xml", "text/xml"))
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<manifest:manifest {_NAMESPACES} manifest:version="1.2">{entries}</manifest:manifest>'


def ods_bytes(sheets: list[TypedSheet]) -> bytes:
    """OpenDocument written by hand; its media type comes first and uncompressed, as the format asks."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text, kind in (
            ("mimetype", _ODS_TYPE, zipfile.ZIP_STORED),
            ("META-INF/manifest.xml", _ods_manifest(), zipfile.ZIP_DEFLATED),
            ("content.xml", _ods_content(sheets), zipfile.ZIP_DEFLATED),
        ):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = kind
            archive.writestr(entry, text)
    return out.getvalue()
