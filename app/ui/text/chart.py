"""Words inside the figures."""

from __future__ import annotations

from collections.abc import Mapping

from app.charts.words import ChartWords
from app.ui.text.language import Language

ZH = ChartWords(
    population="母體人數",
    people="人數",
    standing="推估相對表現（前 %）",
    semester_grade="學期成績",
    score="分數",
    total="總分",
    rank="名次",
    share="比率（%）",
    hidden="隱藏",
    unknown="未知",
    level_names={"school": "全校", "program_group": "群別", "department": "科班學程別"},
)

EN = ChartWords(
    population="Population",
    people="People",
    standing="Estimated standing (top %)",
    semester_grade="Semester grade",
    score="Score",
    total="Total",
    rank="Rank",
    share="Share (%)",
    hidden="hidden",
    unknown="unknown",
    level_names={"school": "School", "program_group": "Program group", "department": "Department"},
)

WORDS: Mapping[Language, ChartWords] = {Language.ZH: ZH, Language.EN: EN}
