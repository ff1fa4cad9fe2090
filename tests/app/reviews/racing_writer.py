"""A program that saves reviews in a process of its own: ``python -m tests.app.reviews.racing_writer``."""

from __future__ import annotations

import sys
import time

from app.reviews.sql_store import open_store
from app.reviews.store import Saved
from tests.app.reviews.records import make_review


def race(url: str, name: str, starts_at: float) -> None:
    """Save one review at the agreed moment; print ``saved`` or the two scores of a stale save."""
    store = open_store(url)
    time.sleep(max(0.0, starts_at - time.time()))
    outcome = store.save_review(make_review(name), seen_revision=0, event_id=f"event-{name}")
    if isinstance(outcome, Saved):
        print("saved", name)
    else:
        (stored,), (offered,) = outcome.stored.scores.values(), outcome.offered.scores.values()
        print("stale", stored, offered)
    store.close()


def save_for_ever(url: str) -> None:
    """Save one revision after another, saying each number only after it was acknowledged."""
    store = open_store(url)
    seen = 0
    while True:
        outcome = store.save_review(make_review(str(seen)), seen_revision=seen, event_id=f"event-{seen}")
        if not isinstance(outcome, Saved):
            raise SystemExit("somebody else saved")
        seen = outcome.value.revision
        print(seen, flush=True)


def open_only(url: str) -> None:
    """Open the store, which migrates it, and close it."""
    open_store(url).close()


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "race":
        race(arguments[0], arguments[1], float(arguments[2]))
    elif command == "open":
        open_only(*arguments)
    else:
        save_for_ever(*arguments)
