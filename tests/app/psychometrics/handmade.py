"""Ratings written by hand, tables from the literature, and rounds drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.rating_table import RatingTable
from app.psychometrics.ratings import Rating

# Shrout & Fleiss (1979), table 2: six targets, four judges.
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def rating(application: str, reviewer: str, value: str) -> Rating:
    """One rating."""
    return Rating(ApplicationId(application), PersonId(reviewer), Decimal(value))


def ratings_of(matrix: Sequence[Sequence[object]]) -> list[Rating]:
    """Applications down, reviewers across; None and "." where nothing was rated."""
    return [
        rating(f"p{row:03}", f"x{column:02}", str(value))
        for row, values in enumerate(matrix)
        for column, value in enumerate(values)
        if value not in (None, ".")
    ]


def table_from(rows: NDArray[np.intp], values: NDArray[np.float64]) -> RatingTable:
    """Ratings by application, every one by a reviewer of its own."""
    applications = tuple(ApplicationId(f"p{at:04}") for at in range(int(rows.max()) + 1))
    reviewers = tuple(PersonId(f"x{at:05}") for at in range(len(rows)))
    return RatingTable(applications, reviewers, rows, np.arange(len(rows), dtype=np.intp), values)


@st.composite
def rounds(draw: st.DrawFn, *, complete: bool = False) -> list[Rating]:
    """Up to seven applications by up to four reviewers, whole scores, gaps unless ``complete``."""
    n, k = draw(st.integers(2, 7)), draw(st.integers(2, 4))
    score = st.integers(0, 100)
    cell = score if complete else st.one_of(st.none(), score, score)
    return ratings_of([[draw(cell) for _ in range(k)] for _ in range(n)])
