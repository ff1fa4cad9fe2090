"""aliases: the office's words on courses and syllabi, as the list that the next build reads."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.commands.places import CommandFailed, Commands, add_store, say, settings_of
from app.exchange.alias_file import write_alias_file
from app.reviews.sql_store import open_store


def add_commands(commands: Commands) -> None:
    """Add ``aliases`` to the parser."""
    aliases = commands.add_parser(
        "aliases",
        help="the confirmed syllabus aliases, for the next build",
        description=say("aliases_help"),
    )
    aliases.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="file to write; never overwritten"
    )
    add_store(aliases)
    aliases.set_defaults(run=run_aliases)


def run_aliases(options: argparse.Namespace) -> int:
    """One line a pair that counts."""
    if options.out.exists():
        raise CommandFailed(say("out_exists", path=options.out))
    store = open_store(settings_of(options).store)
    names = {person.person_id: person.sign_in_name for person in store.load_persons()}
    content = write_alias_file(store.load_alias_events(), names)
    options.out.write_bytes(content)
    print(say("aliases_written", path=options.out, lines=content.count(b"\r\n") - 1))
    return 0
