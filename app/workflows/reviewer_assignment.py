"""評審分派: who reviews whom in a programme; recusals are recorded before anybody may open the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.domain.assignment import Assignment, judging_pairs, recused_pairs, spread_reviewers
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.people import Person, PersonId, Role
from app.domain.plan import PlanId
from app.domain.visibility import Action
from app.evidence.questions import load_applications
from app.reviews.store import Stale
from app.workflows.access import Access


@dataclass(frozen=True)
class ReviewerLoad:
    """One reviewer of the programme with the number of applications in each state."""

    reviewer: Person
    assigned: int
    recused: int
    reviewed: int


@dataclass(frozen=True)
class AssignmentView:
    """The assignment of a programme as stored; ``plan_id`` is None while there is no plan to assign for.

    ``required`` reviews are due for every application; ``short_of_required`` have a reviewer, but fewer than that.
    """

    plan_id: PlanId | None
    loads: tuple[ReviewerLoad, ...]
    applications: tuple[ApplicationSummary, ...]
    assignments: tuple[Assignment, ...]
    without_reviewer: int
    required: int
    short_of_required: int


@dataclass(frozen=True)
class AssignmentRefused:
    """Why nothing was saved."""

    unknown_reviewers: frozenset[PersonId] = frozenset()
    unknown_applications: frozenset[ApplicationId] = frozenset()
    reason_missing: bool = False
    no_plan: bool = False


def load_assignment(access: Access, programme: Programme) -> AssignmentView:
    """Reviewers, their loads, the applications nobody has yet, and those with too few."""
    access.require(Action.ASSIGN_REVIEWERS, programme_code=programme.programme_code)
    plan_id = access.workbench.store.find_plan_of_programme(programme.programme_code)
    assignments = tuple(access.workbench.store.load_assignments(plan_id)) if plan_id else ()
    applications = _applications(access, programme)
    readers = Counter(application for application, _ in judging_pairs(assignments))
    counts = [readers[each.application_id] for each in applications]
    required = _required_reviews(access, plan_id)
    return AssignmentView(
        plan_id=plan_id,
        loads=_loads(access, programme, plan_id, assignments),
        applications=applications,
        assignments=assignments,
        without_reviewer=counts.count(0),
        required=required,
        short_of_required=sum(0 < count < required for count in counts),
    )


@dataclass(frozen=True)
class AssignmentChange:
    """What one action did to the list; it can be taken back while the list is still ``after``."""

    before: tuple[Assignment, ...]
    after: tuple[Assignment, ...]


Outcome = AssignmentChange | AssignmentRefused | Stale[Sequence[Assignment]]


def fill_assignment(
    access: Access, programme: Programme, *, reviewers: Collection[PersonId], per_application: int
) -> Outcome:
    """Give every application ``per_application`` of these reviewers, evenly; what stands stays."""
    view = load_assignment(access, programme)
    known = {load.reviewer.person_id for load in view.loads}
    if view.plan_id is None:
        return AssignmentRefused(no_plan=True)
    if unknown := frozenset(set(reviewers) - known):
        return AssignmentRefused(unknown_reviewers=unknown)
    added = spread_reviewers(
        [each.application_id for each in view.applications],
        sorted(reviewers),
        per_application=per_application,
        existing=view.assignments,
    )
    return _save(access, view.plan_id, before=view.assignments, after=(*view.assignments, *added))


def record_recusal(access: Access, programme: Programme, *, recusal: Assignment) -> Outcome:
    """Take the right to judge one application from one reviewer; the reason stays on record."""
    view = load_assignment(access, programme)
    refused = _recusal_problems(view, recusal)
    if refused is not None or view.plan_id is None:
        return refused or AssignmentRefused(no_plan=True)
    others = tuple(each for each in view.assignments if _pair(each) != _pair(recusal))
    return _save(access, view.plan_id, before=view.assignments, after=(*others, recusal))


def undo_change(access: Access, programme: Programme, change: AssignmentChange) -> Outcome:
    """Take one change back. Stale when the list was changed since: a recusal of somebody else is never undone."""
    access.require(Action.ASSIGN_REVIEWERS, programme_code=programme.programme_code)
    plan_id = access.workbench.store.find_plan_of_programme(programme.programme_code)
    if plan_id is None:
        return AssignmentRefused(no_plan=True)
    return _save(access, plan_id, before=change.after, after=change.before)


def _required_reviews(access: Access, plan_id: PlanId | None) -> int:
    """As the locked plan says; before the first lock, as the draft does."""
    if plan_id is None:
        return 1
    store = access.workbench.store
    stored = store.find_locked(plan_id) or store.find_draft(plan_id)
    return stored.plan.rules.required_reviews if stored else 1


def _pair(assignment: Assignment) -> tuple[ApplicationId, PersonId]:
    return assignment.application_id, assignment.reviewer_id


def _recusal_problems(view: AssignmentView, recusal: Assignment) -> AssignmentRefused | None:
    refused = AssignmentRefused(
        unknown_reviewers=frozenset({recusal.reviewer_id} - {each.reviewer.person_id for each in view.loads}),
        unknown_applications=frozenset(
            {recusal.application_id} - {each.application_id for each in view.applications}
        ),
        reason_missing=not recusal.recusal_reason.strip(),
    )
    return refused if refused != AssignmentRefused() else None


def _applications(access: Access, programme: Programme) -> tuple[ApplicationSummary, ...]:
    workbench = access.workbench
    snapshot = workbench.snapshot(workbench.snapshot_id_of_programme(programme.programme_code))
    return load_applications(snapshot, programme.programme_code)


def _loads(
    access: Access, programme: Programme, plan_id: PlanId | None, assignments: Sequence[Assignment]
) -> tuple[ReviewerLoad, ...]:
    store = access.workbench.store
    assigned = Counter(reviewer for _, reviewer in judging_pairs(assignments))
    recused = Counter(reviewer for _, reviewer in recused_pairs(assignments))
    reviewed = Counter(review.reviewer_id for review in (store.load_reviews(plan_id) if plan_id else ()))
    return tuple(
        ReviewerLoad(
            person, assigned[person.person_id], recused[person.person_id], reviewed[person.person_id]
        )
        for person in store.load_persons()
        if person.is_active
        and person.role in (Role.REVIEWER, Role.CHAIR)
        and programme.programme_code in person.programme_codes
    )


def _save(
    access: Access, plan_id: PlanId, *, before: tuple[Assignment, ...], after: tuple[Assignment, ...]
) -> AssignmentChange | Stale[Sequence[Assignment]]:
    outcome = access.workbench.store.save_assignments(
        plan_id, after, seen=before, person_id=access.person.person_id
    )
    return outcome if isinstance(outcome, Stale) else AssignmentChange(before, after)
