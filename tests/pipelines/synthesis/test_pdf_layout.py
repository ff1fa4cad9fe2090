"""Flowed PDFs keep every character, break lines where Chinese may break, and start pages when full."""

import pypdfium2 as pdfium

from pipelines.synthesis.pdf_file import printable
from pipelines.synthesis.pdf_layout import (
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    compose_pdf,
    wrap_lines,
)


def page_texts(content: bytes) -> list[str]:
    document = pdfium.PdfDocument(content)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def test_wrap_lines_counts_wide_characters_double() -> None:
    assert wrap_lines("一二三四ab五", 10, 40) == ["一二三四", "ab五"]


def test_wrap_lines_never_starts_with_a_closing_mark() -> None:
    assert wrap_lines("一二三四。五", 10, 40) == ["一二三四。", "五"]


def test_wrap_lines_of_nothing_is_nothing() -> None:
    assert wrap_lines("", 10, 40) == []


def test_printable_replaces_what_the_collection_lacks() -> None:
    assert printable("吉𠮷‧A\u200b\u202e") == "吉〓‧A〓〓"


def test_compose_pdf_keeps_the_text() -> None:
    text = "我喜歡寫程式（Python 3.11）與詩；「雲嶺高中」堃喆‧·—…％"
    assert text in page_texts(compose_pdf([Heading("標題"), Paragraph(text)], title="測試"))[0]


def test_compose_pdf_starts_a_page_when_full_and_when_told() -> None:
    rows = [(str(number), "國語文") for number in range(60)]
    content = compose_pdf(
        [Table(("列", "科目"), rows, (60, 200)), PageBreak(), Heading("末頁")], title="測試"
    )
    texts = page_texts(content)
    assert len(texts) == 3
    assert "末頁" in texts[2]


def test_compose_pdf_is_the_same_every_time() -> None:
    blocks: list[Block] = [Heading("標題"), Paragraph("內容")]
    assert compose_pdf(blocks, title="測試") == compose_pdf(blocks, title="測試")
