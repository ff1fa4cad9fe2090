"""Slows down guessing: after five failures the same name from the same address must wait, longer each time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

FREE_FAILURES = 5
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 900
FORGET_AFTER_SECONDS = 3600
MOST_REMEMBERED = 10_000

Key = tuple[str, str]


@dataclass(frozen=True)
class _Failures:
    count: int
    last_at: float


class SignInThrottle:
    """Failures by name and address, in memory: a restart forgives, which no guesser can cause."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._failures: dict[Key, _Failures] = {}
        self._lock = Lock()

    def seconds_to_wait(self, name: str, address: str) -> int:
        """How long this name from this address must still wait; 0 means it may try now."""
        with self._lock:
            failures = self._failures.get(_key(name, address))
        if failures is None or failures.count < FREE_FAILURES:
            return 0
        remaining = failures.last_at + _wait_after(failures.count) - self._clock()
        return max(0, round(remaining + 0.5))

    def note_failure(self, name: str, address: str) -> None:
        """Count one more failure."""
        key = _key(name, address)
        with self._lock:
            self._forget_old()
            before = self._failures.get(key)
            self._failures[key] = _Failures((before.count if before else 0) + 1, self._clock())

    def note_success(self, name: str, address: str) -> None:
        """Forgive: the person knows the password."""
        with self._lock:
            self._failures.pop(_key(name, address), None)

    def _forget_old(self) -> None:
        horizon = self._clock() - FORGET_AFTER_SECONDS
        if len(self._failures) >= MOST_REMEMBERED:
            horizon = sorted(each.last_at for each in self._failures.values())[MOST_REMEMBERED // 2]
        self._failures = {key: each for key, each in self._failures.items() if each.last_at > horizon}


def _key(name: str, address: str) -> Key:
    # Full-width and upper-case spellings are the same name to the store, so they are here.
    return unicodedata.normalize("NFKC", name).strip().casefold(), address


def _wait_after(count: int) -> int:
    doubled: int = FIRST_WAIT_SECONDS * 2 ** min(count - FREE_FAILURES, 10)
    return min(doubled, LONGEST_WAIT_SECONDS)
