"""The ranked list of a round: what it rests on, and who may see what behind it."""

from __future__ import annotations

import pytest

from app.domain.assignment import Assignment
from app.domain.plan import PdfPlacement
from app.domain.ranked_row import ListName, RowBlock
from app.domain.scores import reviewer_total
from app.domain.visibility import NotAllowed
from app.workbench import Workbench
from app.workflows.total_ranking import (
    RankingView,
    ShownList,
    load_row_reviews,
    open_ranking,
)
from tests.app.workflows.people import access_of, programme_of

LOCKED, DRAFT = "999101", "999102"


def _view(workbench: Workbench, name: str = "chair") -> RankingView:
    view = open_ranking(access_of(workbench, name), programme_of(workbench, LOCKED))
    assert view is not None
    return view


def test_every_application_stands_once_and_ranks_fall(workbench: Workbench) -> None:
    view = _view(workbench)
    assert sorted(row.application_id for row in view.ranked.rows) == sorted(view.summaries)
    ranked = [row for row in view.ranked.rows if row.block is RowBlock.RANKED]
    totals = [row.total for row in ranked if row.total is not None]
    assert len(totals) == len(ranked) > 0
    assert totals == sorted(totals, reverse=True)
    assert all(row.rank is None for row in view.ranked.rows if row.block is not RowBlock.RANKED)


def test_progress_counts_what_counts(workbench: Workbench) -> None:
    view = _view(workbench)
    plan_id = view.plan.plan_id
    recused = {
        (each.application_id, each.reviewer_id)
        for each in workbench.store.load_assignments(plan_id)
        if each.recused
    }
    finished = [
        each
        for each in workbench.store.load_reviews(plan_id)
        if reviewer_total(view.plan, each) is not None
        and (each.application_id, each.reviewer_id) not in recused
    ]
    assert view.progress.reviews.scored == len(finished)
    assert view.progress.reviews.required == view.plan.rules.required_reviews * len(view.summaries)
    without_result = {row.application_id for row in view.ranked.rows if row.missing_components}
    absent = {row.application_id for row in view.ranked.rows if None in row.components.values()}
    read = {each.application_id for each in finished}
    assert view.progress.with_total == len(read - without_result - absent)
    assert read & without_result


def test_programme_without_locked_plan_has_no_list(workbench: Workbench) -> None:
    assert open_ranking(access_of(workbench, "chair"), programme_of(workbench, DRAFT)) is None


def test_other_placement_of_pdf_changes_the_view_only(workbench: Workbench) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, LOCKED)
    apart = open_ranking(chair, programme, ShownList(pdf_placement=PdfPlacement.APART))
    assert apart is not None
    pdf = {row.application_id for row in apart.ranked.rows if row.list_name is ListName.PDF}
    assert pdf == {key for key, each in apart.summaries.items() if each.submission_mode == "pdf"}
    assert apart.locked.plan.rules.pdf_placement is PdfPlacement.TOGETHER
    assert apart.ranked.scores_digest == _view(workbench).ranked.scores_digest


def test_identity_list_ranks_anew_inside_itself(workbench: Workbench) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, LOCKED)
    whole = _view(workbench)
    status = whole.statuses[0]
    own = open_ranking(chair, programme, ShownList(status=status))
    assert own is not None
    assert {own.summaries[row.application_id].applicant_status for row in own.ranked.rows} == {status}
    ranks = [row.rank for row in own.ranked.rows if row.rank is not None]
    assert ranks[:1] == [1]
    assert own.progress == whole.progress


def test_only_the_chair_sees_who_scored_what(workbench: Workbench) -> None:
    view = _view(workbench)
    row = next(each for each in view.ranked.rows if each.counts.scored == 2)
    lines = load_row_reviews(access_of(workbench, "chair"), view.plan, row.application_id)
    totals = [line.total for line in lines if line.total is not None]
    assert len(totals) == 2
    for name in ("office", "reviewer1", "researcher"):
        with pytest.raises(NotAllowed):
            load_row_reviews(access_of(workbench, name), view.plan, row.application_id)


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_list_is_closed_to_reviewers_and_researchers(workbench: Workbench, name: str) -> None:
    access, programme = access_of(workbench, name), programme_of(workbench, LOCKED)
    with pytest.raises(NotAllowed):
        open_ranking(access, programme)


def test_recused_chair_does_not_see_who_scored_what(workbench: Workbench) -> None:
    view, chair = _view(workbench), access_of(workbench, "chair")
    row, plan_id = view.ranked.rows[0], view.plan.plan_id
    assigned = workbench.store.load_assignments(plan_id)
    own = Assignment(row.application_id, chair.person.person_id, recused=True, recusal_reason="kin")
    workbench.store.save_assignments(
        plan_id, [*assigned, own], seen=assigned, person_id=chair.person.person_id
    )
    with pytest.raises(NotAllowed):
        load_row_reviews(access_of(workbench, "chair"), view.plan, row.application_id)
