"""The draft of a plan, shared by steps 1 and 2: open it, save it with the revision that was seen, lock it, revise it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import ScoringScale
from app.domain.evidence import Programme, ProgrammeCode, SnapshotId
from app.domain.plan import PlanId, PlanStatus, RankingRules, ReviewPlan, rebase
from app.domain.plan_problems import PlanProblem
from app.domain.visibility import Action
from app.errors import NotFound
from app.reviews.store import ReviewStore, Saved, Stale, StoredPlan
from app.workflows.access import Access
from app.workflows.carried_reviews import count_stopped
from app.workflows.plan_check import check_plan

Outcome = Saved[StoredPlan] | Stale[StoredPlan]


class PlanHasProblems(ValueError):
    """A lock was asked for while problems stand that forbid it."""

    def __init__(self, plan_id: PlanId, problems: Sequence[PlanProblem]) -> None:
        super().__init__(f"plan {plan_id} has {len(problems)} problems that block locking")
        self.plan_id = plan_id
        self.problems = tuple(problems)


@dataclass(frozen=True)
class PlanView:
    """What stands of a programme's plan: the draft, else the newest locked revision, else nothing yet."""

    programme: Programme
    stored: StoredPlan | None
    locked: StoredPlan | None
    current_snapshot_id: SnapshotId
    may_edit: bool
    may_lock: bool

    @property
    def is_draft(self) -> bool:
        """Whether there is a draft to be changed."""
        return self.stored is not None and self.stored.plan.status is PlanStatus.DRAFT

    @property
    def is_editable(self) -> bool:
        """Whether this person may change what is shown."""
        return self.may_edit and self.is_draft


def plan_id_of(programme: Programme) -> PlanId:
    """The one plan of a programme and year, readable in links and file names."""
    return PlanId(f"{programme.programme_code}-{programme.admission_year}")


def open_plan(access: Access, programme: Programme) -> PlanView:
    """The plan of a programme as it stands now."""
    code = programme.programme_code
    access.require(Action.VIEW_PLAN, programme_code=code)
    store = access.workbench.store
    plan_id = store.find_plan_of_programme(code)
    locked = store.find_locked(plan_id) if plan_id else None
    draft = store.find_draft(plan_id) if plan_id else None
    return PlanView(
        programme=programme,
        stored=draft or locked,
        locked=locked,
        current_snapshot_id=access.workbench.current_snapshot_id(),
        may_edit=access.allows(Action.EDIT_PLAN, programme_code=code),
        may_lock=access.allows(Action.LOCK_PLAN, programme_code=code),
    )


def blank_plan(programme: Programme, snapshot_id: SnapshotId, *, title: str) -> ReviewPlan:
    """A plan without dimensions, not yet stored."""
    return ReviewPlan(
        plan_id=plan_id_of(programme),
        programme_code=programme.programme_code,
        snapshot_id=snapshot_id,
        revision=1,
        status=PlanStatus.DRAFT,
        title=title,
        scale=ScoringScale.PERCENT,
        dimensions=(),
        core_data=CoreDataSelection(),
        rules=RankingRules(),
    )


def seen_revision_of(stored: StoredPlan | None) -> int:
    """What a save states: the row of the draft; 0 where there is none, so that the save begins one."""
    if stored is None or stored.plan.status is PlanStatus.LOCKED:
        return 0
    return stored.row_revision


def save_plan(access: Access, plan: ReviewPlan, *, seen_revision: int) -> Outcome:
    """Save a draft; Stale carries both versions when somebody else was first."""
    access.require(Action.EDIT_PLAN, programme_code=plan.programme_code)
    draft = replace(plan, status=PlanStatus.DRAFT)
    return access.workbench.store.save_draft(
        draft, seen_revision=seen_revision, person_id=access.person.person_id
    )


def lock_plan(access: Access, programme_code: ProgrammeCode, *, seen_revision: int) -> Outcome:
    """Lock the draft that was seen; raises PlanHasProblems while one of them forbids it."""
    access.require(Action.LOCK_PLAN, programme_code=programme_code)
    store = access.workbench.store
    plan_id = _require_plan(store, programme_code)
    draft = store.find_draft(plan_id)
    if draft and draft.row_revision == seen_revision:
        _require_no_problems(access, draft.plan)
    return store.lock_draft(plan_id, seen_revision=seen_revision, person_id=access.person.person_id)


def count_stopped_reviews(access: Access, draft: ReviewPlan) -> int:
    """How many saved reviews would need scores anew if this draft were locked now."""
    access.require(Action.VIEW_PLAN, programme_code=draft.programme_code)
    return count_stopped(access.workbench.store, draft)


def revise_plan(
    access: Access, programme_code: ProgrammeCode, *, snapshot_id: SnapshotId | None = None
) -> Outcome:
    """A new draft from the newest locked revision, on the same snapshot unless another is named."""
    access.require(Action.EDIT_PLAN, programme_code=programme_code)
    store = access.workbench.store
    locked = store.find_locked(_require_plan(store, programme_code))
    if locked is None:
        raise NotFound("locked plan", programme_code)
    return save_plan(access, rebase(locked.plan, snapshot_id=snapshot_id), seen_revision=0)


def load_history(access: Access, programme_code: ProgrammeCode) -> Sequence[StoredPlan]:
    """Every locked revision, newest first."""
    access.require(Action.VIEW_PLAN, programme_code=programme_code)
    plan_id = access.workbench.store.find_plan_of_programme(programme_code)
    return list(reversed(access.workbench.store.load_plan_history(plan_id))) if plan_id else []


def person_name(access: Access, stored: StoredPlan) -> str:
    """Who saved this; the id where the account is gone."""
    person = access.workbench.store.find_person(stored.saved_by)
    return person.display_name if person else str(stored.saved_by)


def _require_no_problems(access: Access, plan: ReviewPlan) -> None:
    blocking = [each for each in check_plan(access, plan) if each.blocks_locking]
    if blocking:
        raise PlanHasProblems(plan.plan_id, blocking)


def _require_plan(store: ReviewStore, programme_code: ProgrammeCode) -> PlanId:
    plan_id = store.find_plan_of_programme(programme_code)
    if plan_id is None:
        raise NotFound("plan", programme_code)
    return plan_id
