"""One whole round in a real browser: the chair plans and assigns, two reviewers score, the list is taken away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from decimal import Decimal

from playwright.sync_api import Page, expect

from tests.browser.served_round import Visitor

Visit = Callable[[str | None], Visitor]
PROGRAMME = "998201"
# The weights of the template of three dimensions.
WEIGHTS = (Decimal(34), Decimal(33), Decimal(33))


def test_a_round_from_sign_in_to_the_downloaded_list(arrive: Visit) -> None:
    chair = arrive("chair")
    _make_and_lock_the_plan(chair)
    _assign_everyone(chair)
    first = _score_two(arrive("reviewer1"), [("95", "85", "75"), ("60", "61", "62")])
    second = _score_two(arrive("reviewer2"), [("85", "80", "70"), ("60", "61", "62")])
    assert list(first) == list(second)
    rows = _downloaded_list(chair)
    expected = {
        number: _mean([_total(scores) for scores in pair])
        for number, pair in zip(first, zip(first.values(), second.values(), strict=True), strict=True)
    }
    totals = {row["編號"]: Decimal(row["總分"]) for row in rows if row["總分"]}
    assert totals == expected
    assert [row["名次"] for row in rows if row["總分"]] == ["1", "2"]
    office = arrive("office")
    assert _downloaded_list(office) == rows
    office.open("/office")
    expect(office.page.locator('[data-testid="stText"]').first).to_contain_text("已評")
    assert [*chair.foreign, *office.foreign] == []
    assert [*chair.errors, *office.errors] == []


def _make_and_lock_the_plan(chair: Visitor) -> None:
    page = chair.page
    chair.open(f"/dimensions?programme={PROGRAMME}")
    page.get_by_role("button", name="以三面向範本開始").click()
    expect(page.get_by_text("草稿（第 1 修訂版）")).to_be_visible()
    chair.open(f"/core-data?programme={PROGRAMME}")
    page.locator('input[type="checkbox"]').nth(3).click()
    chair.settle()
    chair.open(f"/dimensions?programme={PROGRAMME}")
    page.get_by_role("tab", name="檢查與鎖定").click()
    page.get_by_text("我確認面向、尺規、核心資料與規則都已由校系議定").click()
    page.get_by_role("button", name="鎖定第 1 修訂版").click()
    expect(page.get_by_text("已鎖定（第 1 修訂版）")).to_be_visible()


def _assign_everyone(chair: Visitor) -> None:
    page = chair.page
    chair.open(f"/assignment?programme={PROGRAMME}")
    # Everyone is offered; the two of this round stay.
    for name in ("示範委員三", "示範委員四", "示範委員五"):
        page.locator(f'[data-tag] button[aria-label$="{name}"]').click()
        chair.settle()
    expect(page.locator("[data-tag]")).to_have_text(["示範委員一", "示範委員二"])
    page.get_by_role("button", name="補足分派").click()
    expect(page.get_by_text("每位考生都已有計畫要求的 2 位委員。")).to_be_visible()


def _score_two(reviewer: Visitor, scores: list[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Score the first two applicants of the list; the scores by application number."""
    given = {}
    reviewer.open(f"/review?programme={PROGRAMME}")
    for each in scores:
        position = reviewer.page.get_by_test_id("position").inner_text()
        number = _number_on_screen(reviewer.page)
        for place, value in enumerate(each):
            reviewer.page.locator('input[data-testid^="score-"]:visible').nth(place).fill(value)
        reviewer.page.get_by_test_id("save-next").click()
        expect(reviewer.page.get_by_test_id("position")).not_to_have_text(position)
        # The place in the list comes first; the heading follows in the same run.
        reviewer.settle()
        given[number] = each
    return given


def _number_on_screen(page: Page) -> str:
    found = re.search(r"編號 (\d+)", page.get_by_text(re.compile(r"編號 \d+")).first.inner_text())
    assert found is not None
    return found.group(1)


def _downloaded_list(person: Visitor) -> list[dict[str, str]]:
    person.open(f"/ranking?programme={PROGRAMME}")
    with person.page.expect_download() as download:
        person.page.get_by_role("link", name="CSV").click()
    assert re.fullmatch(rf"list-{PROGRAMME}-115-r1-[0-9a-f]+\.csv", download.value.suggested_filename)
    text = download.value.path().read_bytes().decode("utf-8-sig")
    return [
        {name: value for name, value in row.items() if name in ("名次", "編號", "總分")}
        for row in csv.DictReader(io.StringIO(text))
    ]


def _total(scores: tuple[str, ...]) -> Decimal:
    return (
        sum((Decimal(score) * weight for score, weight in zip(scores, WEIGHTS, strict=True)), Decimal()) / 100
    )


def _mean(totals: list[Decimal]) -> Decimal:
    return (sum(totals, Decimal()) / len(totals)).quantize(Decimal("0.01"))
