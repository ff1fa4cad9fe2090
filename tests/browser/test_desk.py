"""The desk in a real browser: scores stay with their applicant, files with their owner, text stays text."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Locator, Page, expect

from app.domain.evidence import ApplicationSummary, ProgrammeCode, SearchHit
from app.domain.search_hits import Scope, SoughtWord, SoughtWords
from app.evidence.questions import load_applications, load_item_modes, load_text_hits
from app.evidence.snapshot import EvidenceSnapshot, find_current_snapshot, open_snapshot
from tests.browser.served_round import ServedRound, Visitor

Visit = Callable[[str | None], Visitor]
PROGRAMME = ProgrammeCode("999101")


def _snapshot(served: ServedRound) -> EvidenceSnapshot:
    current = find_current_snapshot(served.settings.snapshots)
    assert current is not None
    return open_snapshot(served.settings.snapshots, current)


def _applications(served: ServedRound) -> tuple[ApplicationSummary, ...]:
    return load_applications(_snapshot(served), PROGRAMME)


def _hits_of(snapshot: EvidenceSnapshot, word: str) -> tuple[SearchHit, ...]:
    """The entries of every applicant in which a folded word stands."""
    places = load_item_modes(snapshot, PROGRAMME)
    scope = Scope(tuple((each.application_place, each.application_id) for each in places))
    return load_text_hits(snapshot, scope, SoughtWords((SoughtWord(word),)), most=9)


def _score_boxes(page: Page) -> list[Locator]:
    """The boxes once they stand there: ``all`` alone does not wait and may find none."""
    boxes = page.locator('input[data-testid^="score-"]:visible')
    expect(boxes.first).to_be_visible()
    return boxes.all()


def _scores_on_screen(page: Page) -> list[str]:
    return [box.input_value() for box in _score_boxes(page)]


def _position(page: Page) -> str:
    return page.get_by_test_id("position").inner_text()


def _next(reviewer: Visitor) -> None:
    before = _position(reviewer.page)
    reviewer.page.get_by_test_id("next").click()
    expect(reviewer.page.get_by_test_id("position")).not_to_have_text(before)
    reviewer.settle()


def test_no_score_is_ever_under_the_wrong_name(arrive: Visit) -> None:
    """Enter different scores for six applicants in a row, then walk through them again, both ways and by link."""
    reviewer = arrive("reviewer2")
    reviewer.open(f"/review?programme={PROGRAMME}")
    given: dict[str, list[str]] = {}
    for place in range(6):
        for number, box in enumerate(_score_boxes(reviewer.page)):
            box.fill(str(40 + 7 * place + number))
        given[_shown_application(reviewer.page)] = _scores_on_screen(reviewer.page)
        before = _position(reviewer.page)
        reviewer.page.get_by_test_id("save-next").click()
        expect(reviewer.page.get_by_test_id("position")).not_to_have_text(before)
        reviewer.settle()
    assert len(given) == 6
    assert len({tuple(scores) for scores in given.values()}) == 6
    for application_id in [*reversed(given), *given]:
        reviewer.page.get_by_test_id(f"applicant-{application_id}").click()
        _expect_application(reviewer, application_id)
        assert _scores_on_screen(reviewer.page) == given[application_id]
    for application_id, scores in given.items():
        reviewer.open(f"/review?programme={PROGRAMME}&app={application_id}")
        _expect_application(reviewer, application_id)
        assert _scores_on_screen(reviewer.page) == scores
    assert reviewer.errors == []


def _shown_application(page: Page) -> str:
    chosen = page.locator('[data-testid^="applicant-"][aria-current="true"]')
    return (chosen.get_attribute("data-testid") or "").removeprefix("applicant-")


def _expect_application(visitor: Visitor, application_id: str) -> None:
    chosen = visitor.page.get_by_test_id(f"applicant-{application_id}")
    expect(chosen).to_have_attribute("aria-current", "true")
    visitor.settle()


def test_typed_scores_survive_a_reload_and_go_when_saved(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    reviewer.open(f"/review?programme={PROGRAMME}")
    application_id = _shown_application(reviewer.page)
    box = reviewer.page.locator('input[data-testid^="score-"]:visible').first
    box.fill("33")
    reviewer.open(f"/review?programme={PROGRAMME}&app={application_id}")
    expect(reviewer.page.locator('input[data-testid^="score-"]:visible').first).to_have_value("33")
    reviewer.page.get_by_test_id("save").click()
    expect(reviewer.page.get_by_test_id("saved-note")).to_contain_text("已存檔")
    kept = reviewer.page.evaluate("Object.keys(localStorage).filter(key => key.includes('draft')).length")
    assert kept == 0


def test_a_file_address_gives_another_browser_nothing(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    reviewer.open(f"/review?programme={PROGRAMME}")
    with reviewer.page.expect_response(re.compile(r"/evidence/.+/page/1")) as answer:
        reviewer.page.get_by_test_id("category-document.personal_statement").click()
    assert answer.value.status == 200
    address = answer.value.url
    for sign_in_name, expected in ((None, {401, 303}), ("researcher", {404})):
        stranger = arrive(sign_in_name)
        status = stranger.context.request.get(address, max_redirects=0).status
        assert status in expected


def test_hostile_text_stays_text_and_nothing_foreign_is_fetched(arrive: Visit, served: ServedRound) -> None:
    hits = _hits_of(_snapshot(served), "evil.example")
    assert hits
    chair = arrive("chair")
    for hit in hits:
        chair.open(f"/review?programme={PROGRAMME}&app={hit.application_id}&category={hit.category_code}")
        expect(chair.page.get_by_text("evil.example").first).to_be_visible()
        chair.open(f"/review?programme={PROGRAMME}&app={hit.application_id}")
    chair.page.get_by_test_id("search").fill("evil.example")
    chair.page.get_by_test_id("search").press("Enter")
    chair.settle()
    chair.open(f"/ranking?programme={PROGRAMME}")
    assert chair.foreign == []
    assert chair.page.locator('img[src*="evil"]').count() == 0
    assert chair.errors == []


def test_a_pdf_only_applicant_has_the_same_desk_and_never_an_empty_page(
    arrive: Visit, served: ServedRound
) -> None:
    pdf_only = next(each for each in _applications(served) if each.submission_mode == "pdf")
    chair = arrive("chair")
    chair.open(f"/review?programme={PROGRAMME}&app={pdf_only.application_id}")
    expect(chair.page.get_by_text("PDF 上傳").first).to_be_visible()
    expect(chair.page.get_by_text("修課紀錄為 PDF 上傳").first).to_be_visible()
    with chair.page.expect_response(re.compile(r"/evidence/.+/page/1")) as answer:
        chair.page.get_by_test_id("category-document.course_record").click()
    assert answer.value.headers["content-type"] == "image/jpeg"


def test_two_applicants_stand_side_by_side_on_the_same_category(arrive: Visit, served: ServedRound) -> None:
    first, second = _applications(served)[:2]
    chair = arrive("chair")
    chair.open(f"/review?programme={PROGRAMME}")
    # Quick ticks: the server may hear the last of them alone.
    for each in (first, second):
        chair.page.get_by_test_id(f"compare-{each.application_id}").check()
    chair.page.get_by_test_id("start-compare").click()
    chair.settle()
    for each in (first, second):
        expect(chair.page.get_by_text(each.application_number).first).to_be_visible()
    assert chair.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_saves_and_goes_on(arrive: Visit) -> None:
    reviewer = arrive("reviewer2")
    reviewer.open(f"/review?programme={PROGRAMME}")
    before = _position(reviewer.page)
    for box in _score_boxes(reviewer.page):
        box.fill("77")
    reviewer.page.keyboard.press("Control+Enter")
    expect(reviewer.page.get_by_test_id("position")).not_to_have_text(before)
    after = _position(reviewer.page)
    reviewer.settle()
    reviewer.page.keyboard.press("Alt+ArrowUp")
    expect(reviewer.page.get_by_test_id("position")).not_to_have_text(after)
    reviewer.settle()
    assert set(_scores_on_screen(reviewer.page)) == {"77"}


def _first_score(page: Page) -> Locator:
    return page.locator('input[data-testid^="score-"]:visible').first


def _not_scored(page: Page) -> list[str]:
    """The applications of the list whose own review holds nothing."""
    lines = page.locator('li.line.not_scored [data-testid^="applicant-"]')
    expect(lines.first).to_be_visible()
    return [(line.get_attribute("data-testid") or "").removeprefix("applicant-") for line in lines.all()]


def _stored_scores(served: ServedRound, reviewer_id: str) -> dict[str, list[str]]:
    """The newest scores of every application, as the store holds them."""
    path = served.settings.store.removeprefix("sqlite:///")
    question = "SELECT application_id, payload FROM review_event WHERE reviewer_id = ? ORDER BY revision"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        rows = store.execute(question, (reviewer_id,)).fetchall()
    return {application_id: list(json.loads(payload)["scores"].values()) for application_id, payload in rows}


def test_ten_applicants_in_a_row_by_keyboard_are_all_saved(arrive: Visit, served: ServedRound) -> None:
    """Nothing but keys: the first score has the focus whenever the next applicant stands there."""
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(f"/review?programme={PROGRAMME}&order=school")
    given: dict[str, list[str]] = {}
    _first_score(page).focus()
    for place in range(10):
        application_id = _shown_application(page)
        scores = [str(11 + 4 * place + number) for number in range(len(_score_boxes(page)))]
        page.keyboard.type(scores[0])
        for score in scores[1:]:
            page.keyboard.press("Tab")
            page.keyboard.type(score)
        page.keyboard.press("Control+Enter")
        expect(page.get_by_test_id(f"applicant-{application_id}")).not_to_have_attribute(
            "aria-current", "true"
        )
        expect(_first_score(page)).to_be_focused()
        given[application_id] = scores
    assert len(given) == 10
    stored = _stored_scores(served, "demo-reviewer1")
    assert {each: sorted(stored[each]) for each in given} == {each: sorted(given[each]) for each in given}
    assert reviewer.errors == []


def test_an_empty_form_is_not_passed_over(arrive: Visit) -> None:
    reviewer = arrive("reviewer2")
    page = reviewer.page
    reviewer.open(f"/review?programme={PROGRAMME}")
    application_id = _not_scored(page)[0]
    reviewer.open(f"/review?programme={PROGRAMME}&app={application_id}")
    _first_score(page).focus()
    before = _position(page)
    for by_key in (True, False):
        if by_key:
            page.keyboard.press("Control+Enter")
        else:
            page.get_by_test_id("save-next").click()
        expect(page.get_by_text("尚未評分：請輸入分數，或勾選棄權")).to_be_visible()
        reviewer.settle()
        assert (_position(page), _shown_application(page)) == (before, application_id)
    expect(_first_score(page)).to_be_focused()
    page.keyboard.type("55")
    expect(page.get_by_text("尚未評分：請輸入分數，或勾選棄權")).to_be_hidden()


def test_a_form_as_stored_goes_on_and_says_so_and_the_old_note_fades(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(f"/review?programme={PROGRAMME}")
    note = page.get_by_test_id("last-save")
    _first_score(page).fill("61")
    page.get_by_test_id("save-next").click()
    expect(note).to_contain_text("已存檔：")
    expect(note).not_to_have_class(re.compile("past"))
    expect(_first_score(page)).to_be_focused()
    _next(reviewer)
    expect(note).to_contain_text("已存檔：")
    expect(note).to_have_class(re.compile("past"))
    page.keyboard.press("Alt+ArrowUp")
    # Until the form of this applicant is there, nothing is saved and nobody is passed over.
    expect(_first_score(page)).to_be_visible()
    page.keyboard.press("Control+Enter")
    reviewer.settle()
    expect(note).to_contain_text("未變更")


def test_an_invalid_score_is_in_no_total(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    reviewer.open(f"/review?programme={PROGRAMME}")
    boxes = _score_boxes(reviewer.page)
    total = reviewer.page.locator(".total .value")
    for box in boxes:
        box.fill("80")
    expect(total).to_have_text("80.00")
    for wrong in ("101", "85.5"):
        boxes[0].fill(wrong)
        expect(total).to_have_text("–")


def test_the_order_survives_a_reload(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    page = reviewer.page
    lines = page.locator("li.line .who")
    reviewer.open(f"/review?programme={PROGRAMME}")
    expect(lines.first).to_be_visible()
    before = lines.all_inner_texts()
    page.get_by_label("排序").select_option("name")
    page.wait_for_url(re.compile("order=name"))
    expect(lines).not_to_have_text(before)
    by_name = lines.all_inner_texts()
    page.reload()
    expect(page.get_by_label("排序")).to_have_value("name")
    expect(lines).to_have_text(by_name)
    # An order nobody knows is none: the desk opens as it was left.
    reviewer.open(f"/review?programme={PROGRAMME}&order=nonsense")
    expect(page.get_by_label("排序")).to_have_value("name")


def test_the_desk_opens_where_it_was_left_on_another_computer(arrive: Visit) -> None:
    there = arrive("reviewer2")
    there.open(f"/review?programme={PROGRAMME}")
    there.page.get_by_test_id("next").click()
    there.settle()
    there.page.get_by_test_id("category-profile").click()
    there.settle()
    left_at = there.page.get_by_test_id("position").inner_text()
    here = arrive("reviewer2")
    here.open(f"/review?programme={PROGRAMME}")
    expect(here.page.get_by_test_id("position")).to_have_text(left_at)
    expect(here.page.get_by_test_id("last-save")).to_have_text("回到上次停下的地方")


def test_the_filter_finds_by_number_and_stays(arrive: Visit, served: ServedRound) -> None:
    reviewer = arrive("chair")
    page = reviewer.page
    wanted, other = _applications(served)[2:4]
    reviewer.open(f"/review?programme={PROGRAMME}")
    page.get_by_test_id("applicant-filter").fill(wanted.application_number)
    expect(page.locator("li.line:visible")).to_have_count(1)
    page.get_by_test_id(f"applicant-{wanted.application_id}").click()
    _expect_application(reviewer, wanted.application_id)
    expect(page.get_by_test_id(f"applicant-{other.application_id}")).to_be_hidden()
    expect(page.get_by_test_id("applicant-filter")).to_have_value(wanted.application_number)
    page.get_by_test_id("applicant-filter").fill("nobody at all")
    expect(page.get_by_text("沒有符合的考生。")).to_be_visible()


def test_the_list_marks_who_has_an_unsaved_draft(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(f"/review?programme={PROGRAMME}")
    expect(page.locator("li.line .draft:visible")).to_have_count(0)
    application_id = _shown_application(page)
    _first_score(page).fill("12")
    marked = page.locator(f'li.line[data-application="{application_id}"] .draft')
    expect(marked).to_be_visible()
    _next(reviewer)
    expect(marked).to_be_visible()
    page.get_by_test_id(f"applicant-{application_id}").click()
    _expect_application(reviewer, application_id)
    page.get_by_test_id("save").click()
    expect(marked).to_be_hidden()
