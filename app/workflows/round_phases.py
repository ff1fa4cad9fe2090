"""The phase of a round: where it stands, where it may go, and going there; nothing closes silently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.evidence import ApplicationId, Programme
from app.domain.gap_case import REASON_LENGTH
from app.domain.people import Role
from app.domain.plan import PlanId, ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.round_phase import (
    PHASES,
    Phase,
    PhaseEntry,
    PhaseRules,
    SeesOthers,
    content_of,
    entry_of,
    is_way_back,
    may_follow,
    standing_phase,
    with_ranking_shown,
    with_reviewers_seeing,
)
from app.domain.visibility import Action
from app.reviews.store import Stale
from app.workflows.access import Access
from app.workflows.gap_queue import close_cases, load_cases, record_raised

RAISES = frozenset({Phase.GAP_CHECK, Phase.DISCUSSION, Phase.THIRD_READING})
"""Entering one of these records every application whose gap is not yet a recorded case."""


class PhaseProblem(StrEnum):
    """Why the round stays in its phase."""

    NO_REASON = "no_reason"
    REASON_TOO_LONG = "reason_too_long"
    NOT_REACHABLE = "not_reachable"
    OPEN_CASES = "open_cases"
    RECUSED_CASES = "recused_cases"
    """Cases are open from which the person is recused: somebody else must close them."""
    NO_PLAN = "no_plan"
    NOT_A_CHOICE = "not_a_choice"
    """Something is to be shown to reviewers that this phase never shows."""


@dataclass(frozen=True)
class PhaseRefused:
    """Nothing was changed. ``open_cases`` are those without a reason for closing."""

    problems: tuple[PhaseProblem, ...]
    open_cases: tuple[ApplicationId, ...] = ()


@dataclass(frozen=True)
class PhaseSet:
    """The round entered a phase; so many applications became cases by it."""

    entry: PhaseEntry
    raised: int


@dataclass(frozen=True)
class PhaseRequest:
    """What is asked for, and the entry that was seen. ``case_reasons`` close what is still open, one by one."""

    to: Phase
    seen_revision: int
    event_id: str
    reason: str = ""
    reviewers_see: SeesOthers | None = None
    shows_ranking: bool = False
    case_reasons: Mapping[ApplicationId, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PhaseView:
    """Where the round stands; ``history`` oldest first, with the names of who entered each phase."""

    plan_id: PlanId
    standing: PhaseEntry
    history: tuple[tuple[PhaseEntry, str], ...]
    offered: tuple[Phase, ...]
    may_set: bool


PhaseOutcome = PhaseSet | PhaseRefused | Stale[RoundEvent]


def open_phase(access: Access, programme: Programme) -> PhaseView | None:
    """The phase of a programme's round; None while it has no locked plan."""
    access.require(Action.VIEW_PHASE, programme_code=programme.programme_code)
    plan = _find_plan(access, programme)
    if plan is None:
        return None
    events = access.workbench.store.load_round_events(plan.plan_id, RoundEventKind.PHASE)
    standing = standing_phase(events)
    return PhaseView(
        plan_id=plan.plan_id,
        standing=standing,
        history=tuple((entry_of(event), _name(access, event)) for event in events),
        offered=_offered(standing.rules.phase),
        may_set=access.allows(Action.SET_PHASE, programme_code=programme.programme_code),
    )


def set_phase(access: Access, programme: Programme, request: PhaseRequest) -> PhaseOutcome:
    """Enter a phase. Closing asks for a reason for every case still open; a check records every case there is.

    Cases are recorded before the phase: stopped half way, the round is still in its phase and no case is lost.
    """
    access.require(Action.SET_PHASE, programme_code=programme.programme_code)
    plan = _find_plan(access, programme)
    if plan is None:
        return PhaseRefused((PhaseProblem.NO_PLAN,))
    standing = access.round_state(programme.programme_code).phase
    if standing.event is not None and standing.event.event_id == request.event_id:
        return PhaseSet(standing, 0)
    if standing.revision != request.seen_revision:
        offered = _event(access, plan, PHASES[request.to], request)
        return Stale(standing.event or offered, offered)
    rules = _rules(request)
    refused = _problems(access, plan, standing, request)
    if refused is not None or rules is None:
        return refused or PhaseRefused((PhaseProblem.NOT_A_CHOICE,))
    if request.to is Phase.CLOSED:
        close_cases(access, plan, request.case_reasons)
    raised = record_raised(access, plan) if request.to in RAISES else 0
    outcome = access.workbench.store.save_round_event(
        _event(access, plan, rules, request), seen_revision=request.seen_revision
    )
    return outcome if isinstance(outcome, Stale) else PhaseSet(entry_of(outcome.value), raised)


def _rules(request: PhaseRequest) -> PhaseRules | None:
    """The phase as it is to be entered; None where it never shows what is asked for."""
    rules = PHASES[request.to]
    try:
        if request.reviewers_see is not None:
            rules = with_reviewers_seeing(rules, request.reviewers_see)
        return with_ranking_shown(rules, request.shows_ranking)
    except ValueError:
        return None


def _offered(current: Phase) -> tuple[Phase, ...]:
    """Where the round may go, onward first: who opens the list stands on the next phase.

    Then the phase itself, where something of it may be chosen anew; the way back last, the nearest first.
    """
    reachable = [phase for phase in Phase if may_follow(current, phase)]
    onward = [phase for phase in reachable if not is_way_back(current, phase)]
    back = [phase for phase in reversed(reachable) if is_way_back(current, phase)]
    return (*onward, *([current] if PHASES[current].has_choice else []), *back)


def reviewers_may_see(rules: PhaseRules) -> SeesOthers:
    """What reviewers see of others in a phase."""
    return rules.sees_others(Role.REVIEWER)


def _problems(
    access: Access, plan: ReviewPlan, standing: PhaseEntry, request: PhaseRequest
) -> PhaseRefused | None:
    current, problems = standing.rules.phase, []
    if request.to not in _offered(current):
        problems.append(PhaseProblem.NOT_REACHABLE)
    if is_way_back(current, request.to) and not request.reason.strip():
        problems.append(PhaseProblem.NO_REASON)
    texts: Sequence[str] = (request.reason, *request.case_reasons.values())
    if any(len(text) > REASON_LENGTH for text in texts):
        problems.append(PhaseProblem.REASON_TOO_LONG)
    unexplained: tuple[ApplicationId, ...] = ()
    if request.to is Phase.CLOSED:
        keys = [case.application_id for case in load_cases(access, plan).cases if case.is_open]
        unexplained = tuple(key for key in keys if not request.case_reasons.get(key, "").strip())
        problems += [PhaseProblem.OPEN_CASES] if unexplained else []
        own = access.own_assignments(plan.programme_code)
        recused = {each.application_id for each in own if each.recused}
        problems += [PhaseProblem.RECUSED_CASES] if recused & set(keys) else []
    return PhaseRefused(tuple(problems), unexplained) if problems else None


def _event(access: Access, plan: ReviewPlan, rules: PhaseRules, request: PhaseRequest) -> RoundEvent:
    return RoundEvent(
        event_id=request.event_id,
        plan_id=plan.plan_id,
        kind=RoundEventKind.PHASE,
        subject="",
        revision=request.seen_revision,
        content=content_of(rules, request.reason.strip()),
        person_id=access.person.person_id,
    )


def _find_plan(access: Access, programme: Programme) -> ReviewPlan | None:
    plan_id = access.round_state(programme.programme_code).plan_id
    stored = access.workbench.store.find_locked(plan_id) if plan_id else None
    return stored.plan if stored else None


def _name(access: Access, event: RoundEvent) -> str:
    person = access.workbench.store.find_person(event.person_id) if event.person_id else None
    return person.display_name if person else str(event.person_id or "")
