"""Thirty reviewers at the desk at once, one of them in a real Chromium: waiting times, lost saves, memory.

Run as ``python -m tests.benchmarks.desk_load_benchmark [--reviewers 30] [--minutes 3] [--soak-minutes 30]``. Every
reviewer acts about every ten seconds over a true websocket: reads the next applicant, changes category, saves. At
the end the store is read: each save that was believed saved must be there once, with its values, under its names.

What memory does in hours is seen in minutes with ``--think 0.3``: as many runs as the server has time for. Waiting
times then say nothing; the growth over the second half, by minute and by run, does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from app.evidence.questions import load_applications
from app.evidence.snapshot import find_current_snapshot, open_snapshot
from app.settings import Settings
from tests.benchmarks.desk_client import READY, SentSave
from tests.benchmarks.desk_report import Load, report
from tests.benchmarks.desk_round import PROGRAMME, add_round_options, desk_round, sign_in_name
from tests.benchmarks.desk_saves import load_events, problems_of_saves
from tests.benchmarks.desk_stopwatch import CATEGORY, LONGEST_MILLISECONDS, NEXT, start_at, timed
from tests.benchmarks.process_meter import cpu_seconds, resident_mb
from tests.browser.served_round import CHROMIUM, CHROMIUM_FLAGS, ServedRound, serve, visit

ROOT = Path(__file__).parents[2]
PATH = f"programme={PROGRAMME}"
MEMORY_SECONDS = 10.0
READING_SECONDS = 3.0
"""Between two actions in Chromium: more often than the others, for the sake of the number of timings."""


@dataclass
class Clients:
    """The process of the reviewers without a screen; its answer is the last line it prints."""

    process: subprocess.Popen[str]
    answer: str = ""

    def finish(self, load: Load) -> list[SentSave]:
        """Wait until they have gone home; their runs and errors go into ``load``."""
        self.answer = self.process.communicate()[0].strip()
        if self.process.returncode != 0:
            load.errors["reviewers' process failed"] += 1
            return []
        told = json.loads(self.answer)
        for each in told:
            load.runs += [tuple(run) for run in each["runs"]]
            load.errors.update(each["errors"])
        return [SentSave(**save) for each in told for save in each["saves"]]


@contextmanager
def reviewers(address: str, places: Sequence[str], *, seconds: float, think: float) -> Iterator[Clients]:
    """Reviewers at work, from when every desk of theirs stands."""
    command = [sys.executable, "-m", "tests.benchmarks.desk_client", "--address", address]
    command += ["--seconds", str(seconds), "--think", str(think), *places]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        if process.stdout is None or process.stdout.readline().strip() != READY:
            raise RuntimeError("the reviewers did not get to their desks")
        yield Clients(process)
    finally:
        process.terminate()
        process.wait()


@dataclass
class Watch:
    """Times the browser and looks at the server's memory every few seconds."""

    page: Page
    process_id: int
    begun: float = field(default_factory=time.monotonic)

    def look(self, load: Load, name: str, *, seconds: float) -> None:
        """Act and look for so long; timings are kept under ``name``."""
        end, turn = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            kind = (NEXT, CATEGORY)[turn % 2]
            load.browser.setdefault(f"{kind}{name}", []).append(self._time(load, kind, turn // 2))
            self._note_memory(load)
            turn += 1

    def _time(self, load: Load, kind: str, turn: int) -> float:
        """Milliseconds of one action; one that gets no answer counts as long as it was waited for."""
        try:
            return timed(self.page, kind, 1, warm_up=0, first=turn, pause=READING_SECONDS)[0]
        except TimeoutError:
            load.errors[f"Chromium, {kind}: no answer in ten seconds"] += 1
            return LONGEST_MILLISECONDS

    def _note_memory(self, load: Load) -> None:
        minutes = (time.monotonic() - self.begun) / 60
        if minutes * 60 >= len(load.memory) * MEMORY_SECONDS:
            load.memory.append((minutes, resident_mb(self.process_id)))


def places_of(settings: Settings, count: int) -> list[str]:
    """Who sits where: the second reviewer and those after, spread over the programme."""
    snapshot_id = find_current_snapshot(settings.snapshots)
    assert snapshot_id is not None
    applications = load_applications(open_snapshot(settings.snapshots, snapshot_id), PROGRAMME)
    chosen = [applications[place * len(applications) // count].application_id for place in range(count)]
    return [f"{sign_in_name(place + 2)}?{PATH}&app={each}" for place, each in enumerate(chosen)]


def measure(page: Page, served: ServedRound, options: argparse.Namespace, *, count: int) -> Load:
    """Everything of one load of so many reviewers, the reading of the store included."""
    load = Load(count, idle_mb=resident_mb(served.process_id))
    phases = [("", options.minutes * 60), (" (soak)", options.soak_minutes * 60)]
    seconds = sum(length for _, length in phases)
    places = places_of(served.settings, count)
    before = load_events(served.settings.store)
    with reviewers(served.address, places, seconds=seconds, think=options.think) as working:
        load.opened_mb, used = resident_mb(served.process_id), cpu_seconds(served.process_id)
        watch = Watch(page, served.process_id)
        for name, length in phases:
            watch.look(load, name, seconds=length)
        load.seconds = time.monotonic() - watch.begun
        load.cpu_seconds = cpu_seconds(served.process_id) - used
        saves = working.finish(load)
    load.confirmed = sum(save.is_confirmed for save in saves)
    load.problems = problems_of_saves(saves, before=before, after=load_events(served.settings.store))
    return load


def main() -> None:
    """Make the round, serve it, let everybody work, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_round_options(parser)
    parser.add_argument(
        "--reviewers",
        type=int,
        nargs="+",
        default=[30],
        help="besides the one in Chromium; one load after another",
    )
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--soak-minutes", type=float, default=0.0, help="after these, with memory by minute")
    parser.add_argument("--think", type=float, default=10.0, help="mean seconds between two actions")
    options = parser.parse_args()
    for count in options.reviewers:
        # Each load has a server, a store and a browser of its own: the first must not warm the second.
        with desk_round(options) as settings, serve(settings) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
            reader = visit(browser, served, sign_in_name(1))
            start_at(reader, f"/review?{PATH}")
            for line in report(measure(reader.page, served, options, count=count)):
                print(line, flush=True)
            browser.close()


if __name__ == "__main__":
    main()
