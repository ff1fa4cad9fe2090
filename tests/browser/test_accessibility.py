"""No serious fault of accessibility on any step, no horizontal scrolling, no foreign address, both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.served_round import Visitor

Visit = Callable[..., Visitor]
SCREENS = [
    ("chair", "/dimensions?programme=999102"),
    ("chair", "/core-data?programme=999102"),
    ("chair", "/review?programme=999101"),
    ("chair", "/ranking?programme=999101"),
    ("office", "/records?programme=999101"),
    ("chair", "/assignment?programme=999101"),
    ("reviewer1", "/review?programme=999101"),
    ("reviewer1", "/review?programme=999101&view=dimension"),
    ("reviewer1", "/review?programme=999101&view=grid"),
    ("office", "/office"),
    ("researcher", "/research"),
]


@pytest.mark.parametrize(("sign_in_name", "path"), SCREENS)
def test_a_step_has_no_serious_fault(arrive: Visit, sign_in_name: str, path: str) -> None:
    visitor = arrive(sign_in_name)
    visitor.open(path)
    visitor.page.wait_for_timeout(1000)
    found = Axe().run(visitor.page).response["violations"]
    serious = [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
    assert serious == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (visitor.foreign, visitor.errors) == ([], [])


def test_the_language_switch_leads_to_english_and_back(arrive: Visit) -> None:
    visitor = arrive("office")
    visitor.page.get_by_role("link", name="English").click()
    visitor.page.get_by_text("Progress", exact=True).first.wait_for()
    assert visitor.page.evaluate("document.documentElement.lang") == "en"
    visitor.page.get_by_role("link", name="中文").click()
    visitor.page.get_by_text("各校系進度").first.wait_for()


def test_sign_out_ends_the_session_in_every_tab(arrive: Visit) -> None:
    visitor = arrive("chair")
    other = visitor.context.new_page()
    other.goto(visitor.served.address + "/sign-out")
    other.get_by_role("button").first.click()
    other.wait_for_url("**/sign-in**")
    visitor.page.goto(visitor.served.address + "/ranking")
    assert "/sign-in" in visitor.page.url


def test_the_upload_button_speaks_the_language_of_the_page(arrive: Visit) -> None:
    visitor = arrive("reviewer1")
    visitor.open("/offline?programme=999101")
    word = visitor.page.locator('[data-testid="stFileUploaderDropzone"] button p')
    word.wait_for(state="attached")
    shown = "(node) => [getComputedStyle(node).fontSize, getComputedStyle(node, '::after').content]"
    assert word.evaluate(shown) == ["0px", '"選擇檔案"']
