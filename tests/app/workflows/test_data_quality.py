"""The office sees what the pipeline says of the data, and opens the report of a snapshot in use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.data_quality import ChangedApplication, SnapshotChanges
from app.domain.evidence import ProgrammeCode, SnapshotId
from app.domain.visibility import NotAllowed
from app.errors import NotFound, SnapshotBroken
from app.evidence.quality_questions import find_changes
from app.evidence.questions import load_applications, load_problem_counts
from app.workbench import Workbench
from app.workflows.data_quality import load_quality, open_quality_report
from tests.app.workflows.people import access_of, programme_of

SNAPSHOT = SnapshotId("0" * 16)
SINCE = {
    "older_id": "1" * 16,
    "reason": None,
    "applications": {"appeared": 1, "vanished": 0, "changed": 2, "unchanged": 3},
    "files": {"appeared": 4, "vanished": 5, "replaced": 6},
    "listed": [
        {
            "fate": "changed",
            "application_id": "a",
            "programme_code": "999101",
            "application_number": "10000001",
            "categories": ["profile"],
        }
    ],
    "problems": [{"rule": "grade_zero", "older": 0, "newer": 1}],
}


def test_quality_has_every_rule_of_the_snapshot(workbench: Workbench) -> None:
    view = load_quality(access_of(workbench, "office"), None)
    counted = load_problem_counts(workbench.snapshot(view.snapshot_id))
    assert {each.rule: each.problems for each in view.rules} == {each.rule: each.count for each in counted}
    severities = [each.severity for each in view.rules]
    assert severities == sorted(severities, key=lambda severity: severity != "set_aside")
    assert view.coverage == ()


def test_quality_covers_the_chosen_programme(workbench: Workbench) -> None:
    programme = programme_of(workbench, "999101")
    view = load_quality(access_of(workbench, "office"), programme)
    applications = load_applications(workbench.snapshot(view.snapshot_id), programme.programme_code)
    assert {each.applications for each in view.coverage} == {len(applications)}
    assert view.coverage[0].label == "基本資料"
    assert all(0 <= each.applications_with <= each.entries for each in view.coverage)


def test_quality_offers_the_report_of_the_current_snapshot(workbench: Workbench) -> None:
    access = access_of(workbench, "office")
    view = load_quality(access, programme_of(workbench, "999101"))
    assert view.reports == (view.snapshot_id,)
    assert view.snapshot_id in open_quality_report(access, view.snapshot_id).read_text(encoding="utf-8")


def test_first_snapshot_has_nothing_to_compare_with(workbench: Workbench) -> None:
    assert load_quality(access_of(workbench, "office"), None).changes is None


@pytest.mark.parametrize("name", ["chair", "reviewer1", "researcher"])
def test_quality_of_all_programmes_is_the_office_s_alone(workbench: Workbench, name: str) -> None:
    access = access_of(workbench, name)
    with pytest.raises(NotAllowed):
        load_quality(access, None)
    with pytest.raises(NotAllowed):
        open_quality_report(access, workbench.current_snapshot_id())


@pytest.mark.parametrize("name", ["0" * 16, "../current", ""])
def test_report_of_a_snapshot_nobody_uses_is_not_found(workbench: Workbench, name: str) -> None:
    with pytest.raises(NotFound):
        open_quality_report(access_of(workbench, "office"), name)


def test_changes_are_read_as_the_pipeline_wrote_them(tmp_path: Path) -> None:
    (tmp_path / f"evidence-{SNAPSHOT}.since.json").write_text(json.dumps(SINCE), encoding="utf-8")
    assert find_changes(tmp_path, SNAPSHOT) == SnapshotChanges(
        SnapshotId("1" * 16),
        applications={"appeared": 1, "vanished": 0, "changed": 2, "unchanged": 3},
        files={"appeared": 4, "vanished": 5, "replaced": 6},
        listed=(ChangedApplication("changed", ProgrammeCode("999101"), "10000001", ("profile",)),),
        problems=(("grade_zero", 0, 1),),
    )


def test_changes_that_could_not_be_compared_say_why(tmp_path: Path) -> None:
    kept = {"older_id": "1" * 16, "newer_id": SNAPSHOT, "reason": "missing"}
    (tmp_path / f"evidence-{SNAPSHOT}.since.json").write_text(json.dumps(kept), encoding="utf-8")
    assert find_changes(tmp_path, SNAPSHOT) == SnapshotChanges(SnapshotId("1" * 16), "missing")


def test_damaged_comparison_is_a_broken_promise(tmp_path: Path) -> None:
    (tmp_path / f"evidence-{SNAPSHOT}.since.json").write_text("{", encoding="utf-8")
    with pytest.raises(SnapshotBroken):
        find_changes(tmp_path, SNAPSHOT)
