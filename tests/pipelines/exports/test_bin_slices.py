"""Reading with shared distributions gives what a plain parse gives, whatever the file looks like."""

from __future__ import annotations

import json
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.exports.bin_slices import read_json_with_bins
from pipelines.exports.grade_bins import SharedBins
from pipelines.exports.json_file import BrokenJson, read_json
from tests.pipelines.handmade import bins, course, semester

START = '{"組距0_1的人數"'


def compact(value: Any) -> bytes:
    return orjson.dumps(value)


@pytest.mark.parametrize(
    "value",
    [
        {"學習紀錄": [course(), course(本科目分數級距分布=bins(b1=2)), course()], "其他": [semester()]},
        [{"a": {"組距0_1的人數": "}"}, "b": 1}],
        {"a": {"組距0_1的人數": [{"b": 1}]}, "b": bins()},
        {"alone": bins()},
        bins(),
        [bins(), [bins(b2=1)], {"deep": {"deeper": bins()}}],
        {"text": '{"組距0_1的人數":0}'},
        {"large": [1 << 62, (1 << 63) - 1, -1]},
    ],
)
def test_value_is_the_one_of_a_plain_parse(value: Any) -> None:
    content = compact(value)
    assert read_json_with_bins(content) == read_json(content) == value
    spaced = json.dumps(value, ensure_ascii=False, indent=1).encode()
    assert read_json_with_bins(spaced) == value
    assert read_json_with_bins(b"\xef\xbb\xbf" + content) == value


def test_equal_distributions_are_one_object() -> None:
    read = read_json_with_bins(compact({"rows": [course(), course()]}))
    first, second = (row["本科目分數級距分布"] for row in read["rows"])
    assert first is second
    assert type(first) is SharedBins


def test_key_that_comes_again_has_its_last_value() -> None:
    content = b'{"a":' + compact(bins(b1=1)) + b',"a":' + compact(bins(b2=1)) + b',"b":2}'
    assert read_json_with_bins(content) == {"a": bins(b2=1), "b": 2}


@pytest.mark.parametrize(
    "content",
    [
        "{" + START + ":1}: 2}",
        "[" + START + ":1}",
        '["abc' + START + ':1}def"]',
        START,
        START + ":",
        "[" + START + ":1}, " + START,
    ],
)
def test_broken_file_breaks_at_the_same_byte(content: str) -> None:
    with pytest.raises(BrokenJson) as plain:
        read_json(content.encode())
    with pytest.raises(BrokenJson) as shared:
        read_json_with_bins(content.encode())
    assert shared.value.position == plain.value.position


@settings(deadline=None)
@given(cut=st.integers(0, 10_000), dropped=st.integers(0, 40))
def test_damaged_file_is_read_as_by_a_plain_parse(cut: int, dropped: int) -> None:
    whole = compact({"rows": [course(), course(b=[course()])]})
    place = cut % len(whole)
    damaged = whole[:place] + whole[place + dropped :]
    assert outcome(read_json_with_bins, damaged) == outcome(read_json, damaged)


def outcome(read: Any, content: bytes) -> Any:
    try:
        return read(content)
    except BrokenJson as broken:
        return broken.position
