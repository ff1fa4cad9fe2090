"""Which reviewers may be compared."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.connection import connected_groups, is_connected


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
