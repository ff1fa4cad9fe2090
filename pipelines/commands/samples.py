"""``sample``: synthetic exports of every form the pipeline reads."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from pipelines.commands.exit_codes import FINE, WRONG_USE
from pipelines.commands.progress import Tell, shown_progress

Write = Callable[[argparse.Namespace, Tell], str]


def run_sample(options: argparse.Namespace) -> int:
    """Fill an empty folder."""
    if not _is_empty(options.out):
        print(f"error: {options.out} is not an empty folder", file=sys.stderr)
        return WRONG_USE
    with shown_progress() as tell:
        written = WRITERS[options.kind](options, tell)
    print(f"wrote {written} to {options.out}")
    return FINE


def _is_empty(folder: Path) -> bool:
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


# The generator is imported where it is used, because a build needs none of it.
def _handover(options: argparse.Namespace, tell: Tell) -> str:
    from pipelines.synthesis import write_sample

    write_sample(options.out, applicants=options.applicants, seed=options.seed, progress=tell)
    return f"{options.applicants} applications"


def _roster(options: argparse.Namespace, tell: Tell) -> str:
    from pipelines.synthesis import write_roster_sample

    write_roster_sample(options.out, students=options.students, seed=options.seed, progress=tell)
    return f"rosters of {options.students} students"


def _workbook(options: argparse.Namespace, tell: Tell) -> str:
    from pipelines.synthesis import write_workbook_sample

    del tell
    write_workbook_sample(options.out, seed=options.seed)
    return "schools' workbooks"


WRITERS: Mapping[str, Write] = {"handover": _handover, "roster": _roster, "workbook": _workbook}
"""By kind, as the command line names them."""
