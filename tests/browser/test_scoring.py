"""Scoring in a real browser: the keyboard alone, a server that goes away, a second tab, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import sample_round
from tests.browser.served_round import Visitor, serve, visit

Visit = Callable[[str | None], Visitor]
DESK = "/review?programme=999101"
RESTART_MILLISECONDS = 90_000


def _scores(page: Page) -> Locator:
    boxes = page.locator('input[data-testid^="score-"]:visible')
    expect(boxes.first).to_be_visible()
    return boxes


def _values(page: Page) -> list[str]:
    return [box.input_value() for box in _scores(page).all()]


def _drafts(page: Page) -> int:
    count: int = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft:')).length")
    return count


def test_typing_goes_on_without_a_server_and_is_saved_when_it_is_back(
    chromium: Browser, round_template: Path, sample_snapshots: Path, tmp_path: Path
) -> None:
    workbench = sample_round.copy_of_round(round_template, snapshots=sample_snapshots, folder=tmp_path)
    workbench.store.close()
    with serve(workbench.settings) as served:
        port = int(served.address.rsplit(":", 1)[1])
        reviewer = visit(chromium, served, "reviewer1")
        reviewer.open(DESK)
        page, note = reviewer.page, reviewer.page.get_by_test_id("saved-note")
        _scores(page).nth(0).fill("51")
    expect(note).to_contain_text("連線中斷")
    _scores(page).nth(1).fill("52")
    page.keyboard.press("Control+s")
    expect(note).to_contain_text("恢復連線後自動儲存")
    _scores(page).nth(2).fill("53")
    with serve(workbench.settings, port=port):
        expect(note).to_contain_text("已存檔", timeout=RESTART_MILLISECONDS)
        reviewer.open(DESK)
        assert (_values(page), _drafts(page)) == (["51", "52", "53"], 0)
    reviewer.context.close()


def test_a_form_is_filled_by_keys_alone_and_an_input_method_keeps_its_own(arrive: Visit) -> None:
    reviewer = arrive("reviewer2")
    page = reviewer.page
    reviewer.open(DESK)
    expect(_scores(page)).to_have_count(3)
    page.keyboard.press("s")
    page.keyboard.press("Alt+2")
    page.keyboard.press("Enter")
    page.keyboard.type("77")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("1")
    assert _values(page) == ["84", "78", "95"]
    page.locator(".overall textarea").click()
    typing = reviewer.context.new_cdp_session(page)
    typing.send("Input.imeSetComposition", {"text": "ㄏㄣˇ", "selectionStart": 3, "selectionEnd": 3})
    page.keyboard.press("Control+Enter")
    typing.send("Input.insertText", {"text": "很j]c"})
    expect(page.locator(".overall textarea")).to_have_value("很j]c")
    page.keyboard.press("Escape")
    place = page.get_by_test_id("position").inner_text()
    page.keyboard.press("?")
    expect(page.get_by_test_id("key-help")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("key-help")).to_be_hidden()
    expect(page.get_by_test_id("position")).to_have_text(place)
    page.keyboard.press("]")
    expect(page.get_by_test_id("category-profile")).to_have_attribute("aria-current", "true")
    page.keyboard.press("j")
    expect(page.get_by_test_id("position")).not_to_have_text(place)
    expect(_scores(page)).to_have_count(3)
    assert reviewer.errors == []


def test_two_tabs_tell_each_other_and_the_last_save_is_undone(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    page, note = reviewer.page, reviewer.page.get_by_test_id("saved-note")
    reviewer.open(DESK)
    before = _values(page)
    _scores(page).first.fill("61")
    other = reviewer.context.new_page()
    other.goto(page.url)
    expect(_scores(other).first).to_have_value("61")
    expect(page.locator(".others")).to_contain_text("另一個分頁也開著同一位考生")
    _scores(page).first.fill("62")
    expect(other.locator(".others")).to_contain_text("另一個分頁正在編輯同一位考生")
    expect(_scores(other).first).to_have_value("61")
    other.get_by_test_id("use-other-draft").first.click()
    expect(_scores(other).first).to_have_value("62")
    other.close()
    page.get_by_test_id("save").click()
    expect(note).to_contain_text("已存檔")
    page.get_by_test_id("undo").click()
    expect(page.get_by_test_id("last-save")).to_contain_text("已復原")
    # The line above the desk is drawn before the form.
    expect(_scores(page).first).to_have_value(before[0])
    assert _values(page) == before
    page.get_by_test_id("drawer-history").click()
    expect(page.locator(".versions > li")).to_have_count(3)
    page.get_by_label("取回表單 第 2 版").click()
    expect(_scores(page).first).to_have_value("62")
    expect(note).to_contain_text("尚未存檔")


@pytest.fixture(autouse=True)
def _room_for_slow_machines() -> None:
    expect.set_options(timeout=15_000)
