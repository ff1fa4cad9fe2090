"""The announcement as a page and a file: only who may see the plan, only what was announced, each opening logged."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.domain.people import PersonId
from tests.app.web.conftest import Served
from tests.app.web.web_round import COMPUTING

SignIn = Callable[[str], httpx.Client]
NOT_FOUND = {"reason": "not_found"}
ADDRESS = f"/export/announcement/{COMPUTING}"


@pytest.mark.parametrize("name", ["chair", "office", "reviewer", "researcher"])
@pytest.mark.parametrize(
    "path", [f"{ADDRESS}.html", f"{ADDRESS}.json", f"{ADDRESS}.exe", "/export/announcement/0.json"]
)
def test_nothing_announced_unknown_and_refused_are_one_answer(
    signed_in: SignIn, name: str, path: str
) -> None:
    answer = signed_in(name).get(path)
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


def test_who_is_not_signed_in_gets_nothing(visitor: httpx.Client) -> None:
    answer = visitor.get(f"{ADDRESS}.json", headers={"accept": "*/*"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_refusal_is_logged_and_opening_is_not_claimed(signed_in: SignIn, served: Served) -> None:
    signed_in("researcher").get(f"{ADDRESS}.json")
    own = [
        (each.action, each.object_key)
        for each in served.workbench.store.load_log(limit=1000)
        if each.person_id == PersonId("p-researcher")
    ]
    assert ("refused", str(COMPUTING)) in own
    assert "export_notice" not in {action for action, _ in own}
