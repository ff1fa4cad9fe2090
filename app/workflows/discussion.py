"""待討論: the cases a reviewer has a part in, with what the phase lets the reviewer see of the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.evidence import ApplicationSummary, Programme
from app.domain.gap_case import CaseState, CaseStep, steps_by_application
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.round_event import RoundEventKind
from app.domain.round_phase import Phase, PhaseRules, SeesOthers
from app.domain.visibility import Action
from app.evidence.questions import load_applications
from app.workflows.access import Access
from app.workflows.gap_decision import CaseView, open_seen_case
from app.workflows.round_phases import reviewers_may_see


@dataclass(frozen=True)
class DiscussionCase:
    """One application the person reads. ``view`` is None while the others' reviews may not be seen.

    The chair's reason is shown only with them: it may tell what they say.
    """

    summary: ApplicationSummary
    step: CaseStep
    is_third: bool
    is_overdue: bool
    view: CaseView | None


@dataclass(frozen=True)
class DiscussionView:
    """What waits for a person in the phase; nothing at all in a phase without discussion."""

    plan: ReviewPlan
    rules: PhaseRules
    is_open: bool
    shows_after_own: bool
    cases: tuple[DiscussionCase, ...]


def open_discussion(access: Access, programme: Programme, *, today: date) -> DiscussionView | None:
    """The person's own open cases; None while the programme has no locked plan."""
    code = programme.programme_code
    access.require(Action.VIEW_PHASE, programme_code=code)
    state = access.round_state(code)
    store = access.workbench.store
    stored = store.find_locked(state.plan_id) if state.plan_id else None
    if stored is None:
        return None
    plan, rules = stored.plan, state.phase.rules
    steps = steps_by_application(store.load_round_events(plan.plan_id, RoundEventKind.GAP_CASE))
    own = {each.application_id for each in access.own_assignments(code) if not each.recused}
    waiting = {
        key: taken[-1]
        for key, taken in steps.items()
        if key in own and _waits(rules.phase, taken[-1], access.person.person_id)
    }
    found = load_applications(access.workbench.snapshot(plan.snapshot_id), code)
    return DiscussionView(
        plan=plan,
        rules=rules,
        is_open=rules.phase in (Phase.DISCUSSION, Phase.THIRD_READING),
        shows_after_own=reviewers_may_see(rules) is SeesOthers.AFTER_OWN,
        cases=tuple(
            _case(access, plan, each, step=waiting[each.application_id], today=today)
            for each in found
            if each.application_id in waiting
        ),
    )


def _waits(phase: Phase, step: CaseStep, person_id: PersonId) -> bool:
    """Whether the person has something to do about it now."""
    if phase is Phase.DISCUSSION:
        return step.state is CaseState.DISCUSS
    is_third = step.state is CaseState.THIRD and step.third_reviewer == person_id
    return phase is Phase.THIRD_READING and is_third


def _case(
    access: Access, plan: ReviewPlan, summary: ApplicationSummary, *, step: CaseStep, today: date
) -> DiscussionCase:
    key = summary.application_id
    sees = access.allows(Action.VIEW_OTHER_REVIEWS, programme_code=plan.programme_code, application_id=key)
    return DiscussionCase(
        summary=summary,
        step=step,
        is_third=step.state is CaseState.THIRD,
        is_overdue=step.deadline is not None and step.deadline < today,
        view=open_seen_case(access, plan, key) if sees else None,
    )
