"""教學大綱 in the forms that are met."""

from __future__ import annotations

import pytest

from app.domain.evidence import SyllabusWeek
from app.evidence.syllabus_weeks import read_weeks


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        (None, ()),
        ("", ()),
        ("[]", ()),
        ('[{"週次": 1, "單元主題": "變數", "內容綱要": null}]', (SyllabusWeek("1", "變數", ""),)),
        ('[["2", "迴圈", "實作", "上機"]]', (SyllabusWeek("2", "迴圈", "實作 上機"),)),
        ('[{"week": "3"}]', (SyllabusWeek("3", "", ""),)),
        ('["期中考"]', (SyllabusWeek("", "", "期中考"),)),
        ("第一週 導論", (SyllabusWeek("", "", "第一週 導論"),)),
        ('{"a": 1}', (SyllabusWeek("", "", '{"a": 1}'),)),
    ],
)
def test_weeks_lose_no_text(text: str | None, weeks: tuple[SyllabusWeek, ...]) -> None:
    assert read_weeks(text) == weeks
