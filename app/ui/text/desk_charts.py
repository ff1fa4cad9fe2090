"""Words inside the figures of the desk."""

from __future__ import annotations

from collections.abc import Mapping

from app.charts.words import ChartWords
from app.ui.text.language import Language

ZH = ChartWords(
    population="母體人數",
    people="人數",
    this_applicant="本考生",
    grade="成績",
    standing="推估相對表現（前 %）",
    semester_grade="學期成績",
    score="評分",
    total="總分",
    rank="名次",
    share="比率 %",
    hidden="人數過少，不顯示",
    unknown="不明",
    level_names={"school": "全校", "program_group": "群別", "department": "科班學程"},
)
EN = ChartWords(
    population="Population",
    people="People",
    this_applicant="this applicant",
    grade="Grade",
    standing="Estimated standing (top %)",
    semester_grade="Semester grade",
    score="Score",
    total="Total",
    rank="Rank",
    share="Share %",
    hidden="too few, hidden",
    unknown="unknown",
    level_names={"school": "School", "program_group": "Program group", "department": "Department"},
)

CHART_WORDS: Mapping[Language, ChartWords] = {Language.ZH: ZH, Language.EN: EN}
