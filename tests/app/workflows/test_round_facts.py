"""What a ranking reads beside plan and reviews: a third reviewer of a gap case decides where the plan says so."""

from __future__ import annotations

from app.domain.gap_case import CaseState, CaseStep, content_of
from app.domain.ranked_row import RankedRow
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.rounding import round_half_up
from app.domain.scores import reviewer_total
from app.domain.scoring_method import ThirdReading
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.carried_reviews import load_carried_reviews
from tests.app.workflows.people import person_named
from tests.app.workflows.revised_rules import locked_with
from tests.app.workflows.test_total_ranking import _view


def test_third_reviewer_of_a_case_decides_where_the_plan_says_so(workbench: Workbench) -> None:
    locked_with(workbench, components=(), tie_breaks=())
    first = next(row for row in _view(workbench).ranked.rows if row.counts.scored == 2)
    plan = _view(workbench).plan
    own = [
        each
        for each in load_carried_reviews(workbench.store, plan)
        if each.application_id == first.application_id
        and reviewer_total(plan, each) not in (None, first.total)
    ]
    third = own[0].reviewer_id
    step = CaseStep(first.application_id, CaseState.THIRD, "差分過大", third_reviewer=third)
    event = RoundEvent(
        event_id="case-1",
        plan_id=plan.plan_id,
        kind=RoundEventKind.GAP_CASE,
        subject=first.application_id,
        revision=0,
        content=content_of(step),
        person_id=person_named(workbench, "chair").person_id,
    )
    assert isinstance(workbench.store.save_round_event(event, seen_revision=0), Saved)

    def row() -> RankedRow:
        rows = _view(workbench).ranked.rows
        return next(each for each in rows if each.application_id == first.application_id)

    assert row() == first._replace(rank=row().rank)
    locked_with(workbench, third_reading=ThirdReading.DECIDES)
    total = reviewer_total(plan, own[0])
    assert total is not None
    assert (row().total, row().third_reviewer) == (round_half_up(total), third)
