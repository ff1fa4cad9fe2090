"""Marks of a keyword in a text, compared the way the search compares."""

from __future__ import annotations

import pytest

from app.domain.marked_text import CONTEXT, WIDEST, Pieces, marked_pieces


@pytest.mark.parametrize(
    ("text", "keyword", "pieces"),
    [
        ("參加數學競賽", "數學", (("參加", False), ("數學", True), ("競賽", False))),
        ("Ｐｙｔｈｏｎ 程式", "python", (("Ｐｙｔｈｏｎ", True), (" 程式", False))),
        ("臺北市", "台北", (("臺北", True), ("市", False))),
        ("數 學", "數學", (("數 學", True),)),
        ("甲乙丙", "甲 丙", (("甲", True), ("乙", False), ("丙", True))),
        ("aaa", "aa", (("aaa", True),)),
        ("<b>數學</b>", "數學", (("<b>", False), ("數學", True), ("</b>", False))),
        ("沒有", "數學", (("沒有", False),)),
    ],
)
def test_marked_pieces(text: str, keyword: str, pieces: Pieces) -> None:
    assert marked_pieces(text, keyword.split()) == pieces


def test_marked_pieces_cut_a_long_text_around_the_mark() -> None:
    pieces = marked_pieces("前" * 100 + "數學" + "後" * 100, ["數學"])
    assert pieces == (
        ("…", False),
        ("前" * CONTEXT, False),
        ("數學", True),
        ("後" * CONTEXT, False),
        ("…", False),
    )


def test_marked_pieces_of_a_page_stay_near_the_first_mark() -> None:
    pieces = marked_pieces("數學" + "甲" * 2 * WIDEST + "數學", ["數學"])
    assert pieces == (("數學", True), ("甲" * CONTEXT, False), ("…", False))
