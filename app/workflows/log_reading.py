"""操作紀錄 as a person reads it: the newest lines, with the names of all they speak of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.assignment_history import CAME, WENT, told_facts
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.visibility import Action
from app.evidence.questions import find_application, load_programme_tree, load_programmes
from app.evidence.snapshot import EvidenceSnapshot
from app.reviews.store import AuditEvent
from app.workflows.access import Access
from app.workflows.recusal_reasons import readable_recusals

Facts = Mapping[str, object]
SHOWN_LINES = 300
BARE_FACTS = {"refused": "asked", "export_notice": "form", "plan_taken_over": "source_plan"}
"""What a detail that is no JSON tells of, by action."""
OLD_DETAIL = re.compile(r"(application|revision) (\S+)")
OLD_FACTS = {"application": "application_id", "revision": "plan_revision"}


@dataclass(frozen=True)
class ToldRecusal:
    """A recusal that a saved list declared or ended; ``reason`` is empty where it may not be read or was not kept."""

    application_id: ApplicationId
    reviewer_id: PersonId
    is_declared: bool
    reason: str = ""


@dataclass(frozen=True)
class ReadableLog:
    """The newest lines first. Names by key: of persons, plans, programmes, applications (their numbers), categories,
    and components. ``recusals`` by line."""

    lines: tuple[AuditEvent, ...]
    persons: Mapping[str, str]
    plans: Mapping[str, str]
    programmes: Mapping[str, str]
    applications: Mapping[str, str]
    categories: Mapping[str, str]
    components: Mapping[str, str]
    recusals: Mapping[int, tuple[ToldRecusal, ...]]


def facts_of(line: AuditEvent) -> Facts | None:
    """What the detail of a line says by name; None where it is a text of no known form."""
    if line.action in BARE_FACTS:
        return {BARE_FACTS[line.action]: line.detail} if line.detail else {}
    if old := OLD_DETAIL.fullmatch(line.detail):
        return {OLD_FACTS[old[1]]: old[2]}
    try:
        told = json.loads(line.detail) if line.detail else {}
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def open_log(access: Access, *, limit: int = SHOWN_LINES) -> ReadableLog:
    """The newest lines; reasons of recusals only where the person may read them."""
    access.require(Action.VIEW_LOG)
    store = access.workbench.store
    lines = tuple(store.load_log(limit=limit))
    snapshot = access.workbench.snapshot(access.workbench.current_snapshot_id())
    programmes = load_programmes(snapshot)
    plans = {plan_id: store.find_locked(plan_id) or store.find_draft(plan_id) for plan_id in _plan_ids(lines)}
    known = {plan_id: stored.plan for plan_id, stored in plans.items() if stored is not None}
    recusals = _recusals_by_line(access, lines, known)
    keys = {key for line in lines for key in _application_ids(line)}
    keys |= {each.application_id for told in recusals.values() for each in told}
    return ReadableLog(
        lines=lines,
        persons={each.person_id: each.display_name for each in store.load_persons()},
        plans={plan_id: plan.title for plan_id, plan in known.items()},
        programmes={each.programme_code: each.programme_name for each in programmes},
        applications=_numbers(snapshot, keys),
        categories={
            node.category_code: node.label
            for each in programmes[:1]
            for node in load_programme_tree(snapshot, each.programme_code)
        },
        components={
            each.component_id: each.name for plan in known.values() for each in plan.rules.components
        },
        recusals=recusals,
    )


def _plan_ids(lines: Iterable[AuditEvent]) -> frozenset[PlanId]:
    named = (line.object_key.removeprefix("plan/") for line in lines if line.object_key.startswith("plan/"))
    bare = (line.object_key for line in lines if line.action == "export_plan")
    return frozenset(PlanId(each) for each in (*named, *bare))


def _application_ids(line: AuditEvent) -> Iterator[ApplicationId]:
    kind, _, key = line.object_key.rpartition("/")
    if key and kind in ("", "application"):
        yield ApplicationId(key)
    facts = facts_of(line) or {}
    for name in ("application_id", "subject"):
        yield from (ApplicationId(part) for part in str(facts.get(name, "")).split("/") if part)


def _numbers(snapshot: EvidenceSnapshot, keys: Iterable[ApplicationId]) -> dict[str, str]:
    known = snapshot.places.by_application
    found = (find_application(snapshot, key) for key in sorted(keys) if key in known)
    return {each.application_id: each.application_number for each in found if each is not None}


def _recusals_by_line(
    access: Access, lines: Iterable[AuditEvent], plans: Mapping[PlanId, ReviewPlan]
) -> dict[int, tuple[ToldRecusal, ...]]:
    """What saved lists did to recusals; the event of a line was written in the same transaction, just before."""
    store, found = access.workbench.store, {}
    events = {plan_id: store.load_round_events(plan_id, RoundEventKind.ASSIGNMENTS) for plan_id in plans}
    for line in lines:
        plan_id = PlanId(line.object_key.removeprefix("plan/"))
        if line.action == "assignments_saved" and plan_id in plans:
            own = [each for each in events[plan_id] if each.saved_at and each.saved_at <= line.occurred_at]
            told = tuple(_recusals(access, plans[plan_id], own[-1])) if own else ()
            found.update({line.event_id: told} if told else {})
    return found


def _recusals(access: Access, plan: ReviewPlan, event: RoundEvent) -> Iterator[ToldRecusal]:
    declared = [each for each in told_facts(event, CAME) if each.recused]
    stays = {(each.application_id, each.reviewer_id) for each in declared}
    for each in readable_recusals(access, plan.programme_code, declared):
        yield ToldRecusal(each.application_id, each.reviewer_id, True, each.recusal_reason)
    for each in told_facts(event, WENT):
        if each.recused and (each.application_id, each.reviewer_id) not in stays:
            yield ToldRecusal(each.application_id, each.reviewer_id, False)
