"""The steps of a total as lines to read: every number as it is, fractions where a decimal would not end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.review_tally import OWN_METHODS
from app.domain.scoring_method import ScoringMethod
from app.domain.total_steps import COUNTED, DimensionStep, ReviewerSteps, ScoreStep, TotalSteps

Words = Mapping[str, str]
Names = Mapping[PersonId, str]
MOST_DECIMALS = 6
PLUS = " + "


def arithmetic_lines(
    plan: ReviewPlan, steps: TotalSteps, listed: Decimal | None, *, reviewers: Names, words: Words
) -> tuple[str, ...]:
    """Reviewers, dimensions, review total, other scores, total, rounding, and whether the list says the same."""
    return tuple(_lines(_Teller(plan, words, reviewers), steps, listed))


def exact_text(value: Fraction | Decimal) -> str:
    """A number without loss: a decimal where it ends within six places, else whole part and fraction."""
    number = Fraction(value)
    for places in range(MOST_DECIMALS + 1):
        if (number * 10**places).denominator == 1:
            return f"{Decimal(int(number * 10**places)).scaleb(-places):f}"
    return f"{number.numerator}/{number.denominator}"


class _Teller:
    """The words of one plan."""

    def __init__(self, plan: ReviewPlan, words: Words, reviewers: Names) -> None:
        self.words = words
        self.plan = plan
        self._reviewers = reviewers
        self._names = {each.dimension_id: each.name for each in plan.dimensions}
        self._weights = {each.dimension_id: each.weight_percent for each in plan.dimensions}
        self.is_percent = plan.scale is ScoringScale.PERCENT

    def say(self, word: str, **values: object) -> str:
        return self.words[word].format(**values)

    def name(self, dimension_id: DimensionId) -> str:
        return self._names[dimension_id]

    def reviewer(self, one: ReviewerSteps) -> str:
        """What one reviewer gave; of those who do not count only why."""
        who = self._reviewers.get(one.reviewer_id, "?")
        standing = self.words[f"standing_{one.standing}"]
        products = PLUS.join(map(self._product, one.scores))
        if one.standing not in COUNTED:
            return self.say("reviewer_apart", reviewer=who, standing=standing)
        if one.total is None:
            return self.say("reviewer_open", reviewer=who, standing=standing, products=products)
        return self.say("reviewer_line", reviewer=who, products=products, total=exact_text(one.total))

    def _product(self, step: ScoreStep) -> str:
        values = {"dimension": self.name(step.dimension_id), "score": exact_text(step.score)}
        if not self.is_percent:
            return self.say("points", **values)
        return self.say("product", **values, weight=exact_text(self._weights[step.dimension_id]))

    def dimension(self, step: DimensionStep) -> Iterator[str]:
        name, mean, part = self.name(step.dimension_id), exact_text(step.mean), exact_text(step.part)
        scores = PLUS.join(map(exact_text, step.scores))
        yield self.say("mean_line", dimension=name, scores=scores, count=len(step.scores), mean=mean)
        if self.is_percent:
            weight = exact_text(step.factor)
            yield self.say("part_line", dimension=name, mean=mean, weight=weight, part=part)
        else:
            yield self.say("points_line", dimension=name, part=part)


def _lines(teller: _Teller, steps: TotalSteps, listed: Decimal | None) -> Iterator[str]:
    yield from map(teller.reviewer, steps.reviewers)
    if not steps.dimensions:
        yield teller.words["no_arithmetic"]
    if steps.method is ScoringMethod.RAW_MEAN:
        for each in steps.dimensions:
            yield from teller.dimension(each)
    yield from _review_total(teller, steps)
    parts = list(_components(teller, steps))
    yield from parts
    if steps.exact is None or steps.rounded is None:
        yield teller.words["no_total"]
        return
    yield from _total(teller, steps)
    yield teller.say("rounded_line", rounded=f"{steps.rounded:f}")
    if listed == steps.rounded:
        yield teller.words["agrees"]
    else:
        yield teller.say("disagrees", listed=teller.words["none"] if listed is None else f"{listed:f}")


def _review_total(teller: _Teller, steps: TotalSteps) -> Iterator[str]:
    if steps.review_total is None:
        return
    total = exact_text(steps.review_total)
    if steps.method is ScoringMethod.MEDIAN:
        totals = sorted(
            each.total for each in steps.reviewers if each.standing in COUNTED and each.total is not None
        )
        yield teller.say("median_line", totals="、".join(map(exact_text, totals)), median=total)
    elif steps.method not in OWN_METHODS:
        yield teller.say("adjusted_line", method=teller.words[f"method_{steps.method}"], value=total)
    else:
        yield teller.say("review_line", parts=_sum(each.part for each in steps.dimensions), total=total)


def _components(teller: _Teller, steps: TotalSteps) -> Iterator[str]:
    known = {each.component_id: each for each in steps.components}
    for component in teller.plan.rules.components:
        step = known.get(component.component_id)
        if step is None:
            yield teller.say("component_missing", component=component.name)
        elif step.value is None:
            yield teller.say("component_absent", component=component.name)
        else:
            yield teller.say(
                "component_line",
                component=component.name,
                value=exact_text(step.value),
                maximum=exact_text(step.maximum),
                weight=exact_text(step.weight_percent),
                part=exact_text(step.part),
            )


def _total(teller: _Teller, steps: TotalSteps) -> Iterator[str]:
    if steps.review_total is None or steps.exact is None or not teller.plan.rules.components:
        return
    part = steps.review_total * Fraction(steps.review_weight_percent) / 100
    yield teller.say(
        "share_line",
        weight=exact_text(steps.review_weight_percent),
        total=exact_text(steps.review_total),
        part=exact_text(part),
    )
    parts = _sum([part, *(each.part for each in steps.components)])
    yield teller.say("exact_line", parts=parts, exact=exact_text(steps.exact))


def _sum(parts: Iterable[Fraction]) -> str:
    return PLUS.join(map(exact_text, parts))
