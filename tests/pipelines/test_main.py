"""The command line: exit codes, and what is printed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.__main__ import main
from pipelines.contract import TABLES
from tests.pipelines.handmade import Exports, course


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_main_builds_and_describes(exports: Exports, capsys: pytest.CaptureFixture[str]) -> None:
    exports.courses(course())
    assert run("build", "--exports", exports.folder, "--snapshots", exports.snapshots) == 0
    built = capsys.readouterr().out
    assert run("describe", "--snapshots", exports.snapshots) == 0
    described = capsys.readouterr().out.splitlines()
    assert built.splitlines()[-1] == described[0].rpartition(" (schema")[0]
    assert described[1].endswith(": matches its manifest")
    assert [line.split()[1] for line in described[3 : 3 + len(TABLES)]] == [table.name for table in TABLES]


def test_main_prints_no_name(exports: Exports, capsys: pytest.CaptureFixture[str]) -> None:
    run("build", "--exports", exports.folder, "--snapshots", exports.snapshots)
    run("check", "--exports", exports.folder)
    run("describe", "--snapshots", exports.snapshots)
    printed = capsys.readouterr()
    assert "林" not in printed.out + printed.err


def test_main_check_publishes_nothing(exports: Exports) -> None:
    assert run("check", "--exports", exports.folder) == 0
    assert not exports.snapshots.exists()


def test_main_with_nothing_readable_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--exports", tmp_path, "--snapshots", tmp_path / "s") == 1
    assert run("check", "--exports", tmp_path / "absent") == 1
    assert capsys.readouterr().err.count("nothing to read") == 2


def test_main_with_broken_files_only_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exports = Exports(tmp_path / "exports")
    exports.item("基本資料", b'{"a": ')
    exports.item("修課紀錄", b"[1,")
    assert run("build", "--exports", exports.folder, "--snapshots", exports.snapshots) == 1
    assert capsys.readouterr().err.endswith(": every file of the applicants is broken\n")
    assert [path for path in exports.snapshots.iterdir() if not path.name.startswith(".")] == []


@pytest.mark.parametrize("place", ["a_file", "a_file/below"])
def test_main_with_snapshots_that_cannot_be_written_is_two(
    exports: Exports, tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a_file").write_bytes(b"")
    assert run("build", "--exports", exports.folder, "--snapshots", tmp_path / place) == 2
    assert capsys.readouterr().err.startswith("error: 無法寫入快照資料夾 (cannot write snapshots): ")


def test_main_describe_without_a_snapshot_is_two(tmp_path: Path) -> None:
    assert run("describe", "--snapshots", tmp_path) == 2


@pytest.mark.parametrize(
    "arguments", [[], ["build"], ["nonsense"], ["sample", "--out", "x", "--applicants", "0"]]
)
def test_main_used_wrongly_is_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    assert leaving.value.code == 2


def test_main_sample_refuses_a_full_folder(exports: Exports) -> None:
    assert run("sample", "--out", exports.folder, "--applicants", 1) == 2


def test_main_help_as_a_program() -> None:
    command = [sys.executable, "-m", "pipelines", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "exit codes: 0 fine, 1 problems in the data, 2 wrong use" in done.stdout
