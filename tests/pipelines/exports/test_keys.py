"""Opaque keys: the same for the same place, however they are made."""

from __future__ import annotations

from pipelines.exports.keys import make_key, make_keys


def test_keys_of_numbers_are_those_of_single_keys() -> None:
    key_of = make_keys("course_record", "ab12")
    assert [key_of(number) for number in (0, 7, 41)] == [
        make_key("course_record", "ab12", number) for number in (0, 7, 41)
    ]
    assert len(key_of(0)) == 20
