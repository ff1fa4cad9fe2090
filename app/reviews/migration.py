"""Brings a store to the newest schema: numbered SQL files, applied in order, recorded with their hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from app.errors import StoreUnavailable
from app.reviews.tables import SCHEMA_MIGRATION

MIGRATIONS = Path(__file__).parent / "migrations"
_ADVISORY_KEY = 7_236_481_502
_RECORD = """
create table if not exists schema_migration (
    number integer not null primary key,
    name text not null,
    sha256 text not null,
    applied_at text not null
)
"""


@dataclass(frozen=True)
class Migration:
    """One numbered file; ``name`` is ``0001_first`` whichever database it is for."""

    number: int
    name: str
    text: str

    @property
    def sha256(self) -> str:
        """Hash of the text as applied."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def statements(self) -> list[str]:
        """The statements; each ends with a semicolon before an empty line, so bodies of triggers stay whole."""
        return [part for part in self.text.strip().split(";\n\n") if part.strip()]


def load_migrations(dialect: str, folder: Path = MIGRATIONS) -> tuple[Migration, ...]:
    """The files for one database: those it shares and its own, by number."""
    found = [_read(path) for path in sorted(folder.glob("*.sql")) if _is_for(path, dialect)]
    numbers = [migration.number for migration in found]
    if numbers != list(range(1, len(found) + 1)):
        raise StoreUnavailable(f"the migrations of this program are incomplete: {numbers}")
    return tuple(found)


def migrate(connection: sa.Connection, *, now: datetime, folder: Path = MIGRATIONS) -> None:
    """Apply what is missing, inside the transaction of ``connection``; two processes take turns."""
    dialect = connection.dialect.name
    if dialect == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_ADVISORY_KEY)))
    connection.exec_driver_sql(_RECORD)
    migrations = load_migrations(dialect, folder)
    applied = _load_applied(connection)
    problems = _differences(migrations, applied)
    if problems:
        raise StoreUnavailable("; ".join(problems))
    for migration in migrations:
        if migration.number not in applied:
            _apply(connection, migration, now=now)


def schema_problems(connection: sa.Connection, folder: Path = MIGRATIONS) -> list[str]:
    """What keeps this program from using the store: newer, older or edited migrations."""
    migrations = load_migrations(connection.dialect.name, folder)
    if not sa.inspect(connection).has_table(SCHEMA_MIGRATION.name):
        return ["this is not a review store"]
    applied = _load_applied(connection)
    missing = [f"migration {one.name} is not applied" for one in migrations if one.number not in applied]
    return _differences(migrations, applied) + missing


def applied_at(connection: sa.Connection, number: int) -> datetime:
    """When a migration was applied to this store."""
    query = sa.select(SCHEMA_MIGRATION.c.applied_at).where(SCHEMA_MIGRATION.c.number == number)
    moment: datetime = connection.execute(query).scalar_one()
    return moment


def _differences(migrations: Sequence[Migration], applied: Mapping[int, tuple[str, str]]) -> list[str]:
    known = {migration.number: migration for migration in migrations}
    newer = [name for number, (name, _) in sorted(applied.items()) if number not in known]
    edited = [
        known[number].name
        for number, (_, sha256) in sorted(applied.items())
        if number in known and known[number].sha256 != sha256
    ]
    return [f"the store is newer than this program: {name}" for name in newer] + [
        f"migration {name} was edited after it was applied" for name in edited
    ]


def _load_applied(connection: sa.Connection) -> dict[int, tuple[str, str]]:
    rows = connection.execute(sa.select(SCHEMA_MIGRATION)).all()
    return {row.number: (row.name, row.sha256) for row in rows}


def _apply(connection: sa.Connection, migration: Migration, *, now: datetime) -> None:
    for statement in migration.statements():
        connection.exec_driver_sql(statement)
    connection.execute(
        sa.insert(SCHEMA_MIGRATION).values(
            number=migration.number, name=migration.name, sha256=migration.sha256, applied_at=now
        )
    )


def _read(path: Path) -> Migration:
    name = path.name.split(".")[0]
    # A checkout with other line ends is the same migration.
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    return Migration(number=int(name.split("_")[0]), name=name, text=text)


def _is_for(path: Path, dialect: str) -> bool:
    return path.suffixes in ([".sql"], [f".{dialect}", ".sql"])
