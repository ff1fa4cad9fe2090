"""Figures of reviewers as text: rounded to be read, a dash where nothing is known."""

from __future__ import annotations

from app.ui.text.raters import RaterWords


def shown(value: float | None, words: RaterWords, digits: int = 2) -> str:
    """One figure."""
    return words.undefined if value is None else f"{value:.{digits}f}"


def signed(value: float | None, words: RaterWords, digits: int = 2) -> str:
    """One figure with its sign."""
    return words.undefined if value is None else f"{value:+.{digits}f}"


def with_interval(value: float | None, low: float | None, high: float | None, words: RaterWords) -> str:
    """A figure and its interval, or the figure alone where there is none."""
    if value is None or low is None or high is None:
        return shown(value, words)
    return words.interval.format(value=f"{value:.2f}", low=f"{low:.2f}", high=f"{high:.2f}")


def percent(share: float | None, words: RaterWords) -> str:
    """A share in whole percent."""
    return words.undefined if share is None else f"{100 * share:.0f}%"
