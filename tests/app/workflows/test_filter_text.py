"""A filter as text: read back as written, and any text at all is some filter."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.workflows.applicant_filter import DRAFT, FLAGGED, ApplicantFilter, Facet
from app.workflows.filter_text import filter_text, read_filter

VALUES = st.frozensets(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=1, max_size=4)
BOUNDS = st.none() | st.decimals(0, 100, places=2)
FILTERS = st.builds(
    ApplicantFilter, st.dictionaries(st.sampled_from([Facet.STATE, Facet.COUNTY]), VALUES), BOUNDS, BOUNDS
)


@given(FILTERS)
def test_filter_is_read_back_as_written(wanted: ApplicantFilter) -> None:
    assert read_filter(filter_text(wanted)) == wanted


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    again = read_filter(text)
    assert read_filter(filter_text(again)) == ApplicantFilter(
        {facet: again.chosen(facet) - {DRAFT} for facet in again.choices if again.chosen(facet) - {DRAFT}},
        again.lowest,
        again.highest,
    )


def test_drafts_of_one_browser_stay_out_of_the_text() -> None:
    wanted = ApplicantFilter({Facet.MARK: frozenset({FLAGGED, DRAFT})}, lowest=Decimal("60.5"))
    assert filter_text(wanted) == "mark:flagged;score:60.5~"
    assert filter_text(ApplicantFilter({Facet.MARK: frozenset({DRAFT})})) == ""


def test_what_cannot_be_read_is_left_out() -> None:
    assert read_filter("nonsense:a;state:scored;score:-5~1e9;;:x") == ApplicantFilter(
        {Facet.STATE: frozenset({"scored"})}
    )
