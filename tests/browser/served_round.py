"""A workbench served to a real browser: a copy of the demo round, a port of its own, people who sign in."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

from app.settings import Settings

START_SECONDS = 90
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@dataclass(frozen=True)
class ServedRound:
    """Where the workbench answers, and with what it was started."""

    address: str
    settings: Settings
    process_id: int = 0


@contextmanager
def serve(settings: Settings, *, port: int | None = None) -> Iterator[ServedRound]:
    """``python -m app serve`` as its own process until the block ends; at ``port``, or where there is room."""
    port = port or _free_port()
    command = [sys.executable, "-m", "app", "serve", "--demo", "--port", str(port)]
    command += ["--snapshots", str(settings.snapshots), "--store", settings.store]
    environment = {**os.environ, "REVIEW_CACHE": str(settings.cache)}
    log = settings.cache.parent / f"server-{port}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=output, env=environment, cwd=Path(__file__).parents[2]
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_healthy(address, process, log)
            yield ServedRound(address, settings, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped: {log.read_text(encoding='utf-8')[-2000:]}")
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the server did not answer in time")


@dataclass
class Visitor:
    """A person at a browser of their own; keeps every foreign address and every page error it saw."""

    page: Page
    context: BrowserContext
    served: ServedRound
    foreign: list[str]
    errors: list[str]

    def open(self, path: str) -> None:
        """Go to a path of the workbench and wait until the screen stands still."""
        self.page.goto(self.served.address + path)
        self.settle()

    def settle(self) -> None:
        """Wait until the script behind the screen has run."""
        self.page.wait_for_selector('[data-testid="stApp"]')
        self.page.wait_for_function(
            """() => { const app = document.querySelector('[data-testid="stApp"]');
            return app && app.getAttribute('data-test-script-state') === 'notRunning'
              && app.getAttribute('data-test-connection-state') === 'CONNECTED'; }"""
        )


def visit(
    browser: Browser, served: ServedRound, sign_in_name: str | None, *, width: int = 1440, height: int = 900
) -> Visitor:
    """A fresh browser, signed in with the demo password unless the name is None."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-TW")
    context.set_default_timeout(20_000)
    page = context.new_page()
    visitor = Visitor(page, context, served, foreign=[], errors=[])
    page.on("request", lambda request: _note_foreign(visitor, request))
    page.on("response", lambda response: _note_error(visitor, response))
    page.on("pageerror", lambda error: visitor.errors.append(str(error)))
    if sign_in_name is not None:
        page.goto(f"{served.address}/sign-in")
        page.fill('form:has(input[type="password"]) input[name="name"]', sign_in_name)
        page.fill('input[type="password"]', "demo")
        page.click('form:has(input[type="password"]) button[type="submit"]')
        page.wait_for_url(lambda address: "/sign-in" not in address)
        visitor.settle()
    return visitor


def _note_foreign(visitor: Visitor, request: Request) -> None:
    own = visitor.served.address.removeprefix("http://")
    if not request.url.startswith((f"http://{own}", f"ws://{own}", "data:", "blob:")):
        visitor.foreign.append(request.url)


def _note_error(visitor: Visitor, response: Response) -> None:
    if response.status >= 500:
        visitor.errors.append(f"{response.status} {response.url}")
