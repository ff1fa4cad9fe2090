"""尺規校準: setting a round up, closing it, and the blind form of each reviewer; nothing of it ever counts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from uuid import uuid4

from app.domain.assignment import recused_pairs
from app.domain.calibration import (
    FEWEST,
    MOST,
    CalibrationRound,
    CalibrationState,
    TrialReview,
    is_finished,
    round_content,
    round_of,
    rounds_of,
    trial_content,
    trial_of,
    trials_of,
)
from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.people import Person, PersonId, Role
from app.domain.plan import ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.scores import ScoreProblem, score_problem
from app.domain.visibility import Action
from app.errors import NotFound
from app.evidence.questions import load_applications
from app.reviews.store import Stale
from app.workflows.access import Access
from app.workflows.review_entry import (
    COMMENT_LENGTH,
    EntryProblem,
    EntryProblemKind,
    PlanMoved,
    Rejected,
    number_of,
)

PROPOSED = 6
"""How many applicants are proposed."""
_EVENT = re.compile(r"[0-9a-f-]{32,36}")


@dataclass(frozen=True)
class CalibrationView:
    """What a person meets: rounds newest first; for the chair also whom one may choose, with a proposal.

    ``done`` counts finished forms by round and reviewer: how far everybody is, never what was entered.
    """

    plan: ReviewPlan
    rounds: tuple[CalibrationRound, ...]
    may_set_up: bool
    applications: tuple[ApplicationSummary, ...]
    reviewers: tuple[Person, ...]
    proposed: tuple[ApplicationId, ...]
    done: Mapping[tuple[str, PersonId], int] = field(default_factory=dict)


class SetUpProblem(StrEnum):
    """Why a calibration round is not opened."""

    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    TOO_FEW_REVIEWERS = "too_few_reviewers"
    UNKNOWN_APPLICATION = "unknown_application"
    UNKNOWN_REVIEWER = "unknown_reviewer"
    ONE_IS_OPEN = "one_is_open"


@dataclass(frozen=True)
class SetUpRefused:
    """Nothing was opened; every problem at once."""

    problems: tuple[SetUpProblem, ...]


@dataclass(frozen=True)
class TrialEntry:
    """What the calm form sends: its own round and applicant, values as typed, the revisions it was drawn with."""

    round_id: str
    plan_revision: int
    application_id: ApplicationId
    seen_revision: int
    event_id: str
    scores: Mapping[DimensionId, str] = field(default_factory=dict)
    comments: Mapping[DimensionId, str] = field(default_factory=dict)


TrialOutcome = TrialReview | Rejected | PlanMoved | Stale[RoundEvent]


def open_calibration(access: Access, programme: Programme) -> CalibrationView | None:
    """The calibration of a programme; None while it has no locked plan."""
    code = programme.programme_code
    access.require(Action.VIEW_PHASE, programme_code=code)
    plan = _find_plan(access, programme)
    if plan is None:
        return None
    store = access.workbench.store
    rounds = rounds_of(store.load_round_events(plan.plan_id, RoundEventKind.CALIBRATION_ROUND))
    may_set_up = access.allows(Action.SET_UP_CALIBRATION, programme_code=code)
    applications = _applications(access, plan)
    return CalibrationView(
        plan=plan,
        rounds=tuple(reversed(rounds)),
        may_set_up=may_set_up,
        applications=applications,
        reviewers=tuple(_reviewers(access, plan)),
        proposed=_propose(access, plan, applications) if may_set_up else (),
        done=_done(access, plan) if may_set_up else {},
    )


def propose_applications(
    applications: Sequence[ApplicationSummary], *, wanted: int = PROPOSED
) -> tuple[ApplicationId, ...]:
    """Applicants spread over ways of submission and, within each, over standing; the same every time.

    Each way of submission gets a share of the places, at least one; inside it the places lie evenly from the best
    standing to the lowest, those without a known standing last.
    """
    piles: defaultdict[str, list[ApplicationSummary]] = defaultdict(list)
    for each in applications:
        piles[each.submission_mode].append(each)
    order = sorted(piles.values(), key=len)
    chosen: list[ApplicationId] = []
    left = min(wanted, len(applications))
    people = len(applications)
    for pile in order:
        share = max(1, round(left * len(pile) / people)) if people else 0
        places = min(share, left, len(pile))
        chosen += [each.application_id for each in _evenly(pile, places)]
        left, people = left - places, people - len(pile)
    return tuple(chosen)


def _propose(
    access: Access, plan: ReviewPlan, applications: Sequence[ApplicationSummary]
) -> tuple[ApplicationId, ...]:
    """A proposal without applicants from whom somebody is recused: everybody is to read the same ones."""
    recusals = recused_pairs(access.workbench.store.load_assignments(plan.plan_id))
    barred = {application_id for application_id, _ in recusals}
    return propose_applications([each for each in applications if each.application_id not in barred])


def set_up_calibration(
    access: Access,
    programme: Programme,
    *,
    application_ids: Collection[ApplicationId],
    reviewer_ids: Collection[PersonId],
) -> CalibrationRound | SetUpRefused | Stale[RoundEvent]:
    """Open a calibration round on the newest locked plan."""
    access.require(Action.SET_UP_CALIBRATION, programme_code=programme.programme_code)
    plan = _require_plan(access, programme)
    problems = _set_up_problems(access, plan, application_ids, reviewer_ids)
    if problems:
        return SetUpRefused(problems)
    opened = CalibrationRound(
        round_id=uuid4().hex,
        state=CalibrationState.OPEN,
        plan_revision=plan.revision,
        application_ids=tuple(sorted(set(application_ids))),
        reviewer_ids=tuple(sorted(set(reviewer_ids))),
    )
    return _save_round(access, plan, opened)


def close_calibration(
    access: Access, programme: Programme, round_id: str
) -> CalibrationRound | Stale[RoundEvent]:
    """End the blind scoring; from now on the results may be seen and nothing more is entered."""
    access.require(Action.SET_UP_CALIBRATION, programme_code=programme.programme_code)
    plan = _require_plan(access, programme)
    standing = require_round(access, plan, round_id)
    return _save_round(access, plan, replace(standing, state=CalibrationState.CLOSED))


def load_own_trials(
    access: Access, plan: ReviewPlan, calibration: CalibrationRound
) -> tuple[TrialReview, ...]:
    """The person's own forms, in the order of the round, of applicants the person may score; of nobody else."""
    own = {
        trial.application_id: trial
        for trial in _trials(access, plan, calibration.round_id)
        if trial.reviewer_id == access.person.person_id
    }
    return tuple(
        own.get(key) or TrialReview(calibration.round_id, key, access.person.person_id)
        for key in calibration.application_ids
        if access.allows(Action.SCORE_CALIBRATION, programme_code=plan.programme_code, application_id=key)
    )


def save_trial(access: Access, programme: Programme, entry: TrialEntry) -> TrialOutcome:
    """Save the own form of one applicant of an open round."""
    code = programme.programme_code
    access.require(Action.SCORE_CALIBRATION, programme_code=code, application_id=entry.application_id)
    plan = _require_plan(access, programme)
    calibration = require_round(access, plan, entry.round_id)
    if (
        entry.application_id not in calibration.application_ids
        or calibration.state is CalibrationState.CLOSED
    ):
        raise NotFound("calibration round", entry.round_id)
    if entry.plan_revision != plan.revision:
        return PlanMoved(entry.plan_revision, plan.revision)
    problems = _entry_problems(plan, entry)
    if problems:
        return Rejected(problems)
    values = {key: number_of(text) for key, text in entry.scores.items()}
    trial = TrialReview(
        round_id=entry.round_id,
        application_id=entry.application_id,
        reviewer_id=access.person.person_id,
        scores={key: value for key, value in values.items() if value is not None},
        comments={key: text for key, text in entry.comments.items() if text.strip()},
    )
    event = RoundEvent(
        event_id=entry.event_id,
        plan_id=plan.plan_id,
        kind=RoundEventKind.CALIBRATION_REVIEW,
        subject=trial.subject,
        revision=entry.seen_revision,
        content=trial_content(trial),
        person_id=access.person.person_id,
    )
    outcome = access.workbench.store.save_round_event(event, seen_revision=entry.seen_revision)
    return outcome if isinstance(outcome, Stale) else trial_of(outcome.value)


def require_round(access: Access, plan: ReviewPlan, round_id: str) -> CalibrationRound:
    """The calibration round as it stands; raises NotFound."""
    kind = RoundEventKind.CALIBRATION_ROUND
    event = access.workbench.store.find_round_event(plan.plan_id, kind, round_id)
    if event is None:
        raise NotFound("calibration round", round_id)
    return round_of(event)


def _entry_problems(plan: ReviewPlan, entry: TrialEntry) -> tuple[EntryProblem | ScoreProblem, ...]:
    problems: list[EntryProblem | ScoreProblem] = []
    known = {each.dimension_id for each in plan.dimensions}
    for dimension in plan.dimensions:
        text = entry.scores.get(dimension.dimension_id, "")
        value: Decimal | None = number_of(text)
        if value is None and text.strip():
            problems.append(EntryProblem(EntryProblemKind.NOT_A_NUMBER, dimension.dimension_id))
        problem = score_problem(plan, dimension, value) if value is not None else None
        problems += [problem] if problem else []
    for key, text in entry.comments.items():
        if len(text) > COMMENT_LENGTH:
            problems.append(EntryProblem(EntryProblemKind.TOO_LONG, key, COMMENT_LENGTH))
    unknown = sorted({*entry.scores, *entry.comments} - known)
    problems += [EntryProblem(EntryProblemKind.UNKNOWN_DIMENSION, each) for each in unknown]
    if not _EVENT.fullmatch(entry.event_id):
        problems.append(EntryProblem(EntryProblemKind.BAD_EVENT))
    return tuple(problems)


def _set_up_problems(
    access: Access,
    plan: ReviewPlan,
    application_ids: Collection[ApplicationId],
    reviewer_ids: Collection[PersonId],
) -> tuple[SetUpProblem, ...]:
    known = {each.application_id for each in _applications(access, plan)}
    people = {each.person_id for each in _reviewers(access, plan)}
    kind = RoundEventKind.CALIBRATION_ROUND
    rounds = rounds_of(access.workbench.store.load_round_events(plan.plan_id, kind))
    found = {
        SetUpProblem.TOO_FEW: len(set(application_ids)) < FEWEST,
        SetUpProblem.TOO_MANY: len(set(application_ids)) > MOST,
        SetUpProblem.TOO_FEW_REVIEWERS: len(set(reviewer_ids)) < 2,
        SetUpProblem.UNKNOWN_APPLICATION: not set(application_ids) <= known,
        SetUpProblem.UNKNOWN_REVIEWER: not set(reviewer_ids) <= people,
        SetUpProblem.ONE_IS_OPEN: any(each.state is CalibrationState.OPEN for each in rounds),
    }
    return tuple(problem for problem, holds in found.items() if holds)


def _evenly(pile: Sequence[ApplicationSummary], places: int) -> list[ApplicationSummary]:
    ordered = sorted(
        pile,
        key=lambda each: (
            each.mean_standing is None,
            each.mean_standing or Decimal(0),
            each.application_number,
        ),
    )
    return [ordered[(2 * place + 1) * len(ordered) // (2 * places)] for place in range(places)]


def _save_round(
    access: Access, plan: ReviewPlan, calibration: CalibrationRound
) -> CalibrationRound | Stale[RoundEvent]:
    event = RoundEvent(
        event_id=uuid4().hex,
        plan_id=plan.plan_id,
        kind=RoundEventKind.CALIBRATION_ROUND,
        subject=calibration.round_id,
        revision=calibration.revision,
        content=round_content(calibration),
        person_id=access.person.person_id,
    )
    outcome = access.workbench.store.save_round_event(event, seen_revision=calibration.revision)
    return outcome if isinstance(outcome, Stale) else round_of(outcome.value)


def _trials(access: Access, plan: ReviewPlan, round_id: str) -> tuple[TrialReview, ...]:
    events = access.workbench.store.load_round_events(plan.plan_id, RoundEventKind.CALIBRATION_REVIEW)
    return trials_of(events, round_id)


def _done(access: Access, plan: ReviewPlan) -> Mapping[tuple[str, PersonId], int]:
    events = access.workbench.store.load_round_events(plan.plan_id, RoundEventKind.CALIBRATION_REVIEW)
    newest = {event.subject: trial_of(event) for event in events}
    return Counter((each.round_id, each.reviewer_id) for each in newest.values() if is_finished(plan, each))


def _applications(access: Access, plan: ReviewPlan) -> tuple[ApplicationSummary, ...]:
    return load_applications(access.workbench.snapshot(plan.snapshot_id), plan.programme_code)


def _reviewers(access: Access, plan: ReviewPlan) -> list[Person]:
    return [
        each
        for each in access.workbench.store.load_persons()
        if each.is_active
        and each.role in (Role.REVIEWER, Role.CHAIR)
        and plan.programme_code in each.programme_codes
    ]


def _find_plan(access: Access, programme: Programme) -> ReviewPlan | None:
    plan_id = access.round_state(programme.programme_code).plan_id
    stored = access.workbench.store.find_locked(plan_id) if plan_id else None
    return stored.plan if stored else None


def _require_plan(access: Access, programme: Programme) -> ReviewPlan:
    plan = _find_plan(access, programme)
    if plan is None:
        raise NotFound("locked plan", programme.programme_code)
    return plan
