"""Two builds side by side: what appeared, changed and vanished, and nothing else."""

from __future__ import annotations

import shutil

import orjson
import pytest

from pipelines.errors import SnapshotNotFound
from pipelines.quality.comparison import (
    ApplicationPlace,
    ChangedApplication,
    NameChanges,
    ProblemChange,
    compare_snapshots,
)
from pipelines.quality.comparison_file import find_since, since_path
from pipelines.quality.report import report_path
from pipelines.snapshot import manifest_path
from tests.pipelines.handmade import PDF, Exports, course, profile

FIRST, SECOND, THIRD = "10000001", "10000002", "10000003"


def built(exports: Exports) -> str:
    report = exports.build()
    assert report.snapshot_id is not None
    return report.snapshot_id


def places(exports: Exports, *numbers: str) -> dict[str, ApplicationPlace]:
    """By number, with the key the build gave."""
    found = exports.query(
        "select application_number, application_id from application join applicant using (applicant_id)"
    )
    return {number: ApplicationPlace(key, "999101", number) for number, key in found if number in numbers}


def test_comparison_tells_appeared_changed_and_vanished(exports: Exports) -> None:
    exports.courses(course(), course(科目名稱="物理"))
    exports.item("學習歷程自述.pdf", PDF)
    exports.item("基本資料", profile(編號=SECOND), number=SECOND)
    older_places = places(exports, SECOND)
    older = built(exports)
    shutil.rmtree(exports.folder / f"999/999101/{SECOND}")
    exports.item("基本資料", profile(編號=THIRD), number=THIRD)
    exports.courses(course(學業成績={"分數": "0"}), course(科目名稱="物理"))
    exports.item("學習歷程自述.pdf", PDF + b"\n")
    newer = built(exports)
    newer_places = places(exports, FIRST, THIRD)
    found = compare_snapshots(exports.snapshots, older, newer)
    assert found.applications.appeared == (newer_places[THIRD],)
    assert found.applications.vanished == (older_places[SECOND],)
    categories = ("course_record", "document.personal_statement")
    assert found.applications.changed == (ChangedApplication(newer_places[FIRST], categories),)
    assert found.applications.unchanged == 0
    assert found.programmes == NameChanges()
    assert found.files == NameChanges(
        appeared=(f"999/999101/{THIRD}/{THIRD}_基本資料.json",),
        vanished=(f"999/999101/{SECOND}/{SECOND}_基本資料.json",),
        replaced=(
            f"999/999101/{FIRST}/{FIRST}_修課紀錄.json",
            f"999/999101/{FIRST}/{FIRST}_學習歷程自述.pdf",
        ),
    )
    assert found.problems == (ProblemChange("grade_zero", 0, 1),)


def test_comparison_of_a_snapshot_with_itself_is_empty(exports: Exports) -> None:
    exports.courses(course())
    same = built(exports)
    found = compare_snapshots(exports.snapshots, same, same)
    assert (found.applications.changed, found.applications.unchanged) == ((), 1)
    assert (found.programmes, found.files, found.problems) == (NameChanges(), NameChanges(), ())


def test_comparison_ignores_where_a_row_came_from(exports: Exports) -> None:
    """The same evidence in a file with other spaces: another file, no changed application."""
    exports.courses(course())
    older = built(exports)
    path = exports.folder / f"999/999101/{FIRST}/{FIRST}_修課紀錄.json"
    path.write_bytes(path.read_bytes() + b"\n")
    found = compare_snapshots(exports.snapshots, older, built(exports))
    assert found.applications.changed == ()
    assert found.files.replaced == (f"999/999101/{FIRST}/{FIRST}_修課紀錄.json",)


def test_comparison_sees_rows_that_changed_places(exports: Exports) -> None:
    exports.courses(course(), course(科目名稱="物理"))
    older = built(exports)
    exports.courses(course(科目名稱="物理"), course())
    found = compare_snapshots(exports.snapshots, older, built(exports))
    assert [each.categories for each in found.applications.changed] == [("course_record",)]


def test_comparison_tells_programmes_apart(exports: Exports) -> None:
    exports.programmes("個人申請,115,999,大學,999101,甲系")
    older = built(exports)
    exports.programmes("個人申請,115,999,大學,999101,乙系", "個人申請,115,999,大學,999102,丙系")
    found = compare_snapshots(exports.snapshots, older, built(exports))
    assert found.programmes == NameChanges(appeared=("999102",), replaced=("999101",))


def test_comparison_of_other_schema_versions_is_said(exports: Exports) -> None:
    older = built(exports)
    exports.courses(course())
    newer = built(exports)
    path = manifest_path(exports.snapshots, older)
    manifest = orjson.loads(path.read_bytes()) | {"schema_version": 1}
    path.chmod(0o644)
    path.write_bytes(orjson.dumps(manifest))
    found = compare_snapshots(exports.snapshots, older, newer)
    assert (found.is_comparable, found.older_schema) == (False, 1)
    assert found.applications.unchanged == 0


def test_comparison_with_an_unknown_snapshot_is_refused(exports: Exports) -> None:
    newer = built(exports)
    with pytest.raises(SnapshotNotFound):
        compare_snapshots(exports.snapshots, "0" * 16, newer)


def test_build_keeps_the_comparison_with_the_snapshot_before(exports: Exports) -> None:
    older = built(exports)
    assert find_since(exports.snapshots, older) is None
    exports.courses(course())
    newer = built(exports)
    since = find_since(exports.snapshots, newer)
    assert since is not None
    assert (since["older_id"], since["reason"]) == (older, None)
    assert since["applications"] == {"appeared": 0, "vanished": 0, "changed": 1, "unchanged": 0}
    assert since["changed_categories"] == {"course_record": 1}
    html = report_path(exports.snapshots, newer).read_text(encoding="utf-8")
    assert '<tr data-fate="changed"><td>內容改變</td><td class="number">1</td></tr>' in html
    kept = since_path(exports.snapshots, newer).read_bytes()
    assert built(exports) == newer
    assert since_path(exports.snapshots, newer).read_bytes() == kept


def test_same_exports_give_the_same_database_whatever_was_current(exports: Exports) -> None:
    exports.courses(course())
    first = orjson.loads(manifest_path(exports.snapshots, built(exports)).read_bytes())
    shutil.rmtree(exports.snapshots)
    exports.courses()
    built(exports)
    exports.courses(course())
    second = orjson.loads(manifest_path(exports.snapshots, built(exports)).read_bytes())
    # The file itself holds DuckDB's own marks, so the tables are compared.
    kept = ("snapshot_id", "inputs_digest", "row_counts", "problems")
    assert [second[name] for name in kept] == [first[name] for name in kept]


def test_report_says_when_the_snapshot_before_is_gone(exports: Exports) -> None:
    older = built(exports)
    (exports.snapshots / f"evidence-{older}.duckdb").unlink()
    exports.courses(course())
    newer = built(exports)
    since = find_since(exports.snapshots, newer)
    assert since == {"older_id": older, "newer_id": newer, "reason": "missing"}
    assert "已不在資料夾中" in report_path(exports.snapshots, newer).read_text(encoding="utf-8")
