"""A store of each kind, empty, for one test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.reviews.sql_store import SqlReviewStore, open_store


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite store that does not exist yet."""
    return f"sqlite:///{tmp_path / 'review.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty store, on each database in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def store(store_url: str) -> Iterator[SqlReviewStore]:
    """An open store, on each database in turn."""
    opened = open_store(store_url)
    yield opened
    opened.close()
