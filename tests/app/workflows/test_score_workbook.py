"""A workbook handed out, filled in with a spreadsheet program and brought back."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from app.domain.dimensions import ScoringScale
from app.domain.evidence import ApplicationId
from app.domain.round_event import RoundEventKind
from app.domain.scores import Review
from app.domain.visibility import NotAllowed
from app.errors import BadFile
from app.workbench import Workbench
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import load_own_review
from app.workflows.review_entry import PlanMoved
from app.workflows.score_workbook import (
    BatchSaved,
    RowState,
    WorkbookPreview,
    hand_out_workbook,
    preview_workbook,
    save_workbook,
)
from tests.app.workflows.people import access_of
from tests.app.workflows.test_carried_reviews import drafted
from tests.app.workflows.test_carried_reviews import lock as lock_draft
from tests.app.workflows.test_evidence_review import desk_of, recuse
from tests.app.workflows.test_review_entry import entry_for, saved_review, unscored

NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)
Edit = Callable[[dict[str, int], Any], None]
"""Gets the columns by machine key and the sheet of scores."""


def handed_out(workbench: Workbench, name: str = "reviewer1", language: str = "zh") -> bytes:
    """The workbook of a reviewer."""
    plan_id = desk_of(workbench).plan.plan_id
    return hand_out_workbook(access_of(workbench, name), plan_id, language=language, now=NOW).content


def edited(content: bytes, edit: Edit) -> bytes:
    """The workbook after somebody typed in it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    edit(columns, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row_of(columns: dict[str, int], sheet: Any, application_id: ApplicationId) -> int:
    """The row of an application."""
    column = columns["application_id"]
    return next(row for row in range(3, sheet.max_row + 1) if sheet.cell(row, column).value == application_id)


def typed(desk: Desk, application_id: ApplicationId, score: object) -> Edit:
    """Give an application one score in every dimension."""

    def edit(columns: dict[str, int], sheet: Any) -> None:
        row = row_of(columns, sheet, application_id)
        for each in desk.plan.dimensions:
            sheet.cell(row, columns[f"score:{each.dimension_id}"]).value = score

    return edit


def previewed(workbench: Workbench, content: bytes) -> WorkbookPreview:
    """What the workbook of reviewer1 would do."""
    outcome = preview_workbook(access_of(workbench, "reviewer1"), desk_of(workbench).plan.plan_id, content)
    assert isinstance(outcome, WorkbookPreview)
    return outcome


def saved(
    workbench: Workbench, content: bytes, *, shown: WorkbookPreview, leaves_out_stale: bool = False
) -> BatchSaved | WorkbookPreview | PlanMoved:
    """Save what was shown."""
    return save_workbook(
        access_of(workbench, "reviewer1"),
        shown.plan.plan_id,
        content,
        fingerprint=shown.fingerprint,
        leaves_out_stale=leaves_out_stale,
    )


def own(workbench: Workbench, application_id: ApplicationId) -> Review:
    """The own review as stored."""
    access = access_of(workbench, "reviewer1")
    return load_own_review(access, desk_of(workbench).plan, application_id).review


@pytest.mark.parametrize("language", ["zh", "en"])
def test_workbook_brought_back_as_it_was_changes_nothing(workbench: Workbench, language: str) -> None:
    content = handed_out(workbench, language=language)
    shown = previewed(workbench, content)
    assert {line.state for line in shown.lines} == {RowState.UNTOUCHED}
    assert len(shown.lines) == sum(line.is_assigned for line in desk_of(workbench).lines)
    assert saved(workbench, content, shown=shown) == BatchSaved(0, 0)


def test_typed_scores_are_shown_then_saved_and_read_back(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target, other = unscored(desk)[:2]
    content = edited(handed_out(workbench), typed(desk, target, 83))
    shown = previewed(workbench, content)
    (line,) = [each for each in shown.lines if each.state is RowState.CHANGED]
    assert (line.summary.application_id, line.stored.scores) == (target, {})
    assert own(workbench, target).revision == 0
    assert saved(workbench, content, shown=shown) == BatchSaved(1, 0)
    assert set(own(workbench, target).scores.values()) == {Decimal(83)}
    assert own(workbench, other).revision == 0


def test_workbook_saved_twice_is_saved_once(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    content = edited(handed_out(workbench), typed(desk, target, 83))
    shown = previewed(workbench, content)
    saved(workbench, content, shown=shown)
    again = saved(workbench, content, shown=shown)
    assert isinstance(again, WorkbookPreview)
    assert again.count(RowState.SAME) == 1
    assert own(workbench, target).revision == 1


def test_row_saved_elsewhere_meanwhile_is_stale_and_never_overwritten(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    stale, fine, untouched = unscored(desk)[:3]
    handed = handed_out(workbench)
    content = edited(edited(handed, typed(desk, stale, 60)), typed(desk, fine, 70))
    saved_review(workbench, entry_for(desk, stale, score="91"))
    saved_review(workbench, entry_for(desk, untouched, score="92"))
    shown = previewed(workbench, content)
    assert (shown.count(RowState.STALE), shown.count(RowState.CHANGED)) == (1, 1)
    refused = saved(workbench, content, shown=shown)
    assert refused == shown
    assert own(workbench, fine).revision == 0
    assert saved(workbench, content, shown=shown, leaves_out_stale=True) == BatchSaved(1, 1)
    assert set(own(workbench, stale).scores.values()) == {Decimal(91)}
    assert set(own(workbench, untouched).scores.values()) == {Decimal(92)}


def test_save_between_preview_and_click_shows_the_preview_again(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    content = edited(handed_out(workbench), typed(desk, target, 60))
    shown = previewed(workbench, content)
    saved_review(workbench, entry_for(desk, target, score="91"))
    outcome = saved(workbench, content, shown=shown, leaves_out_stale=True)
    assert isinstance(outcome, WorkbookPreview)
    assert outcome.count(RowState.STALE) == 1
    assert set(own(workbench, target).scores.values()) == {Decimal(91)}


@pytest.mark.parametrize("score", [101, -1, "很好", 83.123])
def test_one_impossible_score_keeps_everything_out(workbench: Workbench, score: object) -> None:
    desk = desk_of(workbench)
    bad, fine = unscored(desk)[:2]
    content = edited(edited(handed_out(workbench), typed(desk, bad, score)), typed(desk, fine, 70))
    shown = previewed(workbench, content)
    assert [line.summary.application_id for line in shown.faulty] == [bad]
    assert saved(workbench, content, shown=shown) == shown
    assert own(workbench, fine).revision == 0


def test_rows_may_be_sorted_and_deleted(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]

    def shuffle(columns: dict[str, int], sheet: Any) -> None:
        typed(desk, target, 77)(columns, sheet)
        row = row_of(columns, sheet, target)
        values = [cell.value for cell in sheet[row]]
        sheet.delete_rows(3, sheet.max_row)
        for column, value in enumerate(values, start=1):
            sheet.cell(3, column).value = value

    content = edited(handed_out(workbench), shuffle)
    shown = previewed(workbench, content)
    assert [line.state for line in shown.lines] == [RowState.CHANGED]
    assert saved(workbench, content, shown=shown) == BatchSaved(1, 0)
    assert set(own(workbench, target).scores.values()) == {Decimal(77)}


def test_abstention_needs_its_reason(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]

    def abstain(reason: str) -> Edit:
        def edit(columns: dict[str, int], sheet: Any) -> None:
            row = row_of(columns, sheet, target)
            sheet.cell(row, columns["abstained"]).value = "是"
            sheet.cell(row, columns["abstain_reason"]).value = reason

        return edit

    handed = handed_out(workbench)
    assert len(previewed(workbench, edited(handed, abstain(""))).faulty) == 1
    content = edited(handed, abstain("曾任教師"))
    assert saved(workbench, content, shown=previewed(workbench, content)) == BatchSaved(1, 0)
    assert own(workbench, target).abstained


def test_everything_wrong_with_the_form_is_told_at_once(workbench: Workbench) -> None:
    def damage(columns: dict[str, int], sheet: Any) -> None:
        sheet.cell(3, columns["abstained"]).value = "maybe"
        sheet.cell(4, columns["application_id"]).value = sheet.cell(3, columns["application_id"]).value
        sheet.cell(5, columns["seen_revision"]).value = None

    with pytest.raises(BadFile) as caught:
        previewed(workbench, edited(handed_out(workbench), damage))
    assert [(each.place, each.rule) for each in caught.value.problems] == [
        ("3/abstained", "not_yes"),
        ("4", "row_twice"),
        ("5", "no_row_stamp"),
    ]


def test_row_of_somebody_else_is_refused(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    handed = handed_out(workbench)
    recuse(workbench, desk, unscored(desk)[0], "reviewer1")
    with pytest.raises(BadFile) as caught:
        previewed(workbench, handed)
    assert [each.rule for each in caught.value.problems] == ["not_yours"]


def test_workbook_of_another_reviewer_is_refused(workbench: Workbench) -> None:
    content = handed_out(workbench, "reviewer2")
    with pytest.raises(BadFile) as caught:
        previewed(workbench, content)
    assert [each.rule for each in caught.value.problems] == ["other_reviewer"]


def test_workbook_of_an_older_plan_says_so(workbench: Workbench) -> None:
    content = handed_out(workbench)
    lock_draft(workbench, drafted(workbench, ScoringScale.PERCENT))
    plan = desk_of(workbench).plan
    outcome = preview_workbook(access_of(workbench, "reviewer1"), plan.plan_id, content)
    assert outcome == PlanMoved(plan.revision - 1, plan.revision)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no workbook", b"a,b\n1,2\n"])
def test_what_is_no_workbook_is_refused(workbench: Workbench, content: bytes) -> None:
    with pytest.raises(BadFile) as caught:
        previewed(workbench, content)
    assert [each.rule for each in caught.value.problems] == ["not_a_workbook"]


def test_who_may_not_score_gets_no_workbook(workbench: Workbench) -> None:
    for name in ("researcher", "office"):
        with pytest.raises(NotAllowed):
            handed_out(workbench, name)


def test_handing_out_and_coming_back_are_on_record(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    content = edited(handed_out(workbench), typed(desk, unscored(desk)[0], 83))
    saved(workbench, content, shown=previewed(workbench, content))
    events = workbench.store.load_round_events(desk.plan.plan_id, RoundEventKind.SCORE_WORKBOOK)
    assert [(event.revision, sorted(event.content)) for event in events] == [
        (1, ["handed_out", "plan_revision"]),
        (2, ["left_out", "returned", "saved"]),
    ]


def test_names_that_look_like_formulas_stay_text(workbench: Workbench) -> None:
    book = openpyxl.load_workbook(io.BytesIO(handed_out(workbench)))
    kinds = {cell.data_type for row in book.worksheets[0].iter_rows(min_row=3) for cell in row}
    assert "f" not in kinds
    assert book.worksheets[0].protection.sheet
