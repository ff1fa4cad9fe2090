"""One value an application by a stated method, on the scale of the totals, ready to decide.

RAW_MEAN and MEDIAN take the totals as given. Z: each reviewer's z (``standard_scores``) put back with the mean
and SD of all totals; T_LINEAR: the mean of T × A + B; PANEL: ``panel_scores``. ADDITIVE: what the average
reviewer would have given (``additive``). RASCH: the fair scores of the dimensions (``rasch_fair_scores``), weighted
as announced; since one measure stands behind all of them, **the weights no longer influence the order**.

Values are Decimals of four digits (``settled``); ratings are sorted first, so that the order in which they came
changes nothing. Standard errors of the means: the SD within applications, pooled, over √ratings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from statistics import median

from app.domain.dimensions import PERCENT_MAXIMUM, DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.additive import fit_additive
from app.psychometrics.connection import connected_groups
from app.psychometrics.exact_spread import rescaled, spread_of
from app.psychometrics.panel_scores import standardise_panels
from app.psychometrics.rasch import RaschFit, RaschState, fit_rasch
from app.psychometrics.ratings import DimensionRating, Rating, by_application, in_order
from app.psychometrics.rubric_bands import Floors
from app.psychometrics.settled import settled
from app.psychometrics.standard_scores import reviewer_spreads, t_scores


class AdjustmentMethod(StrEnum):
    """How the ratings of an application become one value."""

    RAW_MEAN = "raw_mean"
    MEDIAN = "median"
    Z = "z"
    T_LINEAR = "t_linear"
    PANEL = "panel"
    ADDITIVE = "additive"
    RASCH = "rasch"


class WarningKind(StrEnum):
    """What a reader of the values must know; the comment says whom ``subjects`` name."""

    NOT_COMPARABLE = "not_comparable"
    """Reviewers fall into groups without a common application; by ADDITIVE and RASCH there are no values then."""
    NO_SPREAD = "no_spread"
    """Reviewers (Z, T_LINEAR) or panels (PANEL) that never vary: their ratings stay raw."""
    WITHOUT_PANEL = "without_panel"
    """Reviewers in no panel: their ratings stay raw."""
    BEYOND_SCALE = "beyond_scale"
    """Applications whose value lies below 0 or above the highest total."""
    EXTREME = "extreme"
    """Applications with nothing but the best or the worst band: their measure is drawn in by a rule."""
    WEIGHTS_DO_NOT_ORDER = "weights_do_not_order"
    """RASCH: the order does not depend on the weights."""
    NO_ESTIMATE = "no_estimate"
    """RASCH found no measures; ``RaschFit.state`` of the same ratings says why."""
    SINGLE_RATING = "single_rating"
    """Applications with one rating."""


@dataclass(frozen=True)
class AdjustmentWarning:
    """A kind and the ids it concerns, in order; none when it concerns all."""

    kind: WarningKind
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class JudgedScores:
    """What the methods read: finished reviews that count.

    ``totals`` serve all but RASCH, which reads ``dimension_ratings`` (percent), ``weights`` (any positive unit)
    and ``floors``. ``panel_of`` serves PANEL, ``t_factor`` (A) and ``t_offset`` (B) serve T_LINEAR.
    """

    totals: Sequence[Rating]
    dimension_ratings: Sequence[DimensionRating] = ()
    weights: Mapping[DimensionId, Decimal] = field(default_factory=dict)
    floors: Mapping[DimensionId, Floors] = field(default_factory=dict)
    panel_of: Mapping[PersonId, str] = field(default_factory=dict)
    t_factor: Decimal = Decimal(1)
    t_offset: Decimal = Decimal(0)
    highest_total: Decimal = PERCENT_MAXIMUM


@dataclass(frozen=True)
class ApplicantValue:
    """``value`` and ``standard_error`` to four decimals; None where there is none."""

    application_id: ApplicationId
    ratings: int
    value: Decimal | None
    standard_error: Decimal | None


@dataclass(frozen=True)
class ApplicantValues:
    """Values in the order of application ids. ``groups`` counts the groups of linked reviewers."""

    method: AdjustmentMethod
    values: tuple[ApplicantValue, ...]
    warnings: tuple[AdjustmentWarning, ...]
    groups: int


Found = tuple[Mapping[ApplicationId, ApplicantValue], list[AdjustmentWarning]]


def applicant_values(method: AdjustmentMethod, scores: JudgedScores) -> ApplicantValues:
    """The value of every application with a total; a reviewer who rated an application twice raises ValueError."""
    table = by_application(in_order(scores.totals))
    groups = len(connected_groups((key, reviewer) for key, rated in table.items() for reviewer in rated))
    found, warnings = _METHODS[method](scores)
    values = tuple(found.get(key, _nothing(key, len(table[key]))) for key in sorted(table))
    if groups > 1:
        warnings = [AdjustmentWarning(WarningKind.NOT_COMPARABLE), *warnings]
    return ApplicantValues(method, values, (*warnings, *_common_warnings(values, scores)), groups)


def _nothing(application_id: ApplicationId, ratings: int) -> ApplicantValue:
    return ApplicantValue(application_id, ratings, None, None)


def _common_warnings(values: Sequence[ApplicantValue], scores: JudgedScores) -> list[AdjustmentWarning]:
    beyond = tuple(
        each.application_id
        for each in values
        if each.value is not None and not 0 <= each.value <= scores.highest_total
    )
    single = tuple(each.application_id for each in values if each.ratings == 1)
    return _named(WarningKind.BEYOND_SCALE, beyond) + _named(WarningKind.SINGLE_RATING, single)


def _named(kind: WarningKind, subjects: Sequence[str]) -> list[AdjustmentWarning]:
    return [AdjustmentWarning(kind, tuple(subjects))] if subjects else []


def _raw_mean(scores: JudgedScores) -> Found:
    return _means(in_order(scores.totals)), []


def _median(scores: JudgedScores) -> Found:
    table = by_application(in_order(scores.totals))
    middles = {key: median([Fraction(value) for value in rated.values()]) for key, rated in table.items()}
    return {
        key: ApplicantValue(key, len(table[key]), settled(middle), None) for key, middle in middles.items()
    }, []


def _z(scores: JudgedScores) -> Found:
    ordered = in_order(scores.totals)
    spreads = reviewer_spreads(ordered)
    overall = spread_of([each.value for each in ordered]) if ordered else None
    changed = [
        Rating(each.application_id, each.reviewer_id, rescaled(own.standardised(each.value), overall))
        if overall and (own := spreads[each.reviewer_id]).sd
        else each
        for each in ordered
    ]
    return _means(changed), _named(WarningKind.NO_SPREAD, [who for who, own in spreads.items() if not own.sd])


def _t_linear(scores: JudgedScores) -> Found:
    found = t_scores(scores.totals, factor=scores.t_factor, offset=scores.t_offset)
    changed = [
        Rating(each.rating.application_id, each.rating.reviewer_id, each.adjusted) for each in found.scores
    ]
    return _means(changed), _named(WarningKind.NO_SPREAD, found.undefined)


def _panel(scores: JudgedScores) -> Found:
    found = standardise_panels(scores.totals, scores.panel_of)
    return _means(found.ratings), [
        *_named(WarningKind.NO_SPREAD, found.undefined),
        *_named(WarningKind.WITHOUT_PANEL, found.without_panel),
    ]


def _additive(scores: JudgedScores) -> Found:
    fit = fit_additive(scores.totals)
    if not fit.is_comparable:
        return {}, []
    return {
        each.application_id: ApplicantValue(
            each.application_id,
            each.ratings,
            settled(each.value),
            None if each.standard_error is None else settled(each.standard_error),
        )
        for each in fit.values
    }, []


def _rasch(scores: JudgedScores) -> Found:
    fit = fit_rasch(scores.dimension_ratings, scores.floors)
    if fit.state is not RaschState.CONVERGED:
        kinds = {RaschState.NOT_CONNECTED: WarningKind.NOT_COMPARABLE}
        return {}, [AdjustmentWarning(kinds.get(fit.state, WarningKind.NO_ESTIMATE))]
    extreme = [key for key, measure in fit.applications.items() if measure.is_extreme]
    warnings = [AdjustmentWarning(WarningKind.WEIGHTS_DO_NOT_ORDER), *_named(WarningKind.EXTREME, extreme)]
    ratings = {key: len(rated) for key, rated in by_application(scores.totals).items()}
    return {
        key: _fair_value(key, number, fit, scores)
        for key, number in ratings.items()
        if key in fit.fair_scores
    }, warnings


def _fair_value(key: ApplicationId, ratings: int, fit: RaschFit, scores: JudgedScores) -> ApplicantValue:
    """Σ weight × fair score / Σ weights; the errors of an application's dimensions are one and add up."""
    fair = fit.fair_scores[key]
    total = sum(scores.weights[dimension_id] for dimension_id in fair)
    shares = {
        each: float(scores.weights[each] * scores.highest_total / PERCENT_MAXIMUM / total) for each in fair
    }
    value = sum(share * fair[each].value for each, share in shares.items())
    error = sum(share * fair[each].standard_error for each, share in shares.items())
    return ApplicantValue(key, ratings, settled(value), settled(error))


def _means(ratings: Sequence[Rating]) -> dict[ApplicationId, ApplicantValue]:
    table = {
        key: [Fraction(value) for value in rated.values()] for key, rated in by_application(ratings).items()
    }
    means = {key: sum(values, Fraction(0)) / len(values) for key, values in table.items()}
    within = sum(float(value - means[key]) ** 2 for key, values in table.items() for value in values)
    freedom = len(ratings) - len(table)
    sd = (within / freedom) ** 0.5 if freedom else None
    return {
        key: ApplicantValue(
            key,
            len(values),
            settled(means[key]),
            None if sd is None else settled(sd / len(values) ** 0.5),
        )
        for key, values in table.items()
    }


_METHODS: Mapping[AdjustmentMethod, Callable[[JudgedScores], Found]] = {
    AdjustmentMethod.RAW_MEAN: _raw_mean,
    AdjustmentMethod.MEDIAN: _median,
    AdjustmentMethod.Z: _z,
    AdjustmentMethod.T_LINEAR: _t_linear,
    AdjustmentMethod.PANEL: _panel,
    AdjustmentMethod.ADDITIVE: _additive,
    AdjustmentMethod.RASCH: _rasch,
}
