"""Additive severity: score = application + reviewer, by least squares, whoever judged what.

score(a, r) = value(a) + severity(r) + error, Σ severity = 0 within each connected group of reviewers (two-way
layout without interaction, unequal cells: Searle, *Linear Models*, 1971, ch. 7). In contrast to the distance from
co-reviewers in ``severity.py`` this allows for how strict those co-reviewers are themselves. The value of an
application is what the average reviewer of its group would have given; a constant added to all scores of one
reviewer moves all values of a linked round alike and their differences not at all.

Standard errors: σ² times the diagonal of the inverse of the normal equations, σ² = Σ residual² / (N − A − R + G).
They hold for errors of one variance, independent of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.bordered_system import (
    BorderedSystem,
    Floats,
    Places,
    counts_by_pair,
    sum_directions,
)
from app.psychometrics.connection import connected_groups
from app.psychometrics.ratings import Rating, by_application


@dataclass(frozen=True)
class AdditiveSeverity:
    """Points this reviewer gives above (positive: lenient) or below the average of the ``group``.

    None for a reviewer alone in the group, of whom nothing can be said; ``standard_error`` None also where the
    data leave nothing to estimate it from.
    """

    reviewer_id: PersonId
    ratings: int
    severity: float | None
    standard_error: float | None
    group: int


@dataclass(frozen=True)
class AdditiveValue:
    """What the average reviewer of the ``group`` would have given; on the scale of the ratings, not cut off at its ends."""

    application_id: ApplicationId
    ratings: int
    value: float
    standard_error: float | None
    group: int


@dataclass(frozen=True)
class AdditiveFit:
    """Severities and values in the order of their ids.

    ``groups`` above one: the reviewers are not linked, and **nothing is comparable between groups**, only inside
    one. ``residual_sd`` is None without degrees of freedom; otherwise what reviewers differ by beyond severity.
    """

    severities: tuple[AdditiveSeverity, ...]
    values: tuple[AdditiveValue, ...]
    residual_sd: float | None
    degrees_of_freedom: int
    groups: int

    @property
    def is_comparable(self) -> bool:
        """Whether all values stand on one scale."""
        return self.groups == 1


@dataclass(frozen=True, eq=False)
class _Layout:
    """Ratings as arrays in one canonical order; ``group`` is zero-based and by reviewer."""

    applications: Sequence[ApplicationId]
    reviewers: Sequence[PersonId]
    application: Places
    reviewer: Places
    score: Floats
    group: Places

    def system(self) -> BorderedSystem:
        """The normal equations."""
        ones = np.ones(self.score.size)
        shape = (len(self.applications), len(self.reviewers))
        blocks = [np.flatnonzero(self.group == number) for number in np.unique(self.group)]
        return BorderedSystem(
            diagonal=np.bincount(self.application, minlength=shape[0]).astype(float),
            border=counts_by_pair(self.application, self.reviewer, ones, shape=shape),
            corner=np.diag(np.bincount(self.reviewer, minlength=shape[1]).astype(float)),
            directions=sum_directions(blocks, shape[1]),
        )


def fit_additive(ratings: Iterable[Rating]) -> AdditiveFit:
    """The fit of all ratings; the same reviewer and application twice raises ValueError, none at all gives an empty fit.

    The order of the ratings does not matter: they are sorted first.
    """
    layout = _layout(ratings)
    if layout.score.size == 0:
        return AdditiveFit((), (), None, 0, 0)
    system = layout.system()
    value, severity = system.solve(
        np.bincount(layout.application, weights=layout.score).astype(float),
        np.bincount(layout.reviewer, weights=layout.score).astype(float),
    )
    groups = int(layout.group.max()) + 1
    freedom = layout.score.size - value.size - severity.size + groups
    residuals = layout.score - value[layout.application] - severity[layout.reviewer]
    residual_sd = float(np.sqrt((residuals**2).sum() / freedom)) if freedom > 0 else None
    value_errors, severity_errors = (_errors(each, residual_sd) for each in system.variances())
    return AdditiveFit(
        severities=_severities(layout, severity, severity_errors),
        values=_values(layout, value, value_errors),
        residual_sd=residual_sd,
        degrees_of_freedom=freedom,
        groups=groups,
    )


def _layout(ratings: Iterable[Rating]) -> _Layout:
    table = by_application(ratings)
    rows = sorted((key, who, float(score)) for key, rated in table.items() for who, score in rated.items())
    applications = sorted(table)
    reviewers = sorted({who for _, who, _ in rows})
    place_of = {key: place for place, key in enumerate(applications)}
    seat_of = {who: seat for seat, who in enumerate(reviewers)}
    groups = connected_groups((key, who) for key, who, _ in rows)
    group_of = {who: number for number, members in enumerate(groups) for who in members}
    return _Layout(
        applications=applications,
        reviewers=reviewers,
        application=np.asarray([place_of[key] for key, _, _ in rows], dtype=np.intp),
        reviewer=np.asarray([seat_of[who] for _, who, _ in rows], dtype=np.intp),
        score=np.asarray([score for _, _, score in rows], dtype=float),
        group=np.asarray([group_of[who] for who in reviewers], dtype=np.intp),
    )


def _errors(variances: Floats, residual_sd: float | None) -> list[float | None]:
    if residual_sd is None:
        return [None] * variances.size
    # The variance of a reviewer alone in the group is zero, or by rounding just below it.
    return list((residual_sd * np.sqrt(np.maximum(variances, 0.0))).tolist())


def _severities(
    layout: _Layout, severity: Floats, errors: Sequence[float | None]
) -> tuple[AdditiveSeverity, ...]:
    counts = np.bincount(layout.reviewer)
    members = np.bincount(layout.group)
    found: list[AdditiveSeverity] = []
    for seat, who in enumerate(layout.reviewers):
        group = int(layout.group[seat])
        is_alone = members[group] == 1
        own = None if is_alone else float(severity[seat])
        error = None if is_alone else errors[seat]
        found.append(AdditiveSeverity(who, int(counts[seat]), own, error, group + 1))
    return tuple(found)


def _values(layout: _Layout, value: Floats, errors: Sequence[float | None]) -> tuple[AdditiveValue, ...]:
    counts = np.bincount(layout.application)
    group = np.zeros(len(layout.applications), dtype=np.intp)
    group[layout.application] = layout.group[layout.reviewer]
    return tuple(
        AdditiveValue(key, int(counts[place]), float(value[place]), errors[place], int(group[place]) + 1)
        for place, key in enumerate(layout.applications)
    )
