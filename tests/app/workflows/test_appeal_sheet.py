"""複查 of a real round: the arithmetic comes to the list, letters stand for reviewers, nobody else is named."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pypdfium2
import pytest
import sqlalchemy as sa

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod
from app.domain.total_component import ComponentId, TotalComponent
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.reviews.round_event_rows import insert_event
from app.reviews.store_as_of import StoreAsOf
from app.workbench import Workbench
from app.workflows.appeal_arithmetic import exact_text
from app.workflows.appeal_sheet import AppealSheet, find_application, open_appeal_sheet
from app.workflows.appeal_text import AskedAppeal, export_appeal_sheet, full_names, printed_appeal
from app.workflows.component_import import preview_import, save_import
from app.workflows.list_as_of import derive_list
from app.workflows.recusal_reasons import readable_reasons, readable_recusals
from app.workflows.reviewer_assignment import AssignmentChange, record_recusal, undo_change
from app.workflows.round_record import RecordKind, load_record
from tests.app.workflows.people import access_of, person_named, programme_of
from tests.app.workflows.revised_rules import locked_with

LOCKED = "999101"


def _plan_id(workbench: Workbench) -> PlanId:
    plan_id = workbench.store.find_plan_of_programme(programme_of(workbench, LOCKED).programme_code)
    assert plan_id is not None
    return plan_id


def _ranked(workbench: Workbench) -> ApplicationId:
    """An application in the middle of the list that the chair may open."""
    rows = [
        each for each in derive_list(workbench, _plan_id(workbench)).view.ranked.rows if each.rank is not None
    ]
    return rows[len(rows) // 2].application_id


def _sheet(workbench: Workbench, name: str = "office") -> AppealSheet:
    return open_appeal_sheet(access_of(workbench, name), _plan_id(workbench), _ranked(workbench))


def test_steps_come_to_the_total_of_every_row(workbench: Workbench) -> None:
    office, plan_id = access_of(workbench, "office"), _plan_id(workbench)
    rows = derive_list(workbench, plan_id).view.ranked.rows
    for row in (*rows[:5], *rows[-5:]):
        sheet = open_appeal_sheet(office, plan_id, row.application_id)
        assert sheet.steps.rounded == sheet.row.total == row.total


@pytest.mark.parametrize("method", list(ScoringMethod))
def test_steps_come_to_the_total_by_every_method(workbench: Workbench, method: ScoringMethod) -> None:
    plan = locked_with(workbench, adjustment=ScoreAdjustment(method, Decimal("1.5"), Decimal(3)))
    office, rows = access_of(workbench, "office"), derive_list(workbench, plan.plan_id).view.ranked.rows
    for row in rows[:3]:
        sheet = open_appeal_sheet(office, plan.plan_id, row.application_id)
        assert sheet.steps.rounded == row.total
        told = printed_appeal(sheet, names=full_names(workbench), language="zh").arithmetic
        # A method may have no value for anybody: too few common applications to compare reviewers by.
        assert told[-1] == ("沒有總分" if row.total is None else "與名單上的總分相同。")


def test_sheet_tells_every_save_in_order_with_before_and_after(workbench: Workbench) -> None:
    plan_id, key = _plan_id(workbench), _ranked(workbench)
    store = workbench.store
    locked = store.find_locked(plan_id)
    review = next(each for each in store.load_reviews(plan_id) if each.application_id == key and each.scores)
    dimension = next(iter(review.scores))
    changed = replace(review, scores={**review.scores, dimension: Decimal(61)})
    store.save_review(changed, seen_revision=review.revision, event_id=uuid4().hex)
    sheet = open_appeal_sheet(access_of(workbench, "office"), plan_id, key)
    saves = [each for each in sheet.record if each.kind is RecordKind.REVIEW]
    (change,) = saves[-1].changes
    assert (change.dimension_id, change.before, change.after) == (
        dimension,
        review.scores[dimension],
        Decimal(61),
    )
    assert [each.moment for each in sheet.record] == sorted(each.moment for each in sheet.record)
    assert {RecordKind.PLAN, RecordKind.ASSIGNED, RecordKind.REVIEW} <= {each.kind for each in sheet.record}
    assert locked is not None
    text = json.dumps(
        printed_appeal(sheet, names=full_names(workbench), language="zh").record, ensure_ascii=False
    )
    name = locked.plan.dimensions[0].name if dimension == locked.plan.dimensions[0].dimension_id else ""
    assert f"{name} {exact_text(review.scores[dimension])} → 61" in text


def test_import_is_told_by_the_name_of_its_component(workbench: Workbench) -> None:
    component = TotalComponent(ComponentId("5f2a"), "學測", Decimal(50))
    chair, key = access_of(workbench, "chair"), _ranked(workbench)
    plan = locked_with(workbench, components=(component,))
    number = open_appeal_sheet(chair, plan.plan_id, key).summary.application_number
    content = f"編號,成績\n{number},80\n".encode()
    preview = preview_import(chair, plan.plan_id, component.component_id, content, file_name="test.csv")
    assert save_import(chair, plan.plan_id, preview) is None
    sheet = open_appeal_sheet(chair, plan.plan_id, key)
    printed = printed_appeal(sheet, names=full_names(workbench), language="zh").record
    told = [cells[1] for cells in printed]
    assert told[-1] == "匯入其他成績「學測」"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_leaves_the_house_names_nobody(workbench: Workbench, language: str) -> None:
    office, plan_id, key = access_of(workbench, "office"), _plan_id(workbench), _ranked(workbench)
    asked = AskedAppeal(plan_id, key, language=language)
    made = export_appeal_sheet(office, asked, form="json")
    pdf = export_appeal_sheet(office, asked, form="pdf")
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf.content)]
    summaries = derive_list(workbench, plan_id).view.summaries
    people = [each.display_name for each in workbench.store.load_persons()]
    text = made.content.decode() + "".join(pages)
    assert not [name for name in (*people, *(each.name for each in summaries.values())) if name in text]
    assert summaries[key].application_number in text
    assert json.loads(made.content)["form"] == "appeal-sheet/1"


def test_recusal_is_told_with_who_when_and_why_and_its_end(workbench: Workbench) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, LOCKED)
    key, reviewer = _ranked(workbench), person_named(workbench, "reviewer1").person_id
    change = record_recusal(chair, programme, recusal=Assignment(key, reviewer, True, "曾任教"))
    assert isinstance(change, AssignmentChange)
    undo_change(chair, programme, change)
    sheet = _sheet(workbench)
    assert sheet.row.application_id == key
    declared, ended = (
        next(each for each in sheet.record if each.kind is kind)
        for kind in (RecordKind.RECUSED, RecordKind.RECUSAL_ENDED)
    )
    assert (declared.person_id, declared.reviewer_id, declared.reason) == (
        chair.person.person_id,
        reviewer,
        "曾任教",
    )
    assert (ended.person_id, ended.reviewer_id, ended.reason) == (chair.person.person_id, reviewer, "")
    assert declared.moment < ended.moment
    assert sheet.record[sheet.record.index(ended) + 1].kind is RecordKind.ASSIGNED
    names = full_names(workbench)
    shown = printed_appeal(sheet, names=names, language="zh", shows_reasons=True).record
    cells = next(cells for cells in shown if cells[1] == "登記迴避")
    assert cells[2:] == (chair.person.display_name, f"{names[reviewer]}\n理由：曾任教")
    plan_id = _plan_id(workbench)
    made = export_appeal_sheet(access_of(workbench, "office"), AskedAppeal(plan_id, key), form="json")
    assert "曾任教" not in made.content.decode()
    assert "撤銷迴避" in made.content.decode()


def test_reason_of_before_it_was_kept_is_that_of_the_recusal_which_stands(workbench: Workbench) -> None:
    plan_id, key = _plan_id(workbench), _ranked(workbench)
    reviewer = person_named(workbench, "reviewer1").person_id
    # As an earlier program saved it: the reason in the standing list alone.
    kind, content = (
        RoundEventKind.ASSIGNMENTS,
        {"came": [[key, reviewer, True]], "went": [[key, reviewer, False]]},
    )
    recused = "update assignment set recused = true, recusal_reason = :reason where application_id = :a"
    with workbench.store._database.write() as connection:
        connection.execute(
            sa.text(f"{recused} and reviewer_id = :r"), {"reason": "三親等", "a": key, "r": reviewer}
        )
        insert_event(
            connection, RoundEvent("old", plan_id, kind, "", 99, content, reviewer, datetime.now(UTC))
        )
    sheet = open_appeal_sheet(access_of(workbench, "office"), plan_id, key)
    (declared,) = [each for each in sheet.record if each.kind is RecordKind.RECUSED]
    assert declared.reason == "三親等"


def test_reasons_are_withheld_from_those_without_the_right(workbench: Workbench) -> None:
    plan_id, chair = _plan_id(workbench), access_of(workbench, "chair")
    programme, key = programme_of(workbench, LOCKED), _ranked(workbench)
    reviewer = person_named(workbench, "reviewer1").person_id
    for person_id in (reviewer, chair.person.person_id):
        assert isinstance(
            record_recusal(chair, programme, recusal=Assignment(key, person_id, True, "曾任教")),
            AssignmentChange,
        )
    events = load_record(StoreAsOf(workbench.store, datetime.now(UTC)), plan_id, application_id=key)
    told = [
        each.reason
        for each in readable_reasons(access_of(workbench, "chair"), programme.programme_code, events)
    ]
    assert not any(told)
    office = access_of(workbench, "office")
    reasons = [each.reason for each in readable_reasons(office, programme.programme_code, events)]
    assert reasons.count("曾任教") == 2
    standing = [
        each
        for each in workbench.store.load_assignments(plan_id)
        if each.application_id == key and each.recused
    ]
    assert {
        each.recusal_reason for each in readable_recusals(office, programme.programme_code, standing)
    } == {"曾任教"}
    again = access_of(workbench, "chair")
    assert {each.recusal_reason for each in readable_recusals(again, programme.programme_code, standing)} == {
        ""
    }


def test_neighbours_are_numbers_around_the_total(workbench: Workbench) -> None:
    sheet = _sheet(workbench)
    assert sheet.row.total is not None
    assert sheet.neighbours.above is not None
    assert sheet.neighbours.below is not None
    assert sheet.neighbours.below < sheet.row.total < sheet.neighbours.above
    assert sheet.neighbours.equals >= 1


def test_sheet_is_for_office_and_unrecused_chair_and_logged(workbench: Workbench) -> None:
    plan_id, key = _plan_id(workbench), _ranked(workbench)
    with pytest.raises(NotAllowed):
        open_appeal_sheet(access_of(workbench, "reviewer1"), plan_id, key)
    _sheet(workbench, "chair")
    line = workbench.store.load_log()[0]
    assert (line.action, line.detail) == ("appeal_sheet_opened", f"application {key}")
    chair = person_named(workbench, "chair")
    stood = workbench.store.load_assignments(plan_id)
    others = [each for each in stood if (each.application_id, each.reviewer_id) != (key, chair.person_id)]
    recused = [*others, Assignment(key, chair.person_id, recused=True)]
    workbench.store.save_assignments(plan_id, recused, seen=stood, person_id=chair.person_id)
    with pytest.raises(NotAllowed):
        open_appeal_sheet(access_of(workbench, "chair"), plan_id, key)
    number = derive_list(workbench, plan_id).view.summaries[key].application_number
    assert find_application(access_of(workbench, "chair"), plan_id, number) is None
    assert find_application(access_of(workbench, "office"), plan_id, f" {number} ") == key


def test_unknown_application_and_time_before_the_plan_are_not_found(workbench: Workbench) -> None:
    office, plan_id = access_of(workbench, "office"), _plan_id(workbench)
    with pytest.raises(NotFound):
        open_appeal_sheet(office, plan_id, ApplicationId("nobody"))
    with pytest.raises(NotFound):
        open_appeal_sheet(office, plan_id, _ranked(workbench), as_of=datetime(2020, 1, 1, tzinfo=UTC))


def test_numbers_are_told_without_loss() -> None:
    told = [
        exact_text(each) for each in (Fraction(155, 2), Fraction(155, 3), Decimal("80.00"), Fraction(-1, 8))
    ]
    assert told == ["77.5", "155/3", "80", "-0.125"]
