"""Ranked lists as files: only who may take them away gets one, under a plain name, and each is logged."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.domain.people import PersonId
from tests.app.web.conftest import Served
from tests.app.web.web_round import APPLICATIONS, COMPUTING, PLAN_ID, STATUS

SignIn = Callable[[str], httpx.Client]
NOT_FOUND = {"reason": "not_found"}
ADDRESS = f"/export/ranking/{PLAN_ID}"


def _actions(served: Served, name: str) -> list[tuple[str, str]]:
    found = served.workbench.store.load_log(limit=1000)
    return [(each.action, each.object_key) for each in found if each.person_id == PersonId(f"p-{name}")]


@pytest.mark.parametrize("name", ["chair", "office"])
@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("json", "application/json"),
    ],
)
def test_list_is_an_attachment_never_kept_and_logged(
    signed_in: SignIn, served: Served, name: str, form: str, media_type: str
) -> None:
    before = _actions(served, name).count(("export_ranking", PLAN_ID))
    answer = signed_in(name).get(f"{ADDRESS}.{form}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.headers["content-disposition"] == f'attachment; filename="ranking-plan-computing-r1.{form}"'
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert _actions(served, name).count(("export_ranking", PLAN_ID)) == before + 1


@pytest.mark.parametrize("name", ["reviewer", "researcher"])
def test_who_may_not_export_gets_nothing_and_the_refusal_is_logged(
    signed_in: SignIn, served: Served, name: str
) -> None:
    before = _actions(served, name)
    answer = signed_in(name).get(f"{ADDRESS}.csv")
    after = _actions(served, name)
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
    assert after.count(("refused", "999101")) == before.count(("refused", "999101")) + 1
    assert ("export_ranking", PLAN_ID) not in after


def test_who_is_not_signed_in_gets_nothing(visitor: httpx.Client) -> None:
    answer = visitor.get(f"{ADDRESS}.csv", headers={"accept": "*/*"})
    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize(
    "path",
    ["/export/ranking/none.csv", f"{ADDRESS}.exe", f"{ADDRESS}.csv?status=none"],
)
def test_unknown_list_is_not_found(signed_in: SignIn, path: str) -> None:
    answer = signed_in("chair").get(path)
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


def test_identity_list_holds_that_identity_and_names_its_place(signed_in: SignIn) -> None:
    answer = signed_in("chair").get(f"{ADDRESS}.json", params={"status": STATUS})
    assert answer.headers["content-disposition"].endswith('"ranking-plan-computing-r1-identity1.json"')
    assert [row["status"] for row in answer.json()["rows"]] == [STATUS]


def test_language_of_the_list_is_the_one_asked_for(signed_in: SignIn) -> None:
    client = signed_in("chair")
    chinese, english = (client.get(f"{ADDRESS}.csv", params={"language": each}).text for each in ("zh", "en"))
    assert ("名次" in chinese, "名次" in english) == (True, False)


def test_other_programmes_never_stand_in_the_list(signed_in: SignIn) -> None:
    rows = signed_in("office").get(f"{ADDRESS}.json").json()["rows"]
    assert len(rows) == list(APPLICATIONS.values()).count(COMPUTING)


def test_unknown_identity_list_is_not_found(signed_in: SignIn) -> None:
    answer = signed_in("chair").get(f"{ADDRESS}.csv", params={"list": "nobody"})
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
