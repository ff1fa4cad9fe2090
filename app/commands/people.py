"""user add, list, disable, password: the people of a round."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from getpass import getpass
from uuid import uuid4

from app.commands.places import CommandFailed, Commands, add_store, say, settings_of
from app.domain.evidence import ProgrammeCode
from app.domain.people import Person, PersonId, Role
from app.reviews.sql_store import SqlReviewStore, open_store
from app.workflows.sign_in import hash_password

SHORTEST_PASSWORD = 12


def add_commands(commands: Commands) -> None:
    """Add ``user`` with its four verbs to the parser."""
    user = commands.add_parser("user", help="people who may sign in")
    verbs = user.add_subparsers(dest="verb", required=True, metavar="VERB")
    add = verbs.add_parser("add", help="a new account")
    add.add_argument("name", help="sign-in name")
    add.add_argument("--role", required=True, choices=[role.value for role in Role])
    add.add_argument("--display-name", required=True)
    add.add_argument("--programme", action="append", default=[], help="programme code; may be repeated")
    for verb, meaning in (
        ("disable", "close an account and sign it out"),
        ("password", "set a new password"),
    ):
        verbs.add_parser(verb, help=meaning).add_argument("name", help="sign-in name")
    verbs.add_parser("list", help="every account")
    runs = {"add": run_add, "disable": run_disable, "password": run_password, "list": run_list}
    for verb, parser in verbs.choices.items():
        add_store(parser)
        parser.set_defaults(run=runs[verb])
        if verb in ("add", "password"):
            parser.add_argument("--password-stdin", action="store_true", help="read the password from stdin")


def run_add(options: argparse.Namespace) -> int:
    """A new account; the password is asked for, never given on the command line."""
    store = _store(options)
    if store.find_credentials(options.name) is not None:
        raise CommandFailed(say("name_taken", name=options.name))
    person = Person(
        person_id=PersonId(uuid4().hex),
        sign_in_name=options.name,
        display_name=options.display_name,
        role=Role(options.role),
        programme_codes=frozenset(ProgrammeCode(code) for code in options.programme),
    )
    store.save_person(person, hash_password(_new_password(options)))
    print(say("saved", name=options.name))
    return 0


def run_list(options: argparse.Namespace) -> int:
    """One line an account, tab-separated."""
    for person in _store(options).load_persons():
        state = "active" if person.is_active else "disabled"
        codes = ",".join(sorted(person.programme_codes))
        print(person.sign_in_name, person.role.value, state, codes, person.display_name, sep="\t")
    return 0


def run_disable(options: argparse.Namespace) -> int:
    """Close an account; every browser it is signed in with is signed out."""
    store = _store(options)
    store.set_active(_person(store, options.name).person_id, is_active=False)
    print(say("disabled", name=options.name))
    return 0


def run_password(options: argparse.Namespace) -> int:
    """A new password opens the account again and ends every session that used the old one."""
    store = _store(options)
    person = _person(store, options.name)
    password_hash = hash_password(_new_password(options))
    store.set_active(person.person_id, is_active=False)
    store.save_person(replace(person, is_active=True), password_hash)
    print(say("saved", name=options.name))
    return 0


def _store(options: argparse.Namespace) -> SqlReviewStore:
    return open_store(settings_of(options).store)


def _person(store: SqlReviewStore, name: str) -> Person:
    credentials = store.find_credentials(name)
    if credentials is None:
        raise CommandFailed(say("unknown_person", name=name))
    return credentials[0]


def _new_password(options: argparse.Namespace) -> str:
    password = sys.stdin.readline().rstrip("\r\n") if options.password_stdin else _asked_password()
    if len(password) < SHORTEST_PASSWORD:
        raise CommandFailed(say("password_short", length=SHORTEST_PASSWORD))
    return password


def _asked_password() -> str:
    password = getpass(say("password"))
    if getpass(say("password_again")) != password:
        raise CommandFailed(say("passwords_differ"))
    return password
