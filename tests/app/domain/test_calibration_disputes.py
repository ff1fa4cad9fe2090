"""Use of levels and disputed sentences of a calibration round."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.calibration import (
    CalibrationRound,
    CalibrationState,
    TrialReview,
    calibrated_by,
    round_content,
    rounds_of,
    trial_content,
    trials_of,
)
from app.domain.calibration_disputes import DisputeKind, disputes, level_usage
from app.domain.dimensions import DimensionId, RubricLevel
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.round_event import RoundEvent, RoundEventKind
from tests.app.domain.rounds import PLAN_ID, dimension, plan_of

LEVELS = tuple(
    RubricLevel(name, f"{name}的文字", Decimal(low), Decimal(high))
    for name, low, high in (("優", 80, 100), ("可", 60, 79), ("不佳", 0, 59))
)
A = replace(dimension("a", "60"), rubric_levels=LEVELS)
PLAN = plan_of(A, dimension("b", "40"))


def trial(application: str, reviewer: str, score: str, comment: str = "") -> TrialReview:
    """A trial review with a score in the first dimension."""
    return TrialReview(
        "round",
        ApplicationId(application),
        PersonId(reviewer),
        {DimensionId("a"): Decimal(score)},
        {DimensionId("a"): comment} if comment else {},
        1,
    )


@pytest.mark.parametrize(
    ("scores", "kind", "sentences"),
    [
        (("85", "90"), None, None),
        (("80", "79"), DisputeKind.SPLIT, ("優", "可")),
        (("95", "59"), DisputeKind.APART, ("優", "不佳")),
        (("59.5", "60"), None, None),
    ],
)
def test_dispute_by_distance_of_levels(
    scores: tuple[str, str], kind: DisputeKind | None, sentences: tuple[str, str] | None
) -> None:
    found = disputes(PLAN, [trial("p", f"r{place}", score) for place, score in enumerate(scores)])
    if kind is None:
        assert found == ()
        return
    (one,) = found
    assert (one.kind, tuple(level.name for level in one.sentences)) == (kind, sentences)


def test_disputes_name_who_chose_what_with_comments_farthest_first() -> None:
    reviews = [
        trial("p1", "r1", "82"),
        trial("p1", "r2", "70"),
        trial("p2", "r1", "90", "有反思"),
        trial("p2", "r2", "75"),
        trial("p2", "r3", "40", "資料不足"),
    ]
    first, second = disputes(PLAN, reviews)
    assert (first.application_id, first.distance, second.application_id) == ("p2", 2, "p1")
    assert [(vote.level.name, vote.reviewer_ids) for vote in first.votes] == [
        ("優", ("r1",)),
        ("可", ("r2",)),
        ("不佳", ("r3",)),
    ]
    assert first.comments == {"r1": "有反思", "r3": "資料不足"}


def test_level_usage_counts_every_level_zero_included() -> None:
    used = level_usage(A, [trial("p1", "r1", "90"), trial("p2", "r1", "81"), trial("p1", "r2", "10")])
    assert {key: [count for _, count in counts] for key, counts in used.items()} == {
        "r1": [2, 0, 0],
        "r2": [0, 0, 1],
    }


def event(subject: str, content: dict[str, object], revision: int = 1) -> RoundEvent:
    """An event as stored."""
    kind = RoundEventKind.CALIBRATION_ROUND
    return RoundEvent(f"{subject}{revision}", PLAN_ID, kind, subject, revision, content, None)


def test_rounds_and_trials_are_read_back_and_only_open_ones_are_calibrated() -> None:
    one = CalibrationRound("x", CalibrationState.OPEN, 2, (ApplicationId("p1"),), (PersonId("r1"),))
    closed = replace(one, state=CalibrationState.CLOSED)
    events = [event("x", round_content(one))]
    assert calibrated_by(events, PersonId("r1")) == {"p1"}
    assert calibrated_by(events, PersonId("r2")) == frozenset()
    events.append(event("x", round_content(closed), 2))
    assert calibrated_by(events, PersonId("r1")) == frozenset()
    assert [replace(each, event=None) for each in rounds_of(events)] == [closed]
    kept = trial("p1", "r1", "80.5", "好")
    assert trials_of([event(kept.subject, trial_content(kept))], "round") == (kept,)
    assert trials_of([event(kept.subject, trial_content(kept))], "other") == ()
