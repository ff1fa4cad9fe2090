"""Chosen warnings become failures: nothing is published, every place is told, unknown names are refused."""

from __future__ import annotations

import pytest

from pipelines.build import build_snapshot, check_exports
from pipelines.errors import UnknownRules
from pipelines.quality.strictness import chosen_rules
from pipelines.reference_lists import load_mapping
from pipelines.snapshot import current_snapshot_id
from tests.pipelines.handmade import NUMBER, Exports, course

RECORDS = f"999/999101/{NUMBER}/{NUMBER}_修課紀錄.json"
ZERO = {"學業成績": {"分數": "0"}}


def test_rules_are_chosen_by_lists_and_repetition() -> None:
    assert chosen_rules(["grade_zero, date_order", "repeated_row"]) == {
        "grade_zero",
        "date_order",
        "repeated_row",
    }
    assert chosen_rules([]) == frozenset()
    assert chosen_rules([""]) == frozenset()


def test_all_chooses_every_rule() -> None:
    assert chosen_rules(["all"]) == load_mapping("problem_rule", "rule", "message").keys()


def test_unknown_rules_are_refused_together_with_the_most_alike() -> None:
    with pytest.raises(UnknownRules) as refused:
        chosen_rules(["grade_zer,zzzz", "all"])
    assert refused.value.alike["zzzz"] == ()
    assert refused.value.alike["grade_zer"][0] == "grade_zero"


def test_strict_rule_that_is_broken_publishes_nothing(exports: Exports) -> None:
    exports.courses(course(**ZERO), course(科目名稱="物理", **ZERO))
    report = build_snapshot(exports.folder, exports.snapshots, strict=frozenset({"grade_zero"}))
    assert report.snapshot_id is None
    assert current_snapshot_id(exports.snapshots) is None
    assert list(exports.snapshots.glob("evidence-*")) == []
    (failed,) = report.failed_checks
    assert failed.name == "grade_zero"
    places = [dict(zip(failed.columns, row, strict=True)) for row in failed.rows]
    assert [(place["relative_path"], place["row_number"]) for place in places] == [(RECORDS, 1), (RECORDS, 2)]


def test_strict_rule_that_holds_publishes(exports: Exports) -> None:
    exports.courses(course())
    report = build_snapshot(exports.folder, exports.snapshots, strict=frozenset({"grade_zero"}))
    assert report.snapshot_id == current_snapshot_id(exports.snapshots) is not None


def test_strict_rule_is_asked_of_a_snapshot_that_is_published_already(exports: Exports) -> None:
    exports.courses(course(**ZERO))
    first = exports.build().snapshot_id
    exports.courses(course())
    current = exports.build().snapshot_id
    exports.courses(course(**ZERO))
    report = build_snapshot(exports.folder, exports.snapshots, strict=frozenset({"grade_zero"}))
    assert report.snapshot_id is None
    assert [(check.name, len(check.rows)) for check in report.failed_checks] == [("grade_zero", 1)]
    assert current_snapshot_id(exports.snapshots) == current != first


def test_strict_all_fails_with_every_rule_that_found_a_problem(exports: Exports) -> None:
    exports.courses(course(**ZERO))
    report = check_exports(exports.folder, strict=chosen_rules(["all"]))
    found = {check.name: len(check.rows) for check in report.failed_checks}
    assert found == dict(report.problems)
    assert "grade_zero" in found


def test_strict_failure_prints_no_value(exports: Exports) -> None:
    exports.courses(course(**ZERO))
    report = check_exports(exports.folder, strict=chosen_rules(["all"]))
    assert {column for check in report.failed_checks for column in check.columns} == {
        "relative_path",
        "row_number",
        "column_name",
        "programme_code",
        "application_id",
    }
