"""The door that says a query in words: for signed-in people, and about nothing but what they typed."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

SignIn = Callable[[str], httpx.Client]
ADDRESS = "/search/explanation"


def test_query_is_said_in_words(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").post(ADDRESS, json={"text": "競賽:全國 成積:x", "language": "zh"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.json() == {
        "conditions": [
            {"text": "競賽紀錄含「全國」", "verdict": ""},
            {"text": "任一文字含「成積:x」", "verdict": ""},
        ],
        "problems": [{"text": "「成積:x」不是欄位，照字面查", "piece": "成積:x", "use": "成績:x"}],
    }


def test_stranger_is_told_nothing(visitor: httpx.Client) -> None:
    answer = visitor.post(ADDRESS, json={"text": "甲", "language": "zh"}, headers={"accept": "*/*"})
    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b'{"text": "x"}',
        b'{"text": "x", "language": "fr"}',
        b"\xff",
        b'"' + b"x" * 9000,
    ],
)
def test_what_is_no_question_is_refused(signed_in: SignIn, sent: bytes) -> None:
    answer = signed_in("reviewer").post(ADDRESS, content=sent)
    assert (answer.status_code, answer.content) == (400, b"")
