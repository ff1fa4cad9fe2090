"""One gap case: who scored what before and now, every step so far, and the next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.assignment import Assignment, judging_pairs, recused_pairs
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.gap_case import (
    CaseState,
    CaseStep,
    GapCase,
    Revisions,
    StepProblem,
    case_of,
    revisions_of,
    step_of,
    step_problems,
)
from app.domain.people import Person, PersonId, Role
from app.domain.plan import ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.score_gap import gap_flags
from app.domain.scores import Review, ReviewState, review_state, reviewer_total
from app.domain.visibility import Action
from app.errors import NotFound
from app.reviews.store import ReviewStore, Stale
from app.workflows.access import Access
from app.workflows.carried_reviews import carried_reviews
from app.workflows.evidence_review import require_application
from app.workflows.gap_queue import save_step


@dataclass(frozen=True)
class CaseReview:
    """One reviewer of a case: the review as it stands and as it stood when the case was first recorded."""

    reviewer_id: PersonId
    name: str
    now: Review | None
    before: Review | None
    state: ReviewState
    total: Decimal | None
    total_before: Decimal | None
    is_recused: bool
    is_third: bool

    @property
    def has_changed(self) -> bool:
        """Whether another version stands than at the beginning of the case."""
        return self.before is not None and self.now is not None and self.before.revision != self.now.revision


@dataclass(frozen=True)
class StepLine:
    """One step with the name of who took it and each reviewer's total at that moment."""

    step: CaseStep
    name: str
    third_name: str
    totals: tuple[tuple[str, Decimal | None], ...]


@dataclass(frozen=True)
class CaseView:
    """A case opened; without the right to see reviews ``reviews`` is empty and the steps have no totals."""

    plan: ReviewPlan
    case: GapCase
    summary: ApplicationSummary
    reviews: tuple[CaseReview, ...]
    steps: tuple[StepLine, ...]
    candidates: tuple[Person, ...]
    sees_reviews: bool
    may_decide: bool


@dataclass(frozen=True)
class StepRequest:
    """The next step as asked for, and the number of steps that were seen."""

    application_id: ApplicationId
    state: CaseState
    reason: str
    seen_revision: int
    event_id: str
    deadline: date | None = None
    third_reviewer: PersonId | None = None


@dataclass(frozen=True)
class StepRefused:
    """Nothing was saved; every problem at once."""

    problems: tuple[StepProblem, ...]


StepOutcome = CaseStep | StepRefused | Stale[RoundEvent] | Stale[Sequence[Assignment]]


def open_case(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> CaseView | None:
    """The case of one application; None where there is none."""
    code = plan.programme_code
    access.require(Action.VIEW_GAP_CASES, programme_code=code)
    summary = require_application(access.workbench.snapshot(plan.snapshot_id), plan, application_id)
    read = _read_case(access, plan, application_id)
    case, history, assignments = read.case, read.history, read.assignments
    if case is None:
        return None
    sees = access.allows(Action.VIEW_OTHER_REVIEWS, programme_code=code, application_id=application_id)
    names = _names(access.workbench.store)
    recused = {reviewer for _, reviewer in recused_pairs(assignments)}
    return CaseView(
        plan=plan,
        case=case,
        summary=summary,
        reviews=_reviews(plan, case, read, names) if sees else (),
        steps=tuple(_line(plan, step, history if sees else {}, names) for step in case.steps),
        candidates=tuple(
            each
            for each in _reviewers(access, plan)
            if each.person_id not in recused | _reading(case, assignments)
        ),
        sees_reviews=sees,
        may_decide=access.allows(Action.DECIDE_GAP_CASE, programme_code=code, application_id=application_id),
    )


def open_seen_case(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> CaseView | None:
    """The case as somebody sees it who takes part in the discussion: the reviews, but not who decided what before."""
    code = plan.programme_code
    access.require(Action.VIEW_OTHER_REVIEWS, programme_code=code, application_id=application_id)
    summary = require_application(access.workbench.snapshot(plan.snapshot_id), plan, application_id)
    read = _read_case(access, plan, application_id)
    if read.case is None:
        return None
    names = _names(access.workbench.store)
    reviews = _reviews(plan, read.case, read, names)
    return CaseView(
        plan=plan,
        case=read.case,
        summary=summary,
        reviews=reviews,
        steps=(),
        candidates=(),
        sees_reviews=True,
        may_decide=False,
    )


def record_step(access: Access, programme: Programme, request: StepRequest, *, today: date) -> StepOutcome:
    """Record the next step of a case; a third reviewer is assigned by it. Stale when somebody decided first."""
    code, application_id = programme.programme_code, request.application_id
    access.require(Action.DECIDE_GAP_CASE, programme_code=code, application_id=application_id)
    plan = _require_plan(access, programme)
    require_application(access.workbench.snapshot(plan.snapshot_id), plan, application_id)
    read = _read_case(access, plan, application_id)
    case = read.case
    revision = case.revision if case else 0
    step = CaseStep(
        application_id=application_id,
        state=request.state,
        reason=request.reason.strip(),
        deadline=request.deadline if request.state is not CaseState.CLOSED else None,
        third_reviewer=request.third_reviewer or (case.third_reviewer if case else None),
        revisions=revisions_of(read.counting),
    )
    stale = _stale(access, plan, request, revision)
    if stale is not None:
        return stale
    assigned = access.workbench.store.load_assignments(plan.plan_id)
    problems = _problems(access, plan, case, step, assignments=assigned, today=today)
    if problems:
        return StepRefused(problems)
    if step.state is CaseState.THIRD:
        outcome = _assign_third(access, plan, case, step, assigned=assigned, history=read.history)
        if outcome is not None:
            return outcome
    return save_step(access, plan, step, seen_revision=request.seen_revision, event_id=request.event_id)


def _stale(
    access: Access, plan: ReviewPlan, request: StepRequest, revision: int
) -> Stale[RoundEvent] | CaseStep | None:
    """Somebody was first, or this very step arrived already."""
    if revision == request.seen_revision:
        return None
    kind = RoundEventKind.GAP_CASE
    newest = access.workbench.store.find_round_event(plan.plan_id, kind, request.application_id)
    if newest is None:
        raise NotFound("gap case", request.application_id)
    return step_of(newest) if newest.event_id == request.event_id else Stale(newest, newest)


def _problems(
    access: Access,
    plan: ReviewPlan,
    case: GapCase | None,
    step: CaseStep,
    *,
    assignments: Iterable[Assignment],
    today: date,
) -> tuple[StepProblem, ...]:
    own = [each for each in assignments if each.application_id == step.application_id]
    reading = _reading(case, own) if step.state is CaseState.THIRD else frozenset()
    problems = list(step_problems(step, reviewing=reading, today=today))
    if step.state is CaseState.THIRD and step.third_reviewer is not None:
        if step.third_reviewer in {reviewer for _, reviewer in recused_pairs(own)}:
            problems.append(StepProblem.THIRD_IS_RECUSED)
        if step.third_reviewer not in {each.person_id for each in _reviewers(access, plan)}:
            problems.append(StepProblem.THIRD_IS_UNKNOWN)
    return tuple(problems)


def _assign_third(
    access: Access,
    plan: ReviewPlan,
    case: GapCase | None,
    step: CaseStep,
    *,
    assigned: Sequence[Assignment],
    history: Mapping[PersonId, Sequence[Review]],
) -> Stale[Sequence[Assignment]] | None:
    """Give the third reviewer the application; one who was named before and has saved nothing gives it back."""
    before = case.third_reviewer if case else None
    pairs = judging_pairs(assigned)
    wanted = list(assigned)
    if before is not None and before != step.third_reviewer and before not in history:
        wanted.remove(Assignment(step.application_id, before))
    if step.third_reviewer is not None and (step.application_id, step.third_reviewer) not in pairs:
        wanted.append(Assignment(step.application_id, step.third_reviewer))
    if wanted == list(assigned):
        return None
    outcome = access.workbench.store.save_assignments(
        plan.plan_id, wanted, seen=assigned, person_id=access.person.person_id
    )
    return outcome if isinstance(outcome, Stale) else None


@dataclass(frozen=True)
class _Read:
    """A case as read: every saved version by reviewer, the reviews that count, the application's assignments."""

    case: GapCase | None
    history: Mapping[PersonId, Sequence[Review]]
    counting: Sequence[Review]
    assignments: Sequence[Assignment]


def _read_case(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> _Read:
    store = access.workbench.store
    assignments = [
        each for each in store.load_assignments(plan.plan_id) if each.application_id == application_id
    ]
    reviewers = dict.fromkeys(
        [
            *(each.reviewer_id for each in assignments),
            *(each.reviewer_id for each in store.load_reviews(plan.plan_id, application_id=application_id)),
        ]
    )
    history = {key: _versions(store, plan, application_id, key) for key in reviewers}
    history = {key: versions for key, versions in history.items() if versions}
    barred = {reviewer for _, reviewer in recused_pairs(assignments)}
    counting = [versions[-1] for key, versions in history.items() if key not in barred]
    kind = RoundEventKind.GAP_CASE
    events = store.load_round_events(plan.plan_id, kind, subject=application_id)
    case = case_of(
        application_id,
        flags=gap_flags(plan, counting),
        steps=[step_of(event) for event in events],
        revisions=revisions_of(counting),
    )
    return _Read(case, history, counting, assignments)


def _versions(
    store: ReviewStore, plan: ReviewPlan, application_id: ApplicationId, reviewer_id: PersonId
) -> Sequence[Review]:
    return carried_reviews(store, store.load_review_history(plan.plan_id, application_id, reviewer_id), plan)


def _reviews(
    plan: ReviewPlan,
    case: GapCase,
    read: _Read,
    names: Mapping[PersonId, str],
) -> tuple[CaseReview, ...]:
    history, assignments = read.history, read.assignments
    recused = {reviewer for _, reviewer in recused_pairs(assignments)}
    first: Revisions = case.steps[0].revisions if case.steps else {}
    order = dict.fromkeys([*(each.reviewer_id for each in assignments), *history])
    lines = []
    for key in order:
        now = history[key][-1] if key in history else None
        before = _version(history.get(key, ()), first.get(key))
        lines.append(
            CaseReview(
                reviewer_id=key,
                name=names.get(key, key),
                now=now,
                before=before,
                state=review_state(plan, now),
                total=reviewer_total(plan, now),
                total_before=reviewer_total(plan, before),
                is_recused=key in recused,
                is_third=key == case.third_reviewer,
            )
        )
    return tuple(lines)


def _line(
    plan: ReviewPlan,
    step: CaseStep,
    history: Mapping[PersonId, Sequence[Review]],
    names: Mapping[PersonId, str],
) -> StepLine:
    person = step.event.person_id if step.event else None
    totals = [
        (names.get(key, key), reviewer_total(plan, _version(history.get(key, ()), revision)))
        for key, revision in step.revisions.items()
        if key in history
    ]
    third = step.third_reviewer
    return StepLine(
        step, names.get(person, "") if person else "", names.get(third, third) if third else "", tuple(totals)
    )


def _version(versions: Sequence[Review], revision: int | None) -> Review | None:
    return next((each for each in versions if each.revision == revision), None)


def _reading(case: GapCase | None, assignments: Iterable[Assignment]) -> frozenset[PersonId]:
    """Who reads the application already, without the third reviewer of before."""
    third = case.third_reviewer if case else None
    return frozenset(reviewer for _, reviewer in judging_pairs(assignments) if reviewer != third)


def _reviewers(access: Access, plan: ReviewPlan) -> list[Person]:
    return [
        each
        for each in access.workbench.store.load_persons()
        if each.is_active
        and each.role in (Role.REVIEWER, Role.CHAIR)
        and plan.programme_code in each.programme_codes
    ]


def _names(store: ReviewStore) -> dict[PersonId, str]:
    return {each.person_id: each.display_name for each in store.load_persons()}


def _require_plan(access: Access, programme: Programme) -> ReviewPlan:
    plan_id = access.round_state(programme.programme_code).plan_id
    stored = access.workbench.store.find_locked(plan_id) if plan_id else None
    if stored is None:
        raise NotFound("locked plan", programme.programme_code)
    return stored.plan
