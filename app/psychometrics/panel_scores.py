"""組間標準化: every panel brought to the mean and spread of all ratings together.

x′ = (x − mean of the panel) / SD of the panel × SD of all + mean of all, with population SDs over ratings. It
takes panels to have had applications of the same level (the rule when applications are split), and removes a
true difference between panels as surely as a difference in severity. Beside it, before the change: 組內差分, how
far reviewers of one panel lie apart on one application, and 組間標準差, how far the panels' means lie apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.people import PersonId
from app.domain.rounding import rounded_mean
from app.psychometrics.exact_spread import Spread, rescaled, spread_of
from app.psychometrics.ratings import Rating, by_application, in_order
from app.psychometrics.settled import VALUE_DIGITS, settled


@dataclass(frozen=True)
class PanelSummary:
    """A panel before standardisation, to four decimals; the gaps are None when no application has two of its reviewers."""

    panel: str
    reviewers: int
    ratings: int
    mean: Decimal
    sd: Decimal
    mean_gap: Decimal | None
    largest_gap: Decimal | None


@dataclass(frozen=True)
class PanelStandardisation:
    """Panels in the order of their names and every rating with its new value, in the order of ids.

    Ratings of a panel in ``undefined`` (nothing varies) and of reviewers in ``without_panel`` stay raw: warnings.
    """

    panels: tuple[PanelSummary, ...]
    between_sd: Decimal | None
    ratings: tuple[Rating, ...]
    undefined: tuple[str, ...]
    without_panel: tuple[PersonId, ...]


def standardise_panels(ratings: Iterable[Rating], panel_of: Mapping[PersonId, str]) -> PanelStandardisation:
    """Every rating standardised within the panel of its reviewer, in exact arithmetic."""
    ordered = in_order(ratings)
    members: defaultdict[str, list[Rating]] = defaultdict(list)
    for rating in ordered:
        if rating.reviewer_id in panel_of:
            members[panel_of[rating.reviewer_id]].append(rating)
    spreads = {panel: spread_of([each.value for each in members[panel]]) for panel in sorted(members)}
    overall = spread_of([each.value for each in ordered]) if ordered else None
    changed = [
        _standardised(each, spreads.get(panel_of.get(each.reviewer_id, "")), overall) for each in ordered
    ]
    return PanelStandardisation(
        panels=tuple(_summary(panel, members[panel], spread) for panel, spread in spreads.items()),
        between_sd=_between(list(spreads.values())),
        ratings=tuple(changed),
        undefined=tuple(panel for panel, spread in spreads.items() if not spread.sd),
        without_panel=tuple(sorted({each.reviewer_id for each in ordered} - panel_of.keys())),
    )


def _standardised(rating: Rating, spread: Spread | None, overall: Spread | None) -> Rating:
    if spread is None or overall is None or not spread.sd:
        return rating
    return replace(rating, value=rescaled(spread.standardised(rating.value), overall))


def _summary(panel: str, ratings: Sequence[Rating], spread: Spread) -> PanelSummary:
    gaps = [
        max(rated.values()) - min(rated.values())
        for rated in by_application(ratings).values()
        if len(rated) > 1
    ]
    return PanelSummary(
        panel=panel,
        reviewers=len({each.reviewer_id for each in ratings}),
        ratings=len(ratings),
        mean=rounded_mean([each.value for each in ratings], VALUE_DIGITS),
        sd=settled(spread.sd),
        mean_gap=rounded_mean(gaps, VALUE_DIGITS) if gaps else None,
        largest_gap=max(gaps, default=None),
    )


def _between(spreads: Sequence[Spread]) -> Decimal | None:
    if len(spreads) < 2:
        return None
    return settled(spread_of([settled(each.mean) for each in spreads]).sd)
