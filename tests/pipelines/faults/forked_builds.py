"""Builds that a test kills or disturbs at one named moment: forked from a process that has loaded the program.

Run as a program it reads one trial a line, builds in a fork of itself, and writes how the fork ended.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from pipelines.__main__ import main

KILLED = -signal.SIGKILL
CHANGES = frozenset({"os.rename", "os.mkdir", "os.link", "os.remove", "os.chmod", "shutil.rmtree"})
Arguments = tuple[Any, ...]
Hook = Callable[[str, Arguments], None]
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Trial:
    """One build, and what befalls it."""

    exports: str
    snapshots: str
    kill_at_change: int = 0
    """Before its n-th change below the snapshot folder."""
    kill_at_access: int = 0
    """Before it opens its n-th file, of whatever kind: exports, queries, lists, results."""
    vanishing: str = ""
    """This file is removed just before it is opened."""


class ForkServer:
    """Starts builds in a third of the time a new interpreter takes."""

    def __enter__(self) -> ForkServer:
        command = [sys.executable, "-m", "tests.pipelines.faults.forked_builds"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.communicate(timeout=30)

    def run(self, trial: Trial) -> int:
        """The exit status; a negative one is a signal."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(trial)) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@contextmanager
def fork_server() -> Iterator[ForkServer]:
    with ForkServer() as server:
        yield server


def _serve() -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _build(Trial(**json.loads(line)))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _build(trial: Trial) -> None:
    """In the child; does not return."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    if trial.kill_at_change:
        sys.addaudithook(_nth(trial.kill_at_change, _is_change_below(trial.snapshots)))
    if trial.kill_at_access:
        sys.addaudithook(_nth(trial.kill_at_access, _is_access))
    if trial.vanishing:
        sys.addaudithook(_vanish(trial.vanishing))
    os._exit(main(["build", "--exports", trial.exports, "--snapshots", trial.snapshots]))


def _nth(left: int, is_counted: Callable[[str, Arguments], bool]) -> Hook:
    def hook(event: str, arguments: Arguments) -> None:
        nonlocal left
        if is_counted(event, arguments):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return hook


def _is_change_below(folder: str) -> Callable[[str, Arguments], bool]:
    def is_change(event: str, arguments: Arguments) -> bool:
        changes = event in CHANGES or (event == "open" and arguments[2] & WRITING)
        return bool(changes) and str(arguments[0]).startswith(folder)

    return is_change


def _is_access(event: str, arguments: Arguments) -> bool:
    del arguments
    return event == "open"


def _vanish(path: str) -> Hook:
    def hook(event: str, arguments: Arguments) -> None:
        if event == "open" and str(arguments[0]) == path:
            Path(path).unlink(missing_ok=True)

    return hook


if __name__ == "__main__":
    _serve()
