"""Small charts of the semester standing: what is drawn, what is a gap, and what is told in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.evidence import EstimatedStanding, SemesterStanding, StandingLevel
from app.ui.components.standing_charts import _level, _point, standing_data
from app.ui.text.chart import WORDS
from app.ui.text.desk import WORDS as DESK_WORDS
from app.ui.text.desk_school import ZH as SCHOOL_ZH
from app.ui.text.language import Language

ZH = WORDS[Language.ZH]


def standing(semester: int, percent: str | None, level: StandingLevel = "school") -> SemesterStanding:
    estimate = (
        EstimatedStanding(Decimal(percent), Decimal(percent) - 1, Decimal(percent) + 1) if percent else None
    )
    return SemesterStanding(111, semester, level, "合成高中", Decimal("83.50"), estimate, None)


def test_semester_without_standing_is_a_gap() -> None:
    level = _level("school", [(111, 1), (111, 2)], [standing(1, "12.5"), standing(2, None)], ZH)
    assert level is not None
    assert level["points"] == [_point(standing(1, "12.5"), ZH), None]


def test_level_without_any_standing_is_not_drawn() -> None:
    assert _level("department", [(111, 1)], [standing(1, None, "department")], ZH) is None


def test_point_tells_the_range_and_the_grade() -> None:
    point = _point(standing(2, "12.5"), ZH)
    assert point == {
        "percent": "12.5",
        "best": "11.5",
        "worst": "13.5",
        "text": "12.5",
        "detail": "111-2 推估相對表現（前 %） 12.5 (11.5–13.5) 學期成績 83.5",
        "small": False,
    }


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("pdf", SCHOOL_ZH.standings_pdf),
        ("missing", SCHOOL_ZH.standings_missing),
        ("unreadable", SCHOOL_ZH.standings_unreadable),
        ("json", SCHOOL_ZH.standings_none),
    ],
)
def test_without_any_standing_the_true_reason_is_told(mode: str, told: str) -> None:
    data = standing_data((), course_record_mode=mode, words=DESK_WORDS[Language.ZH], language=Language.ZH)
    assert data["levels"] == []
    assert data["nothing"] == told
