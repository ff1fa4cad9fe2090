"""Which reviewers may be compared."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.connection import LinkProposal, connected_groups, is_connected, linking_proposals


def pairs(*words: str) -> list[tuple[ApplicationId, PersonId]]:
    """Pairs written as application letter and reviewer letter."""
    return [(ApplicationId(word[0]), PersonId(word[1])) for word in words]


def test_connected_groups_join_through_a_third_reviewer() -> None:
    assert connected_groups(pairs("px", "py", "qz", "qw", "ry", "rz")) == (frozenset("wxyz"),)


def test_connected_groups_of_two_panels_are_two() -> None:
    assert connected_groups(pairs("qw", "px", "py", "rx")) == (frozenset("xy"), frozenset("w"))


def test_is_connected_only_as_one_group() -> None:
    assert [is_connected(pairs("px", "py")), is_connected(pairs("px", "qy")), is_connected([])] == [
        True,
        False,
        False,
    ]


def proposed(*words: str, candidates: str, recused: tuple[str, ...] = (), links: int = 1) -> list[str]:
    """Proposals as words, from candidates written with spaces."""
    found = linking_proposals(pairs(*words), pairs(*candidates.split()), recused=pairs(*recused), links=links)
    return [f"{each.application_id}{each.reviewer_id}" for each in found]


def test_linking_proposals_take_the_least_loaded_reviewer_and_the_least_read_application() -> None:
    # Groups {x, y} over p, q and {z} over r: z has one review, x two; r has one reader, q and p two.
    assert proposed("px", "py", "qx", "qy", "rz", candidates="pz qz rx ry") == ["pz"]
    assert proposed("px", "py", "qx", "qy", "rz", candidates="rx ry") == ["rx"]


def test_linking_proposals_spread_additions_over_reviewers() -> None:
    # x has the fewest reviews, but after one addition it is another's turn.
    assert proposed("px", "qy", "ry", "sz", "tz", "uz", candidates="qx sx sy") == ["qx", "sy"]


def test_linking_proposals_say_which_groups_they_join() -> None:
    found = linking_proposals(pairs("px", "py", "rz"), pairs("rx"))
    assert found == (LinkProposal(ApplicationId("r"), PersonId("x"), joins=(2, 1)),)


def test_linking_proposals_never_name_a_recused_pair() -> None:
    assert proposed("px", "py", "rz", candidates="pz rx ry", recused=("pz", "rx")) == ["ry"]
    assert proposed("px", "py", "rz", candidates="pz", recused=("pz",)) == []


def test_linking_proposals_leave_out_strangers_and_what_is_connected() -> None:
    assert proposed("px", "py", "rz", candidates="sx pw") == []
    assert proposed("px", "py", candidates="py px") == []
    assert proposed(candidates="px") == []


def test_linking_proposals_with_more_links_join_the_same_groups_by_other_reviewers() -> None:
    found = proposed("px", "py", "qx", "qy", "rz", "sz", candidates="pz qz rx ry sx sy", links=3)
    assert len(found) == 3
    assert len({word[0] for word in found}) == 3
    assert len({word[1] for word in found}) == 3


letters = st.lists(st.tuples(st.sampled_from("pqrstuv"), st.sampled_from("wxyz")), max_size=14, unique=True)


@settings(max_examples=150)
@given(letters, letters, letters, st.integers(1, 3))
def test_linking_proposals_are_as_few_as_can_be(
    given_pairs: list[tuple[str, str]],
    candidates: list[tuple[str, str]],
    recused: list[tuple[str, str]],
    links: int,
) -> None:
    known, others, barred = (pairs(*map("".join, words)) for words in (given_pairs, candidates, recused))
    found = linking_proposals(known, others, recused=barred, links=links)
    added = [(each.application_id, each.reviewer_id) for each in found]
    assert set(added) <= set(others) - set(barred) - set(known)
    assert len(set(added)) == len(added)
    # Everything the candidates could add joins no more groups than what was chosen.
    seen = {application for application, _ in known}, {reviewer for _, reviewer in known}
    useful = [pair for pair in others if pair not in barred and pair[0] in seen[0] and pair[1] in seen[1]]
    groups = len(connected_groups(known))
    reached = len(connected_groups([*known, *added]))
    assert reached == len(connected_groups([*known, *useful]))
    if links == 1:
        assert len(added) == groups - reached
    assert linking_proposals(known[::-1], others[::-1], recused=barred, links=links) == found


@settings(max_examples=150)
@given(letters, letters)
def test_linking_proposals_take_the_cheapest_pair_each_time(
    given_pairs: list[tuple[str, str]], candidates: list[tuple[str, str]]
) -> None:
    known, others = (pairs(*map("".join, words)) for words in (given_pairs, candidates))
    applications, reviewers = {pair[0] for pair in known}, {pair[1] for pair in known}
    now = list(known)
    chosen: list[tuple[ApplicationId, PersonId]] = []
    while True:
        joining = [
            pair
            for pair in others
            if pair[0] in applications
            and pair[1] in reviewers
            and len(connected_groups([*now, pair])) < len(connected_groups(now))
        ]
        if not joining:
            break
        added, load, readers = (
            Counter(pair[1] for pair in chosen),
            Counter(pair[1] for pair in now),
            Counter(pair[0] for pair in now),
        )
        best = min(joining, key=lambda pair: (added[pair[1]], load[pair[1]], readers[pair[0]], pair))
        now.append(best)
        chosen.append(best)
    found = linking_proposals(known, others)
    assert [(each.application_id, each.reviewer_id) for each in found] == chosen
