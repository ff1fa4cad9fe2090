"""One reviewer's waiting times in a real Chromium, from key press or click to changed page."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.served_round import Visitor

WARM_UP = 5
PAUSE_SECONDS = 0.3
"""A reader looks before the next key; without the pause the queue would be measured, not the desk."""
SETTLING_MILLISECONDS = 600
CATEGORIES = ("document.personal_statement", "course_outcome", "activity.competition", "profile")
LONGEST_MILLISECONDS = 10_000.0
NEXT, CATEGORY, SAVE = "next applicant", "other category", "save and next"
MEDIAN_AIM, P95_AIM = 150, 300
_WATCH = Path(__file__).with_name("desk_stopwatch.js")


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one kind of action, and what was hoped for."""

    name: str
    milliseconds: Sequence[float]
    median_aim: int | None = MEDIAN_AIM
    p95_aim: int | None = P95_AIM

    def line(self) -> str:
        """Median, 95th percentile, the number of timings, the aims."""
        if not self.milliseconds:
            return f"{self.name:<26} nothing timed"
        ordered = sorted(self.milliseconds)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        median = statistics.median(ordered)
        aims = [f"{word} {aim}" for word, aim in (("median", self.median_aim), ("p95", self.p95_aim)) if aim]
        aim = f"   aim: {', '.join(aims)} ms" if aims else ""
        return f"{self.name:<26} median {median:6.0f} ms   p95 {p95:6.0f} ms   n={len(ordered):<5}{aim}"


def timed(
    page: Page,
    kind: str,
    times: int,
    *,
    warm_up: int = WARM_UP,
    first: int = 0,
    pause: float = PAUSE_SECONDS,
) -> list[float]:
    """Milliseconds of ``times`` actions, after a few that do not count; ``first`` goes on with categories."""
    found: list[float] = []
    for place in range(first, first + warm_up + times):
        found.append(_time_one(page, kind, place))
        page.wait_for_timeout(pause * 1000)
    return found[warm_up:]


def start_at(reviewer: Visitor, path: str) -> str:
    """Open the desk and wait until it stands; its place in the list."""
    reviewer.open(path)
    reviewer.page.wait_for_timeout(1500)
    return reviewer.page.get_by_test_id("position").inner_text()


def _time_one(page: Page, kind: str, place: int) -> float:
    if kind == SAVE:
        _enter_scores(page, place)
    if kind == CATEGORY:
        _leave_applicant(page)
    watching = page.evaluate_handle(
        f"(kind) => ({{ promise: ({_WATCH.read_text(encoding='utf-8')})(kind) }})", kind
    )
    _ACTS[kind](page, place)
    milliseconds: float = page.evaluate("(handle) => handle.promise", watching)
    if milliseconds < 0:
        raise TimeoutError(f"{kind}: nothing changed in ten seconds")
    return milliseconds


def _go_on(page: Page, _: int) -> None:
    page.keyboard.press("Alt+ArrowDown")


def _leave_applicant(page: Page) -> None:
    """A category opened before would be there at once: only the first look at one is timed."""
    before = page.get_by_test_id("position").inner_text()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_test_id("position")).not_to_have_text(before)
    page.wait_for_timeout(SETTLING_MILLISECONDS)


def _choose_category(page: Page, place: int) -> None:
    page.get_by_test_id(f"category-{CATEGORIES[place % len(CATEGORIES)]}").click()


def _enter_scores(page: Page, place: int) -> None:
    for box in page.locator('input[data-testid^="score-"]').all():
        box.fill(str(50 + place % 40))


def _save(page: Page, _: int) -> None:
    page.keyboard.press("Control+Enter")


_ACTS: dict[str, Callable[[Page, int], None]] = {NEXT: _go_on, CATEGORY: _choose_category, SAVE: _save}
