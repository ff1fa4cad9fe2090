"""How long a reviewer waits at the desk: next applicant, other category, save, from key press to changed page.

The next applicant and the other category only read; the save writes, reads back and goes on.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from app.demo.round import make_store
from pipelines.build import build_snapshot
from pipelines.synthesis import write_sample
from tests.browser.served_round import CHROMIUM, CHROMIUM_FLAGS, Visitor, serve, visit
from tests.sample_round import settings_of

PROGRAMME = "999101"
WARM_UP = 5
CATEGORIES = ("document.personal_statement", "course_outcome", "activity.competition", "profile")

# Runs in the page: time from the next key press or click until what `signature` reads has changed.
STOPWATCH = """
(kind) => new Promise((resolve) => {
  const inside = (key, selector) => {
    const host = [...document.querySelectorAll(`[class*="st-key-${key}"]`)];
    for (const each of host) {
      const stack = [each];
      while (stack.length) {
        const node = stack.pop();
        if (node.shadowRoot) stack.push(node.shadowRoot);
        const found = node.querySelector && node.querySelector(selector);
        if (found) return found.textContent;
        stack.push(...(node.children || []));
      }
    }
    return "";
  };
  // A next applicant is there when both the place in the list and the heading of the evidence are another's.
  const place = () => kind === "category" ? "" : inside("desk-line", '[data-testid="position"]');
  const read = () => [inside("desk-heading", ".root"), place()];
  const before = read();
  const differs = (text, index) => before[index] === "" || (text !== "" && text !== before[index]);
  const changed = () => read().every(differs);
  let start = null;
  const begin = (event) => { if (start === null) start = performance.now(); };
  addEventListener("keydown", begin, { capture: true, once: true });
  addEventListener("pointerdown", begin, { capture: true, once: true });
  const look = () => {
    if (start !== null && changed()) resolve(performance.now() - start);
    else if (start !== null && performance.now() - start > 10000) resolve(-1);
    else requestAnimationFrame(look);
  };
  look();
})
"""


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one kind of action."""

    name: str
    milliseconds: Sequence[float]

    def line(self) -> str:
        """Median, 95th percentile and the number of timings."""
        ordered = sorted(self.milliseconds)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        return f"{self.name:<22} median {statistics.median(ordered):6.0f} ms   p95 {p95:6.0f} ms   n={len(ordered)}"


def main() -> None:
    """Make the round, serve it, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--applicants", type=int, default=750, help="over three programmes; 40 %% in the first"
    )
    parser.add_argument("--times", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sample(folder / "exports", applicants=options.applicants, seed=7)
        build_snapshot(folder / "exports", folder / "snapshots")
        settings = settings_of(folder / "snapshots", folder)
        make_store(folder, settings)
        with serve(settings) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
            reviewer = visit(browser, served, "reviewer1")
            for timing in measure(reviewer, options.times):
                print(timing.line(), flush=True)
            browser.close()


def measure(reviewer: Visitor, times: int) -> list[Timing]:
    """Every kind of action, warm."""
    reviewer.open(f"/review?programme={PROGRAMME}")
    page = reviewer.page
    page.wait_for_timeout(1500)
    position = page.get_by_test_id("position").inner_text()
    print(f"desk at {position}, Chromium, one reviewer")
    return [
        Timing("next applicant", timed(page, "next", times, lambda _: page.keyboard.press("Alt+ArrowDown"))),
        Timing("other category", timed(page, "category", times, lambda place: _category(page, place))),
        Timing("save and next", timed(page, "save", times, lambda _: _save(page))),
    ]


def timed(page: Page, kind: str, times: int, act: Callable[[int], None]) -> list[float]:
    """Time ``act`` after a few runs that do not count."""
    found: list[float] = []
    for place in range(WARM_UP + times):
        if kind == "save":
            _enter_scores(page, place)
        watching = page.evaluate_handle(f"(kind) => ({{ promise: ({STOPWATCH})(kind) }})", kind)
        act(place)
        milliseconds: float = page.evaluate("(handle) => handle.promise", watching)
        if milliseconds < 0:
            raise TimeoutError(f"{kind}: nothing changed in ten seconds")
        if place >= WARM_UP:
            found.append(milliseconds)
        # A reader looks before the next key; without the pause the queue would be measured, not the desk.
        page.wait_for_timeout(300)
    return found


def _category(page: Page, place: int) -> None:
    page.get_by_test_id(f"category-{CATEGORIES[place % len(CATEGORIES)]}").click()


def _enter_scores(page: Page, place: int) -> None:
    for box in page.locator('input[data-testid^="score-"]').all():
        box.fill(str(50 + place % 40))


def _save(page: Page) -> None:
    page.keyboard.press("Control+Enter")


if __name__ == "__main__":
    main()
