"""The command line of strictness, comparison and the report: what is printed, and the exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.__main__ import main
from pipelines.quality.report import report_path
from pipelines.snapshot import current_snapshot_id
from tests.pipelines.handmade import Exports, course

ZERO = {"學業成績": {"分數": "0"}}


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_unknown_strict_rule_is_wrong_use_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--exports", tmp_path / "absent", "--strict", "grade_zer") == 2
    assert capsys.readouterr().err.startswith(
        "error: 沒有這個規則 (no such rule): grade_zer (like: grade_zero"
    )


def test_strict_check_prints_the_places_and_is_one(
    exports: Exports, capsys: pytest.CaptureFixture[str]
) -> None:
    exports.courses(course(**ZERO))
    assert run("check", "--exports", exports.folder, "--strict", "grade_zero") == 1
    lines = capsys.readouterr().out.splitlines()
    place = next(index for index, line in enumerate(lines) if line.startswith("FAIL grade_zero: "))
    assert lines[place + 2].startswith(
        "  999/999101/10000001/10000001_修課紀錄.json | 1 | grade_text | 999101 | "
    )
    assert lines[-1] == "nothing was published"


def test_build_says_where_the_report_is_and_compare_what_changed(
    exports: Exports, capsys: pytest.CaptureFixture[str]
) -> None:
    build = ("build", "--exports", exports.folder, "--snapshots", exports.snapshots)
    assert run(*build) == 0
    older = current_snapshot_id(exports.snapshots)
    exports.courses(course(**ZERO))
    assert run(*build) == 0
    newer = current_snapshot_id(exports.snapshots)
    assert older is not None
    assert newer is not None
    assert capsys.readouterr().out.splitlines()[-3:] == [
        f"since {older}: applications 0 appeared, 1 changed, 0 unchanged, 0 vanished",
        f"see report {report_path(exports.snapshots, newer)}",
        f"snapshot {newer}",
    ]
    assert run("compare", "--snapshots", exports.snapshots, "--older", older, "--newer", newer) == 0
    compared = capsys.readouterr().out.splitlines()
    assert compared[2:7] == [
        "applications appeared: 0",
        "applications vanished: 0",
        "applications changed: 1",
        "  999101 10000001: course_record",
        "applications unchanged: 0",
    ]
    assert compared[-2:] == ["  grade_zero: 0 -> 1", "  item_missing: 3 -> 2"]


def test_compare_with_an_unknown_snapshot_is_wrong_use(tmp_path: Path) -> None:
    assert run("compare", "--snapshots", tmp_path, "--older", "0" * 16, "--newer", "1" * 16) == 2
    assert run("compare", "--snapshots", tmp_path, "--older", "0" * 16) == 2


def test_interrupted_command_is_130(exports: Exports) -> None:
    """The interrupt comes with the first step a build tells of."""
    code = (
        "import os, signal, sys\n"
        "from pipelines.__main__ import main\n"
        "from pipelines.commands.progress import PlainLines\n"
        "PlainLines.tell = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "build", "--exports", str(exports.folder)]
    done = subprocess.run(
        [*command, "--snapshots", str(exports.snapshots)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, "interrupted" in done.stderr) == (130, True)
    left = [path.name for path in exports.snapshots.iterdir() if not path.name.startswith(".p")]
    assert left == []
