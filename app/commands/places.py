"""What every command shares: where the round lies, and words. A flag wins over its environment variable."""

from __future__ import annotations

import argparse
import os
import tomllib
from functools import cache
from pathlib import Path
from typing import TypeAlias

from app.errors import WorkbenchError
from app.settings import SNAPSHOTS, STORE, Settings

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

WORDS_FILE = Path(__file__).with_name("words.toml")


class CommandFailed(WorkbenchError):
    """A command cannot do what was asked; the message is for the person at the terminal."""


def say(word: str, **values: object) -> str:
    """One message of the commands, filled in."""
    return _words()[word].format(**values)


def add_store(parser: argparse.ArgumentParser) -> None:
    """``--store URL``."""
    parser.add_argument("--store", metavar="URL", help=f"store of judgements ({STORE})")


def add_snapshots(parser: argparse.ArgumentParser) -> None:
    """``--snapshots DIR``."""
    parser.add_argument("--snapshots", metavar="DIR", type=Path, help=f"published snapshots ({SNAPSHOTS})")


def settings_of(options: argparse.Namespace, more: dict[str, str | None] | None = None) -> Settings:
    """The settings of this command, also left in the environment: the screens read them there."""
    given = {STORE: getattr(options, "store", None), SNAPSHOTS: getattr(options, "snapshots", None)}
    given |= more or {}
    os.environ.update({name: str(value) for name, value in given.items() if value is not None})
    return Settings.from_environment()


@cache
def _words() -> dict[str, str]:
    words: dict[str, str] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return words
