"""Progress by what a plan requires: what is beyond it in one place makes up for nothing in another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.review_progress import ReviewProgress, review_progress


def test_more_reviews_of_one_application_do_not_make_up_for_another() -> None:
    progress = review_progress(2, [3, 2, 1, 0])
    assert progress == ReviewProgress(each=2, required=8, scored=6, missing=3)
    assert (progress.counted, progress.beyond) == (5, 1)


def test_nobody_is_all_done() -> None:
    assert review_progress(2, []) == ReviewProgress(each=2, required=0, scored=0, missing=0)


@given(st.integers(1, 4), st.lists(st.integers(0, 6)))
def test_what_counts_and_what_is_beyond_are_all_that_was_scored(each: int, scored: list[int]) -> None:
    progress = review_progress(each, scored)
    assert progress.counted + progress.beyond == sum(scored)
    assert progress.counted == sum(min(each, count) for count in scored)
    assert 0 <= progress.missing <= progress.required
