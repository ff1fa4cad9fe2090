"""The options of every command."""

from __future__ import annotations

import argparse
from pathlib import Path

from pipelines.commands import evidence, samples
from pipelines.commands.exit_codes import EXIT_CODES

DEFAULT_SEED = 20260301


def parser() -> argparse.ArgumentParser:
    """Of the whole command line; every command sets ``run``."""
    made = argparse.ArgumentParser(
        prog="python -m pipelines",
        description="Turn hand-over exports (學習歷程檔案) into an immutable evidence snapshot.",
        epilog=EXIT_CODES,
    )
    commands = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_sample(commands.add_parser("sample", help="write synthetic exports (合成範例資料)"))
    _add_build(commands.add_parser("build", help="read exports and publish a snapshot (建立快照)"))
    _add_check(commands.add_parser("check", help="read exports and report problems only (檢查資料)"))
    _add_describe(commands.add_parser("describe", help="say what a snapshot holds (說明快照內容)"))
    _add_compare(commands.add_parser("compare", help="say what differs between two snapshots (比較快照)"))
    return made


def _add_sample(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder to fill; must be empty or new"
    )
    command.add_argument(
        "--kind",
        choices=tuple(samples.WRITERS),
        default="handover",
        help="handover: applicant folders and lists (default); roster: central-database CSV files;"
        " workbook: schools' upload workbooks",
    )
    command.add_argument(
        "--applicants", type=_positive, default=120, metavar="N", help="applications (default 120)"
    )
    command.add_argument(
        "--students", type=_cohort_size, default=1000, metavar="N", help="students of rosters (default 1000)"
    )
    command.add_argument(
        "--seed", type=int, default=DEFAULT_SEED, metavar="S", help="equal seeds write equal bytes"
    )
    command.set_defaults(run=samples.run_sample)


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_exports(command)
    _add_snapshots(command)
    command.set_defaults(run=evidence.run_build)


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_exports(command)
    command.set_defaults(run=evidence.run_check)


def _add_describe(command: argparse.ArgumentParser) -> None:
    _add_snapshots(command)
    command.add_argument(
        "--snapshot", metavar="ID", help="16 hexadecimal characters (default: the current one)"
    )
    command.set_defaults(run=evidence.run_describe)


def _add_compare(command: argparse.ArgumentParser) -> None:
    _add_snapshots(command)
    command.add_argument("--older", required=True, metavar="ID", help="the snapshot to compare with")
    command.add_argument("--newer", metavar="ID", help="the snapshot to look at (default: the current one)")
    command.set_defaults(run=evidence.run_compare)


def _add_exports(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--exports",
        type=Path,
        action="append",
        required=True,
        metavar="DIR_OR_ZIP",
        help="folder or zip file received (匯出資料夾); repeat it for later deliveries, in the order of arrival",
    )
    command.add_argument(
        "--strict",
        action="append",
        default=[],
        metavar="RULE[,RULE…]",
        help="problems of these rules, or of all, are failures: nothing is published (嚴格規則)",
    )
    command.add_argument(
        "--reference", type=Path, metavar="DIR", help="code lists that replace the built-in ones (代碼表)"
    )
    command.add_argument(
        "--aliases", type=Path, metavar="FILE", help="confirmed and rejected syllabus matches (教學大綱對應)"
    )
    command.add_argument(
        "--workers", type=_positive, metavar="N", help="processes that read (default: one per core)"
    )


def _add_snapshots(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--snapshots", type=Path, required=True, metavar="DIR", help="folder of snapshots (快照資料夾)"
    )


def _cohort_size(text: str) -> int:
    # Fewer students fill no school, and some defects would have no place.
    number = int(text)
    if number < 200:
        raise argparse.ArgumentTypeError("must be at least 200")
    return number


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
