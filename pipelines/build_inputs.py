"""What a snapshot is made from: its name by content, and the files it must be able to serve."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import duckdb

from pipelines.contract import SCHEMA_VERSION
from pipelines.reference_lists import reference_digests
from pipelines.transform import load_queries

PROGRAM_FOLDER = Path(__file__).parent
PROGRAM_SUFFIXES = frozenset({".py", ".sql", ".csv"})
BLOCK_ROWS = 10_000


def name_of_inputs(connection: duckdb.DuckDBPyConnection) -> str:
    """One digest over every path and content in the ledger, whatever the order of reading."""
    cursor = connection.execute(load_queries(("inputs",))["input_file"])
    digest = sha256()
    while rows := cursor.fetchmany(BLOCK_ROWS):
        for delivery_number, relative_path, content in rows:
            digest.update(f"{delivery_number}\x00{relative_path}\x00{content}\n".encode())
    return digest.hexdigest()


def name_of_snapshot(inputs_digest: str) -> str:
    """The same exports through the same program give the same content, so they name it."""
    digest = sha256(f"{SCHEMA_VERSION}\n{inputs_digest}\n{sorted(reference_digests().items())}\n".encode())
    for path in sorted(PROGRAM_FOLDER.rglob("*")):
        place = path.relative_to(PROGRAM_FOLDER)
        if path.suffix in PROGRAM_SUFFIXES and place.parts[0] != "synthesis":
            digest.update(f"{place.as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def kept_files(connection: duckdb.DuckDBPyConnection) -> dict[str, Path]:
    """Where the content of every document and attachment that counts lies, by SHA-256."""
    rows = connection.execute(load_queries(("inputs",))["kept_file"]).fetchall()
    return {content: Path(path) for content, path in rows}
