"""The garbage collector rests for a stretch, and is left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from app.workflows.paused_collector import paused_collector


@pytest.fixture(autouse=True)
def woken_collector() -> Iterator[None]:
    """Whatever a test does, the next one has its collector."""
    yield
    gc.enable()


def paused_state() -> bool:
    """Whether the collector works, raised out of a pause."""
    with paused_collector():
        raise InterruptedError(gc.isenabled())


def test_collector_rests_inside_and_works_again_after_an_error() -> None:
    with pytest.raises(InterruptedError, match="False"):
        paused_state()
    assert gc.isenabled()


def test_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with paused_collector():
        pass
    assert not gc.isenabled()
