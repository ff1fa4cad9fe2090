"""差分檢核: the queue of applications whose reviewers differ, and what each limit would raise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import uuid4

from app.domain.assignment import recused_pairs
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.gap_case import (
    CaseState,
    CaseStep,
    GapCase,
    case_of,
    content_of,
    revisions_of,
    steps_by_application,
)
from app.domain.gap_measures import (
    ORDER,
    PREVIEWED,
    AdjustedScores,
    LimitCount,
    Measures,
    adjusted_reviews,
    as_measured,
    measure,
    preview,
)
from app.domain.plan import ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.round_phase import Phase
from app.domain.score_gap import GapLimits, GapRule, finished_gap_flags, plan_limits
from app.domain.scores import Review, ReviewState, review_state
from app.domain.visibility import Action
from app.evidence.questions import load_applications
from app.reviews.store import Stale
from app.workflows.access import Access
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.severity_free import severity_free_scores


class Basis(StrEnum):
    """Which scores the rules look at."""

    RAW = "raw"
    ADJUSTED = "adjusted"
    """With the severity of each reviewer taken out, dimension by dimension; applications whose reviewers cannot be
    compared raise nothing on it."""


@dataclass(frozen=True)
class CaseLoad:
    """Everything the queue and its decisions are made from. ``reviews`` are those that count, finished or not."""

    plan: ReviewPlan
    cases: tuple[GapCase, ...]
    reviews: Mapping[ApplicationId, Sequence[Review]]
    measures: Mapping[ApplicationId, Measures]
    steps: Mapping[ApplicationId, Sequence[CaseStep]] = field(default_factory=dict)


@dataclass(frozen=True)
class QueueRow:
    """One case with the person it is about; ``is_recused`` closes it to the one who looks."""

    case: GapCase
    summary: ApplicationSummary
    reviewers: int
    is_overdue: bool
    is_recused: bool
    measures: Measures


@dataclass(frozen=True)
class QueueView:
    """The queue in the order of application numbers, and what limits would raise, by rule."""

    plan: ReviewPlan
    phase: Phase
    basis: Basis
    rows: tuple[QueueRow, ...]
    previews: Mapping[GapRule, tuple[LimitCount, ...]]
    compared: int


def open_queue(
    access: Access, programme: Programme, *, today: date, basis: Basis = Basis.RAW
) -> QueueView | None:
    """The queue of a programme; None while it has no locked plan."""
    code = programme.programme_code
    access.require(Action.VIEW_GAP_CASES, programme_code=code)
    state = access.round_state(code)
    stored = access.workbench.store.find_locked(state.plan_id) if state.plan_id else None
    if stored is None:
        return None
    plan = stored.plan
    load = load_cases(access, plan, basis=basis)
    summaries = _summaries(access, plan)
    recused = {each.application_id for each in access.own_assignments(code) if each.recused}
    rows = [
        QueueRow(
            case=case,
            summary=summaries[case.application_id],
            reviewers=len(load.reviews.get(case.application_id, ())),
            is_overdue=case.is_overdue(today),
            is_recused=case.application_id in recused,
            measures=load.measures.get(case.application_id, {}),
        )
        for case in load.cases
        if case.application_id in summaries
    ]
    limits = _limits(plan_limits(plan))
    return QueueView(
        plan=plan,
        phase=state.phase.rules.phase,
        basis=basis,
        rows=tuple(sorted(rows, key=lambda row: row.summary.application_number)),
        previews={
            rule: preview(load.measures.values(), PREVIEWED[rule], rule, planned=limits[rule])
            for rule in ORDER
        },
        compared=sum(bool(each) for each in load.measures.values()),
    )


def load_cases(access: Access, plan: ReviewPlan, *, basis: Basis = Basis.RAW) -> CaseLoad:
    """Every case of a round as it stands; who asks has asked for the right before."""
    store = access.workbench.store
    barred = recused_pairs(store.load_assignments(plan.plan_id))
    reviews: defaultdict[ApplicationId, list[Review]] = defaultdict(list)
    for review in load_carried_reviews(store, plan):
        if (review.application_id, review.reviewer_id) not in barred:
            reviews[review.application_id].append(review)
    steps = steps_by_application(store.load_round_events(plan.plan_id, RoundEventKind.GAP_CASE))
    finished = {key: _finished(plan, pile) for key, pile in reviews.items()}
    if basis is Basis.ADJUSTED:
        adjusted: AdjustedScores = severity_free_scores(plan, finished)
        finished = {key: adjusted_reviews(pile, adjusted) for key, pile in finished.items()}
    measures = {key: measure(plan, pile) for key, pile in finished.items()}
    broken = _Broken(plan)
    cases = (
        case_of(
            key,
            flags=finished_gap_flags(plan, finished[key]) if broken.by(measures.get(key, {})) else (),
            steps=steps.get(key, ()),
            revisions=revisions_of(reviews.get(key, ())),
        )
        for key in dict.fromkeys([*reviews, *steps])
    )
    return CaseLoad(plan, tuple(case for case in cases if case), reviews, measures, steps)


def record_raised(access: Access, plan: ReviewPlan) -> int:
    """Record every open case that nobody recorded yet, so that it cannot vanish unseen; how many there were."""
    load = load_cases(access, plan)
    raised = [case for case in load.cases if case.is_open and (not case.steps or case.reopened)]
    for case in raised:
        step = CaseStep(
            application_id=case.application_id,
            state=CaseState.DISCUSS,
            reason="",
            by_rule=True,
            third_reviewer=case.third_reviewer,
            revisions=revisions_of(load.reviews.get(case.application_id, ())),
        )
        save_step(access, plan, step, seen_revision=case.revision, event_id=uuid4().hex)
    return len(raised)


def close_cases(access: Access, plan: ReviewPlan, reasons: Mapping[ApplicationId, str]) -> None:
    """Close every open case, each with its own reason; the caller made sure that each has one."""
    load = load_cases(access, plan)
    for case in load.cases:
        if case.is_open:
            step = CaseStep(
                application_id=case.application_id,
                state=CaseState.CLOSED,
                reason=reasons[case.application_id].strip(),
                third_reviewer=case.third_reviewer,
                revisions=revisions_of(load.reviews.get(case.application_id, ())),
            )
            save_step(access, plan, step, seen_revision=case.revision, event_id=uuid4().hex)


def save_step(
    access: Access, plan: ReviewPlan, step: CaseStep, *, seen_revision: int, event_id: str
) -> CaseStep | Stale[RoundEvent]:
    """Append a step to its case."""
    event = RoundEvent(
        event_id=event_id,
        plan_id=plan.plan_id,
        kind=RoundEventKind.GAP_CASE,
        subject=step.application_id,
        revision=seen_revision,
        content=content_of(step),
        person_id=access.person.person_id,
    )
    outcome = access.workbench.store.save_round_event(event, seen_revision=seen_revision)
    return outcome if isinstance(outcome, Stale) else replace(step, event=outcome.value)


class _Broken:
    """Whether some rule of the plan is broken, from exact measures: far cheaper than to list what is broken."""

    def __init__(self, plan: ReviewPlan) -> None:
        self._limits = _limits(plan_limits(plan))

    def by(self, measures: Measures) -> bool:
        """Whether a measure reaches its limit."""
        return any(
            limit is not None and rule in measures and measures[rule] >= as_measured(rule, limit)
            for rule, limit in self._limits.items()
        )


def _limits(limits: GapLimits) -> dict[GapRule, Decimal | None]:
    level = None if limits.level_gap is None else Decimal(limits.level_gap)
    values = (limits.range_gap, limits.sd_gap, limits.mean_gap, level)
    return dict(zip(ORDER, values, strict=True))


def _finished(plan: ReviewPlan, reviews: Sequence[Review]) -> Sequence[Review]:
    return [review for review in reviews if review_state(plan, review) is ReviewState.SCORED]


def _summaries(access: Access, plan: ReviewPlan) -> dict[ApplicationId, ApplicationSummary]:
    found = load_applications(access.workbench.snapshot(plan.snapshot_id), plan.programme_code)
    return {each.application_id: each for each in found}
