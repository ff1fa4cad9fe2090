"""The CSV gate: what passes, and the rule, place and name it gives when it refuses."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.table_files.strict_csv import (
    Cells,
    CsvRefused,
    CsvRule,
    StrictCsv,
    read_headerless_csv,
    read_strict_csv,
)

HEADER = ("a", "b", "c")
OTHER = ("c", "b", "a")
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
MARKED_CELLS = st.text(st.sampled_from('x,"\n '), max_size=6)
ROWS = st.lists(st.tuples(MARKED_CELLS, MARKED_CELLS, MARKED_CELLS), min_size=1, max_size=6)


def _read(text: str) -> StrictCsv:
    return read_strict_csv(text, lambda cells: cells in (HEADER, OTHER))


def _written(rows: list[Cells]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows([HEADER, *rows])
    return written.getvalue()


@given(st.lists(st.tuples(CELLS, CELLS, CELLS).filter(lambda row: row not in (HEADER, OTHER)), max_size=6))
def test_csv_returns_what_a_correct_writer_wrote(rows: list[Cells]) -> None:
    assert _read(_written(rows)) == StrictCsv(HEADER, tuple(enumerate(rows)))


@given(ROWS, st.data())
def test_one_damaged_sign_is_refused_or_stays_in_its_cell(rows: list[Cells], data: st.DataObject) -> None:
    """No other cell moves or changes, and no row goes without being told."""
    text = _written(rows)
    at = data.draw(st.integers(len("a,b,c\r\n"), len(text) - 1))
    put = data.draw(st.sampled_from(['"', ",", "\n", "\r", "\x00", "x", ""]))
    cut = data.draw(st.integers(0, 1))
    try:
        passed = _read(text[:at] + put + text[at + cut :])
    except CsvRefused:
        return
    if passed.faults:
        kept = {row for _, row in passed.rows}
        assert len(kept - set(rows)) <= 1
    else:
        assert len(passed.rows) == len(rows)
        pairs = [
            (read, wrote)
            for (_, got), row in zip(passed.rows, rows, strict=True)
            for read, wrote in zip(got, row, strict=True)
        ]
        assert sum(read != wrote for read, wrote in pairs) <= 1


def test_csv_keeps_line_breaks_and_quotes_inside_quotes() -> None:
    passed = _read('a,b,c\n"x\ny","say ""hi""",\n')
    assert passed.rows == ((0, ("x\ny", 'say "hi"', "")),)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_csv_without_quotes_is_what_its_quoted_twin_is(line_end: str, last: bool) -> None:
    rows = [("1", "", " x "), ("", "", ""), ("3", "4", "")]
    for quote in ("", '"'):
        lines = [",".join(f"{quote}{cell}{quote}" for cell in row) for row in (HEADER, *rows)]
        passed = _read(line_end.join(lines) + line_end * last)
        assert passed == StrictCsv(HEADER, tuple(enumerate(rows)))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [(CsvRule.HEADER, -1, 1, None)]),
        ("a,b\n", [(CsvRule.HEADER, -1, 1, None)]),
        ("a,b,c\n1,2,3\nc,b,a\n4,5,6\n", [(CsvRule.HEADER, 1, 3, None)]),
        ('a,b,c\n1,x"y,3\n', [(CsvRule.QUOTE, 0, 2, "b")]),
        ('a,b,c\n1,"x"y,3\n', [(CsvRule.QUOTE, 0, 2, "b")]),
        ('a,b,c\n1,2,3\n1,"x,3\n', [(CsvRule.QUOTE, 1, 3, "b")]),
        ('a,b,c\n1,2"\n4,5,6\n7,8",9\n', [(CsvRule.QUOTE, 0, 2, "b"), (CsvRule.QUOTE, 2, 4, None)]),
        (
            "a,b,c\n1,2,3\r\n4,5,6\n7,8,9\r\n",
            [(CsvRule.LINE_END, 0, 2, None), (CsvRule.LINE_END, 2, 4, None)],
        ),
        ('a,b,c\n"1",2,3\r\n', [(CsvRule.LINE_END, 0, 2, None)]),
        ("a,b,c\r1,2,3\r", [(CsvRule.LINE_END, -1, 1, None), (CsvRule.LINE_END, 0, 2, None)]),
        ('a,b,c\n1,x\ry,"3"\n', [(CsvRule.LINE_END, 0, 2, "b")]),
    ],
)
def test_file_is_refused_with_every_fault(
    text: str, faults: list[tuple[CsvRule, int, int, str | None]]
) -> None:
    with pytest.raises(CsvRefused) as refusal:
        _read(text)
    assert [(each.rule, each.row, each.line, each.column) for each in refusal.value.faults] == faults


def test_rows_with_visible_borders_are_refused_alone_and_all_at_once() -> None:
    passed = _read("a,b,c\n1,2\n1,2,3\n1,2,3,\na,b,c\n\n4,\x00,6\n7,8,9\n")
    assert passed.rows == ((1, ("1", "2", "3")), (6, ("7", "8", "9")))
    assert [(fault.rule, fault.row, fault.line, fault.column) for fault in passed.faults] == [
        (CsvRule.ROW_WIDTH, 0, 2, None),
        (CsvRule.ROW_WIDTH, 2, 4, None),
        (CsvRule.ROW_IS_HEADER, 3, 5, None),
        (CsvRule.ROW_WIDTH, 4, 6, None),
        (CsvRule.ROW_CONTROL, 5, 7, "b"),
    ]


def test_line_of_a_fault_counts_the_breaks_inside_cells() -> None:
    passed = _read('a,b,c\n"1\n1","2\n2",3\n4,5\n')
    assert [(fault.row, fault.line, fault.shown) for fault in passed.faults] == [(1, 5, "L5: 2 ≠ 3: 4,5")]


@pytest.mark.parametrize(
    ("tail", "blank_lines", "has_end_mark"),
    [("", 0, False), ("\n\n", 2, False), ("\x1a", 0, True), ("\n\x1a", 1, True)],
)
def test_end_of_a_file_is_counted_and_not_read(tail: str, blank_lines: int, has_end_mark: bool) -> None:
    passed = _read("a,b,c\n1,2,3\n" + tail)
    assert passed == StrictCsv(HEADER, ((0, ("1", "2", "3")),), (), blank_lines, has_end_mark)


def test_headerless_rows_may_have_several_widths() -> None:
    passed = read_headerless_csv("1,2\n1,2,3\n1\n", range(2, 4))
    assert passed.rows == ((0, ("1", "2")), (1, ("1", "2", "3")))
    assert [(fault.row, fault.line) for fault in passed.faults] == [(2, 3)]
