"""Words for figures in tests."""

from __future__ import annotations

from app.charts.words import ChartWords

WORDS = ChartWords(
    population="母體人數",
    people="人數",
    standing="推估相對表現（前 %）",
    semester_grade="學期成績",
    score="分數",
    total="總分",
    rank="名次",
    share="占比（%）",
    hidden="人數過少",
    unknown="不明",
    level_names={"school": "校", "program_group": "群", "department": "科"},
)
