"""A page that runs ahead of the server: keys move at once, and no form and no evidence is ever under another's name."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.served_round import ServedRound, Visitor

Visit = Callable[[str | None], Visitor]
DESK = "/review?programme=999101"
SEED = 11
# Names in line and evidence, and forms that can be seen, each with the applicant it belongs to.
WHOSE = """() => {
  const found = { forms: [], evidence: null, line: null, chosen: null };
  const visit = (node, form) => {
    for (const each of node.children ?? []) {
      const key = /st-key-desk-score-\\S*?-([0-9a-f]{20})-/.exec(each.className)?.[1] ?? form;
      const isScore = each.matches('input[data-testid^="score-"]') && !each.closest("[inert]");
      if (isScore && getComputedStyle(each).visibility === "visible") found.forms.push(key);
      const isStage = each.matches(".root[data-category]") && !each.hasAttribute("aria-busy");
      if (isStage) found.evidence = each.dataset.application;
      if (each.matches("li.line.selected")) found.chosen = each.dataset.application;
      if (each.shadowRoot) visit(each.shadowRoot, key);
      visit(each, key);
    }
  };
  visit(document.body, null);
  found.forms = [...new Set(found.forms)];
  return found;
}"""


DRAFTS = """() => Object.entries(localStorage).filter(([key]) => key.startsWith("draft:"))
  .map(([key, text]) => [/:([0-9a-f]{20}):/.exec(key)[1], Object.values(JSON.parse(text).form.scores)])"""


def _first_score(page: Page) -> Locator:
    return page.locator('input[data-testid^="score-"]:visible').first


def _chosen(page: Page) -> str:
    chosen: str = page.evaluate(f"({WHOSE})().chosen")
    return chosen


def _expect_one_name(page: Page) -> None:
    """At this very moment: nothing on screen belongs to another applicant than the one chosen."""
    seen = page.evaluate(WHOSE)
    assert set(seen["forms"]) <= {seen["chosen"]}
    assert seen["evidence"] in (None, seen["chosen"])


def test_quick_keys_move_as_many_applicants_and_categories(arrive: Visit) -> None:
    reviewer = arrive("reviewer1")
    page, position = reviewer.page, reviewer.page.get_by_test_id("position")
    reviewer.open(DESK + "&category=overview")
    expect(page.locator("li.line.selected")).to_be_visible()
    start = int(position.inner_text().split(" / ")[0])
    for keys, moved in (("jjj", 3), ("kk", 1), ("jkjj", 3)):
        for key in keys:
            page.keyboard.press(key)
            _expect_one_name(page)
        expect(position).to_have_text(f"{start + moved} / {position.inner_text().split(' / ')[1]}")
        expect(_first_score(page)).to_be_visible()
        reviewer.settle()
        assert f"app={_chosen(page)}" in page.url
        _expect_one_name(page)
    tree = page.locator('[data-testid^="category-"]')
    for _ in range(3):
        page.keyboard.press("]")
    page.keyboard.press("j")
    third = tree.nth(3).get_attribute("data-testid") or ""
    expect(tree.nth(3)).to_have_attribute("aria-current", "true")
    page.wait_for_url(lambda address: f"category={third.removeprefix('category-')}" in address)
    expect(_first_score(page)).to_be_visible()
    assert f"app={_chosen(page)}" in page.url
    expect(position).to_have_text(f"{start + 4} / {position.inner_text().split(' / ')[1]}")
    assert reviewer.errors == []


def test_scores_given_between_quick_keys_are_all_saved_under_their_own_name(
    arrive: Visit, served: ServedRound
) -> None:
    """Keys as fast as they go, a save wherever a form stands there, gone before the answer came: nothing is lost."""
    reviewer, chance = arrive("reviewer2"), random.Random(SEED)
    page = reviewer.page
    reviewer.open(DESK)
    expect(page.locator("li.line.selected")).to_be_visible()
    before = _events(served)
    given: dict[str, str] = {}
    for turn in range(24):
        for _ in range(chance.randint(1, 4)):
            page.keyboard.press(chance.choice(("Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowUp")))
            _expect_one_name(page)
        score = str(1 + turn)
        # Half of the time not even the form is waited for: what is typed then belongs to nobody.
        if turn % 2:
            page.keyboard.press("s")
            page.keyboard.type(score)
            page.keyboard.press("Control+s")
            continue
        # A form of an abstention has no scores to fill in.
        abstained = page.locator("input.abstained:checked:visible").first
        expect(_first_score(page).or_(abstained).first).to_be_visible()
        if abstained.is_visible():
            continue
        _first_score(page).fill(score)
        application_id = _chosen(page)
        page.keyboard.press(chance.choice(("Control+s", "Control+Enter")))
        given[application_id] = score
    expect(_first_score(page)).to_be_visible()
    reviewer.settle()
    page.wait_for_timeout(500)
    whose: dict[str, set[str]] = {str(1 + turn): set() for turn in range(24)}
    stands: dict[str, set[str]] = {each: set() for each in given}
    saved = _events(served)[len(before) :]
    # A form takes one save at a time: what is typed on it meanwhile is told to be unsaved, and is its draft.
    for application_id, scores in (*saved, *page.evaluate(DRAFTS)):
        for score in whose.keys() & set(scores):
            whose[score].add(application_id)
            stands.setdefault(application_id, set()).add(score)
    assert len(given) >= 4
    assert len(saved) >= len(given) / 2
    # What was typed last of each applicant stands: the score given, or one that a later quick turn put in its place.
    last = {
        each: {score, *(str(1 + turn) for turn in range(int(score), 24) if turn % 2)}
        for each, score in given.items()
    }
    assert [each for each in given if not stands[each] & last[each]] == []
    assert all(whose[score] <= {each} for each, score in given.items())
    assert max(map(len, whose.values())) == 1
    assert reviewer.errors == []


def test_keys_pressed_before_the_form_came_are_its_own_or_are_told(
    arrive: Visit, served: ServedRound
) -> None:
    """Numbers as fast as they go, no form ever waited for: each is of whom it was pressed for, or is told to be lost."""
    reviewer, chance = arrive("reviewer2"), random.Random(SEED)
    page = reviewer.page
    reviewer.open(DESK)
    _first_score(page).focus()
    page.evaluate(
        "() => addEventListener('workbench:held', (event) => (window.told ??= []).push(event.detail.keys.join('')))"
    )
    before = _events(served)
    pressed: list[tuple[str, str]] = []
    for turn in range(24):
        left, is_elsewhere = _chosen(page), turn % 5 == 4
        if is_elsewhere:
            _leave_the_form(reviewer)
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            page.keyboard.press(chance.choice(("Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowUp")))
        # Who stands where one stood goes on typing in the same number.
        for key in ("Alt+ArrowDown", "Alt+ArrowUp"):
            if _chosen(page) == left:
                page.keyboard.press(key)
        if is_elsewhere:
            page.keyboard.press("s")
        score = str(31 + turn)
        page.keyboard.type(score)
        pressed.append((_chosen(page), score))
        _expect_one_name(page)
        page.wait_for_timeout(chance.choice((0, 0, 60, 250, 900)))
    page.wait_for_timeout(3500)
    reviewer.settle()
    stored = {(whose, score) for whose, scores in before for score in scores}
    found = {(whose, score) for whose, scores in page.evaluate(DRAFTS) for score in scores if score} - stored
    told = page.evaluate("() => window.told ?? []")
    # All of what was pressed, or nothing of it: no half of a number is a score.
    assert found <= {(whose, score) for whose, score in pressed if score not in told}
    last = {whose: score for whose, score in pressed if score not in told}
    # What the store says already needs no draft.
    assert set(last.items()) - found - stored == set()
    assert len(found) >= 5
    assert _events(served) == before
    assert reviewer.errors == []


def _leave_the_form(reviewer: Visitor) -> None:
    expect(_first_score(reviewer.page)).to_be_visible()
    reviewer.settle()
    for key in ("Escape", "e"):
        reviewer.page.keyboard.press(key)


def _events(served: ServedRound) -> list[tuple[str, list[str]]]:
    """Every save of the reviewer in turn: of whom, and the scores."""
    path = served.settings.store.removeprefix("sqlite:///")
    question = "SELECT application_id, payload FROM review_event WHERE reviewer_id = ? ORDER BY rowid"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        rows = store.execute(question, ("demo-reviewer2",)).fetchall()
    return [
        (application_id, list(json.loads(payload)["scores"].values())) for application_id, payload in rows
    ]


@pytest.fixture(autouse=True)
def _room_for_slow_machines() -> None:
    expect.set_options(timeout=15_000)


def test_page_left_without_its_form_asks_for_it_again(arrive: Visit) -> None:
    """As when a run ends between the line and the form: the page is with the next applicant, the form is not."""
    reviewer = arrive("reviewer1")
    page = reviewer.page
    reviewer.open(DESK + "&category=overview")
    expect(_first_score(page)).to_be_visible()
    page.keyboard.press("j")
    expect(_first_score(page)).to_be_visible()
    page.keyboard.press("k")
    expect(_first_score(page)).to_be_visible()
    page.wait_for_timeout(1500)
    before = _chosen(page)
    page.evaluate(
        """() => {
          const place = window[Symbol.for("workbench.place")];
          place.shown = place.walk[place.walk.indexOf(place.shown) + 1];
          dispatchEvent(new Event("workbench:place"));
        }"""
    )
    expect(_first_score(page)).to_be_hidden()
    expect(_first_score(page)).to_be_visible(timeout=15000)
    assert _chosen(page) != before
    _expect_one_name(page)
