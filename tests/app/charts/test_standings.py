"""Estimated standing over the semesters."""

from __future__ import annotations

from decimal import Decimal

from app.charts.standings import draw_semester_standing
from app.domain.evidence import EstimatedStanding, GradeDistribution, SemesterStanding, StandingLevel
from tests.app.charts.chart_words import WORDS


def _standing(
    year: int, semester: int, *, level: StandingLevel, percent: str | None, unit: str | None = None
) -> SemesterStanding:
    value = None if percent is None else Decimal(percent)
    standing = None if value is None else EstimatedStanding(value, value - 1, value + 1)
    distribution = GradeDistribution("d", 412, (0,) * 100, (0,) * 10)
    return SemesterStanding(year, semester, level, unit, Decimal("83.50"), standing, distribution)


ROWS = (
    _standing(112, 1, level="school", percent="20.5"),
    _standing(111, 1, level="school", percent="31.0", unit="<b>虛構</b>高中"),
    _standing(111, 2, level="school", percent=None),
    _standing(111, 1, level="department", percent="12.0"),
    _standing(111, 1, level="program_group", percent=None),
)


def test_levels_with_a_standing_have_a_line_each() -> None:
    figure = draw_semester_standing(ROWS, words=WORDS)
    assert [(line.name, line.x, line.y) for line in figure.data] == [
        ("校", ("111-1", "111-2", "112-1"), (31.0, None, 20.5)),
        ("科", ("111-1", "111-2", "112-1"), (12.0, None, None)),
    ]


def test_top_of_the_population_is_at_the_top() -> None:
    figure = draw_semester_standing(ROWS, words=WORDS)
    assert figure.layout.yaxis.range == (100, 0)
    assert figure.layout.xaxis.type == "category"


def test_details_tell_range_grade_and_population_in_plain_text() -> None:
    figure = draw_semester_standing(ROWS, words=WORDS)
    assert figure.data[0].customdata[0] == (
        "&lt;b&gt;虛構&lt;/b&gt;高中<br>推估相對表現（前 %） 31.0 (30.0–32.0)<br>學期成績 83.50<br>母體人數 412"
    )


def test_no_standing_at_all_gives_a_figure_without_lines() -> None:
    assert draw_semester_standing((), words=WORDS).data == ()
