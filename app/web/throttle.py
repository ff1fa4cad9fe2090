"""Slows down guessing: after five failures the same name from the same address must wait, longer each time;
after twenty the name must wait wherever the next guess comes from.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

FREE_FAILURES = 5
FREE_FAILURES_ANYWHERE = 20
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 900
FORGET_AFTER_SECONDS = 3600
MOST_REMEMBERED = 10_000

Key = tuple[str, str]
ANYWHERE = "*"
"""Stands in a key for every address; no client has it."""


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
        return max(
            self._wait(_key(name, address), free=FREE_FAILURES),
            self._wait(_key(name, ANYWHERE), free=FREE_FAILURES_ANYWHERE),
        )

    def note_failure(self, name: str, address: str) -> None:
        """Count one more failure, of this address and of the name."""
        with self._lock:
            self._forget_old()
            for key in (_key(name, address), _key(name, ANYWHERE)):
                before = self._failures.get(key)
                self._failures[key] = _Failures((before.count if before else 0) + 1, self._clock())

    def note_success(self, name: str, address: str) -> None:
        """Forgive: the person knows the password. Guesses from elsewhere stay counted, only this one is not."""
        with self._lock:
            own = self._failures.pop(_key(name, address), None)
            anywhere = self._failures.get(_key(name, ANYWHERE))
            if own is not None and anywhere is not None:
                left = max(0, anywhere.count - own.count)
                self._failures[_key(name, ANYWHERE)] = _Failures(left, anywhere.last_at)

    def _wait(self, key: Key, *, free: int) -> int:
        with self._lock:
            failures = self._failures.get(key)
        if failures is None or failures.count < free:
            return 0
        remaining = failures.last_at + _wait_after(failures.count - free) - self._clock()
        return max(0, round(remaining + 0.5))

    def _forget_old(self) -> None:
        horizon = self._clock() - FORGET_AFTER_SECONDS
        if len(self._failures) >= MOST_REMEMBERED:
            horizon = sorted(each.last_at for each in self._failures.values())[MOST_REMEMBERED // 2]
        self._failures = {key: each for key, each in self._failures.items() if each.last_at > horizon}


def _key(name: str, address: str) -> Key:
    # Full-width and upper-case spellings are the same name to the store, so they are here.
    return unicodedata.normalize("NFKC", name).strip().casefold(), address


def _wait_after(beyond: int) -> int:
    doubled: int = FIRST_WAIT_SECONDS * 2 ** min(beyond, 10)
    return min(doubled, LONGEST_WAIT_SECONDS)
