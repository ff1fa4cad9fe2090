"""Names of persons never leave: by the column they stand in, and wherever a known one is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.quality.masking import NameMask, is_personal

TEXTS = st.text(alphabet="王大明小李四 x", max_size=20)
NAMES = st.sets(st.text(alphabet="王大明小李四", min_size=2, max_size=4), max_size=5)


@pytest.mark.parametrize("column", ["姓名", "監護人姓名", "身分證號", "name", "出生日期", "編號"])
def test_column_of_a_person_is_personal(column: str) -> None:
    assert is_personal(column)


@pytest.mark.parametrize("column", ["grade_text", "學業成績.分數", "課程代碼", None])
def test_column_of_a_record_is_not_personal(column: str | None) -> None:
    assert not is_personal(column)


def test_known_name_becomes_circles_and_the_rest_stays() -> None:
    mask = NameMask(["王大明", "王大"])
    assert mask.masked("a/王大明_王大.zip") == "a/○○○_○○.zip"


def test_single_character_hides_nothing() -> None:
    assert NameMask(["王"]).masked("王國") == "王國"


@given(text=TEXTS, names=NAMES)
def test_no_known_name_is_left_and_the_length_stays(text: str, names: set[str]) -> None:
    masked = NameMask(names).masked(text)
    assert [name for name in names if name in masked] == []
    assert len(masked) == len(text)
