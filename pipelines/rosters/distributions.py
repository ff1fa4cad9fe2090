"""Grades counted into one-point bins for all courses at once: an addition per grade in one array."""

from __future__ import annotations

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipelines.transform import load_queries

BINS = 100
BATCH = 1 << 20

Counts = npt.NDArray[np.uint32]


def count_bins(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``raw_roster_distribution`` from the graded first attempts of every course and term."""
    terms = int(connection.execute("select count(*) from term_course").fetchall()[0][0])
    counts: Counts = np.zeros(terms * BINS, dtype=np.uint32)
    grades = connection.sql(load_queries(("rosters",))["placed_grade"]).to_arrow_table()
    for batch in grades.to_batches(max_chunksize=BATCH):
        slots, bins = (_numbers(batch.column(number)) for number in range(2))
        np.add.at(counts, slots.astype(np.int64) * BINS + bins, 1)
    connection.register("counted_bin", _binned(counts, terms))
    connection.execute(
        "create table raw_roster_distribution as select course_no, academic_year, semester, population,"
        " graded, grade_bins from term_course join counted_bin using (slot) order by slot"
    )
    connection.unregister("counted_bin")


def _binned(counts: Counts, terms: int) -> pa.Table:
    """Arrays over the buffers as they are: ``pyarrow.array`` would import pandas."""
    bins = pa.Array.from_buffers(pa.uint32(), len(counts), [None, pa.py_buffer(counts)])
    slots, offsets = np.arange(terms, dtype=np.int32), np.arange(0, terms * BINS + 1, BINS, dtype=np.int32)
    lists = pa.ListArray.from_arrays(_plain(offsets), bins)
    return pa.Table.from_arrays([_plain(slots), lists], names=["slot", "grade_bins"])


def _numbers(column: pa.Array) -> npt.NDArray[np.int32]:
    """The numbers of a column without nulls, where they lie."""
    return np.frombuffer(column.buffers()[1], np.int32)[column.offset : column.offset + len(column)]


def _plain(numbers: npt.NDArray[np.int32]) -> pa.Array:
    return pa.Array.from_buffers(pa.int32(), len(numbers), [None, pa.py_buffer(numbers)])
