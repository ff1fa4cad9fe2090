"""Command line of the pipeline: parses, calls, sets the exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipelines.build import BuildReport, build_snapshot, check_exports
from pipelines.describe import describe_report, describe_snapshot
from pipelines.errors import SnapshotNotFound, SnapshotsNotWritable, UnreadableExports

EXIT_FINE, EXIT_PROBLEMS, EXIT_WRONG_USE = 0, 1, 2

Tell = Callable[[str, int, int], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 fine, 1 problems in the data, 2 wrong use."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except UnreadableExports as problem:
        print(f"error: nothing to read: {problem}", file=sys.stderr)
        return EXIT_PROBLEMS
    except SnapshotsNotWritable as problem:
        print(f"error: cannot write snapshots: {problem}", file=sys.stderr)
        return EXIT_WRONG_USE
    except OSError as problem:
        print(f"error: {problem}", file=sys.stderr)
        return EXIT_WRONG_USE
    except SnapshotNotFound as problem:
        print(f"error: {problem}", file=sys.stderr)
        return EXIT_WRONG_USE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m pipelines",
        description="Turn hand-over exports (學習歷程檔案) into an immutable evidence snapshot.",
        epilog="exit codes: 0 fine, 1 problems in the data, 2 wrong use",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_sample(commands.add_parser("sample", help="write a synthetic export folder (合成範例資料)"))
    _add_build(commands.add_parser("build", help="read exports and publish a snapshot (建立快照)"))
    _add_check(commands.add_parser("check", help="read exports and report problems only (檢查資料)"))
    _add_describe(commands.add_parser("describe", help="say what a snapshot holds (說明快照內容)"))
    return parser


def _add_sample(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder to fill; must be empty or new"
    )
    command.add_argument(
        "--applicants", type=_positive, default=120, metavar="N", help="applications (default 120)"
    )
    command.add_argument(
        "--seed", type=int, default=20260301, metavar="S", help="equal seeds write equal bytes"
    )
    command.set_defaults(run=_sample)


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_exports(command)
    _add_snapshots(command)
    command.set_defaults(run=_build)


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_exports(command)
    command.set_defaults(run=_check)


def _add_describe(command: argparse.ArgumentParser) -> None:
    _add_snapshots(command)
    command.add_argument(
        "--snapshot", metavar="ID", help="16 hexadecimal characters (default: the current one)"
    )
    command.set_defaults(run=_describe)


def _add_exports(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--exports", type=Path, required=True, metavar="DIR", help="folder received (匯出資料夾)"
    )


def _add_snapshots(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--snapshots", type=Path, required=True, metavar="DIR", help="folder of snapshots (快照資料夾)"
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _sample(options: argparse.Namespace) -> int:
    # Here, because a build needs none of the generator.
    from pipelines.synthesis import write_sample

    if options.out.exists() and (not options.out.is_dir() or any(options.out.iterdir())):
        print(f"error: {options.out} is not an empty folder", file=sys.stderr)
        return EXIT_WRONG_USE
    with _progress() as tell:
        write_sample(options.out, applicants=options.applicants, seed=options.seed, progress=tell)
    print(f"wrote {options.applicants} applications to {options.out}")
    return EXIT_FINE


def _build(options: argparse.Namespace) -> int:
    with _progress() as tell:
        report = build_snapshot(options.exports, options.snapshots, progress=tell)
    return _print_report(report)


def _check(options: argparse.Namespace) -> int:
    with _progress() as tell:
        report = check_exports(options.exports, progress=tell)
    return _print_report(report)


def _print_report(report: BuildReport) -> int:
    print("\n".join(describe_report(report)))
    return EXIT_PROBLEMS if report.failed_checks else EXIT_FINE


def _describe(options: argparse.Namespace) -> int:
    print("\n".join(describe_snapshot(options.snapshots, options.snapshot)))
    return EXIT_FINE


def _tell_nobody(step: str, done: int, total: int) -> None:  # noqa: ARG001
    pass


@contextmanager
def _progress() -> Iterator[Tell]:
    """Bars on standard error where somebody sees them; one per step."""
    if not sys.stderr.isatty():
        yield _tell_nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield tell


if __name__ == "__main__":
    sys.exit(main())
