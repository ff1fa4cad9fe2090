"""A signed list in its four forms: each says the same, can be read back, and shows a single changed byte."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import cache

import openpyxl  # type: ignore[import-untyped]
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import BadFile
from app.exchange import typeset
from app.exchange.signed_list import (
    FORM_NAME,
    FORMS,
    ORIGIN_KEYS,
    ListColumn,
    ListForm,
    ListSheetWords,
    SignedList,
)
from app.exchange.signed_list_comparison import (
    Comparison,
    Finding,
    FindingKind,
    MadeAgain,
    compare_signed_list,
    file_digest,
)
from app.exchange.signed_list_forms import write_signed_list
from app.exchange.signed_list_reading import MOST_BYTES, read_signed_list
from app.exchange.typeset import printing_font

COLUMNS = (
    ListColumn("rank", "名次", is_number=True),
    ListColumn("application_number", "編號"),
    ListColumn("name", "姓名"),
    ListColumn("total", "總分", is_number=True, decimals=2),
    ListColumn("remarks", "備註"),
)
WORDS = ListSheetWords(
    title="總分排序",
    subtitle="資訊工程學系",
    list_sheet="總分排序",
    origin_sheet="排序依據",
    rules="規則",
    origin={key: f"標示 {key}" for key in (*ORIGIN_KEYS, "list_digest")},
    signatures=("主任委員", "委員"),
    signed_on="日期",
    page="{page}／{pages}",
    everyone="全部",
)
ORIGIN = dict.fromkeys(ORIGIN_KEYS, "x") | {
    "form": FORM_NAME,
    "language": "zh",
    "as_of": "2026-05-20T09:00:00.000001+00:00",
    "selection": "",
}
SIGNED = SignedList(
    origin=ORIGIN,
    columns=COLUMNS,
    rows=(
        ("1", "0007", "王小明", "83.50", "同分同名次"),
        ("1", "0003", "=cmd()", "83.50", "*不是* #標記"),
        ("", "0011", "陳大文", "", "尚無評分"),
    ),
    rules=("總分為平均。", "同分者同名次。"),
    words=WORDS,
)
EMPTY = replace(SIGNED, rows=())


@cache
def _file(form: ListForm) -> bytes:
    return write_signed_list(SIGNED, form)


def _compared(content: bytes, derived: SignedList = SIGNED, recorded: tuple[str, ...] = ()) -> Comparison:
    return compare_signed_list(content, read_signed_list(content), derived, recorded=recorded)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("signed", [SIGNED, EMPTY], ids=["lines", "empty"])
def test_written_list_agrees_with_itself(form: ListForm, signed: SignedList) -> None:
    content = write_signed_list(signed, form)
    assert write_signed_list(signed, form) == content
    read = read_signed_list(content)
    assert (read.form, read.stated, len(read.lines)) == (form, signed.stated, len(signed.rows))
    found = _compared(content, signed)
    assert (found.findings, found.lines, found.equal_lines) == ((), len(signed.rows), len(signed.rows))


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_one_changed_byte_never_agrees(form: ListForm, data: st.DataObject) -> None:
    content = bytearray(_file(form))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    try:
        found = _compared(bytes(content), recorded=(file_digest(_file(form)),))
    except BadFile:
        return
    assert Finding(FindingKind.BYTES) in found.findings


@pytest.mark.parametrize("form", FORMS)
def test_other_scores_are_told_line_by_line(form: ListForm) -> None:
    first, second, third = SIGNED.rows
    moved = replace(SIGNED, rows=(("1", "0003", "=cmd()", "84.00", ""), ("2", *first[1:]), third))
    found = _compared(_file(form), moved)
    told = {(each.kind, each.place, each.column) for each in found.findings}
    assert {
        (FindingKind.VALUE, "0003", "total"),
        (FindingKind.VALUE, "0003", "remarks"),
        (FindingKind.VALUE, "0007", "rank"),
        (FindingKind.STATED, "", "list_digest"),
        (FindingKind.BYTES, "", ""),
    } <= told
    assert (FindingKind.VALUE, "0011", "total") not in told
    assert found.equal_lines == 1
    assert second[1] == "0003"


def test_names_are_told_to_differ_and_never_quoted() -> None:
    other = replace(SIGNED, rows=(("1", "0007", "王大明", "83.50", "同分同名次"), *SIGNED.rows[1:]))
    finding = next(each for each in _compared(_file("json"), other).findings if each.column == "name")
    assert finding == Finding(FindingKind.VALUE, "0007", "name")


def test_lines_that_came_and_went_are_told() -> None:
    other = replace(SIGNED, rows=(*SIGNED.rows[:2], ("", "0012", "林", "", "")))
    kinds = {(each.kind, each.place) for each in _compared(_file("csv"), other).findings}
    assert {(FindingKind.MISSING, "0012"), (FindingKind.ADDED, "0011")} <= kinds


def test_text_that_a_program_could_take_for_a_formula_is_kept_a_text() -> None:
    rows = list(csv.reader(io.StringIO(_file("csv").decode("utf-8-sig"))))
    assert (rows[2][1], rows[2][2]) == ("0003", "'=cmd()")
    sheet = openpyxl.load_workbook(io.BytesIO(_file("xlsx")), read_only=True)["總分排序"]
    cells = list(sheet.iter_rows(values_only=True))[2]
    assert cells[:4] == (1, "0003", "=cmd()", 83.5)


def test_workbook_and_pages_say_what_the_list_was_made_of() -> None:
    book = openpyxl.load_workbook(io.BytesIO(_file("xlsx")), read_only=True)
    told = {line[2]: line[1] for line in book["排序依據"].iter_rows(values_only=True)}
    assert told["list_digest"] == SIGNED.digest
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(_file("pdf"))]
    assert all(SIGNED.digest in page for page in pages)
    assert "主任委員" in pages[-1]


def test_lines_in_another_order_and_lines_twice_are_told() -> None:
    first, second, third = SIGNED.rows
    turned = _compared(write_signed_list(replace(SIGNED, rows=(second, first, third)), "csv"))
    assert FindingKind.ORDER in {each.kind for each in turned.findings}
    twice = _compared(write_signed_list(replace(SIGNED, rows=(*SIGNED.rows, third)), "csv"))
    assert Finding(FindingKind.ADDED, "0011") in twice.findings


@pytest.mark.parametrize("form", FORMS)
def test_file_on_record_is_intact_whatever_a_library_would_write_today(form: ListForm) -> None:
    # As if another version had written it: the same values in other bytes. Of a workbook only the same bytes will do.
    written = _file(form)
    content = {"xlsx": written, "csv": written.replace(b"\r\n", b"\n")}.get(form, written + b"\n")
    assert _compared(content, recorded=(file_digest(content),)).agrees
    assert _compared(content, recorded=(file_digest(content),)).was_recorded
    assert _compared(content).agrees == (form == "xlsx")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "unreadable"),
        (b"{}", "unreadable"),
        (b"PK\x03\x04", "unreadable"),
        (b"%PDF-1.7 nothing", "unreadable"),
        ("編號,姓名\r\n1,王\r\n".encode(), "unreadable"),
        (b"x" * (MOST_BYTES + 1), "too_large"),
        (_file("json").replace(b"signed-list/2", b"signed-list/9"), "not_a_signed_list"),
    ],
)
def test_what_is_no_signed_list_is_said_to_be_none(content: bytes, rule: str) -> None:
    with pytest.raises(BadFile) as caught:
        read_signed_list(content, name="list")
    assert [problem.rule for problem in caught.value.problems] == [rule]


def test_digest_depends_on_every_line_and_on_the_origin() -> None:
    others = [
        replace(SIGNED, rows=SIGNED.rows[:2]),
        replace(SIGNED, origin=ORIGIN | {"plan_digest": "y"}),
        replace(SIGNED, rules=("另一條。",)),
    ]
    assert len({SIGNED.digest, *(each.digest for each in others)}) == 4
    assert replace(SIGNED, words=replace(WORDS, title="排名")).digest == SIGNED.digest


@pytest.mark.parametrize("form", FORMS)
def test_words_of_another_program_are_notes_in_a_file_on_record(form: ListForm) -> None:
    content = _file(form)
    heads = (*COLUMNS[:4], replace(COLUMNS[4], word="說明"))
    first, *rest = SIGNED.rows
    today = replace(SIGNED, columns=heads, rules=("總分是平均。",), rows=((*first[:4], "同分"), *rest))
    read = read_signed_list(content)
    found = compare_signed_list(content, read, today, recorded=(file_digest(content),), same_program=False)
    assert (found.agrees, found.was_recorded) == (True, True)
    kinds = {FindingKind.HEADS, FindingKind.RULES, FindingKind.VALUE, FindingKind.STATED}
    assert {each.kind for each in found.notes} == kinds | ({FindingKind.PAGE} if form == "pdf" else set())
    assert not compare_signed_list(content, read, today, recorded=(), same_program=False).agrees
    assert not _compared(content, today, recorded=(file_digest(content),)).agrees
    moved = replace(today, rows=((*first[:3], "83.60", "同分"), *rest))
    other = compare_signed_list(content, read, moved, recorded=(file_digest(content),), same_program=False)
    assert [(each.kind, each.place, each.column) for each in other.findings] == [
        (FindingKind.VALUE, "0007", "total")
    ]


def test_csv_says_its_rules_once_and_is_read_in_whatever_order_it_was_sorted() -> None:
    text = _file("csv").decode("utf-8-sig")
    assert [text.count(rule) for rule in SIGNED.rules] == [1, 1]
    head, *lines = csv.reader(io.StringIO(text, newline=""))
    assert [line[-1] for line in lines] == [" ".join(SIGNED.rules), "", ""]
    turned = io.StringIO(newline="")
    csv.writer(turned, lineterminator="\r\n").writerows([head, *reversed(lines)])
    read = read_signed_list(turned.getvalue().encode("utf-8-sig"))
    assert (read.rules, read.lines) == ((" ".join(SIGNED.rules),), tuple(map(tuple, _cells(lines)))[::-1])


def _cells(lines: list[list[str]]) -> list[list[str]]:
    return [line[: len(COLUMNS)] for line in lines]


def test_csv_whose_lines_name_different_rules_is_no_list() -> None:
    head, *lines = csv.reader(io.StringIO(_file("csv").decode("utf-8-sig"), newline=""))
    lines[1][-1] = "另一條。"
    text = io.StringIO(newline="")
    csv.writer(text).writerows([head, *lines])
    with pytest.raises(BadFile):
        read_signed_list(text.getvalue().encode("utf-8-sig"))


def test_list_of_the_first_form_on_record_agrees_and_says_what_it_worded_otherwise() -> None:
    earlier = replace(SIGNED, origin=ORIGIN | {"form": "signed-list/1"})
    head, *lines = csv.reader(io.StringIO(write_signed_list(earlier, "csv").decode("utf-8-sig"), newline=""))
    text = io.StringIO(newline="")
    rules = lines[0][-1]
    csv.writer(text, lineterminator="\r\n").writerows([head, *([*line[:-1], rules] for line in lines)])
    content = text.getvalue().encode("utf-8-sig")
    today = replace(SIGNED, origin=ORIGIN | {"as_of": "2026-05-20T17:00:00.000001+08:00"})
    found = _compared(content, today, recorded=(file_digest(content),))
    assert (found.agrees, found.made_again) == (True, MadeAgain.OTHER)
    assert {each.column for each in found.notes} == {"form", "list_digest"}
    assert not _compared(content, today).agrees
    moved = replace(today, origin=ORIGIN | {"as_of": "2026-05-20T17:00:00.000002+08:00"})
    assert "as_of" in {each.column for each in _compared(content, moved, (file_digest(content),)).findings}


def test_pages_set_elsewhere_are_vouched_for_by_the_record_alone() -> None:
    # As another typesetter would write it: the same list inside, other bytes.
    content = _file("pdf") + b"\n"
    found = _compared(content, recorded=(file_digest(content),))
    assert (found.agrees, found.made_again, found.is_doubtful) == (True, MadeAgain.OTHER, False)
    unknown = _compared(content)
    assert (unknown.agrees, unknown.is_doubtful) == (False, True)
    assert _compared(_file("pdf")).made_again is MadeAgain.SAME
    forged = replace(SIGNED, rows=(("1", "0007", "王小明", "83.51", "同分同名次"), *SIGNED.rows[1:]))
    assert not _compared(content, forged).is_doubtful


def test_machine_without_the_fonts_leaves_pages_to_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    content = _file("pdf")
    printing_font.cache_clear()
    monkeypatch.setattr(typeset, "FONT_FAMILIES", ("No such face",))
    found = _compared(content, recorded=(file_digest(content),))
    unknown = _compared(content)
    monkeypatch.undo()
    printing_font.cache_clear()
    assert (found.agrees, found.made_again) == (True, MadeAgain.NOT_HERE)
    assert (unknown.agrees, unknown.is_doubtful) == (False, True)
