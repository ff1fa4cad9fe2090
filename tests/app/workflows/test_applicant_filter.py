"""The filter: facets narrow each other down, choices of one add up, and every count is what would be left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.evidence import ApplicationId, CategoryCode, SnapshotId
from app.domain.evidence_change import CategoryChange, ChangeKind, Renewal
from app.domain.scores import ReviewState
from app.workflows.applicant_filter import (
    DRAFT,
    FLAGGED,
    INCOMPARABLE,
    MINE,
    OTHERS,
    RENEWED,
    UNKNOWN,
    ApplicantFilter,
    Facet,
    Marks,
    count_choices,
    sift,
)
from app.workflows.desk_views import ApplicantLine
from tests.app.workflows.test_applicant_order import line

NO_MARKS = Marks()
OLDER = SnapshotId("0123456789abcdef")
CHANGE = CategoryChange(CategoryCode("profile"), ChangeKind.CHANGED, 1, 1)


@st.composite
def lines_of(draw: st.DrawFn) -> list[ApplicantLine]:
    count = draw(st.integers(0, 12))
    return [
        replace(draw(LINES), summary=replace(draw(LINES).summary, application_id=key)) for key in _ids(count)
    ]


def _ids(count: int) -> list[ApplicationId]:
    return [ApplicationId(f"app-{number}") for number in range(count)]


def _line(
    state: ReviewState, county: str | None, standing: str | None, *, total: Decimal | None
) -> ApplicantLine:
    made = line("1", standing=standing)
    made = replace(made, state=state, total=total, is_flagged=total is not None and total > 90)
    return replace(made, summary=replace(made.summary, county=county))


LINES = st.builds(
    _line,
    st.sampled_from(ReviewState),
    st.sampled_from(["臺北市", "高雄市", None]),
    st.sampled_from(["3.2", "10", "10.01", "88", None]),
    total=st.none() | st.decimals(0, 100, places=1),
)
FILTERS = st.builds(
    ApplicantFilter,
    st.dictionaries(
        st.sampled_from([Facet.STATE, Facet.COUNTY, Facet.STANDING, Facet.MARK]),
        st.frozensets(
            st.sampled_from(["scored", "partial", "臺北市", UNKNOWN, "10", "25", FLAGGED]), max_size=3
        ),
    ),
    st.none() | st.integers(0, 100).map(Decimal),
    st.none() | st.integers(0, 100).map(Decimal),
)


@given(lines_of())
def test_empty_filter_leaves_everybody(lines: list[ApplicantLine]) -> None:
    assert sift(lines, ApplicantFilter(), NO_MARKS) == tuple(lines)


@given(lines_of(), FILTERS)
def test_what_is_left_keeps_its_order_and_is_left_again(
    lines: list[ApplicantLine], wanted: ApplicantFilter
) -> None:
    left = sift(lines, wanted, NO_MARKS)
    assert left == tuple(each for each in lines if each in left)
    assert sift(left, wanted, NO_MARKS) == left


@given(lines_of(), FILTERS, st.sampled_from([Facet.STATE, Facet.COUNTY, Facet.STANDING]))
def test_every_count_is_what_the_choice_alone_would_leave(
    lines: list[ApplicantLine], wanted: ApplicantFilter, facet: Facet
) -> None:
    for value, count in count_choices(lines, wanted, NO_MARKS)[facet].items():
        assert len(sift(lines, wanted.without(facet).toggled(facet, value), NO_MARKS)) == count


@given(lines_of(), FILTERS, st.sampled_from(["臺北市", "高雄市", UNKNOWN]))
def test_choice_of_an_untouched_facet_never_adds_anybody(
    lines: list[ApplicantLine], wanted: ApplicantFilter, county: str
) -> None:
    before = wanted.without(Facet.COUNTY)
    narrowed = sift(lines, before.toggled(Facet.COUNTY, county), NO_MARKS)
    assert set(map(id, narrowed)) <= set(map(id, sift(lines, before, NO_MARKS)))


@given(FILTERS, st.sampled_from(Facet), st.sampled_from(["scored", UNKNOWN]))
def test_toggling_twice_changes_nothing(wanted: ApplicantFilter, facet: Facet, value: str) -> None:
    twice = wanted.toggled(facet, value).toggled(facet, value)
    assert {key: each for key, each in twice.choices.items() if each} == {
        key: each for key, each in wanted.choices.items() if each
    }


@pytest.mark.parametrize(
    ("standing", "band"),
    [("0.1", "10"), ("10", "10"), ("10.01", "25"), ("50", "50"), ("100", "100"), (None, UNKNOWN)],
)
def test_band_takes_in_its_upper_end(standing: str | None, band: str) -> None:
    counts = count_choices([line("1", standing=standing)], ApplicantFilter(), NO_MARKS)
    assert counts[Facet.STANDING] == {band: 1}


def test_bounds_of_the_own_score_are_within_and_leave_no_unscored() -> None:
    lines = [replace(line(str(total)), total=Decimal(total)) for total in (59, 60, 80, 81)] + [line("9")]
    left = sift(lines, ApplicantFilter(lowest=Decimal(60), highest=Decimal(80)), NO_MARKS)
    assert [each.total for each in left] == [Decimal(60), Decimal(80)]


def test_who_is_not_assigned_has_no_state_to_choose() -> None:
    other = replace(line("2"), is_assigned=False)
    counts = count_choices([line("1"), other], ApplicantFilter(), NO_MARKS)
    assert counts[Facet.STATE] == {"not_scored": 1}
    assert counts[Facet.SCOPE] == {MINE: 1, OTHERS: 1}


def test_marks_and_news_are_facets_of_their_own() -> None:
    first, second, third = line("1"), replace(line("2"), is_flagged=True), line("3")
    marks = Marks(
        frozenset({second.application_id}),
        {
            first.application_id: Renewal(OLDER, (CHANGE,)),
            second.application_id: Renewal(OLDER, None, is_pending=True),
            third.application_id: Renewal(OLDER, None),
        },
    )
    counts = count_choices([first, second, third], ApplicantFilter(), marks)
    assert counts[Facet.MARK] == {FLAGGED: 1, DRAFT: 1}
    assert counts[Facet.EVIDENCE] == {RENEWED: 1, INCOMPARABLE: 1}
    chosen = ApplicantFilter().toggled(Facet.EVIDENCE, INCOMPARABLE)
    assert sift([first, second, third], chosen, marks) == (third,)
