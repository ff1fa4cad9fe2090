"""Details of the log as a person reads them."""

from __future__ import annotations

import pytest

from app.ui.components.event_log import detail_text


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        ('{"revision":1,"row_revision":2}', "revision 1 · row_revision 2"),
        ('{"published":true,"reason":"更正"}', "published true · reason 更正"),
        ("xlsx revision 1 digest ab12", "xlsx revision 1 digest ab12"),
        ("12", "12"),
        ("", ""),
    ],
)
def test_detail_reads_as_words(detail: str, text: str) -> None:
    assert detail_text(detail) == text
