"""What the command line refuses before it reads anything, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.__main__ import main
from pipelines.commands import inputs


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    return main(["check", *arguments]), capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("absent", inputs.ABSENT),
        ("empty", inputs.EMPTY),
        ("a.zip", inputs.NOT_A_ZIP),
        ("a.txt", inputs.NOT_A_ZIP),
    ],
)
def test_exports_that_cannot_be_read_are_refused_with_the_reason(
    name: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    for broken in ("a.zip", "a.txt"):
        (tmp_path / broken).write_bytes(b"PK but no archive")
    expected = f"error: 沒有可讀取的資料 (nothing to read): {tmp_path / name}: {reason}\n"
    assert said(capsys, "--exports", str(tmp_path / name)) == (1, expected)


@pytest.mark.parametrize(("name", "reason"), [("absent.csv", inputs.ABSENT), (".", inputs.NOT_A_FILE)])
def test_aliases_that_are_no_file_are_refused_before_reading(
    name: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kept.txt").touch()
    aliases = tmp_path / name
    expected = f"error: 沒有可讀取的資料 (nothing to read): {aliases}: {reason}\n"
    assert said(capsys, "--exports", str(tmp_path), "--aliases", str(aliases)) == (1, expected)
