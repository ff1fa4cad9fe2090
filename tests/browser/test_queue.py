"""The queue in a real browser: filters and drafts, links and another computer, what is new after a delivery."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from app.reviews.store import SeenApplication
from app.workbench import Workbench, open_workbench
from app.workflows.evidence_review import open_desk
from tests.app.workflows.people import access_of
from tests.browser.served_round import ServedRound, Visitor, serve, visit
from tests.second_delivery import PROGRAMME, TwoDeliveries, person_of, settings_of_deliveries

Visit = Callable[[str | None], Visitor]
REVIEW = f"/review?programme={PROGRAMME}"


def _lines(page: Page) -> list[str]:
    """The applications of the list, in its order."""
    ids: list[str] = page.locator("li.line").evaluate_all("rows => rows.map(row => row.dataset.application)")
    return ids


def _chosen(page: Page) -> str:
    chosen = page.locator('li.line [data-testid^="applicant-"][aria-current="true"]')
    return (chosen.get_attribute("data-testid") or "").removeprefix("applicant-")


def _sift(visitor: Visitor, choice: str) -> int:
    """Choose in the open panel; how many it promised to leave."""
    node = visitor.page.get_by_test_id(f"choice-{choice}")
    promised = int(node.locator(".count").inner_text())
    node.click()
    expect(node).to_have_attribute("aria-pressed", "true")
    visitor.settle()
    return promised


def test_filters_shape_the_walk_and_drafts_are_one_of_them(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(REVIEW)
    expect(page.locator("li.line.selected")).to_be_visible()
    everybody, first = _lines(page), _chosen(page)
    page.locator('input[data-testid^="score-"]:visible').first.fill("12")
    page.get_by_test_id("sift").click()
    promised = _sift(reviewer, "state-not_scored")
    expect(page.locator("li.line")).to_have_count(promised)
    assert 1 < promised < len(everybody)
    expect(page.get_by_test_id("outside")).to_be_visible()
    expect(page.get_by_test_id("position")).to_have_text(f"– / {promised}")
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+Shift+ArrowDown")
    expect(page.get_by_test_id("position")).to_have_text(re.compile(rf"^\d+ / {promised}$"))
    reviewer.settle()
    assert _chosen(page) == next(each for each in everybody[everybody.index(first) :] if each in _lines(page))
    page.get_by_test_id("sift-clear").click()
    expect(page.locator("li.line")).to_have_count(len(everybody))
    page.get_by_test_id("sift").click()
    assert _sift(reviewer, "mark-draft") == 1
    assert _lines(page) == [first]
    page.keyboard.press("Escape")
    page.get_by_test_id(f"applicant-{first}").click()
    expect(page.locator('input[data-testid^="score-"]:visible').first).to_have_value("12")
    page.get_by_test_id("save").click()
    expect(page.get_by_text("沒有考生符合這些條件。")).to_be_visible()
    assert reviewer.errors == []


def test_who_was_found_stays_in_sight_when_the_search_in_the_list_is_emptied(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(REVIEW)
    expect(page.locator("li.line.selected")).to_be_visible()
    last = page.locator("li.line").last
    found = page.get_by_test_id(f"applicant-{last.get_attribute('data-application')}")
    expect(found).not_to_be_in_viewport()
    page.get_by_test_id("applicant-filter").fill(re.findall(r"\d{8}", found.inner_text())[0])
    found.click()
    reviewer.settle()
    expect(found).to_have_attribute("aria-current", "true")
    page.get_by_test_id("applicant-filter").fill("")
    expect(page.locator("li.line").first).to_be_attached()
    expect(found).to_be_in_viewport()


def test_a_browser_that_lost_the_lines_asks_for_them(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(REVIEW)
    expect(page.locator("li.line.selected")).to_be_visible()
    shelf = "window[Symbol.for('workbench.applicant-lines')]"
    page.evaluate(f"() => {{ {shelf} = null; }}")
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_function(f"() => {shelf}?.lines.length > 0")
    assert reviewer.errors == []


def test_link_and_place_open_on_other_computers(arrive: Visit, served: ServedRound) -> None:
    there, colleague = arrive("reviewer2"), arrive("reviewer1")
    page = there.page
    there.context.grant_permissions(["clipboard-read", "clipboard-write"])
    there.open(REVIEW + "&filter=state:not_scored")
    page.get_by_test_id("turn-order").click()
    page.wait_for_url(re.compile("order=-number"))
    there.settle()
    before = page.get_by_test_id("position").inner_text()
    page.get_by_test_id("previous").click()
    expect(page.get_by_test_id("position")).not_to_have_text(before)
    page.get_by_test_id("category-profile").click()
    there.settle()
    left, order = _chosen(page), _lines(page)
    page.get_by_test_id("copy-link").click()
    expect(page.get_by_text("已複製連結")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()").removeprefix(served.address)
    assert link == f"/review?programme={PROGRAMME}&app={left}&category=profile"
    colleague.open(REVIEW + "&filter=state:abstained")
    colleague.page.goto(served.address + link + "&filter=state:abstained")
    colleague.settle()
    expect(colleague.page.get_by_test_id("outside")).to_be_visible()
    expect(colleague.page.get_by_text("基本資料").first).to_be_visible()
    here = arrive("reviewer2")
    here.open(REVIEW)
    expect(here.page.get_by_test_id("last-save")).to_have_text("回到上次停下的地方")
    assert (_chosen(here.page), _lines(here.page)) == (left, order)
    expect(here.page.get_by_test_id("turn-order")).to_have_attribute("aria-pressed", "true")
    recused = _recused(served)
    here.open(f"{REVIEW}&app={recused}")
    expect(here.page.get_by_text("因此無法檢視")).to_be_visible()


def _recused(served: ServedRound) -> str:
    workbench = open_workbench(served.settings)
    own = access_of(workbench, "reviewer2").own_assignments(PROGRAMME)
    return next(each.application_id for each in own if each.recused)


def test_new_evidence_is_marked_until_every_category_was_opened(
    chromium: Browser, delivered_twice: Path, tmp_path: Path
) -> None:
    shutil.copy(delivered_twice / "review.db", tmp_path / "review.db")
    workbench = open_workbench(settings_of_deliveries(delivered_twice, tmp_path))
    corrected = _move_plan(workbench)
    with serve(workbench.settings) as served:
        reviewer = visit(chromium, served, "reviewer1")
        page = reviewer.page
        reviewer.open(REVIEW)
        expect(page.locator("li.line .badge.news:visible")).to_have_count(1)
        page.get_by_test_id("news-only").click()
        expect(page.locator("li.line")).to_have_count(1)
        page.get_by_test_id(f"applicant-{corrected}").click()
        expect(page.get_by_text("上次看過之後的新資料")).to_be_visible()
        for node in page.locator("button.change").all():
            reviewer.settle()
            node.click()
            expect(node).to_have_class(re.compile("looked"), timeout=15_000)
        page.get_by_test_id("category-overview").click()
        expect(page.get_by_text("上次看過之後的新資料")).to_be_hidden()
        expect(page.get_by_text("沒有考生符合這些條件。")).to_be_visible()
        assert reviewer.errors == []
        reviewer.context.close()


def _move_plan(workbench: Workbench) -> str:
    """Everything was looked at in the first snapshot; then the plan moves to the second."""
    current = workbench.current_snapshot_id()
    two = TwoDeliveries(workbench, workbench.snapshot_id_of_programme(PROGRAMME), current)
    desk = open_desk(access_of(workbench, "reviewer1"), PROGRAMME)
    assert desk is not None
    person_id = person_of(workbench, "reviewer1")
    for application_id in desk.ids:
        seen = SeenApplication(person_id, desk.plan.plan_id, application_id, two.first)
        workbench.store.save_seen(seen)
    two.move_plan()
    corrected = two.corrected
    workbench.store.close()
    return corrected
