"""Courses and schools in a real browser: grouping and filters stay, keys open and close, scrolling is not lost."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from app.evidence.questions import load_applications, load_course_records
from app.evidence.snapshot import find_current_snapshot, open_snapshot
from tests.browser.served_round import ServedRound, Visitor

Visit = Callable[[str | None], Visitor]
PROGRAMME = "999101"


def _applications(served: ServedRound) -> list[str]:
    """Applications with many courses, by number."""
    current = find_current_snapshot(served.settings.snapshots)
    assert current is not None
    snapshot = open_snapshot(served.settings.snapshots, current)
    ids = [each.application_id for each in load_applications(snapshot, PROGRAMME)]  # type: ignore[arg-type]
    return [each for each in ids if len(load_course_records(snapshot, each)) > 40]


def _rows(page: Page) -> Locator:
    return page.locator('[data-testid^="course-row-"]')


def _open_courses(reader: Visitor, application_id: str) -> None:
    reader.open(f"/review?programme={PROGRAMME}&category=course_group&app={application_id}")
    expect(_rows(reader.page).first).to_be_visible()


def test_grouping_filter_and_order_stay_for_the_next_applicant(arrive: Visit, served: ServedRound) -> None:
    first, second, *_ = _applications(served)
    reader = arrive("chair")
    _open_courses(reader, first)
    page = reader.page
    everything = _rows(page).count()
    page.get_by_test_id("group-area").click()
    page.get_by_test_id("sort-grade").click()
    page.get_by_test_id("course-filters").click()
    page.get_by_test_id("chip-requirement-required").click()
    required = _rows(page).count()
    assert 0 < required < everything
    page.get_by_test_id("course-find").fill("語")
    expect(_rows(page).first).to_contain_text("語")
    assert _rows(page).count() < required
    _open_courses(reader, second)
    expect(page.get_by_test_id("group-area")).to_have_attribute("aria-pressed", "true")
    expect(page.locator('th[aria-sort="descending"]')).to_have_count(1)
    expect(page.get_by_test_id("course-find")).to_have_value("語")
    page.get_by_text("清除篩選").first.click()
    assert _rows(page).count() > required
    assert reader.errors == []


def test_keys_walk_open_step_and_close_where_one_was(arrive: Visit, served: ServedRound) -> None:
    reader = arrive("chair")
    _open_courses(reader, _applications(served)[0])
    page = reader.page
    scroller = page.locator(".scroller")
    _rows(page).nth(20).focus()
    page.keyboard.press("ArrowDown")
    place = scroller.evaluate("node => node.scrollTop")
    page.keyboard.press("Enter")
    close = page.get_by_test_id("course-close")
    expect(close).to_be_visible()
    reader.settle()
    shown = page.locator(".course.selected").get_attribute("data-testid")
    assert shown == _rows(page).nth(21).get_attribute("data-testid")
    page.get_by_test_id("bins-hundred").click()
    expect(page.locator("svg.plot rect")).to_have_count(100)
    page.get_by_test_id("course-next").focus()
    page.keyboard.press("ArrowRight")
    expect(_rows(page).nth(22)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_test_id("bins-hundred")).to_have_attribute("aria-pressed", "true")
    reader.settle()
    page.get_by_test_id("course-close").focus()
    page.keyboard.press("Escape")
    expect(close).to_have_count(0)
    reader.settle()
    assert abs(scroller.evaluate("node => node.scrollTop") - place) < 40
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.errors == []


def test_school_view_enlarges_unfolds_and_goes_to_a_schoolmate(arrive: Visit, served: ServedRound) -> None:
    reader = arrive("chair")
    page = reader.page
    reader.open(f"/review?programme={PROGRAMME}&view=school&app={_applications(served)[0]}")
    page.get_by_test_id("standing-0-0").click()
    expect(page.locator("svg.plot")).to_be_visible()
    page.get_by_test_id("offer-find").fill("國語文")
    expect(page.locator("tr.course")).to_have_count(1)
    mate = page.locator('[data-testid^="schoolmate-"]').first
    name = mate.inner_text()
    mate.click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    assert reader.errors == []
    assert reader.foreign == []
