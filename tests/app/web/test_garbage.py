"""Collections of everything happen at set times, and only then."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator
from contextlib import suppress

import pytest

from app.web import garbage


class _Circle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _usual_rule() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_no_allocation_leads_to_a_collection_of_everything() -> None:
    garbage.collect_seldom()
    before = gc.get_stats()[2]["collections"]
    kept = [[each] for each in range(garbage.YOUNG * garbage.MIDDLE * 4)]
    stats = gc.get_stats()
    assert len(kept) == garbage.YOUNG * garbage.MIDDLE * 4
    assert stats[2]["collections"] == before


def test_what_has_grown_old_in_a_circle_goes_at_the_set_time(monkeypatch: pytest.MonkeyPatch) -> None:
    garbage.collect_seldom()
    monkeypatch.setattr(garbage, "EVERY_SECONDS", 0.01)
    circle = _Circle()
    gone = weakref.ref(circle)
    # Twice looked at and still in use: from now on only a collection of everything finds it.
    gc.collect(1)
    gc.collect(1)
    del circle
    gc.collect(1)
    assert gone() is not None

    async def wait_a_little() -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(garbage.collect_everything_now_and_then(), timeout=0.2)

    asyncio.run(wait_a_little())
    assert gone() is None
