"""The CSV gate: what passes, and the place it names when it refuses."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.exports.strict_csv import CsvRefused, read_strict_csv
from pipelines.exports.text_encoding import EncodingRefused, decode_text

HEADER = ("a", "b", "c")
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_csv_returns_what_a_correct_writer_wrote(rows: list[tuple[str, str, str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([HEADER, *rows])
    if HEADER in rows:
        return
    assert read_strict_csv(written.getvalue(), [HEADER]) == rows


def test_csv_keeps_line_breaks_and_quotes_inside_quotes() -> None:
    text = 'a,b,c\n"x\ny","say ""hi""",\n'
    assert read_strict_csv(text, [HEADER]) == [("x\ny", 'say "hi"', "")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_csv_without_quotes_is_what_its_quoted_twin_is(line_end: str, last: bool) -> None:
    rows = [("1", "", " x "), ("", "", ""), ("3", "4", "")]
    for quote in ("", '"'):
        lines = [",".join(f"{quote}{cell}{quote}" for cell in row) for row in (HEADER, *rows)]
        assert read_strict_csv(line_end.join(lines) + line_end * last, [HEADER]) == rows


@pytest.mark.parametrize(
    ("text", "row", "reason"),
    [
        ("", -1, "unknown header"),
        ("a,b\n", -1, "unknown header"),
        ("a,c,b\n1,2,3\n", -1, "unknown header"),
        ("a,b,c\n1,2\n", 0, "wrong number of columns"),
        ("a,b,c\n1,2,3\n1,2,3,\n", 1, "wrong number of columns"),
        ('a,b,c\n1,x"y,3\n', 0, "quote where none may be"),
        ('a,b,c\n1,"x"y,3\n', 0, "quote where none may be"),
        ('a,b,c\n1,"x,3\n', 0, "quote where none may be"),
        ("a,b,c\n1,2,3\r\n", 0, "mixed line ends"),
        ("a,b,c\na,b,c\n", 0, "repeated header"),
        ("a,b,c\n1,\x00,3\n", 0, "control character"),
        ("a,b,c\n\n1,2,3\n", 0, "wrong number of columns"),
    ],
)
def test_csv_refused_with_its_place(text: str, row: int, reason: str) -> None:
    with pytest.raises(CsvRefused) as refusal:
        read_strict_csv(text, [HEADER])
    assert (refusal.value.row, refusal.value.reason) == (row, reason)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp950"])
def test_text_in_each_known_encoding(encoding: str) -> None:
    assert decode_text("課程代碼,許功蓋".encode(encoding)) == "課程代碼,許功蓋"


def test_text_in_no_known_encoding_is_refused() -> None:
    with pytest.raises(EncodingRefused) as refusal:
        decode_text(b"abc\xff\xff")
    assert refusal.value.position == 3
