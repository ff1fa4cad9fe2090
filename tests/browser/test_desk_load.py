"""Reviewers over true websockets: what they believe saved is in the store, once, under their own names."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from tests.benchmarks.desk_client import Told, work
from tests.benchmarks.desk_saves import load_events, problems_of_saves
from tests.browser.served_round import ServedRound

PLACES = ["reviewer1?programme=999101", "reviewer2?programme=999101"]


def test_what_reviewers_believe_saved_is_in_the_store(served: ServedRound) -> None:
    store = served.settings.store
    before = load_events(store)
    # A browser of another test may hold this thread's loop.
    with ThreadPoolExecutor(1) as aside:
        told = aside.submit(lambda: asyncio.run(work(served.address, PLACES, seconds=4, think=0.2))).result()
    saves = [save for each in told for save in each.saves]
    after = load_events(store)
    assert _errors(told) == {}
    assert len(after) - len(before) == sum(save.is_confirmed for save in saves) > 0
    assert problems_of_saves(saves, before=before, after=after) == {}
    # The check itself must see what it looks for.
    first, *others = saves
    crossed = replace(first, application_id="another")
    lost = replace(first, event_id="lost")
    changed = replace(first, comment="another")
    found = [
        problems_of_saves([each, *others], before=before, after=after) for each in (crossed, lost, changed)
    ]
    assert found == [{"under another name": 1}, {"lost": 1, "never sent": 1}, {"other values": 1}]


def _errors(told: list[Told]) -> dict[str, int]:
    return {kind: count for each in told for kind, count in each.errors.items()}
