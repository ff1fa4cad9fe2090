"""Numbers, flags, sentinels and folded texts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.decode.flags import UnreadableFlag, read_flag
from pipelines.decode.numbers import UnreadableNumber, read_number
from pipelines.decode.sentinels import is_missing
from pipelines.decode.text import fold_text


@pytest.mark.parametrize(
    "text", [None, "", "  ", "無", " 無 ", "-1", "-1.0", "-999", "-999.99", "-999.990", "-9999.999"]
)
def test_missing_in_every_spelling(text: str | None) -> None:
    assert is_missing(text)


@pytest.mark.parametrize("text", ["0", "-2", "1", "無名獎", "-999.98", "-"])
def test_missing_is_not_any_other_value(text: str) -> None:
    assert not is_missing(text)


@pytest.mark.parametrize(("text", "number"), [("88", "88"), (" 83.50 ", "83.50"), ("0", "0"), ("-3", "-3")])
def test_number_as_written(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["1e2", "1,000", "八十", "88分", "NaN", "Infinity", "１２", "--1", "."])
def test_number_refuses_other_forms(text: str) -> None:
    with pytest.raises(UnreadableNumber):
        read_number(text)


@given(st.decimals(min_value=0, max_value=99999, places=3))
def test_number_returns_what_was_written(number: Decimal) -> None:
    assert read_number(f"{number:f}") == number


@pytest.mark.parametrize(
    ("text", "flag"),
    [("1", True), ("2", False), ("True", True), ("False", False), ("是", True), ("否", False), ("", None)],
)
def test_flag_of_each_known_word(text: str, flag: bool | None) -> None:
    assert read_flag(text) is flag


def test_flag_refuses_other_words() -> None:
    with pytest.raises(UnreadableFlag):
        read_flag("中低收入戶")


def test_text_folded_for_search() -> None:
    assert fold_text("臺北 Ｐｙｔｈｏｎ\u3000程式") == "台北python程式"


@given(st.text())
def test_text_folding_has_no_white_space_left(text: str) -> None:
    assert "".join(fold_text(text).split()) == fold_text(text)
