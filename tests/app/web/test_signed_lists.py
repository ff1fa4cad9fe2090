"""Signed lists and appeal sheets as files: only for whom the matrix says, never kept, always on record."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.domain.plan import PlanId
from app.domain.round_event import RoundEventKind
from app.exchange.signed_list_comparison import file_digest
from app.exchange.signed_list_reading import read_signed_list
from tests.app.web.conftest import Served
from tests.app.web.web_round import ASSIGNED, PLAN_ID

SignIn = Callable[[str], httpx.Client]
NOT_FOUND = {"reason": "not_found"}
LIST = f"/export/list/{PLAN_ID}"
APPEAL = f"/export/appeal/{PLAN_ID}/{ASSIGNED}"


def _recorded(served: Served) -> list[str]:
    events = served.workbench.store.load_round_events(PlanId(PLAN_ID), RoundEventKind.SIGNED_LIST)
    return [str(event.content["file_sha256"]) for event in events]


@pytest.mark.parametrize("name", ["chair", "office"])
@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv", "json"])
def test_list_is_an_attachment_never_kept_and_on_record(
    signed_in: SignIn, served: Served, name: str, form: str
) -> None:
    answer = signed_in(name).get(f"{LIST}.{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="list-plan-computing-r1-')
    assert answer.headers["cache-control"] == "private, no-store"
    assert read_signed_list(answer.content).form == form
    assert _recorded(served)[-1] == file_digest(answer.content)


@pytest.mark.parametrize("name", ["reviewer", "researcher"])
@pytest.mark.parametrize("address", [f"{LIST}.pdf", f"{APPEAL}.pdf"])
def test_who_may_not_gets_nothing(signed_in: SignIn, served: Served, name: str, address: str) -> None:
    before = _recorded(served)
    answer = signed_in(name).get(address)
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
    assert _recorded(served) == before


@pytest.mark.parametrize(
    "address",
    [
        f"{LIST}.docx",
        f"{LIST}.json?as_of=yesterday",
        f"{LIST}.json?as_of=2026-05-20T09:00:00",
        f"{LIST}.json?as_of=2001-01-01T00:00:00%2B00:00",
        f"{LIST}.json?selection=status:nobody",
        f"{LIST}.json?selection=list:nobody",
        "/export/list/no-such-plan.json",
        f"{APPEAL}.xlsx",
        f"/export/appeal/{PLAN_ID}/nobody.pdf",
    ],
)
def test_what_is_not_there_is_not_found(signed_in: SignIn, address: str) -> None:
    answer = signed_in("office").get(address)
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_appeal_sheet_is_an_attachment_and_logged(signed_in: SignIn, served: Served, form: str) -> None:
    answer = signed_in("office").get(f"{APPEAL}.{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="appeal-')
    assert answer.headers["cache-control"] == "private, no-store"
    assert served.workbench.store.load_log()[0].action == "appeal_sheet_opened"


def test_who_is_not_signed_in_gets_nothing(visitor: httpx.Client) -> None:
    answer = visitor.get(f"{LIST}.csv", headers={"accept": "*/*"})
    assert (answer.status_code, answer.content) == (401, b"")
