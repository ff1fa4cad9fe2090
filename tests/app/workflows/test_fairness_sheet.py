"""The fairness sheet of the demo round: who is counted, who is admitted, who may see it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.fairness import FairnessSubject
from app.domain.identity_list import IdentityList
from app.domain.ranked_row import OutcomeReason, RowBlock
from app.domain.visibility import NotAllowed
from app.workbench import Workbench
from app.workflows.fairness_sheet import AdmissionBasis, FairnessView, open_fairness
from app.workflows.plan_draft import lock_plan, revise_plan, save_plan
from app.workflows.total_ranking import open_ranking
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import locked_with
from tests.app.workflows.test_carried_reviews import LOCKED, saved


def sheet_of(workbench: Workbench, name: str = "chair", places: int | None = None) -> FairnessView:
    """The sheet as a person sees it."""
    view = open_fairness(access_of(workbench, name), programme_of(workbench, LOCKED), places=places)
    assert view is not None
    return view


def with_quota(workbench: Workbench, quota: int) -> None:
    """Lock a revision with one list for everyone."""
    chair, code = access_of(workbench, "chair"), programme_of(workbench, LOCKED).programme_code
    draft = saved(revise_plan(chair, code))
    rules = replace(draft.plan.rules, identity_lists=(IdentityList("all", "一般", quota=quota),))
    stored = saved(save_plan(chair, replace(draft.plan, rules=rules), seen_revision=draft.row_revision))
    saved(lock_plan(chair, code, seen_revision=stored.row_revision))


def test_everyone_whose_outcome_is_known_is_counted_once(workbench: Workbench) -> None:
    view = sheet_of(workbench)
    ranking = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert ranking is not None
    rows = ranking.ranked.rows
    undecided = [row for row in rows if {each.reason for each in row.standings} == {OutcomeReason.NO_TOTAL}]
    assert (view.counted, view.undecided) == (len(rows) - len(undecided), len(undecided))
    assert {table.applicants for table in view.tables.values()} <= {view.counted, None}


def test_who_was_absent_is_counted_among_those_not_admitted(workbench: Workbench) -> None:
    view = sheet_of(workbench)
    ranking = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert ranking is not None
    rows = ranking.ranked.rows
    refused = [row for row in rows if row.block is RowBlock.GATED and row.total is None]
    assert view.absent == len(refused) >= 1
    assert view.counted == sum(row.total is not None for row in rows) + view.absent


def test_assumed_places_count_equals_at_the_line(workbench: Workbench) -> None:
    locked_with(workbench, identity_lists=())
    view = sheet_of(workbench, places=3)
    ranking = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert ranking is not None
    merits = sorted((row.merit for row in ranking.ranked.rows if row.rank is not None), reverse=True)
    assert view.basis is AdmissionBasis.ASSUMED
    assert view.admitted == sum(merit >= merits[2] for merit in merits) >= 3


def test_places_of_the_plan_go_before_the_asked_ones(workbench: Workbench) -> None:
    with_quota(workbench, 4)
    view = sheet_of(workbench, places=1)
    assert (view.basis, view.places) == (AdmissionBasis.LISTS, 4)
    assert view.admitted >= 4


def test_small_groups_are_hidden_in_every_table(workbench: Workbench) -> None:
    for subject in FairnessSubject:
        for row in sheet_of(workbench).tables[subject].rows:
            assert row.is_hidden or (row.applicants or 0) >= 10


def test_office_sees_the_same_as_the_chair(workbench: Workbench) -> None:
    assert sheet_of(workbench, "office") == sheet_of(workbench, "chair")


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_nobody_else_sees_it(workbench: Workbench, name: str) -> None:
    with pytest.raises(NotAllowed):
        open_fairness(access_of(workbench, name), programme_of(workbench, LOCKED))
