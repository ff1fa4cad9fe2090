"""Texts of PDFs that name a font without bringing it along."""

from __future__ import annotations

from pathlib import Path

from PIL import ImageFont

from pipelines.documents.box_font import box_font
from pipelines.documents.pdf_content import read_pdf
from pipelines.documents.thumbnails import ThumbnailFolder
from tests.pipelines.documents.handmade_files import pdf

HELVETICA = b"/Subtype/Type1/BaseFont/Helvetica"
CHINESE = (
    b"/Subtype/Type0/BaseFont/MSung-Light/Encoding/UniCNS-UTF16-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/MSung-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(CNS1)/Supplement 4>>>>]"
)


def test_text_is_read_and_squares_are_not_drawn(tmp_path: Path) -> None:
    # Two ASCII characters are the two bytes of a Chinese one.
    content = pdf("N-Q[", "R0N-").replace(HELVETICA, CHINESE)
    for _ in range(2):
        info = read_pdf(content, ThumbnailFolder(tmp_path))
        assert (info.pages, info.thumbnails) == (("\u4e2d\u515b", "\u5230\u4e2d"), ())
    assert read_pdf(pdf("Hello"), ThumbnailFolder(tmp_path)).thumbnails


def test_repeated_line_is_kept() -> None:
    """Characters without an extent would be taken for one text written twice."""
    line = ") Tj 0 -20 Td ("
    content = pdf("N-Q[" + line + "N-Q[").replace(HELVETICA, CHINESE)
    assert read_pdf(content, ThumbnailFolder(None)).pages == ("\u4e2d\u515b\n\u4e2d\u515b",)


def test_font_is_one_that_others_read(tmp_path: Path) -> None:
    path = tmp_path / "box.ttf"
    path.write_bytes(box_font())
    font = ImageFont.truetype(str(path), 1000)
    assert font.getbbox("\u4e2d", anchor="ls") == (0, -700, 1000, 0)
    assert font.getlength("\u4e2da") == 2000
