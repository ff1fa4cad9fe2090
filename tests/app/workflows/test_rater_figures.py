"""Numbers about reviewers of the demo round: from finished reviews only, and to the reviewer first."""

from __future__ import annotations

import pytest

from app.domain.round_event import RoundEventKind
from app.domain.scores import reviewer_total
from app.domain.visibility import NotAllowed
from app.workbench import Workbench
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.rater_figures import (
    agreement_view,
    behaviour_view,
    load_ratings,
    note_own_seen,
    own_behaviour,
    readers_view,
    severity_view,
)
from app.workflows.round_ratings import RoundRatings
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.test_carried_reviews import LOCKED


def ratings_of(workbench: Workbench, name: str = "chair") -> RoundRatings:
    """The ratings as a person may read them."""
    ratings = load_ratings(access_of(workbench, name), programme_of(workbench, LOCKED))
    assert ratings is not None
    return ratings


def test_ratings_are_the_finished_reviews_that_count(workbench: Workbench) -> None:
    ratings = ratings_of(workbench)
    plan = ratings.plan
    recused = {
        (each.application_id, each.reviewer_id)
        for each in workbench.store.load_assignments(plan.plan_id)
        if each.recused
    }
    expected = {
        (each.application_id, each.reviewer_id): reviewer_total(plan, each)
        for each in load_carried_reviews(workbench.store, plan)
        if reviewer_total(plan, each) is not None and (each.application_id, each.reviewer_id) not in recused
    }
    found = {(each.application_id, each.reviewer_id): each.value for each in ratings.totals}
    assert found == expected
    assert len(ratings.percents) == len(expected) * len(plan.dimensions) > 0


def test_every_view_is_made_of_them(workbench: Workbench) -> None:
    chair, ratings = access_of(workbench, "chair"), ratings_of(workbench)
    agreement = agreement_view(chair, ratings)
    assert len(agreement.report.dimensions) == len(ratings.plan.dimensions)
    severity = severity_view(chair, ratings)
    assert set(severity.summaries) == set(ratings.reviewer_ids)
    readers = readers_view(chair, ratings)
    assert (readers.study is None) == (not readers.decisions)


def test_habits_are_shown_to_the_reviewer_first(workbench: Workbench) -> None:
    chair, reviewer = access_of(workbench, "chair"), access_of(workbench, "reviewer2")
    programme, ratings = programme_of(workbench, LOCKED), ratings_of(workbench)
    before = behaviour_view(chair, ratings)
    seen = [page.reviewer_id for page in before.pages]
    assert reviewer.person.person_id not in seen
    assert reviewer.person.display_name in before.not_yet
    own = own_behaviour(reviewer, programme)
    assert own is not None
    assert [page.reviewer_id for page in own.pages] == [reviewer.person.person_id]
    note_own_seen(reviewer, own.plan)
    note_own_seen(reviewer, own.plan)
    after = behaviour_view(chair, ratings)
    assert {page.reviewer_id for page in after.pages} == {*seen, reviewer.person.person_id}
    assert reviewer.person.display_name not in after.not_yet
    events = workbench.store.load_round_events(ratings.plan.plan_id, RoundEventKind.RATER_SEEN)
    assert [event.subject for event in events].count(reviewer.person.person_id) == 1


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_figures_of_others_are_for_chair_and_office(workbench: Workbench, name: str) -> None:
    with pytest.raises(NotAllowed):
        load_ratings(access_of(workbench, name), programme_of(workbench, LOCKED))
    with pytest.raises(NotAllowed):
        severity_view(access_of(workbench, name), ratings_of(workbench))


def test_office_has_no_own_figures(workbench: Workbench) -> None:
    with pytest.raises(NotAllowed):
        own_behaviour(access_of(workbench, "office"), programme_of(workbench, LOCKED))
