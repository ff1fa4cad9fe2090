"""python -m app: show a demonstration, serve a round, keep its people, take the ranked list and backups away."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from app.commands import alias_list, people, round_files, serving
from app.errors import WorkbenchError
from app.settings import BadSetting

EXIT_FAILED = 1
Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: failed, with the reason in one line; 2: not understood (argparse)."""
    options = _parser().parse_args(arguments)
    run: Run = options.run
    try:
        return run(options)
    except (WorkbenchError, BadSetting) as error:
        print(f"python -m app {options.command}: {error}", file=sys.stderr)
        return EXIT_FAILED
    except KeyboardInterrupt:
        return EXIT_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serving.add_commands(commands)
    people.add_commands(commands)
    round_files.add_commands(commands)
    alias_list.add_commands(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
