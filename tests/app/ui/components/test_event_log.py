"""The log as a person reads it: words for all that is written now, readable text for what other programs wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.assignment import Assignment
from app.domain.people import PersonId
from app.domain.visibility import Action, NotAllowed
from app.reviews.store import AuditEvent
from app.ui.components.event_log import LogTeller
from app.ui.text.language import Language
from app.ui.text.logged_details import WORDS
from app.workbench import Workbench
from app.workflows.list_as_of import derive_list
from app.workflows.log_reading import ReadableLog, open_log
from app.workflows.plan_transfer import export_plan
from app.workflows.reviewer_assignment import AssignmentChange, record_recusal, undo_change
from tests.app.workflows.people import access_of, person_named, programme_of
from tests.app.workflows.test_signed_lists import plan_of_round

CODE = "999101"
EMPTY = ReadableLog((), {}, {}, {}, {}, {}, {}, {})
RAW = re.compile(r"[a-z]+_[a-z_]+|[{}\[\]]")
"""An identifier of the code, or JSON."""


def line(action: str, detail: str, key: str = "plan/999101-115") -> AuditEvent:
    """One line of the log."""
    return AuditEvent(1, datetime(2026, 5, 20, tzinfo=UTC), PersonId("x"), action, key, detail)


@pytest.mark.parametrize(
    ("action", "detail", "text"),
    [
        ("plan_locked", '{"revision":1,"row_revision":2}', "第 1 修訂版"),
        ("item_choice_saved", '{"published":true,"reason":"published"}', "已公布 是；原因 公布"),
        ("item_choice_saved", '{"published":false,"reason":"依簡章更正"}', "已公布 否；原因 依簡章更正"),
        ("refused", "open_file", "要求 開啟檔案"),
        ("refused", "an_old_action", "要求 an old action"),
        ("appeal_sheet_opened", "application 0123456789abcdef", "考生 0123456789abcdef"),
        ("export_plan", "revision 3", "第 3 修訂版"),
        ("export_notice", "html", "格式 網頁"),
        (
            "page_tag_saved",
            '{"pages":[3,5],"tag_id":"t","sha256":"0123456789abcdef0123456789"}',
            "頁 3–5；檔案 0123456789ab…",
        ),
        ("core_data_notice_saved", '{"revision":2,"subject":"details"}', "第 2 次存檔；階段 說明"),
        ("calibration_round_saved", '{"subject":"a"}', "校準 a"),
        ("plan_saved", "xlsx revision 1 digest ab12", "xlsx revision 1 digest ab12"),
        ("plan_saved", "12", "12"),
        ("plan_saved", '{"some_new_fact":[1,{"a":2}]}', 'some new fact 1、{"a": 2}'),
        ("plan_saved", "", ""),
    ],
)
def test_detail_reads_as_words(action: str, detail: str, text: str) -> None:
    assert LogTeller(Language.ZH, EMPTY).detail(line(action, detail)) == text


def test_line_of_another_program_is_readable() -> None:
    teller = LogTeller(Language.EN, EMPTY)
    strange = line("something_done", "{", "moon_base/x")
    assert (teller.action(strange), teller.thing(strange), teller.detail(strange)) == (
        "something done",
        "moon base x",
        "{",
    )


@pytest.mark.parametrize("language", list(Language))
def test_no_line_of_a_played_round_shows_a_raw_key(workbench: Workbench, language: Language) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, CODE)
    locked = workbench.store.find_locked(plan_of_round(workbench))
    assert locked is not None
    export_plan(chair, locked.plan)
    with pytest.raises(NotAllowed):
        access_of(workbench, "reviewer1").require(Action.EDIT_PLAN, programme_code=programme.programme_code)
    log = open_log(access_of(workbench, "office"))
    assert len({each.action for each in log.lines}) > 8
    teller = LogTeller(language, log)
    told = [(teller.action(each), teller.thing(each), teller.detail(each)) for each in log.lines]
    assert [each for each in told if any(RAW.search(text) for text in each)] == []


def test_recusal_is_told_with_its_reason_and_its_end(workbench: Workbench) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, CODE)
    reviewer = person_named(workbench, "reviewer1")
    derived = derive_list(workbench, plan_of_round(workbench))
    key = derived.view.ranked.rows[0].application_id
    number = derived.view.summaries[key].application_number
    change = record_recusal(chair, programme, recusal=Assignment(key, reviewer.person_id, True, "曾任教"))
    assert isinstance(change, AssignmentChange)
    undo_change(chair, programme, change)
    office = access_of(workbench, "office")
    log = open_log(office)
    teller = LogTeller(Language.ZH, log)
    ended, declared = (teller.detail(each) for each in log.lines[:2])
    assert declared == f"取消 1 件分派；登記迴避：{reviewer.display_name}－考生 {number}（原因：曾任教）"
    assert ended == f"新增 1 件分派；撤銷迴避：{reviewer.display_name}－考生 {number}"
    assert "曾任教" not in "".join(each.detail for each in log.lines)
    stood = workbench.store.load_assignments(plan_of_round(workbench))
    barred = Assignment(key, office.person.person_id, True, "親屬")
    workbench.store.save_assignments(
        plan_of_round(workbench), [*stood, barred], seen=stood, person_id=chair.person.person_id
    )
    withheld = open_log(access_of(workbench, "office"))
    told = [LogTeller(Language.ZH, withheld).detail(each) for each in withheld.lines[:3]]
    assert not any("原因" in each for each in told)


def test_words_of_both_languages_name_the_same() -> None:
    chinese, english = WORDS[Language.ZH], WORDS[Language.EN]
    for name in ("objects", "named", "facts", "subjects", "asked"):
        assert getattr(chinese, name).keys() == getattr(english, name).keys()
    assert {name: set(known) for name, known in chinese.values.items()} == {
        name: set(known) for name, known in english.values.items()
    }
    assert replace(EMPTY) == EMPTY
