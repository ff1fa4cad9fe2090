"""What is new at a desk since its reviewer last looked: evidence of a newer snapshot, by application and category."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from app.domain.evidence import ApplicationId, ProgrammeCode, SnapshotId
from app.domain.evidence_change import CategoryChange, Renewal, changed_categories
from app.errors import SnapshotBroken
from app.evidence.questions import load_evidence_digests
from app.evidence.snapshot import EvidenceSnapshot
from app.reviews.store import SeenApplication
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import require_view

PAIRS = 32
PATIENCE = 2.0
"""Seconds that the first run of a process waits for an older snapshot."""

Changes = Mapping[ApplicationId, tuple[CategoryChange, ...]]


def load_renewals(access: Access, desk: Desk) -> Mapping[ApplicationId, Renewal]:
    """Every application of the desk whose evidence differs from what the person looked at, or may differ.

    A plan that never left its first snapshot costs no question. Who reviewed an application without ever
    opening it alone has seen it as the revision of that review showed it.
    """
    plan = desk.plan
    if plan.revision == 1:
        return {}
    store = access.workbench.store
    pinned = {each.plan.revision: each.plan.snapshot_id for each in store.load_plan_history(plan.plan_id)}
    if set(pinned.values()) <= {plan.snapshot_id}:
        return {}
    seen = store.load_seen(access.person.person_id, plan.plan_id)
    last_looks = {
        line.application_id: seen.get(line.application_id) or pinned.get(line.reviewed_under or 0)
        for line in desk.lines
    }
    older = {each for each in last_looks.values() if each} - {plan.snapshot_id}
    renewed_since = {each: _since(access.workbench, desk, each) for each in older}
    renewals = {key: renewed_since[seen_in](key) for key, seen_in in last_looks.items() if seen_in in older}
    return {key: each for key, each in renewals.items() if each.changes != ()}


def remember_seen(access: Access, desk: Desk, application_id: ApplicationId) -> None:
    """Write down, aside of the reader, that the application was looked at as the desk's snapshot shows it."""
    seen = _seen(access, desk, application_id)
    access.workbench.aside.write(seen, partial(access.workbench.store.save_seen, seen))


def mark_seen(access: Access, desk: Desk, application_id: ApplicationId) -> None:
    """The same at once: the person said so, and expects to see it."""
    access.workbench.store.save_seen(_seen(access, desk, application_id))


def _seen(access: Access, desk: Desk, application_id: ApplicationId) -> SeenApplication:
    require_view(access, desk.plan, application_id)
    return SeenApplication(access.person.person_id, desk.plan.plan_id, application_id, desk.plan.snapshot_id)


def _since(workbench: Workbench, desk: Desk, seen_in: SnapshotId) -> Callable[[ApplicationId], Renewal]:
    """What is new of an application since this snapshot; unknown where it is gone, damaged or of another schema."""
    try:
        older = workbench.find_soon(seen_in, patience=PATIENCE)
    except SnapshotBroken:
        return lambda _: Renewal(seen_in, None)
    if older is None:
        return lambda _: Renewal(seen_in, None, is_pending=True)
    newer = workbench.snapshot(desk.plan.snapshot_id)
    changes = _changes_between(older, newer, desk.plan.programme_code)
    return lambda application_id: Renewal(seen_in, changes.get(application_id, ()))


@lru_cache(maxsize=PAIRS)
def _changes_between(
    older: EvidenceSnapshot, newer: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Changes:
    before = load_evidence_digests(older, programme_code)
    now = load_evidence_digests(newer, programme_code)
    changes = {key: changed_categories(before.get(key, {}), digests) for key, digests in now.items()}
    return {key: each for key, each in changes.items() if each}
