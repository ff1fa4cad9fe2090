"""標示未扣分檢查: whether applications with a label got other scores than like ones without it.

Like is compared with like: applications of one block (the same reviewers, the same completeness) differ in the
label, not in who judged them or how much arrived. D = Σ w (mean with − mean without) / Σ w over blocks that hold
both, w = n₁ n₀ / (n₁ + n₀): the coefficient of the label in least squares with an effect for every block.

The p-value is of the permutation of labels within blocks (two-sided; P. Good, *Permutation, Parametric and
Bootstrap Tests of Hypotheses*, 2005): all of them where they are few, otherwise drawn with a seed and counted as
(b + 1) / (m + 1) (Phipson & Smyth, 2010). The interval is that of least squares, D ± t √(s² / Σ w). It finds a
difference, not its cause; none found is no proof that there is none: the interval says what stays possible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from math import comb, lcm, prod, sqrt
from statistics import NormalDist

import numpy as np

from app.domain.rounding import round_half_up

MINIMUM = 10
"""Fewer than so many on either side are not compared: too little to say, and too few to hide in."""
MOST_EXACT = 20_000
DRAWS = 9_999
SEED = 20_260_115
CONFIDENCE = 0.95


@dataclass(frozen=True)
class LabelledScore:
    """One application: its block, whether it carries the label, and its score in percent of the maximum."""

    block: str
    is_labelled: bool
    score: Fraction


@dataclass(frozen=True)
class LabelEffect:
    """``labelled`` and ``others`` count the applications in blocks that hold both; the rest cannot be compared.

    With fewer than ``MINIMUM`` of either, ``difference`` and all that follows is None. Differences are points of
    100, with the label minus without; ``is_exact`` says that every permutation was counted.
    """

    labelled: int
    others: int
    blocks: int
    difference: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    p_value: Decimal | None = None
    is_exact: bool = False


@dataclass(frozen=True)
class _Block:
    """Scores as whole numbers of one small unit, those with the label first."""

    scores: tuple[int, ...]
    labelled: int


def label_effect(scores: Sequence[LabelledScore]) -> LabelEffect:
    """The effect of the label; the order of ``scores`` changes nothing."""
    unit = lcm(*(each.score.denominator for each in scores))
    blocks = list(_blocks(scores, unit))
    labelled = sum(block.labelled for block in blocks)
    total = sum(len(block.scores) for block in blocks)
    counted = LabelEffect(labelled, total - labelled, len(blocks))
    if min(labelled, total - labelled) < MINIMUM:
        return counted
    weight = sum(
        (Fraction(b.labelled * (len(b.scores) - b.labelled), len(b.scores)) for b in blocks), Fraction(0)
    )
    observed = sum((sum(b.scores[: b.labelled]) - _expected(b) for b in blocks), Fraction(0))
    difference = observed / weight / unit
    margin = Fraction(_margin(blocks, difference * unit, weight)) / unit
    p_value, is_exact = _p_value(blocks)
    return LabelEffect(
        labelled=labelled,
        others=total - labelled,
        blocks=len(blocks),
        difference=round_half_up(difference),
        low=round_half_up(difference - margin),
        high=round_half_up(difference + margin),
        p_value=round_half_up(p_value, 4),
        is_exact=is_exact,
    )


def _blocks(scores: Sequence[LabelledScore], unit: int) -> Iterator[_Block]:
    """The blocks that hold both kinds, by name; scores in order, so that nothing depends on how they came."""
    found: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for each in scores:
        found[each.block][0 if each.is_labelled else 1].append(int(each.score * unit))
    for _, (labelled, others) in sorted(found.items()):
        if labelled and others:
            yield _Block((*sorted(labelled), *sorted(others)), len(labelled))


def _expected(block: _Block) -> Fraction:
    """The sum of the labelled scores if the label meant nothing."""
    return Fraction(block.labelled * sum(block.scores), len(block.scores))


def _margin(blocks: Sequence[_Block], difference: Fraction, weight: Fraction) -> float:
    """Half the width of the interval, in units."""
    total = sum(len(block.scores) for block in blocks)
    freedom = total - len(blocks) - 1
    squares = sum(
        (
            sum(score * score for score in block.scores) - Fraction(sum(block.scores) ** 2, len(block.scores))
            for block in blocks
        ),
        Fraction(0),
    )
    rest = max(Fraction(0), squares - difference**2 * weight)
    return _t_quantile(freedom) * sqrt(rest / freedom / weight)


def _t_quantile(freedom: int) -> float:
    """The quantile of Student's t, expanded about the normal one (Abramowitz & Stegun 26.7.5): to 0.001 from 8 on."""
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + sum(float(term) / float(freedom) ** place for place, term in enumerate(terms, start=1))


def _p_value(blocks: Sequence[_Block]) -> tuple[Fraction, bool]:
    """Whole numbers throughout: no permutation is just as far by a rounding error."""
    scale = lcm(*(len(block.scores) for block in blocks))
    expected = sum(int(_expected(block) * scale) for block in blocks)
    observed = abs(scale * sum(sum(block.scores[: block.labelled]) for block in blocks) - expected)
    number = prod(comb(len(block.scores), block.labelled) for block in blocks)
    if number <= MOST_EXACT:
        sums = [[sum(each) for each in combinations(block.scores, block.labelled)] for block in blocks]
        far = sum(abs(scale * sum(chosen) - expected) >= observed for chosen in product(*sums))
        return Fraction(far, number), True
    # Sums beyond 64 bits stay exact, only slower.
    kind = np.int64 if sum(map(abs, (score for b in blocks for score in b.scores))) < 2**62 else object
    drawn = np.zeros(DRAWS, dtype=kind)
    generator = np.random.default_rng(SEED)
    for block in blocks:
        values = np.array(block.scores, dtype=kind)
        order = np.argsort(generator.random((DRAWS, len(values))), axis=1, kind="stable")
        drawn += values[order[:, : block.labelled]].sum(axis=1)
    far = sum(abs(scale * int(total) - expected) >= observed for total in drawn)
    return Fraction(far + 1, DRAWS + 1), False
