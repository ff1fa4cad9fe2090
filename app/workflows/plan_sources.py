"""Plans a person may look back at: revisions of the own plan, and plans of other years and programmes of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.evidence import Programme, ProgrammeCode
from app.domain.plan import PlanId, PlanStatus
from app.domain.visibility import Action
from app.errors import NotFound
from app.evidence.questions import load_programmes
from app.reviews.store import StoredPlan
from app.workflows.access import Access
from app.workflows.plan_draft import plan_id_of

MOST_TAKINGS = 500


@dataclass(frozen=True)
class PlanSource:
    """A revision or a draft of a plan. ``is_own`` is of the programme and year that is being set up."""

    stored: StoredPlan
    programme_name: str
    is_own: bool

    @property
    def key(self) -> str:
        """The plan and its revision; the draft has a name of its own."""
        plan = self.stored.plan
        return f"{plan.plan_id}:{'draft' if self.is_draft else plan.revision}"

    @property
    def is_draft(self) -> bool:
        """Whether it may still change."""
        return self.stored.plan.status is PlanStatus.DRAFT


def load_plan_sources(access: Access, programme: Programme) -> tuple[PlanSource, ...]:
    """The own plan first, then the others by id, in each the draft and the newest revision first."""
    access.require(Action.VIEW_PLAN, programme_code=programme.programme_code)
    own = plan_id_of(programme)
    snapshot = access.workbench.snapshot(access.workbench.current_snapshot_id())
    names = {each.programme_code: each.programme_name for each in load_programmes(snapshot)}
    # Newer years first: last year's plan is what is looked for most.
    others = sorted((each for each in access.workbench.store.load_plan_ids() if each != own), reverse=True)
    return tuple(
        source
        for plan_id in (own, *others)
        for source in _sources(access, plan_id, names, is_own=plan_id == own)
    )


def sides_to_compare(access: Access, sources: Sequence[PlanSource]) -> tuple[PlanSource, PlanSource] | None:
    """What stood before and what stands now of the own plan; None while there is nothing to put beside it.

    Before is the own revision before; without one the plan that something was taken from last, else the next there is.
    """
    own = [each for each in sources if each.is_own]
    if not own or len(sources) < 2:
        return None
    now = own[0]
    if len(own) > 1:
        return own[1], now
    others = [each for each in sources if not each.is_own]
    taken = _taken_from(access, now.stored.plan.plan_id)
    return next((each for each in others if each.key == taken), others[0]), now


def note_taking(access: Access, plan_id: PlanId, source: PlanSource) -> None:
    """Tell the log from which plan something was taken over; who compares later begins there."""
    access.require(Action.EDIT_PLAN, programme_code=_programme_of(access, plan_id))
    access.workbench.store.log(
        person_id=access.person.person_id,
        action="plan_taken_over",
        object_key=f"plan/{plan_id}",
        detail=source.key,
    )


def _programme_of(access: Access, plan_id: PlanId) -> ProgrammeCode:
    store = access.workbench.store
    stored = store.find_draft(plan_id) or store.find_locked(plan_id)
    if stored is None:
        raise NotFound("plan", plan_id)
    return stored.plan.programme_code


def _taken_from(access: Access, plan_id: PlanId) -> str | None:
    """The source of the newest taking over into a plan."""
    lines = access.workbench.store.load_log(limit=MOST_TAKINGS, actions=["plan_taken_over"])
    return next((line.detail for line in lines if line.object_key == f"plan/{plan_id}"), None)


def require_source(access: Access, programme: Programme, key: str) -> PlanSource:
    """The source of this key among those the person may see; raises NotFound."""
    for source in load_plan_sources(access, programme):
        if source.key == key:
            return source
    raise NotFound("plan", key)


def _sources(
    access: Access, plan_id: PlanId, names: Mapping[ProgrammeCode, str], *, is_own: bool
) -> Iterator[PlanSource]:
    store = access.workbench.store
    draft = store.find_draft(plan_id)
    stored = [*([draft] if draft else []), *reversed(store.load_plan_history(plan_id))]
    if not stored:
        return
    code = stored[0].plan.programme_code
    if access.allows(Action.VIEW_PLAN, programme_code=code):
        for each in stored:
            yield PlanSource(each, names.get(code, str(code)), is_own)
