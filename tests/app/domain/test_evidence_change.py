"""What changed between two snapshots: nothing where digests are equal, whatever the counts say otherwise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.evidence import CategoryCode
from app.domain.evidence_change import (
    CategoryChange,
    ChangeKind,
    Digests,
    EvidenceDigest,
    changed_categories,
)

PROFILE, OUTCOME, CLUB = (CategoryCode(each) for each in ("profile", "course_outcome", "activity.club"))
DIGESTS = st.dictionaries(
    st.sampled_from([PROFILE, OUTCOME, CLUB]),
    st.builds(EvidenceDigest, st.integers(0, 3), st.sampled_from(["a", "b"])),
)


def test_each_category_says_what_became_of_it() -> None:
    older = {PROFILE: EvidenceDigest(1, "a"), CLUB: EvidenceDigest(2, "b")}
    newer = {PROFILE: EvidenceDigest(1, "c"), OUTCOME: EvidenceDigest(3, "d")}
    assert changed_categories(older, newer) == (
        CategoryChange(CLUB, ChangeKind.WENT, 2, 0),
        CategoryChange(OUTCOME, ChangeKind.CAME, 0, 3),
        CategoryChange(PROFILE, ChangeKind.CHANGED, 1, 1),
    )


@given(DIGESTS)
def test_equal_evidence_is_no_change(digests: Digests) -> None:
    assert changed_categories(digests, dict(digests)) == ()


@given(DIGESTS, DIGESTS)
def test_the_way_back_is_the_same_change_the_other_way_round(first: Digests, second: Digests) -> None:
    there, back = changed_categories(first, second), changed_categories(second, first)
    assert [each.category_code for each in there] == [each.category_code for each in back]
    assert [(each.entries_before, each.entries_now) for each in there] == [
        (each.entries_now, each.entries_before) for each in back
    ]
