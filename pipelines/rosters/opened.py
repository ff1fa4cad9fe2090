"""One roster file of any form: its line of the ledger, hashed without holding it, and its sheets."""

from __future__ import annotations

from hashlib import file_digest
from pathlib import Path

from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.keys import make_key
from pipelines.exports.media_type import media_type_of
from pipelines.rosters.csv_roster import read_csv_roster
from pipelines.rosters.exchange import read_exchange
from pipelines.rosters.prepared import Refused, RosterFile
from pipelines.rosters.workbook_roster import read_workbook_roster
from pipelines.table_files.workbook import WORKBOOK_EXTENSIONS

ROLE = "roster"
HEAD = 4096


def source_of(listed: ListedFile) -> SourceFile:
    """The ledger line of a file that may be larger than memory."""
    path = Path(listed.path)
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        stream.seek(0)
        digest = file_digest(stream, "sha256").hexdigest()
    return SourceFile(
        file_id=make_key("file", listed.relative_path, digest),
        relative_path=listed.relative_path,
        file_role=ROLE,
        media_type=media_type_of(head, listed.extension),
        byte_size=path.stat().st_size,
        sha256=digest,
        delivery_number=listed.delivery_number,
    )


def open_roster(listed: ListedFile, work: Path) -> RosterFile:
    """The sheets of one file, ready for the reader; what cannot be read comes back as a finding."""
    try:
        if listed.extension == "csv":
            return read_csv_roster(listed, work)
        if listed.extension in WORKBOOK_EXTENSIONS:
            return read_workbook_roster(listed, work)
        if listed.extension == "json":
            return read_exchange(listed, work)
        raise Refused("roster_unrecognised", listed.extension)
    except Refused as refusal:
        return RosterFile((), refusal.findings)
