"""Files of other results: two columns, strictly, and everything wrong said at once."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl  # type: ignore[import-untyped]
import pytest

from app.errors import BadFile
from app.exchange.component_file import ReadValue, read_component_file

TEXT = "准考證號碼,成績\r\n0010001,85.5\r\n0010002,缺考\r\n0010003,0\r\n"
KNOWN = {"0010001", "0010002", "0010003", *map(str, range(1, 8))}
ROWS = (
    ReadValue(2, "0010001", Decimal("85.5")),
    ReadValue(3, "0010002", None),
    ReadValue(4, "0010003", Decimal(0)),
)


def read(content: bytes) -> tuple[ReadValue, ...]:
    """The rows of a component of 100."""
    return read_component_file(content, file="talk.csv", maximum=Decimal(100), known=KNOWN)


def problems_of(content: bytes) -> list[tuple[str, str, str]]:
    """Place, rule and value of every problem."""
    with pytest.raises(BadFile) as refused:
        read(content)
    return [(each.place, each.rule, each.value) for each in refused.value.problems]


def workbook(*rows: tuple[object, ...], other: bool = False) -> bytes:
    """A workbook with these rows on its first sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if other:
        book.create_sheet("other").append(("x",))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950", "utf-16"])
def test_csv_in_every_encoding_of_the_field(encoding: str) -> None:
    assert read(TEXT.encode(encoding)) == ROWS


def test_workbook_with_numbers_as_text_and_scores_as_numbers() -> None:
    content = workbook(("編號", "成績"), ("0010001", 85.5), ("0010002", "缺考"), ("0010003", 0))
    assert read(content) == ROWS


def test_everything_wrong_is_said_at_once_with_row_and_column() -> None:
    text = "編號,成績\n1,abc\n2,100.01\n,50\n4,\n1,60\n5,-1\n6,1e2\n7,８０\n"
    assert problems_of(text.encode()) == [
        ("2/value", "not_a_number", "abc"),
        ("3/value", "above_maximum", "100.01"),
        ("4/number", "no_number", "50"),
        ("5/value", "no_value", ""),
        ("7/value", "not_a_number", "-1"),
        ("8/value", "not_a_number", "1e2"),
        ("9/value", "not_a_number", "８０"),
    ]


def test_numbers_of_nobody_are_said_with_the_other_problems() -> None:
    assert problems_of("編號,成績\n10001,50\nnobody,abc\n".encode()) == [
        ("2/number", "zeros_lost", "10001"),
        ("3/number", "unknown_number", "nobody"),
        ("3/value", "not_a_number", "abc"),
    ]


def test_a_number_met_twice_is_named_at_the_second_row() -> None:
    assert problems_of("編號,成績\n1,50\n2,60\n1,50\n".encode()) == [("4/number", "number_twice", "1")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("編號,成績,姓名\n1,50,x\n".encode(), ("1", "csv_refused", "編號,成績,姓名")),
        ("成績,編號\n50,1\n".encode(), ("1", "csv_refused", "成績,編號")),
        ("編號,成績\n1,50,x\n".encode(), ("2", "csv_row_width", "3 ≠ 2: 1,50,x")),
        ("編號,成績\n".encode(), ("", "no_rows", "")),
        (b"", ("1", "csv_refused", "")),
        (b"PK\x03\x04 no archive", ("", "not_a_workbook", "broken")),
        (workbook(("編號", "成績"), ("1", 50), other=True), ("", "one_sheet", "2")),
        (workbook(("編號", "分數", "備註"), ("1", 50, "x")), ("1", "csv_refused", "編號,分數,備註")),
        (workbook(("編號", "分數"), ("1", 50, "x")), ("2", "csv_row_width", "1,50,x")),
        (b"\xff" * 20, ("", "encoding", "0")),
        (b"x" * (8 * 1024 * 1024 + 1), ("", "too_large", "8388609")),
    ],
)
def test_a_file_of_another_form_is_refused(content: bytes, problem: tuple[str, str, str]) -> None:
    assert problems_of(content) == [problem]
