"""Documents in a real browser: pages, search and rotation; private notes; pages tagged as evidence."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.evidence.questions import load_applications
from app.evidence.snapshot import find_current_snapshot, open_snapshot
from tests.browser.served_round import ServedRound, Visitor

Visit = Callable[[str | None], Visitor]
PROGRAMME = ProgrammeCode("999101")
UPLOAD = "document.course_record"


def _pdf_applicant(served: ServedRound) -> ApplicationId:
    current = find_current_snapshot(served.settings.snapshots)
    assert current is not None
    applications = load_applications(open_snapshot(served.settings.snapshots, current), PROGRAMME)
    return next(each.application_id for each in applications if each.submission_mode == "pdf")


def _open(visitor: Visitor, served: ServedRound, category: str = UPLOAD, more: str = "") -> Page:
    address = f"/review?programme={PROGRAMME}&app={_pdf_applicant(served)}&category={category}{more}"
    visitor.open(address)
    expect(visitor.page.locator(".page.loaded").first).to_be_visible()
    return visitor.page


def test_a_document_is_read_searched_and_turned(arrive: Visit, served: ServedRound) -> None:
    visitor = arrive("reviewer1")
    page = _open(visitor, served, more="&page=2")
    number = page.get_by_test_id("page-box")
    expect(number).to_have_value("2")
    expect(page.get_by_test_id("page-count")).to_have_text("/ 3")
    page.get_by_test_id("thumbnail-3").click()
    expect(number).to_have_value("3")
    expect(page.get_by_test_id("thumbnail-3")).to_have_attribute("aria-current", "page")
    page.get_by_test_id("document-pages").focus()
    page.keyboard.press("Home")
    expect(number).to_have_value("1")

    page.keyboard.press("Control+f")
    expect(page.get_by_test_id("find-box")).to_be_focused()
    page.get_by_test_id("find-box").fill("國 語")
    expect(page.get_by_test_id("find-count")).to_have_text("1 / 6")
    expect(page.locator(".hit-box.current")).to_have_count(1)
    page.get_by_test_id("document-pages").focus()
    page.keyboard.press("Shift+N")
    expect(page.get_by_test_id("find-count")).to_have_text("6 / 6")
    expect(number).to_have_value("3")

    third = page.locator('.page[data-page="3"]')
    before = third.bounding_box()
    page.get_by_test_id("tool-rotate").click()
    expect(third.locator(".sheet")).to_have_attribute("style", re.compile(r"rotate\(90deg\)"))
    after = third.bounding_box()
    assert before
    assert after
    assert before["height"] > before["width"]
    assert after["height"] < after["width"]
    assert (visitor.errors, visitor.foreign) == ([], [])


def test_reading_goes_on_at_the_page_on_another_computer(arrive: Visit, served: ServedRound) -> None:
    first, chair = arrive("reviewer1"), arrive("chair")
    for visitor in (first, chair):
        with visitor.page.expect_response("**/stopped/1*"):
            _open(visitor, served, more="&page=1")

    page = _open(first, served)
    with page.expect_response("**/stopped/3*") as told:
        page.get_by_test_id("document-pages").focus()
        page.keyboard.press("End")
    assert told.value.status == 204

    second = arrive("reviewer1")
    second.open(f"/review?programme={PROGRAMME}")
    expect(second.page.get_by_test_id("page-box")).to_have_value("3")
    expect(second.page.locator('.page[data-page="3"].loaded')).to_be_in_viewport()
    assert f"app={_pdf_applicant(served)}" in second.page.url
    # Who closes the tab at once stopped where the page was, not where it rested before.
    second.page.get_by_test_id("document-pages").focus()
    second.page.keyboard.press("ArrowLeft")
    expect(second.page.get_by_test_id("page-box")).to_have_value("2")
    second.page.goto("about:blank")

    # What one went on to read elsewhere counts in the first browser too, once its own word has settled.
    page.evaluate(
        """() => Object.keys(sessionStorage).filter((key) => key.startsWith("workbench:stop:"))
        .forEach((key) => sessionStorage.setItem(key, JSON.stringify({ page: 3, at: 0 })))"""
    )
    page.reload()
    expect(page.get_by_test_id("page-box")).to_have_value("2")
    # And nobody else's: the chair stopped at another page.
    expect(_open(chair, served).get_by_test_id("page-box")).to_have_value("1")
    assert [each.errors for each in (first, second, chair)] == [[], [], []]


def test_a_note_is_kept_for_its_author_alone(arrive: Visit, served: ServedRound) -> None:
    author = arrive("reviewer1")
    page = _open(author, served, more="&page=1")
    page.get_by_test_id("tool-draw").click()
    box = page.locator('.page[data-page="1"]').bounding_box()
    assert box
    page.mouse.move(box["x"] + 60, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(box["x"] + 260, box["y"] + 180, steps=4)
    page.mouse.up()
    page.get_by_test_id("note-text").fill("查證這一年")
    # What is typed is not lost with the page.
    page.reload()
    expect(page.locator(".page.loaded").first).to_be_visible()
    page.get_by_test_id("side-notes").click()
    page.get_by_text("查證這一年").click()
    page.get_by_test_id("note-save").click()
    expect(page.get_by_text("已儲存註記。")).to_be_visible()
    expect(page.locator(".mark-box.kind-key")).to_have_count(1)

    chair = arrive("chair")
    _open(chair, served)
    expect(chair.page.get_by_test_id("side-notes")).to_have_text("註記 0")

    page.get_by_role("button", name="編輯").click()
    page.get_by_test_id("note-delete").click()
    expect(page.locator(".mark-box")).to_have_count(0)
    page.get_by_test_id("note-undo").click()
    expect(page.locator(".mark-box.kind-key")).to_have_count(1)
    assert author.errors == []


def test_tagged_pages_count_as_evidence_until_taken_back(arrive: Visit, served: ServedRound) -> None:
    reviewer, chair = arrive("reviewer1"), arrive("chair")
    page = _open(reviewer, served)
    page.get_by_test_id("tag-first").fill("2")
    page.get_by_test_id("tag-last").fill("3")
    page.get_by_test_id("tag-category").select_option("course_group")
    page.get_by_test_id("tag-save").click()
    expect(page.get_by_test_id("tag-said")).to_have_text("已標記。")
    expect(page.get_by_test_id("category-course_group")).to_contain_text("(1)")

    seen = _open(chair, served, "course_group")
    expect(seen.get_by_text("以 PDF 頁面標記")).to_be_visible()
    expect(seen.locator('[data-testid^="thumbnail-"]')).to_have_count(2)
    expect(seen.get_by_test_id("page-box")).to_have_value("2")
    seen.get_by_test_id("whole-document").click()
    expect(seen.locator('[data-testid^="thumbnail-"]')).to_have_count(3)
    seen.get_by_test_id("tag-remove").click()
    expect(seen.get_by_test_id("category-course_group")).to_contain_text("(0)")
    assert (reviewer.errors, chair.errors) == ([], [])
