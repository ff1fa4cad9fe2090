"""The composition root: opens the store and the snapshots of a Settings, and keeps each open once."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from app.aside import Aside
from app.domain.evidence import ProgrammeCode, SnapshotId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.errors import NotFound, SnapshotBroken
from app.evidence.snapshot import (
    EvidenceSnapshot,
    FileStates,
    files_of,
    find_current_snapshot,
    open_snapshot,
)
from app.last_used import LastUsed
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.store import StoredPlan
from app.settings import Settings

DEMO_SETTING = "demo"


def _kept_piles() -> LastUsed[tuple[PlanId, PersonId], Any]:
    return LastUsed(128)


def _one_opener() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening-aside")


@dataclass(frozen=True)
class _Opening:
    """A snapshot that is being opened aside, and its files as they were then."""

    snapshot: Future[EvidenceSnapshot]
    files: FileStates

    def is_worth_another(self, folder: Path, snapshot_id: SnapshotId) -> bool:
        """Whether it failed on files that are no longer the same."""
        is_broken = self.snapshot.done() and self.snapshot.exception() is not None
        return is_broken and files_of(folder, snapshot_id) != self.files


@dataclass
class Workbench:
    """The store of judgements and every snapshot opened so far; shared by all threads of the process."""

    settings: Settings
    store: SqlReviewStore
    _snapshots: dict[SnapshotId, EvidenceSnapshot] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)
    _opening: dict[SnapshotId, _Opening] = field(default_factory=dict, repr=False)
    _opener: ThreadPoolExecutor = field(default_factory=_one_opener, repr=False)
    aside: Aside = field(default_factory=Aside, repr=False)
    """Reads evidence ahead of the reviewers, and writes down where they are."""
    piles: LastUsed[tuple[PlanId, PersonId], Any] = field(default_factory=_kept_piles, repr=False)
    """What each desk was drawn from last; its workflow alone knows what they are."""

    def snapshot(self, snapshot_id: SnapshotId) -> EvidenceSnapshot:
        """The named snapshot, verified when it is first asked for."""
        # Nobody who reads an open one waits while another is being verified.
        if snapshot_id in self._snapshots:
            return self._snapshots[snapshot_id]
        with self._lock:
            if snapshot_id not in self._snapshots:
                self._snapshots[snapshot_id] = open_snapshot(self.settings.snapshots, snapshot_id)
            return self._snapshots[snapshot_id]

    def find_soon(self, snapshot_id: SnapshotId, *, patience: float) -> EvidenceSnapshot | None:
        """The named snapshot, opened aside; None as long as it is still being verified.

        Who asks first waits that many seconds, who asks meanwhile does not wait. Raises SnapshotBroken until
        something changes in its files: a large file is not verified again and again to find it broken.
        """
        opening = self._opening.get(snapshot_id)
        is_first = opening is None or opening.is_worth_another(self.settings.snapshots, snapshot_id)
        if opening is None or is_first:
            files = files_of(self.settings.snapshots, snapshot_id)
            opening = _Opening(self._opener.submit(self.snapshot, snapshot_id), files)
            self._opening[snapshot_id] = opening
        try:
            return opening.snapshot.result(timeout=patience if is_first else 0)
        except NotYet:
            return None

    def find_current_snapshot_id(self) -> SnapshotId | None:
        """What the pipeline published last; None before the first build."""
        return find_current_snapshot(self.settings.snapshots)

    def current_snapshot_id(self) -> SnapshotId:
        """What the pipeline published last."""
        snapshot_id = self.find_current_snapshot_id()
        if snapshot_id is None:
            raise SnapshotBroken(self.settings.snapshots, "no snapshot was published here")
        return snapshot_id

    def snapshot_id_of_programme(self, programme_code: ProgrammeCode) -> SnapshotId:
        """The snapshot the programme's plan pins, or the current one while there is no plan."""
        plan_id = self.store.find_plan_of_programme(programme_code)
        stored = plan_id and (self.store.find_locked(plan_id) or self.store.find_draft(plan_id))
        return stored.plan.snapshot_id if stored else self.current_snapshot_id()

    def named_snapshot(self, text: str | None) -> EvidenceSnapshot:
        """The snapshot an outsider names: one that a plan pins, or the current one; the latter for None."""
        if text is None:
            return self.snapshot(self.current_snapshot_id())
        # One that is open was vouched for before: no plan ever lets go of a snapshot it pinned.
        snapshot_id = SnapshotId(text)
        if snapshot_id not in self._snapshots and snapshot_id not in self.known_snapshot_ids():
            raise NotFound("snapshot", text)
        return self.snapshot(snapshot_id)

    def known_snapshot_ids(self) -> frozenset[SnapshotId]:
        """The current snapshot and every one that a plan pins."""
        current = self.find_current_snapshot_id()
        pinned = {stored.plan.snapshot_id for stored in self._stored_plans()}
        return frozenset(pinned | ({current} if current else set()))

    def is_demo_store(self) -> bool:
        """Whether the store was made by the demo, with passwords everybody knows."""
        return self.store.load_settings().get(DEMO_SETTING) == "1"

    def _stored_plans(self) -> list[StoredPlan]:
        plans: list[StoredPlan] = []
        for plan_id in self.store.load_plan_ids():
            plans.extend(self.store.load_plan_history(plan_id))
            draft = self.store.find_draft(plan_id)
            plans.extend([draft] if draft else [])
        return plans


@lru_cache(maxsize=8)
def open_workbench(settings: Settings) -> Workbench:
    """One workbench per Settings and process: the web doors and the screens share one store and its lock."""
    return Workbench(settings, open_store(settings.store))
