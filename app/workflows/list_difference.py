"""What changed between two moments: the rows that moved, each with the events in between that explain it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.list_change import RowChange, row_changes
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.score_change import ScoreChange
from app.domain.visibility import Action
from app.errors import NotFound
from app.reviews.store import StoredPlan
from app.reviews.store_as_of import StoreAsOf
from app.workflows.access import Access
from app.workflows.list_as_of import DerivedList, derive_list
from app.workflows.record_moments import RecordMoment, moments_of
from app.workflows.recusal_reasons import readable_reasons
from app.workflows.round_record import RecordedEvent, RecordKind, load_record


@dataclass(frozen=True)
class ListDifference:
    """Two lists of one plan; None at a moment before the first lock. ``own`` are the events of one application,
    ``common`` those that concern all. Of applications that are ``hidden`` only the move is told, not who did what."""

    before: DerivedList | None
    after: DerivedList | None
    changes: tuple[RowChange, ...]
    own: Mapping[ApplicationId, tuple[RecordedEvent, ...]]
    common: tuple[RecordedEvent, ...]
    hidden: frozenset[ApplicationId]

    @property
    def summaries(self) -> Mapping[ApplicationId, ApplicationSummary]:
        """The applications of both lists."""
        lists = [each for each in (self.before, self.after) if each is not None]
        return {key: summary for each in lists for key, summary in each.view.summaries.items()}


def open_list_as_of(access: Access, plan_id: PlanId, as_of: datetime | None) -> DerivedList | None:
    """The list as of a moment; None before the first lock."""
    _require(access, plan_id)
    return _derived(access, plan_id, as_of)


def load_moments(access: Access, plan_id: PlanId, *, now: datetime) -> tuple[RecordMoment, ...]:
    """The moments of the round that have a name, oldest first."""
    _require(access, plan_id)
    return moments_of(load_record(StoreAsOf(access.workbench.store, now), plan_id))


def compare_moments(access: Access, plan_id: PlanId, *, earlier: datetime, later: datetime) -> ListDifference:
    """What changed after ``earlier`` and up to ``later``; given the other way round, they are turned."""
    locked = _require(access, plan_id)
    earlier, later = min(earlier, later), max(earlier, later)
    before, after = (_derived(access, plan_id, moment) for moment in (earlier, later))
    changes = row_changes(*(each.view.ranked if each is not None else None for each in (before, after)))
    own: defaultdict[ApplicationId, list[RecordedEvent]] = defaultdict(list)
    common = []
    record = load_record(StoreAsOf(access.workbench.store, later), plan_id, since=earlier)
    for event in readable_reasons(access, locked.plan.programme_code, record):
        if event.application_id is None:
            common.append(event)
        elif _explains(event):
            own[event.application_id].append(event)
    code = locked.plan.programme_code
    hidden = frozenset(
        key for key in own if not access.allows(Action.VIEW_APPEAL, programme_code=code, application_id=key)
    )
    return ListDifference(
        before=before,
        after=after,
        changes=changes,
        own={key: tuple(events) for key, events in own.items() if key not in hidden},
        common=tuple(common),
        hidden=hidden,
    )


@dataclass(frozen=True)
class NetChange:
    """What several saves of one reviewer come to: each dimension from before the first to after the last."""

    reviewer_id: PersonId
    saves: int
    changes: tuple[ScoreChange, ...]
    abstained: tuple[bool, bool]


def net_changes(events: Iterable[RecordedEvent]) -> tuple[NetChange, ...]:
    """One for each reviewer who saved, in the order of their first save; what ends as it began is left out."""
    saves: defaultdict[PersonId, list[RecordedEvent]] = defaultdict(list)
    for event in events:
        if event.kind is RecordKind.REVIEW and event.reviewer_id is not None:
            saves[event.reviewer_id].append(event)
    return tuple(_net(reviewer_id, each) for reviewer_id, each in saves.items())


def _net(reviewer_id: PersonId, saves: Sequence[RecordedEvent]) -> NetChange:
    ends: dict[DimensionId, ScoreChange] = {}
    for change in (change for save in saves for change in save.changes):
        first = ends.get(change.dimension_id, change)
        ends[change.dimension_id] = ScoreChange(change.dimension_id, first.before, change.after)
    return NetChange(
        reviewer_id=reviewer_id,
        saves=len(saves),
        changes=tuple(each for each in ends.values() if each.before != each.after),
        abstained=(saves[0].abstained[0], saves[-1].abstained[1]),
    )


def _explains(event: RecordedEvent) -> bool:
    """Whether an event can move a row: a save of comments alone cannot."""
    if event.kind is not RecordKind.REVIEW:
        return event.kind is not RecordKind.STOOD
    return bool(event.changes) or event.abstained[0] != event.abstained[1]


def _derived(access: Access, plan_id: PlanId, as_of: datetime | None) -> DerivedList | None:
    try:
        return derive_list(access.workbench, plan_id, as_of)
    except NotFound:
        return None


def _require(access: Access, plan_id: PlanId) -> StoredPlan:
    locked = access.workbench.store.find_locked(plan_id)
    if locked is None:
        raise NotFound("locked plan", plan_id)
    access.require(Action.VIEW_RECORDS, programme_code=locked.plan.programme_code)
    return locked
