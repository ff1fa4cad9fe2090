"""Fixtures of browser tests and journeys: one Chromium a process, one served round a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, sync_playwright

from tests import sample_round
from tests.browser.served_round import CHROMIUM, CHROMIUM_FLAGS, ServedRound, Visitor, serve, visit

Visit = Callable[[str | None], Visitor]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; where it is missing the tests fail."""
    if not Path(CHROMIUM).exists():
        pytest.fail("chromium is missing: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served(
    round_template: Path, sample_snapshots: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServedRound]:
    """A demo round of this module's own, served."""
    folder = tmp_path_factory.mktemp("served")
    workbench = sample_round.copy_of_round(round_template, snapshots=sample_snapshots, folder=folder)
    workbench.store.close()
    with serve(workbench.settings) as answering:
        yield answering


@pytest.fixture
def arrive(chromium: Browser, served: ServedRound) -> Iterator[Visit]:
    """Let people arrive, each with a browser of their own; nobody stopped anywhere before the test began."""
    _forget_places(served)
    visitors: list[Visitor] = []

    def arriving(sign_in_name: str | None, *, width: int = 1440, height: int = 900) -> Visitor:
        visitors.append(visit(chromium, served, sign_in_name, width=width, height=height))
        return visitors[-1]

    yield arriving
    for visitor in visitors:
        visitor.context.close()


def _forget_places(served: ServedRound) -> None:
    engine = sa.create_engine(served.settings.store)
    with engine.begin() as connection:
        for table in ("reading_place", "document_page"):
            connection.execute(sa.text(f"delete from {table}"))
    engine.dispose()
