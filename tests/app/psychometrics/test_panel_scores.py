"""Panel standardisation by hand."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from app.domain.people import PersonId
from app.psychometrics.panel_scores import PanelStandardisation, PanelSummary, standardise_panels
from tests.app.psychometrics.simulated_round import rating, ratings_of, shuffled

X, Y, Z, W = (PersonId(name) for name in "xyzw")
PANELS = {X: "one", Y: "one", Z: "two"}


def test_panels_by_hand() -> None:
    ratings = ratings_of({"p": "x60 y70", "q": "x80 y70", "r": "z50", "s": "z70", "t": "w40"})
    found = standardise_panels(ratings, PANELS)
    # One: mean 70, SD √50; two: mean 60, SD 10; all seven: mean 440/7, SD √(28800/7 − (440/7)²).
    assert found.panels == (
        PanelSummary("one", 2, 4, Decimal("70.0000"), Decimal("7.0711"), Decimal("10.0000"), Decimal(10)),
        PanelSummary("two", 1, 2, Decimal("60.0000"), Decimal("10.0000"), None, None),
    )
    assert found.between_sd == Decimal("5.0000")
    assert (found.undefined, found.without_panel) == ((), (W,))
    values = np.asarray([60, 70, 80, 70, 50, 70, 40])
    mean, sd = values.mean(), values.std()
    root = np.sqrt(2)
    expected = [mean - root * sd, mean, mean + root * sd, mean, mean - sd, mean + sd, 40]
    assert [float(each.value) for each in found.ratings] == pytest.approx(expected)


def test_panels_have_one_mean_and_spread_afterwards() -> None:
    generator = np.random.default_rng(1)
    ratings = [
        rating(f"a{number}", f"r{number % 6}", int(generator.integers(40 + 10 * (number % 3), 100)))
        for number in range(120)
    ]
    panel_of = {PersonId(f"r{number}"): f"panel {number % 3}" for number in range(6)}
    found = standardise_panels(shuffled(ratings, 1), panel_of)
    everything = np.asarray([float(each.value) for each in ratings])
    for panel in ("panel 0", "panel 1", "panel 2"):
        values = [float(each.value) for each in found.ratings if panel_of[each.reviewer_id] == panel]
        assert (np.mean(values), np.std(values)) == pytest.approx((everything.mean(), everything.std()))
    assert found == standardise_panels(ratings, panel_of)


def test_panel_that_never_varies_stays_raw() -> None:
    found = standardise_panels(ratings_of({"p": "x60", "q": "x70", "r": "z50", "s": "z50"}), PANELS)
    assert found.undefined == ("two",)
    assert [each.value for each in found.ratings[2:]] == [Decimal(50), Decimal(50)]


def test_no_ratings_no_panels() -> None:
    assert standardise_panels([], PANELS) == PanelStandardisation((), None, (), (), ())
