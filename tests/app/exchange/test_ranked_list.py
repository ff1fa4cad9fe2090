"""Files people take away, read back with other programs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import openpyxl  # type: ignore[import-untyped]
import pytest

from app.exchange.ranked_list import (
    ListedRow,
    ListHeading,
    ListOrigin,
    ranked_list_csv,
    ranked_list_json,
    ranked_list_xlsx,
)

HEADING = ListHeading(
    list_sheet="總分排序",
    origin_sheet="產生依據",
    rank="名次",
    application_number="應試號碼",
    name="姓名",
    school="畢業學校",
    status="考生身份",
    mode="繳交方式",
    total="總分",
    dimensions=("學業準備", "多元表現"),
    remarks="備註",
    snapshot_id="資料版本",
    plan_id="計畫",
    plan_revision="計畫版次",
    scores_digest="評分摘要",
    made_at="產生時間",
    identity="身份別名單",
    every_identity="全部",
    rules="規則",
)
ORIGIN = ListOrigin(
    snapshot_id="evidence-1",
    plan_id="plan-1",
    plan_revision=3,
    scores_digest="abc",
    made_at=datetime(2026, 5, 20, 8, 30, tzinfo=UTC),
    rules=("總分先四捨五入至小數第二位再比較。", "=同分同名次"),
)
FIRST = ListedRow(
    rank=1,
    application_number="00123",
    name="=HYPERLINK(1)",
    school="測試高中",
    status="一般生",
    mode="PDF 上傳",
    total=Decimal("90.50"),
    dimension_scores=(Decimal("91.00"), Decimal("90.00")),
    remarks="http://example.invalid",
)
SECOND = replace(FIRST, rank=None, application_number="1E5", total=None, dimension_scores=(None, None))
ROWS = (FIRST, SECOND)


def test_ranked_list_csv_loads_cleanly_and_carries_its_origin() -> None:
    written = ranked_list_csv(ROWS, HEADING, origin=ORIGIN)
    assert written.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    origin = ["evidence-1", "plan-1", "3", "abc", "2026-05-20 16:30:00+08:00", "全部"]
    origin.append("總分先四捨五入至小數第二位再比較。 =同分同名次")
    assert lines == [
        [
            "名次",
            "應試號碼",
            "姓名",
            "畢業學校",
            "考生身份",
            "繳交方式",
            "總分",
            "學業準備",
            "多元表現",
            "備註",
        ]
        + ["資料版本", "計畫", "計畫版次", "評分摘要", "產生時間", "身份別名單", "規則"],
        ["1", "00123", "'=HYPERLINK(1)", "測試高中", "一般生", "PDF 上傳", "90.50", "91.00", "90.00"]
        + ["http://example.invalid", *origin],
        ["", "1E5", "'=HYPERLINK(1)", "測試高中", "一般生", "PDF 上傳", "", "", ""]
        + ["http://example.invalid", *origin],
    ]


def test_ranked_list_xlsx_keeps_text_as_text_and_numbers_as_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(ranked_list_xlsx(ROWS, HEADING, origin=ORIGIN)))
    sheet = book["總分排序"]
    cells = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=2)]
    texts = [("=HYPERLINK(1)", "s"), ("測試高中", "s"), ("一般生", "s"), ("PDF 上傳", "s")]
    assert cells == [
        [
            (1, "n"),
            ("00123", "s"),
            *texts,
            (90.5, "n"),
            (91, "n"),
            (90, "n"),
            ("http://example.invalid", "s"),
        ],
        [(None, "n"), ("1E5", "s"), *texts]
        + [(None, "n"), (None, "n"), (None, "n"), ("http://example.invalid", "s")],
    ]
    assert sheet["G2"].number_format == "0.00"
    assert [link for row in sheet.iter_rows() for link in row if link.hyperlink] == []


def test_ranked_list_xlsx_tells_what_it_was_made_of() -> None:
    book = openpyxl.load_workbook(io.BytesIO(ranked_list_xlsx(ROWS, HEADING, origin=ORIGIN)))
    assert [tuple(cell.value for cell in row) for row in book["產生依據"].iter_rows()] == [
        ("資料版本", "evidence-1"),
        ("計畫", "plan-1"),
        ("計畫版次", "3"),
        ("評分摘要", "abc"),
        ("產生時間", "2026-05-20 16:30:00+08:00"),
        ("身份別名單", "全部"),
        ("規則", "總分先四捨五入至小數第二位再比較。"),
        ("規則", "=同分同名次"),
    ]


def test_every_form_of_an_identity_list_says_so() -> None:
    origin = replace(ORIGIN, identity="=原住民")
    lines = csv.reader(io.StringIO(ranked_list_csv(ROWS, HEADING, origin=origin).decode("utf-8-sig")))
    assert [line[-2] for line in lines] == ["身份別名單", "'=原住民", "'=原住民"]
    book = openpyxl.load_workbook(io.BytesIO(ranked_list_xlsx(ROWS, HEADING, origin=origin)))
    assert [cell.value for cell in book["產生依據"][6]] == ["身份別名單", "=原住民"]
    asked = [json.loads(ranked_list_json(ROWS, HEADING, origin=each)) for each in (origin, ORIGIN)]
    assert [document["origin"]["identity"] for document in asked] == ["=原住民", None]


def test_ranked_list_xlsx_is_the_same_byte_for_byte() -> None:
    assert ranked_list_xlsx(ROWS, HEADING, origin=ORIGIN) == ranked_list_xlsx(ROWS, HEADING, origin=ORIGIN)


def test_ranked_list_xlsx_refuses_a_text_that_would_be_cut() -> None:
    with pytest.raises(ValueError, match="32768"):
        ranked_list_xlsx([replace(FIRST, remarks="字" * 32_768)], HEADING, origin=ORIGIN)


def test_ranked_list_json_keeps_every_digit() -> None:
    document = json.loads(ranked_list_json(ROWS, HEADING, origin=ORIGIN))
    assert list(document) == ["file", "version", "origin", "rows"]
    assert document["origin"]["plan_revision"] == 3
    assert [(row["rank"], row["total"]) for row in document["rows"]] == [(1, "90.50"), (None, None)]
    assert document["rows"][0]["dimension_scores"] == [
        {"dimension": "學業準備", "score": "91.00"},
        {"dimension": "多元表現", "score": "90.00"},
    ]


def test_ranked_list_with_a_missing_dimension_is_refused() -> None:
    short = replace(FIRST, dimension_scores=(Decimal(1),))
    for write in (ranked_list_csv, ranked_list_xlsx, ranked_list_json):
        with pytest.raises(ValueError, match="1 scores for 2"):
            write([short], HEADING, origin=ORIGIN)
