"""Take the pictures of README and guide anew: ``make screenshots``."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from app.demo.round import prepare_demo
from tests.browser.served_round import CHROMIUM, CHROMIUM_FLAGS, ServedRound, serve, visit

PICTURES = Path(__file__).parents[2] / "docs/pictures"
REVIEW = "/review?programme=999101"
Act = Callable[[Page], None]


def _open_a_course(page: Page) -> None:
    page.get_by_text("選修-多元選修-科技領域").first.click()
    page.wait_for_timeout(1500)
    page.locator('[data-testid^="course-row-"]').first.click()


def _read_a_statement(page: Page) -> None:
    page.get_by_test_id("category-document.personal_statement").click()


def _compare(page: Page) -> None:
    for place in (0, 2):
        page.locator('[data-testid^="compare-"]').nth(place).check()
        page.wait_for_timeout(1200)
    page.get_by_test_id("start-compare").click()
    page.wait_for_timeout(1500)
    page.get_by_test_id("category-course_outcome").click()


def _nothing(page: Page) -> None:
    page.wait_for_timeout(500)


SHOTS: tuple[tuple[str, str, str, Act], ...] = (
    ("dimensions", "chair", "/dimensions?programme=999101", _nothing),
    ("core-data", "chair", "/core-data?programme=999102", _nothing),
    ("review", "reviewer1", REVIEW, _open_a_course),
    ("statement", "reviewer1", REVIEW, _read_a_statement),
    ("compare", "reviewer1", REVIEW, _compare),
    ("grid", "reviewer1", f"{REVIEW}&view=grid", _nothing),
    ("ranking", "chair", "/ranking?programme=999101", _nothing),
    ("gaps", "chair", "/gaps?programme=999101", _nothing),
    ("calibration", "chair", "/calibration?programme=999101", _nothing),
    ("raters", "chair", "/raters?programme=999101", _nothing),
    ("fairness", "chair", "/fairness?programme=999101", _nothing),
    ("records", "chair", "/records?programme=999101", _nothing),
    ("assignment", "chair", "/assignment?programme=999101", _nothing),
    ("office", "office", "/office", _nothing),
    ("research", "researcher", "/research", _nothing),
)


def main() -> None:
    """A fresh demonstration, every picture once."""
    with tempfile.TemporaryDirectory() as name:
        workbench = prepare_demo(Path(name))
        workbench.store.close()
        with serve(workbench.settings) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
            for shot in SHOTS:
                _take(browser, served, shot)
            browser.close()


def _take(browser: Browser, served: ServedRound, shot: tuple[str, str, str, Act]) -> None:
    name, sign_in_name, path, act = shot
    visitor = visit(browser, served, sign_in_name)
    visitor.open(path)
    visitor.page.wait_for_timeout(1500)
    act(visitor.page)
    visitor.page.wait_for_timeout(2500)
    visitor.page.screenshot(path=PICTURES / f"{name}.png")
    visitor.context.close()


if __name__ == "__main__":
    main()
