"""The list of what is wrong with a file."""

from __future__ import annotations

import csv
import io

from app.exchange.fault_file import fault_csv


def test_list_reads_back_and_calculates_nothing() -> None:
    text = fault_csv(("位置", "問題", "內容"), [("第 2 列", "不是數字", "=1+1"), ("", "太大,了", "a\nb")])
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))) == [
        ["位置", "問題", "內容"],
        ["第 2 列", "不是數字", "'=1+1"],
        ["", "太大,了", "a\nb"],
    ]
