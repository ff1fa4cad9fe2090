"""Course-code lists: the headerless text of the platform, CSV with a header, spreadsheets and JSON lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipelines.exports.course_code_lists import read_course_code_lists, read_offers
from pipelines.exports.reading import Reading
from tests.pipelines.exports.handmade_lists import counted, list_file, told, workbook_file

CODE = "111041305H11101A1010203"
HEADER = "課程代碼,科目名稱,授課學期學分"


def _offers(reading: Reading) -> list[tuple[object, ...]]:
    return [row[1:] for row in reading.raw.rows["raw_course_offer"]]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"{CODE},數學,444440", "數學"),
        (f"{CODE},數學,實作,444440", "數學,實作"),
        (f'{CODE},"數學,實作",444440', "數學,實作"),
        (f'{CODE},7"平板應用,444440', '7"平板應用'),
        (f'{CODE},"7""平板",444440', '7"平板'),
        (f'"{CODE}","數學","444440"', "數學"),
    ],
)
def test_offer_line_leaves_the_name_as_it_is(line: str, name: str) -> None:
    passed = read_offers(f"{line}\r\n")
    assert (passed.rows, passed.faults) == (((0, (CODE, name, "444440")),), ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp950", "utf-16"])
def test_offers_of_the_platform_in_each_encoding(tmp_path: Path, encoding: str) -> None:
    reading = Reading()
    content = f"{CODE},許功蓋數學,444440\r\n{CODE[:-1]}4,基礎訓練,0000TT\r\n".encode(encoding)
    read_course_code_lists([list_file(tmp_path, "course_codes/111.TXT", content)], reading)
    assert _offers(reading) == [
        (0, CODE, "許功蓋數學", "444440"),
        (1, f"{CODE[:-1]}4", "基礎訓練", "0000TT"),
    ]
    assert (told(reading), reading.ledger[0].text_encoding) == ([], encoding)


def test_doubtful_lines_are_set_aside_and_the_others_read(tmp_path: Path) -> None:
    reading = Reading()
    lines = [f"{CODE},數學", f'{CODE},"數學,444440', f"{CODE},國文,444440", f"{CODE},a\x00b,444440", "x,y,z"]
    read_course_code_lists([list_file(tmp_path, "course_codes/a.txt", "\n".join(lines))], reading)
    assert _offers(reading) == [(2, CODE, "國文", "444440"), (4, "x", "y", "z")]
    assert told(reading) == [
        ("csv_row_width", 0, None, f"L1: {lines[0]}"),
        ("csv_row_width", 1, None, f"L2: {lines[1]}"),
        ("csv_row_width", 3, None, f"L4: {lines[3]}"),
    ]
    assert counted(reading) == (5, 3)


def test_text_with_a_header_is_read_by_its_names(tmp_path: Path) -> None:
    reading = Reading()
    listed = list_file(tmp_path, "course_codes/a.txt", f"{HEADER}\n{CODE},數學,444440\n")
    read_course_code_lists([listed], reading)
    assert (_offers(reading), told(reading)) == ([(0, CODE, "數學", "444440")], [])


def test_offers_of_a_spreadsheet_over_two_sheets(tmp_path: Path) -> None:
    reading = Reading()
    names = HEADER.split(",")
    sheets: dict[str, list[list[Any]]] = {
        "1111": [names, [CODE, "數學", 444440], [], [CODE, "數學(二)", "044440"]],
        ".1112": [[*names, "備註"], [CODE, "數學(三)", "444440", "x"]],
        "說明": [["請參閱課程計畫"]],
    }
    read_course_code_lists([workbook_file(tmp_path, "course_codes/a.xlsx", sheets)], reading)
    assert _offers(reading) == [
        (0, CODE, "數學", "444440"),
        (1, CODE, "數學(二)", "044440"),
        (2, CODE, "數學(三)", "444440"),
    ]
    assert told(reading) == [
        ("hidden_sheet", None, ".1112", None),
        ("sheet_refused", None, "說明", "請參閱課程計畫"),
        ("unknown_key", None, "備註", None),
    ]
    assert counted(reading) == (4, 1)


def test_same_code_and_name_again_is_set_aside(tmp_path: Path) -> None:
    reading = Reading()
    files = [list_file(tmp_path, f"course_codes/{n}.csv", f"{HEADER}\n{CODE},數學,444440\n") for n in "ab"]
    read_course_code_lists(files, reading)
    assert (_offers(reading), told(reading)) == (
        [(0, CODE, "數學", "444440")],
        [("repeated_course_offer", 0, None, CODE)],
    )


def test_damaged_csv_names_every_line_with_a_fault(tmp_path: Path) -> None:
    reading = Reading()
    lines = [HEADER, f'{CODE},數"學,444440', f"{CODE},國文,444440", f'{CODE},英"文,444440']
    read_course_code_lists([list_file(tmp_path, "course_codes/a.csv", "\n".join(lines))], reading)
    assert told(reading) == [
        ("csv_quote", 0, "科目名稱", f"L2: {lines[1]}"),
        ("csv_quote", 2, None, f"L4: {lines[3]}"),
    ]
    assert (_offers(reading), counted(reading)) == ([], (2, 2))


def test_end_of_file_and_private_characters_are_told(tmp_path: Path) -> None:
    reading = Reading()
    content = f"{HEADER}\r\n{CODE},".encode("cp950") + b"\xfa\x40" + b",444440\r\n\r\n\x1a"
    read_course_code_lists([list_file(tmp_path, "course_codes/a.csv", content)], reading)
    assert _offers(reading) == [(0, CODE, "\ue000", "444440")]
    assert told(reading) == [
        ("private_use_characters", None, None, "1"),
        ("csv_tail_ignored", None, None, "+1 Ctrl-Z"),
    ]
