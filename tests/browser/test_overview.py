"""核心資料總覽 in a real browser: it fits, it works from the keyboard, it prints on one sheet."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
from playwright.sync_api import Page, expect

from app.evidence.questions import load_activity_records, load_applications
from app.evidence.snapshot import find_current_snapshot, open_snapshot
from tests.browser.served_round import ServedRound, Visitor
from tests.browser.test_desk import PROGRAMME

Visit = Callable[[str | None], Visitor]
SCREENS = 2
"""One screen, and at most one more to scroll."""
MIDDLE = ".st-key-desk_middle"


def fullest(served: ServedRound) -> str:
    """The applicant of the database with the most activities."""
    current = find_current_snapshot(served.settings.snapshots)
    assert current is not None
    snapshot = open_snapshot(served.settings.snapshots, current)
    ids = [
        each.application_id
        for each in load_applications(snapshot, PROGRAMME)
        if each.submission_mode == "database"
    ]
    found = max(ids, key=lambda each: len(load_activity_records(snapshot, each)))
    snapshot.close()
    return found


def open_overview(arrive: Visit, served: ServedRound) -> Visitor:
    chair = arrive("chair")
    chair.open(f"/review?programme={PROGRAMME}&app={fullest(served)}&category=overview")
    chair.page.locator(".mark").first.wait_for()
    return chair


def focused(page: Page) -> str:
    """What is said of the element that has the focus, inside the part."""
    label: str = page.locator(".mark:focus").get_attribute("aria-label") or ""
    return label


def test_the_fullest_overview_fits_and_prints_on_one_sheet(arrive: Visit, served: ServedRound) -> None:
    chair = open_overview(arrive, served)
    page = chair.page
    sizes = page.locator(MIDDLE).evaluate(
        "m => [m.scrollWidth - m.clientWidth, m.scrollHeight / m.clientHeight]"
    )
    assert sizes[0] <= 0
    assert sizes[1] <= SCREENS
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True)) as printed:
        assert len(printed) == 1
    assert (chair.foreign, chair.errors) == ([], [])


def test_the_time_line_is_one_tab_stop_and_arrows_lead_through_it(arrive: Visit, served: ServedRound) -> None:
    page = open_overview(arrive, served).page
    marks = page.locator(".mark")
    assert page.locator('.mark[tabindex="0"]').count() == 1
    marks.first.focus()
    first = focused(page)
    page.keyboard.press("ArrowRight")
    second = focused(page)
    assert second != first
    expect(page.locator(".told strong")).to_have_text(second.split(" · ")[1])
    page.keyboard.press("End")
    assert focused(page) == marks.last.get_attribute("aria-label")
    page.keyboard.press("ArrowUp")
    assert focused(page) != marks.last.get_attribute("aria-label")
    assert page.locator('.mark[tabindex="0"]').count() == 1
    label = focused(page).split(" · ")[0]
    page.keyboard.press("Enter")
    page.locator("h2", has_text=label).wait_for()


def test_a_course_of_the_overview_opens_with_its_distribution(arrive: Visit, served: ServedRound) -> None:
    visitor = open_overview(arrive, served)
    entry = visitor.page.locator(".dimension .entry").first
    subject = entry.locator(".what").inner_text()
    entry.click()
    visitor.page.wait_for_url("**record=**")
    visitor.page.locator("h2", has_text=subject).or_(
        visitor.page.locator("h3", has_text=subject)
    ).first.wait_for()
