"""Documents that fail: every command of README and docs is one the programs understand, every picture is there."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from pipelines.build import check_exports
from tests.house.sources import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "sample_data/README.md"]
COMMAND = re.compile(r"python[\w.]* -m (pipelines|app)((?: +[^\s`#|…]+)*)")
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!http)([^)#]+)\)")


def _commands() -> list[tuple[str, str, tuple[str, ...]]]:
    found = []
    for document in DOCUMENTS:
        for program, rest in COMMAND.findall(document.read_text(encoding="utf-8")):
            words = rest.split()
            if words and words[0] != "--help":
                found.append((document.name, program, tuple(words)))
    return found


@cache
def _help(program: str, *subcommand: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", program, *subcommand, "--help"], capture_output=True, text=True, cwd=ROOT
    )
    return done.stdout if done.returncode == 0 else ""


def test_documents_show_commands() -> None:
    assert len(_commands()) >= 8


@pytest.mark.parametrize(("document", "program", "words"), _commands())
def test_documented_command_is_understood(document: str, program: str, words: tuple[str, ...]) -> None:
    del document
    subcommand = [word for word in words[:2] if not word.startswith("-")]
    shown = _help(program, *subcommand) or _help(program, *subcommand[:1])
    assert shown != ""
    flags = {word for word in words if word.startswith("--")}
    assert {flag for flag in flags if flag not in shown} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_picture_and_link_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = PICTURE.findall(text) + LINK.findall(text)
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_committed_sample_is_readable_and_says_synthetic() -> None:
    report = check_exports(ROOT / "sample_data")
    assert report.failed_checks == ()
    assert len(list((ROOT / "sample_data").glob("9*/9*/*/*_基本資料.json"))) == 6
    assert "合成" in (ROOT / "sample_data/SYNTHETIC.txt").read_text(encoding="utf-8")
