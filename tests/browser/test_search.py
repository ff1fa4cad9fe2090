"""The search in a real browser: said in words while it is typed, walked through by keyboard, left where one came from."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.served_round import Visitor

Visit = Callable[[str | None], Visitor]
PATIENCE = 20_000
DESK = "/review?programme=999101"
PRESSED = "document.dispatchEvent(new CustomEvent('desk:key', { detail: { action: 'search' } }))"
FOCUSED = """() => { let at = document.activeElement;
while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
return at && at.dataset.testid; }"""


def _search(visitor: Visitor, text: str) -> None:
    visitor.page.get_by_test_id("search").fill(text)
    visitor.page.get_by_test_id("search").press("Enter")
    expect(visitor.page.get_by_test_id("search-summary")).to_be_visible()
    visitor.settle()


def _parameters(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_the_keyboard_finds_opens_and_returns(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    reviewer.open(DESK)
    page = reviewer.page
    score = page.locator('input[data-testid^="score-"]:visible').first
    score.focus()
    came_from = page.evaluate(FOCUSED)
    page.evaluate(PRESSED)
    assert page.evaluate(FOCUSED) == "search"
    page.keyboard.type("領域:數學 成績>=60 未評:王")
    told = page.get_by_test_id("search-told")
    expect(told).to_contain_text("有一門課程：領域含「數學」、成績 ≥ 60")
    expect(told).to_contain_text("只能查自己的評分")
    page.get_by_test_id("search").fill("領域:數學 成績>=60")
    page.get_by_test_id("search-everyone").check()
    expect(page.get_by_test_id("search-summary")).to_contain_text("位考生")
    reviewer.settle()
    page.get_by_test_id("search").focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == "search-hit"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("record="))
    reviewer.settle()
    assert _parameters(page)["category"].startswith("course_group.")
    assert page.evaluate(FOCUSED) == "search-hit"
    page.keyboard.press("Escape")
    expect(page.locator('[data-testid^="applicant-"][aria-current="true"]')).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_test_id("search-summary")).to_have_count(0)
    assert page.evaluate(FOCUSED) in (came_from, "search")
    assert reviewer.errors == []


def test_a_hit_on_a_page_leads_to_that_page(arrive: Visit) -> None:
    chair = arrive("chair")
    chair.open(DESK)
    page = chair.page
    page.get_by_test_id("search-everyone").check()
    _search(chair, "自述:學習")
    page.get_by_test_id("search-hit").filter(has_text="第 2 頁").first.click()
    page.wait_for_url(re.compile("page=2"))
    chair.settle()
    assert _parameters(page)["category"] == "document.personal_statement"
    _search(chair, "競賛:全國")
    page.get_by_test_id("search-use").click()
    expect(page.get_by_test_id("search")).to_have_value("競賽:全國")
    expect(page.get_by_test_id("search-summary")).to_contain_text("位考生")
    chair.settle()
    page.get_by_test_id("search-narrow").click()
    page.get_by_test_id("search-widen").click()
    expect(page.get_by_test_id("search-hit").first).to_be_visible()
    assert chair.errors == []
    assert chair.foreign == []


def test_text_being_composed_is_neither_sent_nor_lost(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    reviewer.open(DESK)
    page = reviewer.page
    page.get_by_test_id("search").focus()
    composing = reviewer.context.new_cdp_session(page)
    composing.send("Input.imeSetComposition", {"text": "ㄕㄨˋ", "selectionStart": 3, "selectionEnd": 3})
    page.get_by_test_id("search").evaluate(
        "node => node.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))"
    )
    expect(page.get_by_test_id("search-summary")).to_have_count(0)
    composing.send("Input.insertText", {"text": "數學"})
    expect(page.get_by_test_id("search-told")).to_contain_text("任一文字含「數學」")
    page.get_by_test_id("search").press("Enter")
    expect(page.get_by_test_id("search-summary")).to_be_visible()
    page.get_by_test_id("search-hint").click()
    expect(page.locator("button.example").first).to_have_text("數學")
    assert reviewer.errors == []
