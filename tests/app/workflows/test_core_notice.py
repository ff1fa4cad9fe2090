"""Items open for a channel reach every programme; three stages are announced in order and locked until reopened."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.core_notice import NoticeContent, NoticeProblem, NoticeStage
from app.domain.evidence import CategoryCode, ProgrammeCode
from app.domain.plan import ReviewPlan
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.exchange.core_notice_file import write_core_notice
from app.reviews.store import Saved, Stale
from app.web.notice_page import notice_page
from app.workbench import Workbench
from app.workflows import administration
from app.workflows.access import Access
from app.workflows.administration import ItemChoiceRefused
from app.workflows.allowed_items import (
    ChannelItemsRefused,
    hit_by_closing,
    load_channel_items,
    save_channel_items,
)
from app.workflows.core_data_selection import category_openness
from app.workflows.core_notice import (
    NoticeRefused,
    NoticeView,
    announce_stage,
    load_notice,
    reopen_stage,
    save_stage,
)
from app.workflows.core_notice_document import open_announcement
from app.workflows.plan_draft import open_plan
from tests.app.workflows.people import access_of, programme_of

DRAFTED, ANNOUNCED, OTHER_CHANNEL = "999102", "999101", "998201"


def _view(workbench: Workbench, name: str = "office", code: str = DRAFTED) -> NoticeView:
    return load_notice(access_of(workbench, name), programme_of(workbench, code))


def _plan(workbench: Workbench, code: str) -> ReviewPlan:
    stored = open_plan(access_of(workbench, "chair"), programme_of(workbench, code)).stored
    assert stored is not None
    return stored.plan


def _choose(access: Access, view: NoticeView, codes: list[str]) -> object:
    return save_stage(access, view, NoticeStage.ITEMS, NoticeContent(item_codes=tuple(codes)))


def _close(workbench: Workbench, *codes: str) -> None:
    office, programme = access_of(workbench, "office"), programme_of(workbench, DRAFTED)
    view = load_channel_items(office, programme)
    assert isinstance(save_channel_items(office, view, programme, allowed=view.allowed - set(codes)), Saved)


def _announce_all(workbench: Workbench) -> None:
    chair, office = access_of(workbench, "chair"), access_of(workbench, "office")
    content = NoticeContent(accepts_pdf=True, most_pages=3, text="<b>格式</b>")
    assert isinstance(save_stage(chair, _view(workbench), NoticeStage.FORMAT, content), Saved)
    assert isinstance(announce_stage(office, _view(workbench), NoticeStage.FORMAT), Saved)
    assert isinstance(_choose(chair, _view(workbench), ["A", "P"]), Saved)
    assert isinstance(announce_stage(office, _view(workbench), NoticeStage.ITEMS), Saved)
    details = NoticeContent(remarks={"P": "請說明動機"}, questions=("為什麼是文學？",))
    assert isinstance(save_stage(chair, _view(workbench), NoticeStage.DETAILS, details), Saved)
    assert isinstance(announce_stage(office, _view(workbench), NoticeStage.DETAILS), Saved)


def test_item_closed_for_the_channel_is_closed_for_every_programme_of_it(workbench: Workbench) -> None:
    office = access_of(workbench, "office")
    _close(workbench, "L")
    for code, expected in ((DRAFTED, False), (OTHER_CHANNEL, None)):
        lines = administration.load_item_choice(office, programme_of(workbench, code)).lines
        assert {line.item.item_code: line.is_allowed for line in lines}.get("L") is expected
        assert all(line.is_allowed for line in lines if line.item.item_code != "L")
    openness = category_openness(access_of(workbench, "chair"), _plan(workbench, DRAFTED))
    assert openness[CategoryCode("activity.licence")] is False
    assert openness[CategoryCode("activity.competition")] is True
    refused = administration.save_item_choice(
        office, programme_of(workbench, DRAFTED), allowed=["A", "L"], chosen=["A"], seen_revision=0
    )
    assert refused == ItemChoiceRefused(closed_items=frozenset("L"))


def test_announced_list_outlasts_a_closing_and_who_must_choose_again_is_named(workbench: Workbench) -> None:
    chair, office = access_of(workbench, "chair"), access_of(workbench, "office")
    assert isinstance(_choose(chair, _view(workbench), ["A", "L"]), Saved)
    before = load_notice(office, programme_of(workbench, ANNOUNCED)).choice.considered_items
    hit = hit_by_closing(office, programme_of(workbench, DRAFTED), {"A"})
    assert [each.programme_code for each in hit] == [DRAFTED]
    _close(workbench, *before)
    assert load_notice(office, programme_of(workbench, ANNOUNCED)).choice.considered_items == before


def test_channel_set_is_guarded(workbench: Workbench) -> None:
    office, programme = access_of(workbench, "office"), programme_of(workbench, DRAFTED)
    view = load_channel_items(office, programme)
    assert save_channel_items(office, view, programme, allowed=["A", "?"]) == ChannelItemsRefused(
        frozenset("?")
    )
    assert save_channel_items(office, view, programme, allowed=[]) == ChannelItemsRefused(
        nothing_allowed=True
    )
    _close(workbench, "L")
    assert isinstance(save_channel_items(office, view, programme, allowed=["A"]), Stale)
    with pytest.raises(NotAllowed):
        save_channel_items(access_of(workbench, "chair"), view, programme, allowed=["A"])


def test_programme_that_inherits_goes_on_inheriting_after_its_choice(workbench: Workbench) -> None:
    _close(workbench, "L")
    assert isinstance(_choose(access_of(workbench, "chair"), _view(workbench), ["A"]), Saved)
    office, programme = access_of(workbench, "office"), programme_of(workbench, DRAFTED)
    view = load_channel_items(office, programme)
    every = {item.item_code for item in view.items}
    assert isinstance(save_channel_items(office, view, programme, allowed=every), Saved)
    assert "L" in _view(workbench).choice.allowed_items


def test_stages_go_in_order_lock_and_reopen_from_the_end(workbench: Workbench) -> None:
    chair, office = access_of(workbench, "chair"), access_of(workbench, "office")
    early = announce_stage(office, _view(workbench), NoticeStage.DETAILS)
    assert early == NoticeRefused((NoticeProblem.EARLIER_OPEN, NoticeProblem.EMPTY))
    assert announce_stage(office, _view(workbench), NoticeStage.FORMAT) == NoticeRefused(
        (NoticeProblem.EMPTY,)
    )
    _announce_all(workbench)
    view = _view(workbench)
    assert all(notice.is_announced for notice in view.stages.values())
    assert set(view.announced_at) == set(NoticeStage)
    locked = save_stage(chair, view, NoticeStage.FORMAT, NoticeContent())
    assert locked == NoticeRefused((NoticeProblem.ANNOUNCED,))
    assert _choose(chair, view, ["A"]) == NoticeRefused((NoticeProblem.ANNOUNCED,))
    refused = reopen_stage(office, view, NoticeStage.ITEMS, " ")
    assert refused == NoticeRefused((NoticeProblem.LATER_ANNOUNCED, NoticeProblem.REASON_MISSING))
    assert isinstance(reopen_stage(office, view, NoticeStage.DETAILS, "更正題目"), Saved)
    assert isinstance(reopen_stage(office, _view(workbench), NoticeStage.ITEMS, "更正項目"), Saved)
    after = _view(workbench)
    assert [notice.is_announced for notice in after.stages.values()] == [True, False, False]
    assert after.stages[NoticeStage.DETAILS].reason == "更正題目"
    assert after.choice.published is False


def test_items_need_a_choice_that_is_open_and_remarks_need_their_items(workbench: Workbench) -> None:
    chair, office = access_of(workbench, "chair"), access_of(workbench, "office")
    assert isinstance(save_stage(chair, _view(workbench), NoticeStage.FORMAT, NoticeContent()), Saved)
    assert isinstance(announce_stage(office, _view(workbench), NoticeStage.FORMAT), Saved)
    empty = announce_stage(office, _view(workbench), NoticeStage.ITEMS)
    assert empty == NoticeRefused((NoticeProblem.NOTHING_CHOSEN,))
    assert isinstance(_choose(chair, _view(workbench), ["A", "L"]), Saved)
    _close(workbench, "L")
    closed = announce_stage(office, _view(workbench), NoticeStage.ITEMS)
    assert closed == NoticeRefused((NoticeProblem.ITEM_NOT_ALLOWED,))
    assert isinstance(_choose(chair, _view(workbench), ["A"]), Saved)
    assert isinstance(announce_stage(office, _view(workbench), NoticeStage.ITEMS), Saved)
    stray = NoticeContent(remarks={"L": "證照"})
    assert isinstance(save_stage(chair, _view(workbench), NoticeStage.DETAILS, stray), Saved)
    assert announce_stage(office, _view(workbench), NoticeStage.DETAILS) == NoticeRefused(
        (NoticeProblem.REMARK_WITHOUT_ITEM,)
    )


def test_what_is_typed_is_announced_by_the_same_act(workbench: Workbench) -> None:
    office = access_of(workbench, "office")
    format_text = NoticeContent(text="資料庫或 PDF")
    assert isinstance(announce_stage(office, _view(workbench), NoticeStage.FORMAT, format_text), Saved)
    seen = _view(workbench)
    typed = NoticeContent(item_codes=("A", "P"), text="依簡章")
    refused = announce_stage(office, seen, NoticeStage.ITEMS, replace(typed, item_codes=("A", "?")))
    assert refused == NoticeRefused((NoticeProblem.ITEM_NOT_ALLOWED,))
    assert _view(workbench) == seen
    assert isinstance(announce_stage(office, seen, NoticeStage.ITEMS, typed), Saved)
    after = _view(workbench)
    assert (after.choice.chosen_items, after.choice.published) == (frozenset({"A", "P"}), True)
    assert after.stages[NoticeStage.ITEMS].content == typed
    assert after.stages[NoticeStage.ITEMS].is_announced
    assert isinstance(announce_stage(office, seen, NoticeStage.ITEMS, typed), NoticeRefused)


def test_announced_items_and_their_stage_come_and_go_together(workbench: Workbench) -> None:
    office = access_of(workbench, "office")
    _announce_all(workbench)
    assert isinstance(reopen_stage(office, _view(workbench), NoticeStage.DETAILS, "更正"), Saved)
    seen = _view(workbench)
    # Somebody saves the list by another door: what was seen of it is stale, and the stage stays announced.
    workbench.store.save_item_choice(
        seen.choice,
        seen_revision=seen.choice.row_revision,
        person_id=office.person.person_id,
        reason="edited",
    )
    assert isinstance(reopen_stage(office, seen, NoticeStage.ITEMS, "更正項目"), Stale)
    assert _view(workbench).stages == seen.stages


def test_bad_limits_and_stale_views_write_nothing(workbench: Workbench) -> None:
    chair, view = access_of(workbench, "chair"), _view(workbench)
    bad = save_stage(chair, view, NoticeStage.FORMAT, NoticeContent(most_pages=0, text="x" * 5000))
    assert bad == NoticeRefused((NoticeProblem.LIMIT_NOT_POSITIVE, NoticeProblem.TOO_LONG))
    assert isinstance(save_stage(chair, view, NoticeStage.FORMAT, NoticeContent(text="一")), Saved)
    assert isinstance(save_stage(chair, view, NoticeStage.FORMAT, NoticeContent(text="二")), Stale)
    assert _view(workbench).stages[NoticeStage.FORMAT].content.text == "一"


@pytest.mark.parametrize("name", ["reviewer1", "chair"])
def test_only_the_office_announces_and_only_the_programme_or_office_writes(
    workbench: Workbench, name: str
) -> None:
    access, view = access_of(workbench, name), _view(workbench)
    with pytest.raises(NotAllowed):
        announce_stage(access, view, NoticeStage.FORMAT)
    with pytest.raises(NotAllowed):
        reopen_stage(access, view, NoticeStage.FORMAT, "理由")
    if name == "reviewer1":
        with pytest.raises(NotAllowed):
            save_stage(access, view, NoticeStage.FORMAT, NoticeContent())


def test_file_and_page_hold_what_was_announced_and_no_markup_of_anybody(workbench: Workbench) -> None:
    reviewer = access_of(workbench, "reviewer1")
    with pytest.raises(NotFound):
        open_announcement(reviewer, ProgrammeCode(DRAFTED), "json")
    _announce_all(workbench)
    announcement = open_announcement(reviewer, ProgrammeCode(DRAFTED), "json")
    written = json.loads(write_core_notice(announcement))
    assert list(written["stages"]) == ["format", "items", "details"]
    assert written["stages"]["format"]["most_pages"] == 3
    assert [item["code"] for item in written["stages"]["items"]["items"]] == ["A", "P"]
    assert written["stages"]["details"]["remarks"] == [{"code": "P", "text": "請說明動機"}]
    page = notice_page(announcement, "zh")
    assert "&lt;b&gt;格式&lt;/b&gt;" in page
    assert "<b>" not in page
    only = replace(announcement, stages={NoticeStage.FORMAT: announcement.stages[NoticeStage.FORMAT]})
    assert "Not announced yet." in notice_page(only, "en")
    logged = workbench.store.load_log(limit=1)[0]
    assert (logged.action, logged.object_key) == ("export_notice", f"programme/{DRAFTED}")
