"""A trial ranks like the list would, says what it leaves out, and saves nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.plan import PlanStatus, ReviewPlan, rebase
from app.domain.visibility import NotAllowed
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.dimension_setup import with_scale
from app.workflows.plan_copy import with_whole_plan
from app.workflows.plan_draft import lock_plan, open_plan, save_plan
from app.workflows.plan_sources import PlanSource, require_source
from app.workflows.total_ranking import open_ranking
from app.workflows.weight_influence import influence_of
from app.workflows.what_if import Ground, NothingToRank, changed_evidence, lay_on, load_ground, try_out
from tests.app.workflows.people import access_of, programme_of

CODE = "999101"


@pytest.fixture
def source(workbench: Workbench) -> PlanSource:
    return require_source(access_of(workbench, "chair"), programme_of(workbench, CODE), f"{CODE}-115:1")


@pytest.fixture
def ground(workbench: Workbench, source: PlanSource) -> Ground:
    found = load_ground(access_of(workbench, "chair"), source)
    assert found is not None
    return found


def _weighted(plan: ReviewPlan, *weights: int) -> ReviewPlan:
    pairs = zip(plan.dimensions, weights, strict=True)
    dimensions = tuple(replace(each, weight_percent=Decimal(weight)) for each, weight in pairs)
    return replace(plan, status=PlanStatus.DRAFT, dimensions=dimensions)


def test_standing_list_is_that_of_step_4(workbench: Workbench, ground: Ground) -> None:
    view = open_ranking(access_of(workbench, "office"), programme_of(workbench, CODE))
    assert view is not None
    assert ground.ranked == view.ranked
    assert try_out(ground, rebase(ground.plan)).changes.moves == ()


def test_trial_ranks_as_the_list_does_once_the_draft_is_locked(workbench: Workbench, ground: Ground) -> None:
    chair, programme = access_of(workbench, "chair"), programme_of(workbench, CODE)
    draft = _weighted(rebase(ground.plan), 10, 70, 20)
    draft = replace(draft, rules=replace(draft.rules, minimum_total=Decimal(70), range_gap=Decimal(12)))
    before = len(workbench.store.load_log(limit=1000))
    tried = try_out(ground, draft)
    assert len(workbench.store.load_log(limit=1000)) == before
    assert tried.changes.moves
    saved = save_plan(chair, draft, seen_revision=0)
    assert isinstance(saved, Saved)
    assert isinstance(
        lock_plan(chair, programme.programme_code, seen_revision=saved.value.row_revision), Saved
    )
    view = open_ranking(chair, programme)
    assert view is not None
    assert [(row.application_id, row.rank, row.total, row.gaps) for row in tried.ranked.rows] == [
        (row.application_id, row.rank, row.total, row.gaps) for row in view.ranked.rows
    ]


def test_new_dimension_has_no_scores_and_is_said(ground: Ground) -> None:
    draft = _weighted(rebase(ground.plan), 40, 25, 15)
    fresh = replace(
        draft.dimensions[0], dimension_id=DimensionId("new"), name="新的", weight_percent=Decimal(20)
    )
    trial = lay_on(ground, replace(draft, dimensions=(*draft.dimensions, fresh)))
    assert (trial.unscored, trial.counted_weight) == (("新的",), Decimal(80))
    assert [each.dimension_id for each in trial.plan.dimensions] == [
        each.dimension_id for each in ground.plan.dimensions
    ]


def test_plan_of_another_programme_is_matched_by_name(workbench: Workbench, ground: Ground) -> None:
    other = open_plan(access_of(workbench, "chair"), programme_of(workbench, "999102")).stored
    assert other is not None
    with pytest.raises(NothingToRank):
        lay_on(ground, other.plan)
    taken = with_whole_plan(other.plan, ground.plan)
    trial = lay_on(ground, taken)
    assert trial.matched_by_name == tuple(each.name for each in ground.plan.dimensions)
    assert trial.plan.rules.tie_breaks == ground.plan.rules.tie_breaks
    assert try_out(ground, taken).changes.moves == ()


def test_other_scale_is_tried_on_the_scale_of_the_scores(ground: Ground) -> None:
    draft = with_scale(_weighted(rebase(ground.plan), 60, 20, 20), ScoringScale.POINTS)
    trial = lay_on(ground, draft)
    assert trial.is_on_ground_scale
    assert trial.plan.scale is ScoringScale.PERCENT
    assert [each.weight_percent for each in trial.plan.dimensions] == list(map(Decimal, (60, 20, 20)))
    assert not lay_on(ground, rebase(ground.plan)).is_on_ground_scale


def test_evidence_that_no_longer_counts_is_counted(ground: Ground) -> None:
    draft = rebase(ground.plan)
    gone = draft.dimensions[0].dimension_id
    changed = changed_evidence(ground, replace(draft, core_data=draft.core_data.without_dimension(gone)))
    lost = ground.plan.core_data.categories_of(gone) - {
        category for dimension, category in draft.core_data.pairs if dimension != gone
    }
    assert {each.category_code for each in changed} == lost
    assert {each.is_added for each in changed} == {False}
    counts = [each.applicants for each in changed]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0


def test_influence_adds_up_and_follows_the_weights(ground: Ground) -> None:
    found = influence_of(ground.plan, ground.ranked)
    assert found is not None
    shares = [each.effective for each in found.dimensions if each.effective is not None]
    assert len(shares) == 3
    assert abs(sum(shares) - 1) < 1e-9
    alone = lay_on(ground, _weighted(rebase(ground.plan), 100, 0, 0)).plan
    only = influence_of(alone, try_out(ground, alone).ranked)
    assert only is not None
    assert [round(each.effective or 0, 9) for each in only.dimensions] == [1, 0, 0]


def test_points_scale_gives_the_same_influence_as_the_same_shares(ground: Ground) -> None:
    points = with_scale(_weighted(rebase(ground.plan), 50, 25, 25), ScoringScale.POINTS)
    scaled = tuple(
        row._replace(
            dimension_means={
                each.dimension_id: row.dimension_means[each.dimension_id] * each.points / 100
                for each in points.dimensions
            },
        )
        for row in ground.ranked.rows
        if row.total is not None
    )
    percent = influence_of(_weighted(rebase(ground.plan), 50, 25, 25), ground.ranked)
    found = influence_of(points, replace(ground.ranked, rows=scaled))
    assert percent is not None
    assert found is not None
    pairs = zip(percent.dimensions, found.dimensions, strict=True)
    assert all(abs((one.effective or 0) - (two.effective or 0)) < 1e-4 for one, two in pairs)


def test_who_may_not_see_the_ranking_tries_nothing(workbench: Workbench, source: PlanSource) -> None:
    with pytest.raises(NotAllowed):
        load_ground(access_of(workbench, "reviewer1"), source)
