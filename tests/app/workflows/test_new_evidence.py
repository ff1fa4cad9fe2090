"""What is new after a second delivery: told by category, forgotten once looked at, never an error."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest

from app.domain.evidence import ApplicationId, SnapshotId
from app.domain.evidence_change import ChangeKind, Renewal
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.reviews.store import Saved, SeenApplication
from app.settings import Settings
from app.workbench import Workbench
from app.workflows import new_evidence
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import open_desk
from app.workflows.new_evidence import load_renewals, mark_seen, remember_seen
from app.workflows.review_entry import save_review
from tests.app.workflows.people import access_of
from tests.app.workflows.test_review_entry import entry_for
from tests.second_delivery import PROGRAMME, TwoDeliveries, person_of


def desk_of(workbench: Workbench, name: str = "reviewer1") -> Desk:
    desk = open_desk(access_of(workbench, name), PROGRAMME)
    assert desk is not None
    return desk


def renewals(workbench: Workbench, name: str = "reviewer1") -> dict[ApplicationId, Renewal]:
    return dict(load_renewals(access_of(workbench, name), desk_of(workbench, name)))


def see(workbench: Workbench, application_id: ApplicationId, snapshot_id: SnapshotId) -> None:
    plan_id = desk_of(workbench).plan.plan_id
    person_id = person_of(workbench, "reviewer1")
    workbench.store.save_seen(SeenApplication(person_id, plan_id, application_id, snapshot_id))


def test_nothing_is_new_before_the_plan_moves(two_deliveries: TwoDeliveries) -> None:
    see(two_deliveries.workbench, two_deliveries.corrected, two_deliveries.first)
    assert renewals(two_deliveries.workbench) == {}


def test_every_changed_category_is_told_with_its_counts(two_deliveries: TwoDeliveries) -> None:
    see(two_deliveries.workbench, two_deliveries.corrected, two_deliveries.first)
    two_deliveries.move_plan()
    changes = renewals(two_deliveries.workbench)[two_deliveries.corrected].changes
    assert changes is not None
    counts = {each.category_code: (each.kind, each.entries_before, each.entries_now) for each in changes}
    assert counts == {
        "activity.flexible_learning": (ChangeKind.CHANGED, 2, 3),
        "activity.school_cadre": (ChangeKind.WENT, 1, 0),
        "activity.workplace_learning": (ChangeKind.CAME, 0, 1),
        "profile": (ChangeKind.CHANGED, 1, 1),
    }


def test_who_was_never_looked_at_has_nothing_new(two_deliveries: TwoDeliveries) -> None:
    see(two_deliveries.workbench, two_deliveries.corrected, two_deliveries.first)
    two_deliveries.move_plan()
    assert list(renewals(two_deliveries.workbench)) == [two_deliveries.corrected]
    assert renewals(two_deliveries.workbench, "reviewer2").keys() <= {two_deliveries.corrected}


def test_a_review_counts_as_a_look_at_what_its_revision_showed(two_deliveries: TwoDeliveries) -> None:
    workbench = two_deliveries.workbench
    desk = desk_of(workbench)
    line = desk.find_line(two_deliveries.corrected)
    assert line is not None
    if line.reviewed_under is None:
        entry = replace(entry_for(desk, two_deliveries.corrected, score="80"), event_id=str(uuid4()))
        assert isinstance(save_review(access_of(workbench, "reviewer1"), entry), Saved)
    two_deliveries.move_plan()
    assert renewals(workbench)[two_deliveries.corrected].seen_in == two_deliveries.first


def test_looked_at_again_is_new_no_more(two_deliveries: TwoDeliveries) -> None:
    workbench = two_deliveries.workbench
    see(workbench, two_deliveries.corrected, two_deliveries.first)
    two_deliveries.move_plan()
    desk = desk_of(workbench)
    assert list(renewals(workbench)) == [two_deliveries.corrected]
    mark_seen(access_of(workbench, "reviewer1"), desk, two_deliveries.corrected)
    assert renewals(workbench) == {}
    assert workbench.store.load_seen(person_of(workbench, "reviewer1"), desk.plan.plan_id) == {
        two_deliveries.corrected: two_deliveries.second
    }


def test_older_snapshot_that_is_gone_cannot_be_compared(
    two_deliveries: TwoDeliveries, delivered_twice: Path, tmp_path: Path
) -> None:
    see(two_deliveries.workbench, two_deliveries.corrected, two_deliveries.first)
    two_deliveries.move_plan()
    snapshots = tmp_path / "only_second"
    shutil.copytree(delivered_twice / "snapshots", snapshots)
    snapshots.joinpath(f"evidence-{two_deliveries.first}.json").unlink()
    later = Workbench(
        replace_snapshots(two_deliveries.workbench.settings, snapshots), two_deliveries.workbench.store
    )
    found = renewals(later)[two_deliveries.corrected]
    assert found == Renewal(two_deliveries.first, None)
    assert found.is_incomparable


def replace_snapshots(settings: Settings, snapshots: Path) -> Settings:
    return replace(settings, snapshots=snapshots)


def test_nothing_is_told_while_the_older_snapshot_is_being_opened(
    two_deliveries: TwoDeliveries, monkeypatch: pytest.MonkeyPatch
) -> None:
    see(two_deliveries.workbench, two_deliveries.corrected, two_deliveries.first)
    two_deliveries.move_plan()
    may_open = Event()
    monkeypatch.setattr(new_evidence, "PATIENCE", 0.01)
    two_deliveries.workbench._opener.submit(may_open.wait, 60)
    try:
        found = renewals(two_deliveries.workbench)[two_deliveries.corrected]
    finally:
        may_open.set()
    assert (found.is_pending, found.is_incomparable, found.changes) == (True, False, None)
    two_deliveries.workbench._opener.submit(int).result()
    assert renewals(two_deliveries.workbench)[two_deliveries.corrected].changes


def test_who_may_not_see_an_application_leaves_no_trace(two_deliveries: TwoDeliveries) -> None:
    workbench = two_deliveries.workbench
    with pytest.raises((NotAllowed, NotFound)):
        remember_seen(access_of(workbench, "researcher"), desk_of(workbench), two_deliveries.corrected)
