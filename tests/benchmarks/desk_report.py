"""What a load on the desk came to, as lines of figures beside what was hoped for."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.benchmarks.desk_stopwatch import Timing

AIMS = {30: (250, 600), 60: (400, None)}
"""Milliseconds in the browser, median and 95th percentile, by the number of reviewers."""
SETTLING_SHARE = 0.5
"""Memory of the first part of a run is that of caches filling up; what leaks goes on afterwards."""
SHOWN = 12
"""So many figures of memory, spread over the run."""


@dataclass
class Load:
    """One measured run: figures of the server, of its reviewers, and what went wrong."""

    reviewers: int
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    idle_mb: float = 0.0
    opened_mb: float = 0.0
    memory: list[tuple[float, float]] = field(default_factory=list)
    """Minutes since the start, megabytes."""
    browser: dict[str, list[float]] = field(default_factory=dict)
    runs: list[tuple[str, float, float, float, int]] = field(default_factory=list)
    confirmed: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)


def report(load: Load) -> Iterator[str]:
    """Every figure of a load."""
    median_aim, p95_aim = AIMS.get(load.reviewers, (None, None))
    yield f"{load.reviewers} reviewers, {load.seconds / 60:.1f} minutes"
    for name, milliseconds in load.browser.items():
        yield Timing(f"Chromium, {name}", milliseconds, median_aim, p95_aim).line()
    yield from _runs(load)
    yield from _server(load)
    yield from _memory(load)
    yield f"saves confirmed {load.confirmed}; {_counts('lost or crossed', load.problems)}"
    yield _counts("errors", load.errors)


def settled(memory: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """The second half of what was seen."""
    return memory[int(len(memory) * SETTLING_SHARE) :]


def slope_per_minute(memory: Sequence[tuple[float, float]]) -> float | None:
    """Megabytes a minute over the second half, by least squares; None while there is too little to say."""
    if len(settled(memory)) < 2:
        return None
    minutes, megabytes = zip(*settled(memory), strict=True)
    return statistics.linear_regression(minutes, megabytes).slope


def _runs(load: Load) -> Iterator[str]:
    kinds = dict.fromkeys(run[0] for run in load.runs)
    for kind in kinds:
        mine = [run for run in load.runs if run[0] == kind]
        size = statistics.mean(run[4] for run in mine) / 1024
        yield f"{Timing(f'websocket, {kind}', [run[2] * 1000 for run in mine], None, None).line()}{size:6.0f} KiB"


def _server(load: Load) -> Iterator[str]:
    acts = sum(run[0] != "open" for run in load.runs) + sum(map(len, load.browser.values()))
    each = load.cpu_seconds / max(acts, 1) * 1000
    share = load.cpu_seconds / max(load.seconds, 1) * 100
    yield f"server: {each:.0f} ms of processor a run, {share:.0f} % of one core, {acts} runs"
    growth = (load.opened_mb - load.idle_mb) / load.reviewers
    yield f"memory: {load.idle_mb:.0f} MB with one desk, {load.opened_mb:.0f} MB with all: {growth:.1f} MB a session"


def _memory(load: Load) -> Iterator[str]:
    memory = load.memory
    if memory:
        shown = [*memory[:: max(1, len(memory) // SHOWN)], memory[-1]]
        yield "memory by minute: " + "  ".join(f"{minute:.1f}: {mb:.0f}" for minute, mb in shown)
    slope = slope_per_minute(memory)
    if slope is not None:
        minutes = memory[-1][0] - settled(memory)[0][0]
        share = slope * minutes / settled(memory)[0][1] * 100
        runs = max(1, len(load.runs)) * minutes / max(load.seconds / 60, minutes)
        yield (
            f"memory over the second half: {slope:+.2f} MB a minute, {share:+.1f} % in all, "
            f"{slope * minutes / runs * 1000:+.1f} MB in a thousand runs"
        )


def _counts(name: str, counts: Mapping[str, int]) -> str:
    return f"{name}: " + (", ".join(f"{kind} {count}" for kind, count in sorted(counts.items())) or "none")
