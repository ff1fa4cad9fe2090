"""其他成績: what a file would change is shown first; then all of it is saved as one more version, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from uuid import uuid4

from app.domain.component_values import ComponentImport, import_to_content, imports_of
from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.plan import PlanId, ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.total_component import ComponentId, TotalComponent
from app.domain.visibility import Action
from app.errors import BadFile, FileProblem, NotFound
from app.exchange.component_file import read_component_file
from app.reviews.store import Saved
from app.workflows import evidence_facts as facts
from app.workflows.access import Access

LONGEST_NAME = 200


class ValueChange(StrEnum):
    """What an import does to the value of one application."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    """It had a value, and the file does not name it."""


@dataclass(frozen=True)
class ValueLine:
    """One value that would change; None says absent, ``has_before`` that there was one at all."""

    summary: ApplicationSummary
    change: ValueChange
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do. ``seen_revision`` is the version it was compared with; ``without`` are the
    applications that would have no value."""

    component: TotalComponent
    offered: ComponentImport
    seen_revision: int
    lines: tuple[ValueLine, ...]
    unchanged: int
    absent: int
    without: tuple[ApplicationSummary, ...]


@dataclass(frozen=True)
class ComponentView:
    """A component with every import, newest first, and who made each; ``counted`` is how many values count now."""

    component: TotalComponent
    imports: tuple[ComponentImport, ...]
    people: tuple[str, ...]
    counted: int
    applications: int

    @property
    def is_outdated(self) -> bool:
        """Whether the newest import was made when the component had another maximum, and so does not count."""
        return bool(self.imports) and self.imports[0].maximum != self.component.maximum


def load_components(access: Access, plan: ReviewPlan) -> Sequence[ComponentView]:
    """The components of a locked plan with their imports."""
    access.require(Action.IMPORT_COMPONENTS, programme_code=plan.programme_code)
    store = access.workbench.store
    events = store.load_round_events(plan.plan_id, RoundEventKind.COMPONENT_VALUES)
    imports = imports_of(events)
    known = set(_applications(access, plan))
    names = {each.person_id: each.display_name for each in store.load_persons()}
    views = []
    for component in plan.rules.components:
        own = [each for each in reversed(imports) if each.component_id == component.component_id]
        counts = bool(own) and own[0].maximum == component.maximum
        views.append(
            ComponentView(
                component=component,
                imports=tuple(own),
                people=tuple(names.get(each.person_id, "") if each.person_id else "" for each in own),
                counted=len(known & set(own[0].values)) if counts else 0,
                applications=len(known),
            )
        )
    return views


def preview_import(
    access: Access, plan_id: PlanId, component_id: ComponentId, content: bytes, *, file_name: str
) -> ImportPreview:
    """What a file would change; nothing is written. Raises BadFile with every problem at once."""
    plan, component = _require_component(access, plan_id, component_id)
    by_number = {each.application_number: key for key, each in _applications(access, plan).items()}
    rows = read_component_file(content, file=file_name, maximum=component.maximum, known=by_number.keys())
    offered = ComponentImport(
        component_id=component_id,
        file_name=file_name[:LONGEST_NAME],
        file_digest=sha256(content).hexdigest(),
        maximum=component.maximum,
        values={by_number[row.application_number]: row.value for row in rows},
    )
    return _preview(access, plan, component, offered)


def preview_earlier(
    access: Access, plan_id: PlanId, component_id: ComponentId, revision: int
) -> ImportPreview:
    """What bringing an earlier import back would change. One of another maximum cannot come back: BadFile."""
    plan, component = _require_component(access, plan_id, component_id)
    found = [each for each in _imports(access, plan, component_id) if each.revision == revision]
    if not found:
        raise NotFound("component import", f"{component_id}/{revision}")
    if found[0].maximum != component.maximum:
        raise BadFile(found[0].file_name, [FileProblem("", "other_maximum", str(found[0].maximum))])
    return _preview(access, plan, component, replace(found[0], restores=revision))


def save_import(access: Access, plan_id: PlanId, preview: ImportPreview) -> ImportPreview | None:
    """Save what was shown as one more version; None when it stands.

    A preview comes back when somebody else imported meanwhile: nothing was written, and it says what is so now.
    """
    plan, component = _require_component(access, plan_id, preview.component.component_id)
    if component != preview.component:
        return _preview(access, plan, component, preview.offered)
    event = RoundEvent(
        event_id=uuid4().hex,
        plan_id=plan_id,
        kind=RoundEventKind.COMPONENT_VALUES,
        subject=component.component_id,
        revision=0,
        content=import_to_content(preview.offered),
        person_id=access.person.person_id,
    )
    outcome = access.workbench.store.save_round_event(event, seen_revision=preview.seen_revision)
    if isinstance(outcome, Saved):
        return None
    return _preview(access, plan, component, preview.offered)


def _require_component(
    access: Access, plan_id: PlanId, component_id: ComponentId
) -> tuple[ReviewPlan, TotalComponent]:
    stored = access.workbench.store.find_locked(plan_id)
    if stored is None:
        raise NotFound("locked plan", plan_id)
    plan = stored.plan
    access.require(Action.IMPORT_COMPONENTS, programme_code=plan.programme_code)
    found = [each for each in plan.rules.components if each.component_id == component_id]
    if not found:
        raise NotFound("component", component_id)
    return plan, found[0]


def _applications(access: Access, plan: ReviewPlan) -> Mapping[ApplicationId, ApplicationSummary]:
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    return {each.application_id: each for each in facts.applications_of(snapshot, plan.programme_code)}


def _imports(access: Access, plan: ReviewPlan, component_id: ComponentId) -> tuple[ComponentImport, ...]:
    store = access.workbench.store
    return imports_of(
        store.load_round_events(plan.plan_id, RoundEventKind.COMPONENT_VALUES, subject=component_id)
    )


def _preview(
    access: Access, plan: ReviewPlan, component: TotalComponent, offered: ComponentImport
) -> ImportPreview:
    imports = _imports(access, plan, component.component_id)
    newest = imports[-1] if imports else None
    before = newest.values if newest and newest.maximum == component.maximum else {}
    applications = _applications(access, plan)
    lines = tuple(_changes(applications, before, offered.values))
    return ImportPreview(
        component=component,
        offered=offered,
        seen_revision=newest.revision if newest else 0,
        lines=lines,
        unchanged=sum(key in before and before[key] == value for key, value in offered.values.items()),
        absent=sum(value is None for value in offered.values.values()),
        without=tuple(each for key, each in applications.items() if key not in offered.values),
    )


def _changes(
    applications: Mapping[ApplicationId, ApplicationSummary],
    before: Mapping[ApplicationId, Decimal | None],
    after: Mapping[ApplicationId, Decimal | None],
) -> Iterator[ValueLine]:
    for key, summary in applications.items():
        if key in after and key not in before:
            yield ValueLine(summary, ValueChange.ADDED, None, after[key])
        elif key in before and key not in after:
            yield ValueLine(summary, ValueChange.REMOVED, before[key], None)
        elif key in before and before[key] != after[key]:
            yield ValueLine(summary, ValueChange.CHANGED, before[key], after[key])
