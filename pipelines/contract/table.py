"""What one table of a snapshot promises: grain, columns in order, types and meanings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: its name, DuckDB type, and meaning as written into the snapshot."""

    name: str
    sql_type: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """One published table: its name, grain and columns in order."""

    name: str
    grain: str
    columns: tuple[Column, ...]


def table(name: str, grain: str, *columns: tuple[str, str, str]) -> Table:
    return Table(name, grain, tuple(Column(*column) for column in columns))
