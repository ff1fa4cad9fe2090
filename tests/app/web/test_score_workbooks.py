"""The own score workbook as a file: only for whom there is something to score."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tests.app.web.web_round import PLAN_ID

SignIn = Callable[[str], httpx.Client]
ADDRESS = f"/export/scores/{PLAN_ID}.xlsx"


def test_reviewer_takes_the_own_workbook(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get(ADDRESS)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="scores-plan-computing-r1.xlsx"'
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.content[:2] == b"PK"


@pytest.mark.parametrize("name", ["office", "researcher"])
def test_who_scores_nothing_gets_nothing(signed_in: SignIn, name: str) -> None:
    answer = signed_in(name).get(ADDRESS)
    assert (answer.status_code, answer.json()) == (404, {"reason": "not_found"})


def test_unknown_plan_is_not_found(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get("/export/scores/no-such-plan.xlsx")
    assert (answer.status_code, answer.json()) == (404, {"reason": "not_found"})


def test_who_is_not_signed_in_gets_nothing(visitor: httpx.Client) -> None:
    answer = visitor.get(ADDRESS, headers={"accept": "*/*"})
    assert (answer.status_code, answer.content) == (401, b"")
