"""The effect of a label: against all permutations written out, on planted differences, whatever the order."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.psychometrics import label_effect as room
from app.psychometrics.label_effect import LabelEffect, LabelledScore, label_effect


def scores_of(*blocks: tuple[str, list[int], list[int]]) -> list[LabelledScore]:
    """Blocks of a name, scores with and scores without the label."""
    return [
        LabelledScore(name, is_labelled, Fraction(score))
        for name, labelled, others in blocks
        for is_labelled, values in ((True, labelled), (False, others))
        for score in values
    ]


def test_a_planted_difference_is_found_whoever_judged() -> None:
    # A strict pair has most labelled ones: the plain means differ by far more than the label did.
    strict = ("strict", [50 - 4, 55 - 4, 60 - 4, 65 - 4] * 5, [50, 55, 60, 65])
    mild = ("mild", [80 - 4, 85 - 4], [80, 85] * 8)
    found = label_effect(scores_of(strict, mild))
    assert (found.labelled, found.others, found.blocks) == (22, 20, 2)
    assert found.difference == Decimal("-4.00")
    assert found.low is not None
    assert found.high is not None
    assert found.low < -4 < found.high


def test_without_a_difference_nothing_is_found() -> None:
    found = label_effect(scores_of(("one", [60, 70, 80] * 6, [60, 70, 80] * 6)))
    assert (found.difference, found.p_value, found.is_exact) == (Decimal("0.00"), Decimal("1.0000"), False)
    assert (found.low, found.high) == (Decimal("-5.69"), Decimal("5.69"))


def test_few_are_not_compared_and_blocks_of_one_kind_do_not_count() -> None:
    alone: tuple[str, list[int], list[int]] = ("alone", [10] * 40, [])
    found = label_effect(scores_of(("one", [60] * 9, [70] * 30), alone))
    assert found == LabelEffect(labelled=9, others=30, blocks=1)
    assert label_effect([]) == LabelEffect(0, 0, 0)


def test_few_permutations_are_all_counted() -> None:
    # Ten blocks of two: 1,024 permutations, of which those as far as the observed sum are counted.
    blocks = [(f"{place:02}", [60 + place], [70]) for place in range(10)]
    found = label_effect(scores_of(*blocks))
    gaps = [place - 10 for place in range(10)]
    observed = abs(sum(gaps))
    far = sum(
        abs(sum(gap if sign else -gap for gap, sign in zip(gaps, signs, strict=True))) >= observed
        for signs in ([bool(number >> place & 1) for place in range(10)] for number in range(1024))
    )
    assert (found.p_value, found.is_exact) == (round(Decimal(far) / 1024, 4), True)


def test_p_value_of_one_block_is_that_of_every_order() -> None:
    block = room._Block((3, 9, 4, 7, 5), 2)
    sums = [sum(order[:2]) for order in permutations(block.scores)]
    mean = Fraction(2 * 28, 5)
    far = sum(abs(total - mean) >= abs(12 - mean) for total in sums)
    assert room._p_value([block]) == (Fraction(far, len(sums)), True)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.booleans(), st.integers(0, 100)), min_size=20, max_size=60),
    st.randoms(use_true_random=False),
)
def test_order_changes_nothing_and_the_interval_holds_the_difference(
    told: list[tuple[str, bool, int]], random: Random
) -> None:
    scores = [LabelledScore(block, is_labelled, Fraction(score, 3)) for block, is_labelled, score in told]
    before = label_effect(scores)
    random.shuffle(scores)
    assert label_effect(scores) == before
    if before.difference is not None:
        assert before.low is not None
        assert before.high is not None
        assert before.low <= before.difference <= before.high


def test_drawn_permutations_never_give_a_p_value_of_zero() -> None:
    found = label_effect(scores_of(("one", [50] * 12, [80] * 12)))
    assert (found.p_value, found.is_exact) == (Decimal("0.0001"), False)
