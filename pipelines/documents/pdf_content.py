"""A PDF from inside: text of every page, pictures on them, thumbnails of the first where it brings its fonts along."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipelines.documents.box_font import fonts_asked, use_box_font
from pipelines.documents.content_info import ContentInfo, Inspection
from pipelines.documents.limits import MOST_CHARACTERS, MOST_PAGE_CHARACTERS, MOST_PAGES
from pipelines.documents.thumbnails import ThumbnailFolder, thumbnail_scale
from pipelines.exports.media_type import PDF_TYPE

WRONG_PASSWORD = 4
DEEPEST_FORM = 4
_CONTROL_CHARACTERS = {code: None for code in range(32) if chr(code) not in "\n\t"} | {
    0xFFFE: "-",
    0x7F: None,
}
"""What pdfium puts for a hyphen at the end of a line is no character."""


def read_pdf(content: bytes, thumbnails: ThumbnailFolder) -> ContentInfo:
    """Everything readable; a page that cannot be opened leaves the rest as it is."""
    use_box_font()
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        is_encrypted = getattr(error, "err_code", None) == WRONG_PASSWORD
        return ContentInfo(PDF_TYPE, Inspection.ENCRYPTED if is_encrypted else Inspection.BROKEN)
    try:
        return _PdfReader(document, thumbnails).read()
    finally:
        document.close()


class _PdfReader:
    """One document while its pages are read."""

    def __init__(self, document: pdfium.PdfDocument, thumbnails: ThumbnailFolder) -> None:
        self._document = document
        self._thumbnails = thumbnails
        self._fonts_asked = fonts_asked()
        self._pages: list[str] = []
        self._pictures = 0
        self._inspection = Inspection.FINE

    def read(self) -> ContentInfo:
        page_count = len(self._document)
        if page_count > MOST_PAGES:
            self._inspection = Inspection.TOO_LARGE
        for index in range(min(page_count, MOST_PAGES)):
            self._read_page(index)
        return ContentInfo(
            PDF_TYPE,
            self._inspection if page_count else Inspection.BROKEN,
            page_count=page_count,
            picture_count=self._pictures,
            pages=tuple(self._pages),
            thumbnails=self._thumbnails.sizes,
        )

    def _read_page(self, index: int) -> None:
        self._pages.append("")
        try:
            page = self._document[index]
        except pdfium.PdfiumError:
            self._inspection = Inspection.BROKEN
            return
        try:
            self._pages[index] = self._text_of(page)
            self._pictures += _count_pictures(page)
            # Thumbnails are numbered like the pages, so they end where one cannot be drawn.
            if self._can_draw(index):
                _draw(page, self._thumbnails)
        except (pdfium.PdfiumError, ValueError):
            self._inspection = Inspection.BROKEN
        finally:
            page.close()

    def _can_draw(self, index: int) -> bool:
        """A document without its own fonts would show squares; who opens the page draws it with those of the system."""
        is_next = self._thumbnails.wants_more and len(self._thumbnails.sizes) == index
        return is_next and self._fonts_asked == fonts_asked()

    def _text_of(self, page: pdfium.PdfPage) -> str:
        room = min(MOST_PAGE_CHARACTERS, MOST_CHARACTERS - sum(map(len, self._pages)))
        text_page = page.get_textpage()
        try:
            count = text_page.count_chars()
            if count > room:
                self._inspection = Inspection.TOO_LARGE
            received = text_page.get_text_range(0, min(count, room), errors="replace") if room > 0 else ""
        finally:
            text_page.close()
        return clean_text(str(received))


def clean_text(text: str) -> str:
    """Without control characters and halves of characters, lines ended one way."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\r\n", "\n").translate(_CONTROL_CHARACTERS).strip()


def _draw(page: pdfium.PdfPage, thumbnails: ThumbnailFolder) -> None:
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise ValueError("a page without a size")
    bitmap = page.render(scale=thumbnail_scale(width, height), may_draw_forms=False)
    try:
        thumbnails.add(bitmap.to_pil())
    finally:
        bitmap.close()


def _count_pictures(page: pdfium.PdfPage) -> int:
    objects = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    return sum(_pictures_in(each, 1) for each in objects)


def _pictures_in(page_object: object, depth: int) -> int:
    kind = raw.FPDFPageObj_GetType(page_object)
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
        return sum(_pictures_in(each, depth + 1) for each in _objects_of_form(page_object))
    return int(kind == raw.FPDF_PAGEOBJ_IMAGE)


def _objects_of_form(form: object) -> Iterator[object]:
    for index in range(raw.FPDFFormObj_CountObjects(form)):
        yield raw.FPDFFormObj_GetObject(form, index)
