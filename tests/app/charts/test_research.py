"""Research figures: shares, pairs, competencies, and counts that stay hidden."""

from __future__ import annotations

from dataclasses import dataclass

from app.charts.research import draw_co_choice, draw_competency_cover, draw_uptake
from app.domain.cohort import CoChoice, UptakeRow
from tests.app.charts.chart_words import WORDS


@dataclass(frozen=True)
class Shown:
    """A count after suppression."""

    label: str
    split_label: str
    applicants: int | None
    population: int | None


def test_uptake_draws_shares_of_the_population() -> None:
    rows = [UptakeRow("數學", "", 30, 40), UptakeRow("<b>程式", "", 1, 3), UptakeRow("", "", 0, 40)]
    figure = draw_uptake(rows, words=WORDS)
    (bar,) = figure.data
    assert (bar.x, bar.y) == ((75.0, 33.3, 0), ("數學", "&lt;b&gt;程式", "不明"))
    assert bar.customdata == ("30 / 40", "1 / 3", "0 / 40")
    assert bar.text == ("", "", "")
    assert figure.layout.showlegend is False


def test_uptake_with_a_split_draws_a_series_each() -> None:
    rows = [UptakeRow("數學", "P1", 3, 4), UptakeRow("社會", "P1", 1, 4), UptakeRow("數學", "P2", 1, 2)]
    figure = draw_uptake(rows, words=WORDS)
    assert [(bar.name, bar.y, bar.x) for bar in figure.data] == [
        ("P1", ("數學", "社會"), (75.0, 25.0)),
        ("P2", ("數學",), (50.0,)),
    ]
    assert figure.data[0].marker.color != figure.data[1].marker.color
    assert figure.layout.yaxis.categoryarray == ("數學", "社會")
    assert figure.layout.showlegend is True


def test_hidden_count_is_told_from_zero() -> None:
    rows = [Shown("甲", "", None, 40), Shown("乙", "", 0, 40), Shown("丙", "", 7, None)]
    (bar,) = draw_uptake(rows, words=WORDS).data
    assert bar.text == ("人數過少", "", "人數過少")
    assert bar.customdata == ("人數過少 / 40", "0 / 40", "7 / 人數過少")


def test_co_choice_lists_pairs_in_the_order_given() -> None:
    rows = [CoChoice("A&B", "程式", 12, 20, 15, 40), CoChoice("化學", "生物", 9, 9, 9, 40)]
    figure = draw_co_choice(rows, words=WORDS)
    (bar,) = figure.data
    assert (bar.x, bar.y) == ((12, 9), ("A&amp;B × 程式", "化學 × 生物"))
    assert bar.text == ("12", "9")
    assert bar.customdata == ("12 / 40", "9 / 40")
    assert figure.layout.yaxis.autorange == "reversed"


def test_competency_cover_is_a_grid_of_shares() -> None:
    rows = [Shown("A1", "P1", 10, 40), Shown("A2", "P1", 0, 40), Shown("A1", "P2", None, 12)]
    figure = draw_competency_cover(rows, words=WORDS)
    (heat,) = figure.data
    assert (heat.x, heat.y) == (("A1", "A2"), ("P1", "P2"))
    assert [list(line) for line in heat.z] == [[25.0, 0.0], [None, None]]
    assert [list(line) for line in heat.text] == [["25%", "0%"], ["", ""]]
    assert [(note.x, note.y, note.text) for note in figure.layout.annotations] == [
        ("A1", "P2", "人數過少"),
        ("A2", "P2", "人數過少"),
    ]
