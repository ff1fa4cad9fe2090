"""The data-quality report: for those who may see every programme's problems, with nothing in it allowed to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from app.domain.people import PersonId
from tests.app.web.conftest import Served

SignIn = Callable[[str], httpx.Client]
NOT_FOUND = {"reason": "not_found"}
PAGE = "<!DOCTYPE html><title>報告</title>"


@pytest.fixture
def report(served: Served) -> Iterator[Path]:
    """A report beside the snapshot."""
    snapshot_id = served.workbench.current_snapshot_id()
    path = served.workbench.settings.snapshots / f"evidence-{snapshot_id}.html"
    path.write_text(PAGE, encoding="utf-8")
    yield path
    path.unlink()


def _address(served: Served) -> str:
    return f"/quality/{served.workbench.current_snapshot_id()}.html"


def _openings(served: Served, name: str) -> int:
    found = served.workbench.store.load_log(limit=1000)
    key = f"snapshot/{served.workbench.current_snapshot_id()}"
    wanted = (PersonId(f"p-{name}"), "quality_report_opened", key)
    return [(each.person_id, each.action, each.object_key) for each in found].count(wanted)


@pytest.mark.usefixtures("report")
def test_office_reads_the_report_and_it_is_logged(signed_in: SignIn, served: Served) -> None:
    before = _openings(served, "office")
    answer = signed_in("office").get(_address(served))
    assert (answer.status_code, answer.text) == (200, PAGE)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert policy.endswith("; sandbox")
    assert _openings(served, "office") == before + 1


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize("name", ["chair", "reviewer", "researcher"])
def test_who_may_not_see_every_problem_gets_nothing(signed_in: SignIn, served: Served, name: str) -> None:
    answer = signed_in(name).get(_address(served))
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
    assert _openings(served, name) == 0


@pytest.mark.usefixtures("report")
def test_who_is_not_signed_in_gets_nothing(visitor: httpx.Client, served: Served) -> None:
    answer = visitor.get(_address(served), headers={"accept": "*/*"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_snapshot_without_a_report_is_not_found(signed_in: SignIn, served: Served) -> None:
    answer = signed_in("office").get(_address(served))
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize("name", ["0" * 16, "*"])
def test_other_names_are_not_found(signed_in: SignIn, name: str) -> None:
    assert signed_in("office").get(f"/quality/{name}.html").status_code == 404
