"""The door that takes where one stopped in a document: for who may open it, from our own pages, one's own alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

import httpx
import pytest

from app.domain.people import PersonId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.round_phase import PHASES, Phase, content_of
from app.workbench import Workbench
from tests.app.web.conftest import Served
from tests.app.web.web_round import APPLICATIONS, PLAN_ID

SignIn = Callable[[str], httpx.Client]
NOT_FOUND = {"reason": "not_found"}
PATIENCE = 10


def pages_of(served: Served, name: str) -> dict[str, int]:
    """The pages kept for a person by application, after what waits to be written."""
    done = Event()
    served.workbench.aside.write(object(), done.set)
    assert done.wait(PATIENCE)
    store = served.workbench.store
    kept = (store.load_document_pages(PersonId(f"p-{name}"), each) for each in APPLICATIONS)
    return {page.application_id: page.page_number for pages in kept for page in pages[:1]}


@contextmanager
def closed(workbench: Workbench) -> Iterator[None]:
    """The round of the plan is closed until the block ends."""

    def enter(phase: Phase) -> None:
        before = workbench.store.find_round_event(PLAN_ID, RoundEventKind.PHASE, "")
        revision = before.revision if before else 0
        content = content_of(PHASES[phase], "")
        event = RoundEvent(
            f"{phase}-{revision}", PLAN_ID, RoundEventKind.PHASE, "", revision + 1, content, None
        )
        workbench.store.save_round_event(event, seen_revision=revision)

    enter(Phase.CLOSED)
    try:
        yield
    finally:
        enter(Phase.FIRST_READING)


def test_page_is_told_to_who_stopped_there_and_to_nobody_else(signed_in: SignIn, served: Served) -> None:
    reviewer = signed_in("reviewer")
    answer = reviewer.post("/evidence/pdf-text/stopped/3")
    assert (answer.status_code, answer.content) == (204, b"")
    assert pages_of(served, "reviewer")["app-1"] == 3
    assert reviewer.get("/evidence/pdf-text/pages").json()["stopped_at"] == 3
    chair = signed_in("chair")
    assert "stopped_at" not in chair.get("/evidence/pdf-text/pages").json()
    assert chair.post("/evidence/pdf-text/stopped/2").status_code == 204
    assert (pages_of(served, "chair")["app-1"], pages_of(served, "reviewer")["app-1"]) == (2, 3)


@pytest.mark.parametrize(
    ("name", "key"),
    [("reviewer", "pdf-2"), ("reviewer", "pdf-3"), ("chair", "pdf-4"), ("researcher", "pdf-1")],
)
def test_who_may_not_open_a_file_stops_on_no_page_of_it(
    signed_in: SignIn, served: Served, name: str, key: str
) -> None:
    before = pages_of(served, name)
    answer = signed_in(name).post(f"/evidence/{key}/stopped/2")
    assert (answer.status_code, answer.json(), pages_of(served, name)) == (404, NOT_FOUND, before)


def test_who_is_not_signed_in_gets_nothing(visitor: httpx.Client) -> None:
    answer = visitor.post("/evidence/pdf-1/stopped/2")
    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", ""])
def test_post_from_elsewhere_is_refused(signed_in: SignIn, served: Served, origin: str) -> None:
    before = pages_of(served, "reviewer")
    answer = signed_in("reviewer").post("/evidence/pdf-1/stopped/2", headers={"origin": origin})
    assert (answer.status_code, answer.json()) == (403, {"reason": "foreign"})
    assert pages_of(served, "reviewer") == before


@pytest.mark.parametrize("page", ["0", "-1", "x", "5001", "99999999999999999999", "1.5"])
def test_what_can_be_no_page_is_not_kept(signed_in: SignIn, served: Served, page: str) -> None:
    before = pages_of(served, "office")
    answer = signed_in("office").post(f"/evidence/pdf-2/stopped/{page}")
    assert (answer.status_code, pages_of(served, "office")) == (404, before)


def test_address_that_is_only_looked_at_changes_nothing(signed_in: SignIn, served: Served) -> None:
    signed_in("office").get("/evidence/pdf-3/stopped/1")
    assert "app-3" not in pages_of(served, "office")


def test_who_still_may_read_in_a_closed_round_still_has_a_place(signed_in: SignIn, served: Served) -> None:
    reviewer = signed_in("reviewer")
    with closed(served.workbench):
        assert reviewer.post("/evidence/pdf-text/stopped/1").status_code == 204
        assert reviewer.post("/evidence/pdf-2/stopped/1").status_code == 404
        assert pages_of(served, "reviewer") == {"app-1": 1}
