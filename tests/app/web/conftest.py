"""The workbench served for real on a free port, once a test process; browsers that sign in."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import httpx
import pytest

from app.web.server import server_of
from app.workbench import Workbench
from tests.app.web.web_round import PASSWORD, make_round

SCREEN = Path(__file__).with_name("screen.py")
START_SECONDS = 30


@dataclass(frozen=True)
class Served:
    """A running workbench and its address."""

    workbench: Workbench
    url: str
    host: str


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real server with a small screen; the screens' runtime is one a process, so it is shared."""
    workbench = make_round(tmp_path_factory.mktemp("round"))
    server = server_of(workbench, script=SCREEN)
    listener = socket.create_server(("127.0.0.1", 0))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    deadline = monotonic() + START_SECONDS
    while not server.started and monotonic() < deadline:
        sleep(0.02)
    host = f"127.0.0.1:{listener.getsockname()[1]}"
    yield Served(workbench, f"http://{host}", host)
    server.should_exit = True
    thread.join(START_SECONDS)
    workbench.store.close()


@pytest.fixture
def visitor(served: Served) -> Iterator[httpx.Client]:
    """A browser that is not signed in; it sends the origin a real one would. No TLS here, so no certificates to load."""
    headers = {"origin": served.url, "accept": "text/html"}
    with httpx.Client(base_url=served.url, headers=headers, timeout=30, verify=False) as client:
        yield client


@pytest.fixture
def signed_in(visitor: httpx.Client) -> Callable[[str], httpx.Client]:
    """The same browser after signing in by name."""

    def sign_in(name: str) -> httpx.Client:
        answer = visitor.post("/sign-in", data={"name": name, "password": PASSWORD})
        assert answer.status_code == 303
        return visitor

    return sign_in
