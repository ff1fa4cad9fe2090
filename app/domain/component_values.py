"""Imported values of other components as events of the round: each import is a version of the whole component."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import ComponentValues
from app.domain.round_event import RoundEvent, RoundEventKind, newest_of_each
from app.domain.total_component import ComponentId

Values = Mapping[ApplicationId, Decimal | None]
"""None says absent (缺考)."""


@dataclass(frozen=True)
class ComponentImport:
    """One import. ``maximum`` is what the values counted from when they came; ``restores`` is the earlier version
    that was brought back, None for a file. ``saved_at`` and ``revision`` are the store's."""

    component_id: ComponentId
    file_name: str
    file_digest: str
    maximum: Decimal
    values: Values
    restores: int | None = None
    revision: int = 0
    person_id: PersonId | None = None
    saved_at: datetime | None = None


def import_to_content(each: ComponentImport) -> dict[str, object]:
    """What an event of an import holds."""
    return {
        "file_name": each.file_name,
        "sha256": each.file_digest,
        "maximum": str(each.maximum),
        "restores": each.restores,
        "values": {key: None if value is None else str(value) for key, value in sorted(each.values.items())},
    }


def import_of_event(event: RoundEvent) -> ComponentImport:
    """The import an event holds; raises ValueError when it holds something else."""
    try:
        return _import_of(event)
    except (KeyError, TypeError, AttributeError, InvalidOperation) as error:
        raise ValueError(f"round event {event.event_id} holds no import of component values") from error


def imports_of(events: Iterable[RoundEvent]) -> tuple[ComponentImport, ...]:
    """The imports among events, in their order."""
    return tuple(import_of_event(event) for event in events if event.kind is RoundEventKind.COMPONENT_VALUES)


def newest_imports(events: Iterable[RoundEvent]) -> dict[ComponentId, ComponentImport]:
    """The newest import of every component that has one."""
    chosen = [event for event in events if event.kind is RoundEventKind.COMPONENT_VALUES]
    return {ComponentId(key): import_of_event(event) for key, event in newest_of_each(chosen).items()}


def component_values(plan: ReviewPlan, events: Iterable[RoundEvent]) -> ComponentValues:
    """What counts under a plan: the newest import of each of its components.

    Values that were imported when the component had another maximum do not count: 45 of 60 is not 45 of 100.
    """
    newest = newest_imports(events)
    return {
        each.component_id: newest[each.component_id].values
        for each in plan.rules.components
        if each.component_id in newest and newest[each.component_id].maximum == each.maximum
    }


def _import_of(event: RoundEvent) -> ComponentImport:
    content = event.content
    values, restores = content["values"], content["restores"]
    if not isinstance(values, Mapping) or not (restores is None or isinstance(restores, int)):
        raise TypeError("values are no mapping")
    return ComponentImport(
        component_id=ComponentId(event.subject),
        file_name=str(content["file_name"]),
        file_digest=str(content["sha256"]),
        maximum=Decimal(str(content["maximum"])),
        values={
            ApplicationId(str(key)): None if value is None else Decimal(str(value))
            for key, value in values.items()
        },
        restores=restores,
        revision=event.revision,
        person_id=event.person_id,
        saved_at=event.saved_at,
    )
