"""The gate over bytes: what is let through is read alike by the grammar and by the reader behind the gate."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.rosters import csv_gate
from pipelines.rosters.csv_gate import GateRefused, NotUtf8, read_gated

HEADER = b"a,b,c\n"
CELLS = st.text(alphabet='a1,"\n國 ', max_size=5)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8)


def gate(tmp_path: Path, body: bytes) -> csv_gate.GatedFile:
    path = tmp_path / "t.csv"
    path.write_bytes(HEADER + body)
    return read_gated(path, start=len(HEADER), width=3)


def reasons(gated: csv_gate.GatedFile) -> list[tuple[int, str]]:
    return [(bad.row, bad.reason) for bad in gated.bad_rows]


@pytest.mark.parametrize(
    ("body", "rows", "bad"),
    [
        (b"1,2,3\n4,5,6\n", 2, []),
        (b"1,2,3\r\n4,5,6", 2, []),
        (b'1,"2,\n""x""",3\n4,,\n', 2, []),
        (b"1,2\n4,5,6\n7,8,9,0\n", 3, [(0, "too few columns"), (2, "too many columns")]),
        (b"1,2,3\n4,\x00,6\n", 2, [(1, "control character")]),
        (b"1,2,3\n4,5\r,6\n", 2, [(1, "carriage return inside a row")]),
        (b"1,2,3\n\n4,5,6\n", 3, [(1, "too few columns")]),
        (b"1,2\n3,4,5,6\n", 2, [(0, "too few columns"), (1, "too many columns")]),
    ],
)
def test_rows_and_bad_rows(tmp_path: Path, body: bytes, rows: int, bad: list[tuple[int, str]]) -> None:
    gated = gate(tmp_path, body)
    assert (gated.rows, reasons(gated)) == (rows, bad)


@pytest.mark.parametrize(
    ("body", "row", "reason"),
    [
        (b'1,2,3\n4,x"y,6\n', 1, "a quote inside a bare field"),
        (b'1,"2"x,3\n', 0, "a quote inside a bare field"),
        (b'1,2,3\n4,"5,6\n', 1, "a quote that is never closed"),
    ],
)
def test_unclear_borders_refuse_the_file(tmp_path: Path, body: bytes, row: int, reason: str) -> None:
    with pytest.raises(GateRefused) as refused:
        gate(tmp_path, body)
    assert (refused.value.row, refused.value.reason) == (row, reason)


def test_another_encoding_is_no_utf_8(tmp_path: Path) -> None:
    with pytest.raises(NotUtf8):
        gate(tmp_path, "國,2,3\n".encode("cp950"))


def test_bad_row_knows_its_bytes(tmp_path: Path) -> None:
    bad = gate(tmp_path, b"1,2,3\n4,5\n6,7,8\n").bad_rows[0]
    assert (HEADER + b"1,2,3\n4,5\n6,7,8\n")[bad.start : bad.end] == b"4,5\n"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, block=st.integers(3, 40), line_end=st.sampled_from(["\n", "\r\n"]))
def test_written_rows_pass_whatever_the_block(
    tmp_path: Path, rows: list[tuple[str, str, str]], block: int, line_end: str
) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end).writerows(rows)
    header = HEADER.replace(b"\n", line_end.encode())
    path = tmp_path / "t.csv"
    path.write_bytes(header + text.getvalue().encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_gate, "BLOCK", block)
        gated = read_gated(path, start=len(header), width=3)
    assert (gated.rows, gated.bad_rows) == (len(rows), [])
    reader = (
        f"select * from read_csv('{path}', auto_detect = false, header = true, delim = ',',"
        " quote = '\"', escape = '\"', columns = {'a': 'varchar', 'b': 'varchar', 'c': 'varchar'})"
    )
    read = [tuple(cell or "" for cell in row) for row in duckdb.execute(reader).fetchall()]
    assert read == rows


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, place=st.integers(0, 200), byte=st.sampled_from(b',"\n\r\x00x'))
def test_a_damaged_byte_is_refused_or_read_by_the_grammar(
    tmp_path: Path, rows: list[tuple[str, str, str]], place: int, byte: int
) -> None:
    """What the gate lets through has as many rows of three cells as the strict reader of Python sees."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    content = bytearray(text.getvalue().encode())
    content[place % len(content)] = byte
    try:
        gated = gate(tmp_path, bytes(content))
    except (GateRefused, NotUtf8):
        return
    if gated.is_clean:
        read = list(csv.reader(io.StringIO(bytes(content).decode(), newline=""), strict=True))
        assert (len(read), {len(row) for row in read}) == (gated.rows, {3})
