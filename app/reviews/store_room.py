"""What the rooms of the store share: the database, the clock and the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from app.reviews import log_rows
from app.reviews.connection import Database
from app.reviews.log_rows import LogLine

Clock = Callable[[], datetime]


class StoreRoom:
    """Every method of a room is one transaction: written and logged together, or not at all."""

    def __init__(self, database: Database, *, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def _log(self, connection: sa.Connection, line: LogLine) -> None:
        log_rows.insert_line(connection, line, now=self._clock())
