"""What the demonstration round went through already: a closed calibration, and figures looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from app.demo.accounts import CHAIR, REVIEWER_1, REVIEWER_2, REVIEWER_3, REVIEWER_4
from app.demo.texts import round_texts
from app.domain.calibration import (
    CalibrationRound,
    CalibrationState,
    TrialReview,
    round_content,
    trial_content,
)
from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.reviews.store import ReviewStore

SEED = 20260115
CALIBRATION = "demo-calibration"
CALIBRATED = 5
SCATTER = {REVIEWER_1: (3, 4), REVIEWER_2: (-6, 9)}
"""How far above the level of an applicant a reviewer scores, and how scattered."""
SEEN_OWN = (REVIEWER_1, REVIEWER_3, REVIEWER_4)


def fill_rounds(store: ReviewStore, plan: ReviewPlan, applications: Sequence[ApplicationSummary]) -> None:
    """A calibration that closed, and reviewers who have looked at their own figures."""
    _fill_calibration(store, plan, [each.application_id for each in applications])
    _fill_seen(store, plan)


def _fill_calibration(store: ReviewStore, plan: ReviewPlan, keys: Sequence[ApplicationId]) -> None:
    # From the end of the list: the reviews of the demonstration begin at its front.
    chosen = tuple(sorted(keys[-CALIBRATED * 3 :: 3]))
    if len(chosen) < CALIBRATED:
        return
    opened = CalibrationRound(
        CALIBRATION, CalibrationState.OPEN, plan.revision, chosen, (REVIEWER_1, REVIEWER_2)
    )
    kind = RoundEventKind.CALIBRATION_ROUND
    event = RoundEvent("", plan.plan_id, kind, CALIBRATION, 0, round_content(opened), CHAIR)
    _save(store, event)
    for place, key in enumerate(chosen):
        for reviewer_id in opened.reviewer_ids:
            _save_trial(store, plan, _trial(plan, place, key, reviewer_id))
    closed = round_content(replace(opened, state=CalibrationState.CLOSED))
    _save(store, replace(event, content=closed, revision=1))


def _save_trial(store: ReviewStore, plan: ReviewPlan, trial: TrialReview) -> None:
    kind, content = RoundEventKind.CALIBRATION_REVIEW, trial_content(trial)
    _save(store, RoundEvent("", plan.plan_id, kind, trial.subject, 0, content, trial.reviewer_id))


def _trial(plan: ReviewPlan, place: int, key: ApplicationId, reviewer_id: PersonId) -> TrialReview:
    shift, scatter = SCATTER[reviewer_id]
    random = Random(f"{SEED} {reviewer_id} {place}")
    scores = {
        each.dimension_id: Decimal(
            max(40, min(98, 62 + 7 * place + shift + random.randint(-scatter, scatter)))
        )
        for each in plan.dimensions
    }
    said = round_texts().calibration_comments
    comments = {plan.dimensions[place % len(plan.dimensions)].dimension_id: said[place % len(said)]}
    return TrialReview(CALIBRATION, key, reviewer_id, scores, comments)


def _fill_seen(store: ReviewStore, plan: ReviewPlan) -> None:
    """Who has looked at the own figures, so that the chair may see them."""
    for reviewer_id in SEEN_OWN:
        _save(store, RoundEvent("", plan.plan_id, RoundEventKind.RATER_SEEN, reviewer_id, 0, {}, reviewer_id))


def _save(store: ReviewStore, event: RoundEvent) -> None:
    """Append; the event's revision is the one that was seen."""
    key = f"{event.kind}-{event.subject}-{event.revision}"
    store.save_round_event(replace(event, event_id=key), seen_revision=event.revision)
