"""The passes in a real browser: every score reaches its own applicant, whatever moves while it is on its way."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Locator, Page, expect

from tests.browser.served_round import ServedRound, Visitor

Visit = Callable[[str | None], Visitor]
DESK = "/review?programme=999101"
DIMENSION = "self_learning"


def _stored(served: ServedRound, reviewer_id: str) -> dict[str, dict[str, str]]:
    """The newest scores by application, straight from the database."""
    query = "select application_id, payload from review_event where reviewer_id = ? order by revision"
    with closing(sqlite3.connect(served.settings.store.removeprefix("sqlite:///"))) as connection:
        rows = connection.execute(query, (reviewer_id,)).fetchall()
    return {application: json.loads(payload)["scores"] for application, payload in rows}


def _rows(page: Page) -> list[str]:
    expect(page.locator("tr.row").nth(20)).to_be_attached()
    return [
        str(each) for each in page.locator("tr.row").evaluate_all("rows => rows.map(row => row.dataset.row)")
    ]


def _cell(page: Page, application_id: str, column: int = 0) -> Locator:
    return page.get_by_test_id(f"grid-{application_id}-{column}")


def _enter(page: Page, *values: str) -> None:
    for value in values:
        page.keyboard.type(value)
        page.keyboard.press("Enter")


def test_grid_keeps_every_score_with_its_applicant(arrive: Visit, served: ServedRound) -> None:
    reviewer = arrive("reviewer2")
    page = reviewer.page
    reviewer.open(f"{DESK}&view=grid")
    ids = _rows(page)
    _cell(page, ids[0]).click()
    # Sorted, moved and typed on while the first saves are still on their way.
    _enter(page, "41", "42", "43")
    page.locator("th.name .sort").click()
    expect(_cell(page, ids[2])).to_have_text("不43")
    page.locator("th.name .sort").click()
    _cell(page, ids[7]).click()
    _enter(page, "47")
    _cell(page, ids[5]).click()
    _enter(page, "145")
    expect(page.locator(".cell.sending, .cell.waiting")).to_have_count(0, timeout=15_000)
    stored = _stored(served, "demo-reviewer2")
    first = {ids[place]: stored[ids[place]][DIMENSION] for place in (0, 1, 2, 7)}
    assert first == {ids[0]: "41", ids[1]: "42", ids[2]: "43", ids[7]: "47"}
    # What cannot be saved stays, through a reload too, until something is done about it.
    page.reload()
    expect(_cell(page, ids[5])).to_have_text("145!")
    page.locator(".trouble .tool").last.click()
    _enter(page, "55")
    expect(page.locator(".trouble")).to_have_count(0)
    expect(_cell(page, ids[5])).to_have_text("不55")
    page.keyboard.press("Control+z")
    expect(_cell(page, ids[5])).not_to_have_text("不55")
    # To the applicant and back to the same cell.
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("view-one")).to_have_attribute("aria-pressed", "true")
    page.get_by_test_id("view-grid").click()
    expect(page.locator(".focused td.active")).to_have_attribute("data-testid", f"grid-{ids[6]}-0")
    assert reviewer.errors == []


def test_one_dimension_is_scored_from_row_to_row(arrive: Visit, served: ServedRound) -> None:
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(f"{DESK}&view=dimension")
    rows = page.locator("li.row")
    expect(rows.nth(20)).to_be_attached()
    ids = [str(each) for each in rows.evaluate_all("rows => rows.map(row => row.dataset.row)")]
    rows.first.focus()
    # No row waits for the save of the one before.
    for key in ("1", "Enter", "2", "Enter", "5", "ArrowDown", "5", "Enter", "F2"):
        page.keyboard.press(key)
    _enter(page, "77.5", "64")
    expect(page.locator(".cell-state.sending, .cell-state.waiting")).to_have_count(0, timeout=15_000)
    expect(page.locator(".trouble")).to_have_count(1)
    expect(page.get_by_test_id("choose-dimension")).to_have_value(DIMENSION)
    stored = _stored(served, "demo-reviewer1")
    assert [stored[each][DIMENSION] for each in (*ids[:4], ids[5])] == ["95", "84", "29", "29", "64"]
    page.locator("li.row").nth(6).focus()
    page.keyboard.press("e")
    expect(rows.nth(6).locator(".full")).to_be_visible()
    assert reviewer.errors == []


def test_a_category_is_scored_in_the_rows_that_show_it(arrive: Visit, served: ServedRound) -> None:
    reviewer = arrive("reviewer2")
    page = reviewer.page
    reviewer.open(f"{DESK}&view=grid")
    ids = _rows(page)
    reviewer.open(f"{DESK}&app={ids[0]}&view=table&category=course_outcome")
    rows = page.locator("li.row")
    expect(rows.nth(2)).to_be_attached()
    rows.nth(1).focus()
    for key in ("1", "Enter", "F2"):
        page.keyboard.press(key)
    _enter(page, "66")
    expect(page.locator(".cell-state.sending, .cell-state.waiting")).to_have_count(0, timeout=15_000)
    stored = _stored(served, "demo-reviewer2")
    assert [stored[each][DIMENSION] for each in ids[1:3]] == ["95", "66"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The table to be sorted, and back.
    page.locator(".alone .head .tool").first.click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    page.get_by_test_id(f"pass-{DIMENSION}").click()
    expect(rows.nth(2)).to_be_attached()
    assert reviewer.errors == []


def test_columns_scroll_together_and_are_scored_in_place(arrive: Visit, served: ServedRound) -> None:
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(f"{DESK}&view=grid")
    one, two = _rows(page)[:2]
    reviewer.open(f"{DESK}&app={one}&view=compare&category=overview&compare={one},{two}")
    bodies = page.locator('[class*="st-key-compare_body_"]')
    expect(page.get_by_test_id(f"column-{two}")).to_be_visible()
    page.wait_for_function(
        "() => [...document.querySelectorAll('[class*=st-key-compare_body_]')].every(e => e.scrollHeight > e.clientHeight + 150)"
    )
    bodies.first.evaluate("body => { body.scrollTop = 120; }")
    page.wait_for_function("() => document.querySelector('.st-key-compare_body_1').scrollTop === 120")
    page.get_by_test_id("link-columns").click()
    bodies.first.evaluate("body => { body.scrollTop = 40; }")
    page.wait_for_timeout(150)
    assert bodies.nth(1).evaluate("body => body.scrollTop") == 120
    score = page.get_by_test_id(f"column-{two}").locator("input.score").first
    score.fill("58")
    score.press("Enter")
    page.get_by_test_id(f"column-{one}").get_by_test_id("replace-column").click()
    expect(page.get_by_test_id(f"column-{one}")).to_have_count(0)
    assert _stored(served, "demo-reviewer1")[two][DIMENSION] == "58"
    page.get_by_test_id("close-column").first.click()
    expect(page.get_by_test_id("view-one")).to_have_attribute("aria-pressed", "true")
    assert reviewer.errors == []
