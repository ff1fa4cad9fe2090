"""The order of a queue as text: read back as written, and nothing recorded that is no order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.workflows.desk_views import ApplicantOrder
from app.workflows.queue_order import FILTERED, QueueOrder, find_order, known_place


@given(st.sampled_from(ApplicantOrder), st.booleans())
def test_order_is_read_back_as_written(order: ApplicantOrder, is_reversed: bool) -> None:
    written = QueueOrder(order, is_reversed=is_reversed)
    assert find_order(written.text) == written


@given(st.text(max_size=12))
def test_text_that_names_no_order_is_none(text: str) -> None:
    if text.removeprefix("-") not in list(ApplicantOrder):
        assert find_order(text) is None


@pytest.mark.parametrize(
    ("order", "position", "recorded"),
    [
        ("random", 12, ("random", 12)),
        ("-score" + FILTERED, 1, ("-score" + FILTERED, 1)),
        ("random", None, ("random", None)),
        ("random", 0, ("random", None)),
        ("random", -1, ("random", None)),
        ("random", 10**9, ("random", None)),
        ("number/grid", 4, ("number/grid", 4)),
        ("-score/filtered/dimension", 5, ("-score/filtered/dimension", 5)),
        ("number/elsewhere", 4, ("", None)),
        ("/grid", 4, ("", None)),
        ("no order at all", 3, ("", None)),
        ("", 3, ("", None)),
    ],
)
def test_bad_place_is_recorded_as_none(
    order: str, position: int | None, recorded: tuple[str, int | None]
) -> None:
    assert known_place(order, position) == recorded
