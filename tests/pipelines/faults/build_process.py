"""The build as people start it, in a process of its own, with what it printed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST_SECONDS = 60
OVERRIDING = "-dac_override,-dac_read_search"


@dataclass(frozen=True)
class Ended:
    """Exit status and both outputs."""

    status: int
    output: str
    errors: str


def without_overriding() -> list[str]:
    """Root may read and write everything; a command started so may do what the rights of files say."""
    dropped = [f"--bounding-set={OVERRIDING}", f"--inh-caps={OVERRIDING}"]
    return ["setpriv", *dropped, "--"] if os.geteuid() == 0 else []


def start_build(
    exports: Path,
    snapshots: Path,
    *,
    before: Callable[[], None] | None = None,
    prefix: Sequence[str] = (),
) -> subprocess.Popen[str]:
    """``before`` runs in the new process, for limits; ``prefix`` is a command that starts it, for rights."""
    command = [sys.executable, "-m", "pipelines", "build", "--exports", str(exports)]
    return subprocess.Popen(
        [*prefix, *command, "--snapshots", str(snapshots)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=before,
    )


def run_build(
    exports: Path,
    snapshots: Path,
    *,
    before: Callable[[], None] | None = None,
    prefix: Sequence[str] = (),
) -> Ended:
    """A build that takes longer than a minute hangs, and fails the test."""
    return ended(start_build(exports, snapshots, before=before, prefix=prefix))


def ended(process: subprocess.Popen[str]) -> Ended:
    try:
        output, errors = process.communicate(timeout=LONGEST_SECONDS)
    finally:
        process.kill()
    return Ended(process.returncode, output, errors)


def assert_said(build: Ended, status: int, *facts: str) -> None:
    """One line of error with the facts; no traceback."""
    assert build.status == status, build.errors
    assert "Traceback" not in build.errors, build.errors
    assert [fact for fact in facts if fact not in build.errors] == [], build.errors
