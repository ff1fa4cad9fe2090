"""The step of records: the list as of a moment, what changed, what left, verification, an appeal."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.home_time import date_and_seconds, home_day
from app.ui.state import records as state
from app.ui.text.records import ZH
from app.workbench import Workbench
from app.workflows.appeal_sheet import open_appeal_sheet
from app.workflows.appeal_text import AskedAppeal, export_appeal_sheet
from app.workflows.list_as_of import derive_list
from app.workflows.signed_lists import AskedSigned, export_signed_list
from tests.app.ui.desk_screen import part_data
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.test_signed_lists import plan_of_round, raise_score

LOCKED = "999101"


def _screen(workbench: Workbench, view: str, name: str = "office") -> AppTest:
    screen = step_screen(workbench, "records", name=name, code=LOCKED)
    assert not screen.exception
    screen.segmented_control(key=state.VIEW).set_value(view).run()
    assert not screen.exception
    return screen


def _key(workbench: Workbench, name: str, *parts: object) -> str:
    return state.key(programme_of(workbench, LOCKED).programme_code, name, *parts)


@pytest.mark.parametrize("name", ["office", "chair"])
def test_list_of_now_is_shown_with_its_files(workbench: Workbench, name: str) -> None:
    screen = _screen(workbench, "as_of", name)
    shown = screen.dataframe[0].value
    rows = derive_list(workbench, plan_of_round(workbench)).view.ranked.rows
    assert len(shown) == len(rows)
    assert [Decimal(each) for each in shown[ZH.columns["total"]] if isinstance(each, str)] == [
        row.total for row in rows if row.total is not None
    ]


def test_moment_before_the_lock_has_no_list(workbench: Workbench) -> None:
    screen = _screen(workbench, "as_of")
    screen.selectbox(key=_key(workbench, "as-of")).set_value("other").run()
    screen.date_input(key=_key(workbench, "as-of", "date")).set_value(
        datetime(2020, 1, 1, tzinfo=UTC).date()
    ).run()
    assert [each.value for each in screen.info] == [ZH.no_list]


def test_changed_score_is_told_with_who_and_what(workbench: Workbench) -> None:
    export_signed_list(
        workbench, access_of(workbench, "chair"), AskedSigned(plan_of_round(workbench), "json")
    )
    changed = raise_score(workbench)
    screen = _screen(workbench, "compare", "chair")
    day = screen.selectbox(key=_key(workbench, "earlier")).value
    event = screen.selectbox(key=_key(workbench, "earlier", "event", day))
    listed = next(place for place, each in enumerate(event.options) if "名單匯出" in each)
    event.set_value(listed).run()
    assert not screen.exception
    (why,) = screen.dataframe[0].value[ZH.columns["why"]]
    person = workbench.store.find_person(changed.reviewer_id)
    assert person is not None
    assert person.display_name in why
    assert " → " in why


def test_exported_file_is_verified_and_a_changed_one_is_not(workbench: Workbench) -> None:
    made = export_signed_list(workbench, None, AskedSigned(plan_of_round(workbench), "csv"))
    screen = _screen(workbench, "verify")
    key = _key(workbench, "file")
    screen.file_uploader(key=key).upload("list.csv", made.content).run()
    assert [each.value for each in screen.success] == [
        ZH.verify_agrees.format(lines=len(derive_list(workbench, plan_of_round(workbench)).view.ranked.rows))
    ]
    assert ZH.verify_recorded in [each.value for each in screen.text]
    screen = _screen(workbench, "verify")
    screen.file_uploader(key=key).upload("list.csv", made.content + b"\r\n").run()
    assert len(screen.error) == 1
    screen = _screen(workbench, "verify")
    screen.file_uploader(key=key).upload("list.csv", made.content.replace(b".00", b".01", 1)).run()
    assert not screen.success
    assert len(screen.error) == 1


def test_lists_that_left_are_told_with_who_took_them(workbench: Workbench) -> None:
    chair = access_of(workbench, "chair")
    export_signed_list(workbench, chair, AskedSigned(plan_of_round(workbench), "json"))
    shown = _screen(workbench, "left").dataframe[0].value
    assert list(shown[ZH.columns["who"]]) == [chair.person.display_name]


def test_appeal_shows_arithmetic_and_record(workbench: Workbench) -> None:
    derived = derive_list(workbench, plan_of_round(workbench))
    row = next(each for each in derived.view.ranked.rows if each.rank is not None)
    screen = _screen(workbench, "appeal")
    number = derived.view.summaries[row.application_id].application_number
    screen.text_input(key=_key(workbench, "appeal")).set_value(number).run()
    assert not screen.exception
    assert any(f"{row.total:f}" in each.value for each in screen.text)
    shown = part_data(screen, _key(workbench, "appeal", "record"))
    office = access_of(workbench, "office")
    sheet = open_appeal_sheet(office, plan_of_round(workbench), row.application_id)
    assert [line[0] for line in shown["rows"]] == [date_and_seconds(each.moment) for each in sheet.record]
    # What changed stands in the cell in full, a change a line.
    changes = [each for each in sheet.record if len(each.changes) > 1]
    assert max(len(line[3].splitlines()) for line in shown["rows"]) == max(len(e.changes) for e in changes)
    printed = export_appeal_sheet(
        office, AskedAppeal(plan_of_round(workbench), row.application_id), form="json"
    )
    assert [line[0] for line in json.loads(printed.content)["record"]][: len(shown["rows"])] == [
        line[0] for line in shown["rows"]
    ]
    screen.text_input(key=_key(workbench, "appeal")).set_value("no such number").run()
    assert [each.value for each in screen.warning] == [ZH.appeal_none]


def test_moments_are_chosen_by_day_and_event_and_the_newest_save_is_named_as_such(
    workbench: Workbench,
) -> None:
    raise_score(workbench)
    screen = _screen(workbench, "as_of")
    days = screen.selectbox(key=_key(workbench, "as-of"))
    assert (days.options[0], days.options[-1]) == (ZH.moment_now, ZH.moment_other)
    store, plan_id = workbench.store, plan_of_round(workbench)
    newest = max(each.saved_at for each in store.load_reviews(plan_id) if each.saved_at)
    day = home_day(newest).isoformat()
    days.set_value(day).run()
    events = screen.selectbox(key=_key(workbench, "as-of", "event", day))
    assert "最後一次存檔（審查委員）" in events.options[0]
    assert f"共有 {len(store.load_reviews(plan_id))} 份評分" in events.options[0]
    assert not any("第 1 次儲存評分" in each for each in events.options)
    assert len(screen.dataframe[0].value) > 0
