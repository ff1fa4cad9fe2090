"""Two snapshots of one small round: the store was made on the first, the second followed a later delivery."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.demo.round import make_store
from app.domain.evidence import ApplicationId, ProgrammeCode, SnapshotId
from app.domain.people import PersonId
from app.evidence.questions import load_applications
from app.evidence.snapshot import find_current_snapshot
from app.reviews.store import Saved
from app.settings import Settings
from app.workbench import Workbench, open_workbench
from app.workflows.plan_draft import lock_plan, revise_plan
from pipelines.build import build_snapshot
from pipelines.synthesis import write_sample
from tests import sample_round
from tests.app.workflows.people import access_of

APPLICANTS = 12
PROGRAMME = ProgrammeCode("999101")
CORRECTED = "32972320"
"""The number of the applicant whose activities and profile the later delivery corrects."""
ACTIVITIES = Path(f"999/{PROGRAMME}/{CORRECTED}/{CORRECTED}_多元表現.json")
PROFILE = Path(f"999/{PROGRAMME}/{CORRECTED}/{CORRECTED}_基本資料.json")


@dataclass(frozen=True)
class TwoDeliveries:
    """A round of this test's own; its plan pins ``first`` while ``second`` is published."""

    workbench: Workbench
    first: SnapshotId
    second: SnapshotId

    @property
    def corrected(self) -> ApplicationId:
        """The applicant with another evidence in the second snapshot."""
        applications = load_applications(self.workbench.snapshot(self.second), PROGRAMME)
        return next(each.application_id for each in applications if each.application_number == CORRECTED)

    def move_plan(self) -> None:
        """Revise the plan onto the second snapshot, as the chair does, and lock it."""
        chair = access_of(self.workbench, "chair")
        draft = revise_plan(chair, PROGRAMME, snapshot_id=self.second)
        assert isinstance(draft, Saved)
        locked = lock_plan(chair, PROGRAMME, seen_revision=draft.value.row_revision)
        assert isinstance(locked, Saved)
        assert locked.value.plan.snapshot_id == self.second


@pytest.fixture(scope="session")
def delivered_twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of both snapshots and of the store on the first; read only."""
    return sample_round.shared_folder(tmp_path_factory, "delivered_twice", _make)


@pytest.fixture
def two_deliveries(delivered_twice: Path, tmp_path: Path) -> Iterator[TwoDeliveries]:
    """The round on the first snapshot, with a store of this test's own."""
    shutil.copy(delivered_twice / "review.db", tmp_path / "review.db")
    workbench = open_workbench(settings_of_deliveries(delivered_twice, tmp_path))
    first = workbench.snapshot_id_of_programme(PROGRAMME)
    yield TwoDeliveries(workbench, first, workbench.current_snapshot_id())
    workbench.store.close()


def settings_of_deliveries(delivered_twice: Path, folder: Path) -> Settings:
    """Settings over both snapshots with a store in ``folder``."""
    return sample_round.settings_of(delivered_twice / "snapshots", folder)


def person_of(workbench: Workbench, name: str) -> PersonId:
    """The key of a demo person."""
    return access_of(workbench, name).person.person_id


def _make(folder: Path) -> None:
    exports, later, snapshots = folder / "exports", folder / "later", folder / "snapshots"
    write_sample(exports, applicants=APPLICANTS, seed=sample_round.SEED)
    build_snapshot([exports], snapshots)
    first = find_current_snapshot(snapshots)
    make_store(folder, sample_round.settings_of(snapshots, folder), exports=exports)
    _correct(exports, later)
    build_snapshot([exports, later], snapshots)
    assert find_current_snapshot(snapshots) != first


def _correct(exports: Path, later: Path) -> None:
    """One list of activities is emptied, one grows, one begins, and the profile differs."""
    activities = _read(exports / ACTIVITIES)
    activities["職場學習紀錄"] = _read_other(exports)
    activities["校方建立幹部經歷紀錄"] = []
    activities["彈性學習時間紀錄"] = [*activities["彈性學習時間紀錄"], activities["彈性學習時間紀錄"][0]]
    profile = _read(exports / PROFILE)
    _write(later / ACTIVITIES, activities)
    _write(later / PROFILE, profile | {"學習型態": "實驗教育" if profile["學習型態"] == "一般" else "一般"})


def _read_other(exports: Path) -> list[Any]:
    for path in sorted(exports.glob(f"999/*/*/*_{ACTIVITIES.stem.partition('_')[2]}.json")):
        try:
            found = _read(path)["職場學習紀錄"]
        except ValueError:
            continue
        if found:
            return list(found[:1])
    raise AssertionError("nobody in the sample has worked anywhere")


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8-sig"))


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
