"""What the usual tables call a coefficient, as codes: facts to show beside a figure, never a decision."""

from __future__ import annotations

from enum import StrEnum


class IccBand(StrEnum):
    """Koo & Li (2016): below 0.5, to 0.75, to 0.9, above."""

    POOR = "poor"
    MODERATE = "moderate"
    GOOD = "good"
    EXCELLENT = "excellent"


class AlphaBand(StrEnum):
    """Krippendorff (2004): below 0.667 not reliable, to 0.8 for tentative conclusions only, from 0.8 reliable."""

    UNRELIABLE = "unreliable"
    TENTATIVE = "tentative"
    RELIABLE = "reliable"


class KappaBand(StrEnum):
    """Landis & Koch (1977): below 0, to 0.2, 0.4, 0.6, 0.8 and 1."""

    POOR = "poor"
    SLIGHT = "slight"
    FAIR = "fair"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
    ALMOST_PERFECT = "almost_perfect"


def icc_band(value: float) -> IccBand:
    """The band of an intraclass correlation; 0.5 and 0.75 belong to the band above, 0.9 to ``good``."""
    return list(IccBand)[(value >= 0.5) + (value >= 0.75) + (value > 0.9)]


def alpha_band(value: float) -> AlphaBand:
    """The band of an alpha; a border belongs to the band above it."""
    return list(AlphaBand)[(value >= 0.667) + (value >= 0.8)]


def kappa_band(value: float) -> KappaBand:
    """The band of a kappa; a border belongs to the band below it, as in 0.21–0.40, and 0 to ``slight``."""
    if value < 0:
        return KappaBand.POOR
    return list(KappaBand)[1 + sum(value > border for border in (0.2, 0.4, 0.6, 0.8))]
