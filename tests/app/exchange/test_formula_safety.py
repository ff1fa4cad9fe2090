"""Text that must not calculate."""

from __future__ import annotations

import pytest

from app.exchange.formula_safety import formula_safe


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("王小明", "王小明"),
        ("", ""),
        ("a=b", "a=b"),
        ("00123", "00123"),
        ("=1+1", "'=1+1"),
        ("+886", "'+886"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u3000\uff1d1", "'\u3000\uff1d1"),
        ("\uff0b1", "'\uff0b1"),
        ("備註\n=1", "備註\n'=1"),
        ("備註\r\n @x", "備註\r\n' @x"),
    ],
)
def test_formula_safe_of_each_kind(text: str, safe: str) -> None:
    assert formula_safe(text) == safe
