"""Lists of many resamples at once against the domain's own, one resample after the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.admission import Competitor, competes, standings
from app.domain.evidence import ApplicationId
from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.ranked_row import RowBlock
from app.psychometrics.resampled_lists import ABSENT, OUTCOMES, draw_lists

STATUSES = ("一般生", "原住民生", "離島生", None)
Field = list[tuple[str | None, list[tuple[int, bool]]]]
"""Of every application its status, and in every resample its key and whether it is ranked."""


@st.composite
def identity_lists(draw: st.DrawFn) -> list[IdentityList]:
    """Up to four lists with or without statuses, quota and end of the waitlist."""
    return [
        IdentityList(
            f"list{number}",
            "",
            draw(st.frozensets(st.sampled_from(STATUSES[:3]), max_size=2)),
            draw(st.none() | st.integers(0, 4)),
            draw(st.none() | st.integers(0, 3)),
        )
        for number in range(draw(st.integers(1, 4)))
    ]


@st.composite
def fields(draw: st.DrawFn) -> Field:
    """Few different keys, so that ties are usual."""
    resamples = draw(st.integers(1, 4))
    drawn = st.tuples(st.integers(-2, 3), st.sampled_from([True, True, True, False]))
    one = st.tuples(st.sampled_from(STATUSES), st.lists(drawn, min_size=resamples, max_size=resamples))
    return draw(st.lists(one, min_size=1, max_size=12))


def by_the_domain(
    lists: Sequence[IdentityList], field: Field, resample: int, tie: TieAtLine
) -> list[list[tuple[str, int] | None]]:
    """Outcome and rank of every application in every list."""
    competitors = [
        Competitor(
            ApplicationId(f"{number}"),
            status,
            RowBlock.RANKED if draws[resample][1] else RowBlock.GATED,
            (Decimal(draws[resample][0]),),
        )
        for number, (status, draws) in enumerate(field)
    ]
    found = standings(lists, competitors, tie)
    return [
        [
            next(
                (
                    (stood.outcome.value, stood.rank or 0)
                    for stood in found[each.application_id]
                    if stood.list_id == one.list_id
                ),
                None,
            )
            for each in competitors
        ]
        for one in lists
    ]


@settings(max_examples=300, deadline=None)
@given(lists=identity_lists(), field=fields(), tie=st.sampled_from(TieAtLine))
def test_outcomes_and_ranks_are_those_of_the_domain(
    lists: list[IdentityList], field: Field, tie: TieAtLine
) -> None:
    found = draw_lists(
        lists,
        [np.asarray([competes(one, status) for status, _ in field]) for one in lists],
        keys=np.asarray([[key for key, _ in draws] for _, draws in field]).T,
        is_ranked=np.asarray([[ranked for _, ranked in draws] for _, draws in field]).T,
        tie_at_line=tie,
    )
    for resample in range(len(field[0][1])):
        told = [
            [
                None if code == ABSENT else (OUTCOMES[code].value, rank)
                for code, rank in zip(one.outcomes[resample], one.ranks[resample].tolist(), strict=True)
            ]
            for one in found
        ]
        assert told == by_the_domain(lists, field, resample, tie)
