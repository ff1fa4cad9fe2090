"""A query in words: what the person is told is what was understood."""

from __future__ import annotations

import pytest

from app.ui.search_sentence import Segment, explain
from app.ui.text.desk_search import WORDS
from app.ui.text.language import Language


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("機器人", ["任一文字含「機器人」"]),
        ("-志工", ["沒有任何文字含「志工」"]),
        (
            "競賽:全國 領域:數學 成績>=90 未評:我",
            ["競賽紀錄含「全國」", "有一門課程：領域含「數學」、成績 ≥ 90", "我尚未評分"],
        ),
        ("競賽:全國|國際 或 標記:我", ["競賽紀錄含「全國」或「國際」 或 我標記為提出討論"]),
        ("-競賽:全國", ["競賽紀錄不含「全國」"]),
        ("數學PR>90", ["有一門課程：名稱或領域含「數學」、推估相對表現 前 < 10%（PR > 90）"]),
        ("-大綱:微積分", ["沒有任何課程：教學大綱含「微積分」"]),
        ("競賽>=3 證照=0", ["競賽紀錄 ≥ 3 件", "檢定證照 = 0 件"]),
        ("成績:80..90.50", ["有一門課程：成績 80 到 90.5"]),
        ("平均>=85 平均PR>=90", ["學期平均成績 ≥ 85", "平均推估相對表現 前 ≤ 10%（PR ≥ 90）"]),
        ("類型:PDF|部分", ["繳交方式：「PDF 上傳」或「部分 PDF」"]),
        ("-學校:建國", ["並非 畢業學校：「建國」"]),
        ("我的總分<60", ["我的總分 < 60"]),
    ],
)
def test_conditions_in_chinese(text: str, conditions: list[str]) -> None:
    told, problems = explain(text, Language.ZH)
    assert [each.text for each in told] == conditions
    assert problems == ()


def test_conditions_in_english() -> None:
    told, _ = explain("competition:全國 area:數學 grade>=90 -unscored:me", Language.EN)
    assert [each.text for each in told] == [
        "Competitions: has '全國'",
        "there is a course: learning area has '數學', grade ≥ 90",
        "not (not yet scored by me)",
    ]


def test_problem_offers_what_could_be_meant() -> None:
    _, problems = explain("競賛:全國", Language.ZH)
    assert problems == (Segment("「競賛:全國」不是欄位，照字面查", True, "競賛:全國", "競賽:全國"),)


@pytest.mark.parametrize("language", list(Language))
def test_every_example_is_understood(language: Language) -> None:
    for text, _ in WORDS[language].examples:
        conditions, problems = explain(text, language)
        assert conditions
        assert problems == ()
