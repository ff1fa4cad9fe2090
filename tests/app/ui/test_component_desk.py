"""Other results and the check of the label on screen: what counts, earlier imports, words that match the numbers."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

from streamlit.testing.v1 import AppTest

from app.domain.total_component import ComponentId
from app.ui.state import ranking as state
from app.ui.text.component_desk import ZH
from app.ui.text.label_check import ZH as LABEL_ZH
from app.workbench import Workbench
from app.workflows.component_import import load_components
from tests.app.ui.desk_screen import part_data
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import locked_with
from tests.app.workflows.test_component_import import TEST, applications, file_of, imported

CODE = "999101"


def part_screen(workbench: Workbench, part: str, name: str = "chair") -> AppTest:
    """One tab of step 4 alone."""
    kwargs = {"workbench": workbench, "part": part, "name": name}
    return AppTest.from_function(_draw, kwargs=kwargs, default_timeout=30).run()


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _draw(workbench: object, part: str, name: str) -> None:
    from importlib import import_module

    from app.ui.components.notice_line import render_notice
    from app.ui.text.frame import ZH
    from app.ui.text.language import Language
    from app.ui.text.ranking import ZH as RANKING_ZH
    from app.ui.visit import Visit
    from app.workbench import Workbench as OpenWorkbench
    from app.workflows.total_ranking import open_ranking
    from tests.app.workflows.people import access_of, programme_of

    assert isinstance(workbench, OpenWorkbench)
    access, programme = access_of(workbench, name), programme_of(workbench, "999101")
    visit = Visit(
        workbench=workbench,
        access=access,
        person=access.person,
        language=Language.ZH,
        words=ZH,
        programme=programme,
    )
    view = open_ranking(access, programme)
    assert view is not None
    render_notice()
    getattr(import_module(f"app.ui.components.{part}"), f"render_{part}")(visit, RANKING_ZH, view)


def texts(screen: AppTest) -> list[str]:
    """Every plain line."""
    assert [each.message for each in screen.exception] == []
    return [str(each.value) for each in screen.text]


def test_earlier_import_is_compared_and_brought_back(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    imported(workbench, plan, file_of(everyone, ["30", "40"]))
    imported(workbench, plan, file_of(everyone, ["31", "40"]))
    code = programme_of(workbench, CODE).programme_code
    screen = part_screen(workbench, "component_desk")
    assert ZH.counted.format(counted=2, applications=len(everyone)) in texts(screen)
    screen.button(key=state.key(code, "bring-back", TEST.component_id, 1)).click().run()
    assert ZH.summary.format(changed=1, unchanged=1, absent=0) in texts(screen)
    screen.button(key=state.key(code, "save-import", TEST.component_id)).click().run()
    assert [each.value for each in screen.success] == [ZH.saved]
    newest = load_components(access_of(workbench, "chair"), plan)[0].imports[0]
    assert (newest.restores, newest.values[everyone[0].application_id]) == (1, Decimal(30))


def test_file_of_thousands_of_faults_is_told_by_kind_and_is_taken_away_whole(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    number = applications(workbench, plan)[0].application_number
    lines = [
        *(f"x{place},12" for place in range(3000)),
        f"{number},many",
        *(f"y{place},+1,2" for place in range(40)),
    ]
    content = "\n".join(["編號,成績", *lines]).encode()
    code = programme_of(workbench, CODE).programme_code
    screen = part_screen(workbench, "component_desk")
    key = state.upload_key(code, TEST.component_id)
    screen.file_uploader(key=key).upload("test.csv", content).run()
    assert [each.value for each in screen.error] == [ZH.refused]
    told = part_data(screen, state.key(code, "faults", TEST.component_id))
    unknown, width, word = told["kinds"]
    assert unknown["title"] == f"{ZH.file_rules['unknown_number']}（3000 處）"
    assert (len(unknown["lines"]), len(width["lines"]), word["lines"]) == (
        10,
        10,
        ["第 3002 列「成績」：many"],
    )
    assert unknown["lines"][0] == "第 2 列「編號」：x0"
    assert unknown["more"] == "…另有 2990 處，請下載完整清單。"
    _, *listed = csv.reader(io.StringIO(told["file"].removeprefix("\ufeff"), newline=""))
    assert len(listed) == 3041
    assert told["download"] == "下載完整清單（CSV，3041 處）"
    assert not [each for each in texts(screen) if "x0" in each]


def test_file_of_few_faults_needs_no_list_to_take_away(workbench: Workbench) -> None:
    locked_with(workbench, components=(TEST,))
    code = programme_of(workbench, CODE).programme_code
    screen = part_screen(workbench, "component_desk")
    key = state.upload_key(code, TEST.component_id)
    screen.file_uploader(key=key).upload("test.csv", "編號,成績\nx,12\n".encode()).run()
    told = part_data(screen, state.key(code, "faults", TEST.component_id))
    assert (told["download"], told["file"], told["summary"]) == ("", "", "")
    assert [each["lines"] for each in told["kinds"]] == [["第 2 列「編號」：x"]]


def test_plan_without_components_says_where_to_add_them(workbench: Workbench) -> None:
    locked_with(workbench, components=(), tie_breaks=())
    screen = part_screen(workbench, "component_desk")
    assert [each.value for each in screen.info] == [ZH.no_components]


def test_components_of_two_are_chosen_by_name(workbench: Workbench) -> None:
    talk = replace(TEST, component_id=ComponentId("talk"), name="面試", weight_percent=Decimal(10))
    locked_with(workbench, components=(TEST, talk))
    code = programme_of(workbench, CODE).programme_code
    screen = part_screen(workbench, "component_desk", "office")
    screen.segmented_control(key=state.key(code, "component")).set_value("talk").run()
    assert ZH.facts.format(weight="10", maximum="60") + ZH.minimum.format(minimum="5") in texts(screen)


def test_label_check_is_worked_out_when_asked_for(workbench: Workbench) -> None:
    code = programme_of(workbench, CODE).programme_code
    screen = part_screen(workbench, "label_check")
    assert texts(screen) == [LABEL_ZH.intro]
    screen.button(key=state.key(code, "label-check-button")).click().run()
    assert texts(screen)[1].startswith(LABEL_ZH.counts.split("{")[0])
    assert [each.value for each in screen.caption][-1] == LABEL_ZH.method
