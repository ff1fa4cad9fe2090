"""正取, 增額, 備取 over identity lists: places, ties at the line, numbers, and what no order may change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.admission import Competitor, ListCounts, list_counts, standings
from app.domain.evidence import ApplicationId
from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.plan import PdfPlacement, RankingRules
from app.domain.ranked_row import Outcome, OutcomeReason, RowBlock
from app.domain.ranking import filter_list, rank
from tests.app.domain.rounds import dimension, entry, plan_of, review

EVERYONE = IdentityList("all", "一般", quota=2, waitlist=2)
NATIVE = IdentityList("native", "原住民", frozenset({"原住民生"}), quota=1)


def competitors(*totals: str, status: str = "一般生") -> list[Competitor]:
    """p, q, r … with these totals."""
    return [
        Competitor(ApplicationId(name), status, RowBlock.RANKED, (Decimal(total),))
        for name, total in zip("pqrstuvw", totals, strict=False)
    ]


def told(
    lists: list[IdentityList], members: list[Competitor], tie: TieAtLine = TieAtLine.EXTRA
) -> dict[str, list[tuple[str, int | None]]]:
    """Outcome and waitlist number by application, in the order of lists."""
    return {
        str(key): [(each.outcome.value, each.waitlist_number) for each in found]
        for key, found in standings(lists, members, tie).items()
    }


def test_quota_then_waitlist_then_nothing() -> None:
    assert told([EVERYONE], competitors("90", "80", "70", "60", "50")) == {
        "p": [("admitted", None)],
        "q": [("admitted", None)],
        "r": [("waitlisted", 1)],
        "s": [("waitlisted", 2)],
        "t": [("not_admitted", None)],
    }


def test_tie_at_the_line_admits_all_of_the_equal() -> None:
    assert told([EVERYONE], competitors("90", "80", "80", "70", "70", "60")) == {
        "p": [("admitted", None)],
        "q": [("extra", None)],
        "r": [("extra", None)],
        "s": [("waitlisted", 1)],
        "t": [("waitlisted", 1)],
        "u": [("not_admitted", None)],
    }


def test_tie_at_the_line_is_left_open_where_the_plan_says_so() -> None:
    members = competitors("90", "80", "80", "80", "70", "60")
    # One place is left for three: two of them will wait before the next, who has number 3.
    wide = replace(EVERYONE, waitlist=None)
    assert told([wide], members, TieAtLine.UNDECIDED) == {
        "p": [("admitted", None)],
        "q": [("undecided", None)],
        "r": [("undecided", None)],
        "s": [("undecided", None)],
        "t": [("waitlisted", 3)],
        "u": [("waitlisted", 4)],
    }


def test_equal_merit_shares_a_waitlist_number_also_at_its_end() -> None:
    assert told([EVERYONE], competitors("90", "80", "70", "60", "60", "50")) == {
        "p": [("admitted", None)],
        "q": [("admitted", None)],
        "r": [("waitlisted", 1)],
        "s": [("waitlisted", 2)],
        "t": [("waitlisted", 2)],
        "u": [("not_admitted", None)],
    }


def test_who_is_admitted_takes_no_place_in_a_later_list() -> None:
    members = [
        Competitor(ApplicationId("p"), "原住民生", RowBlock.RANKED, (Decimal(90),)),
        Competitor(ApplicationId("q"), "一般生", RowBlock.RANKED, (Decimal(80),)),
        Competitor(ApplicationId("r"), "原住民生", RowBlock.RANKED, (Decimal(70),)),
        Competitor(ApplicationId("s"), "原住民生", RowBlock.RANKED, (Decimal(60),)),
    ]
    found = standings([EVERYONE, NATIVE], members, TieAtLine.EXTRA)
    assert {str(key): [each.outcome.value for each in lists] for key, lists in found.items()} == {
        "p": ["admitted", "elsewhere"],
        "q": ["admitted"],
        "r": ["waitlisted", "admitted"],
        "s": ["waitlisted", "waitlisted"],
    }
    assert (found[ApplicationId("p")][1].elsewhere, found[ApplicationId("p")][1].rank) == ("all", 1)
    assert (found[ApplicationId("r")][1].rank, found[ApplicationId("s")][1].waitlist_number) == (2, 1)


def test_order_of_the_plan_decides_which_list_is_filled_first() -> None:
    members = [
        Competitor(ApplicationId("p"), "原住民生", RowBlock.RANKED, (Decimal(90),)),
        Competitor(ApplicationId("q"), "一般生", RowBlock.RANKED, (Decimal(80),)),
        Competitor(ApplicationId("r"), "一般生", RowBlock.RANKED, (Decimal(70),)),
    ]
    assert told([NATIVE, EVERYONE], members) == {
        "p": [("admitted", None), ("elsewhere", None)],
        "q": [("admitted", None)],
        "r": [("admitted", None)],
    }


@pytest.mark.parametrize(
    ("block", "quota", "outcome", "reason"),
    [
        (RowBlock.GATED, 5, Outcome.NOT_ADMITTED, OutcomeReason.BELOW_MINIMUM),
        (RowBlock.UNSCORED, 5, Outcome.OPEN, OutcomeReason.NO_TOTAL),
        (RowBlock.RANKED, None, Outcome.OPEN, OutcomeReason.NO_QUOTA),
        (RowBlock.GATED, None, Outcome.OPEN, OutcomeReason.NO_QUOTA),
        (RowBlock.RANKED, 0, Outcome.WAITLISTED, OutcomeReason.BEHIND_LINE),
    ],
)
def test_without_merit_or_quota_nobody_is_told_a_place(
    block: RowBlock, quota: int | None, outcome: Outcome, reason: OutcomeReason
) -> None:
    one = replace(EVERYONE, quota=quota)
    found = standings([one], [replace(competitors("90")[0], block=block)], TieAtLine.EXTRA)
    standing = found[ApplicationId("p")][0]
    assert (standing.outcome, standing.reason) == (outcome, reason)


def test_list_counts_and_filter_list() -> None:
    rules = RankingRules(identity_lists=(EVERYONE, NATIVE), tie_at_line=TieAtLine.UNDECIDED)
    plan = plan_of(dimension("a", "100", minimum="50"), rules=rules)
    entries = [entry(name, status="原住民生" if name in "qs" else "一般生") for name in "pqrst"]
    scores = {"p": "90", "q": "80", "r": "80", "s": "40"}
    ranked = rank(plan, entries, [review(name, "x", [score]) for name, score in scores.items()])
    # p is in; q and r are equal for the one place left; s is below a minimum; t has no total.
    assert list_counts(ranked, EVERYONE) == ListCounts(
        list_id="all",
        quota=2,
        admitted=1,
        extra=0,
        undecided=2,
        open_places=1,
        waitlisted=0,
        not_admitted=1,
        elsewhere=0,
        without_total=1,
    )
    native = filter_list(ranked, "native")
    assert [(row.application_id, row.rank, row.block) for row in native.rows] == [
        ("q", 1, RowBlock.RANKED),
        ("s", None, RowBlock.GATED),
    ]
    with pytest.raises(ValueError, match="nobody"):
        filter_list(ranked, "nobody")


# What holds for every input.


@st.composite
def fields(draw: st.DrawFn) -> tuple[list[IdentityList], list[Competitor]]:
    """Up to three lists and up to eight competitors of few merits, so that ties are frequent."""
    number = st.one_of(st.none(), st.integers(0, 4))
    lists = [
        IdentityList(name, name, draw(st.frozensets(st.sampled_from("XY"))), draw(number), draw(number))
        for name in ("one", "two", "three")[: draw(st.integers(1, 3))]
    ]
    members = [
        Competitor(
            ApplicationId(name),
            draw(st.sampled_from("XYZ")),
            block,
            (Decimal(draw(st.integers(1, 4))),) if block is RowBlock.RANKED else (),
        )
        for name in "pqrstuvw"[: draw(st.integers(0, 8))]
        for block in [draw(st.sampled_from([RowBlock.RANKED, RowBlock.RANKED, *RowBlock]))]
    ]
    return lists, members


TIES = st.sampled_from(TieAtLine)


@settings(max_examples=80, deadline=None)
@given(fields(), TIES, st.randoms(use_true_random=False))
def test_outcomes_do_not_depend_on_order(
    case: tuple[list[IdentityList], list[Competitor]], tie: TieAtLine, random: Random
) -> None:
    lists, members = case
    before = standings(lists, members, tie)
    random.shuffle(members)
    assert standings(lists, members, tie) == before


@settings(max_examples=120, deadline=None)
@given(fields(), TIES)
def test_equal_merit_has_equal_outcomes_and_better_merit_never_worse(
    case: tuple[list[IdentityList], list[Competitor]], tie: TieAtLine
) -> None:
    lists, members = case
    found = standings(lists, members, tie)
    order = [Outcome.ADMITTED, Outcome.EXTRA, Outcome.UNDECIDED, Outcome.WAITLISTED, Outcome.NOT_ADMITTED]
    for one in lists:
        stood = [
            (each.merit, standing)
            for each in members
            if each.block is RowBlock.RANKED
            for standing in found[each.application_id]
            if standing.list_id == one.list_id
        ]
        takers = [pair for pair in stood if pair[1].outcome in order]
        for merit, standing in takers:
            for other, its in takers:
                if merit == other:
                    assert (standing.outcome, standing.waitlist_number) == (its.outcome, its.waitlist_number)
                if merit > other:
                    assert order.index(standing.outcome) <= order.index(its.outcome)
        for merit, standing in stood:
            assert standing.rank == 1 + sum(other > merit for other, _ in stood)
            assert standing.equals == sum(other == merit for other, _ in stood)


@settings(max_examples=120, deadline=None)
@given(fields(), TIES)
def test_places_are_all_given_and_never_silently_too_many(
    case: tuple[list[IdentityList], list[Competitor]], tie: TieAtLine
) -> None:
    lists, members = case
    found = standings(lists, members, tie)
    for one in lists:
        outcomes = [each.outcome for rows in found.values() for each in rows if each.list_id == one.list_id]
        taken = outcomes.count(Outcome.ADMITTED)
        at_line = outcomes.count(Outcome.EXTRA) + outcomes.count(Outcome.UNDECIDED)
        if one.quota is None:
            assert set(outcomes) <= {Outcome.OPEN, Outcome.ELSEWHERE}
        else:
            assert taken <= one.quota
            assert (taken + at_line > one.quota and taken < one.quota) == bool(at_line)
            if Outcome.WAITLISTED in outcomes:
                assert taken + at_line >= one.quota
    for rows in found.values():
        assert sum(each.outcome in (Outcome.ADMITTED, Outcome.EXTRA) for each in rows) <= 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["60", "70", "80"]), st.booleans()), max_size=6))
def test_keeping_pdf_apart_changes_no_outcome(field: list[tuple[str, bool]]) -> None:
    entries = [
        entry(name, mode="pdf" if is_pdf else "database")
        for name, (_, is_pdf) in zip("pqrstu", field, strict=False)
    ]
    reviews = [review(name, "x", [score]) for name, (score, _) in zip("pqrstu", field, strict=False)]
    stood = []
    for placement in PdfPlacement:
        rules = RankingRules(identity_lists=(EVERYONE, NATIVE), pdf_placement=placement)
        rows = rank(plan_of(dimension("a", "100"), rules=rules), entries, reviews).rows
        stood.append({row.application_id: row.standings for row in rows})
    assert stood[0] == stood[1]
