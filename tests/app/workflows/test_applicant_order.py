"""The order of the applicant list: stable, unknown values last, random but the same for one reviewer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.evidence import ApplicantId, ApplicationId, ApplicationSummary, ProgrammeCode, SubmissionMode
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.scores import ReviewState
from app.workflows.applicant_order import in_order
from app.workflows.desk_views import ApplicantLine, ApplicantOrder

PLAN = PlanId("999101-115")


def line(number: str, *, mode: SubmissionMode = "database", standing: str | None = None) -> ApplicantLine:
    summary = ApplicationSummary(
        application_id=ApplicationId(f"app-{number}"),
        applicant_id=ApplicantId(f"person-{number}"),
        programme_code=ProgrammeCode("999101"),
        application_number=number,
        name="合成",
        school_name="合成高中",
        county=None,
        school_type=None,
        applicant_status=None,
        low_income=None,
        submission_mode=mode,
        mean_standing=Decimal(standing) if standing else None,
        semester_grade_mean=None,
    )
    return ApplicantLine(summary, ReviewState.NOT_SCORED, None, True)


def numbers(
    lines: list[ApplicantLine], order: ApplicantOrder, reviewer: str = "r1", *, is_reversed: bool = False
) -> list[str]:
    ordered = in_order(lines, order, plan_id=PLAN, reviewer_id=PersonId(reviewer), is_reversed=is_reversed)
    return [each.summary.application_number for each in ordered]


def test_unknown_standing_comes_after_known_ones_and_pdf_after_both() -> None:
    lines = [line("1", mode="pdf"), line("2"), line("3", standing="40.0"), line("4", standing="5.5")]
    assert numbers(lines, ApplicantOrder.STANDING) == ["4", "3", "2", "1"]


def test_largest_own_score_comes_first_and_the_unscored_last() -> None:
    lines = [line("1"), replace(line("2"), total=Decimal("0")), replace(line("3"), total=Decimal("88"))]
    assert numbers(lines, ApplicantOrder.SCORE) == ["3", "2", "1"]


@given(st.permutations([f"{number:03}" for number in range(30)]))
def test_random_order_does_not_depend_on_the_order_of_arrival(arrival: list[str]) -> None:
    lines = [line(number) for number in arrival]
    assert numbers(lines, ApplicantOrder.RANDOM) == numbers(sorted_by_number(lines), ApplicantOrder.RANDOM)


def sorted_by_number(lines: list[ApplicantLine]) -> list[ApplicantLine]:
    return sorted(lines, key=lambda each: each.summary.application_number)


def test_random_order_differs_between_reviewers() -> None:
    lines = [line(f"{number:03}") for number in range(30)]
    first, second = (numbers(lines, ApplicantOrder.RANDOM, reviewer) for reviewer in ("r1", "r2"))
    assert sorted(first) == sorted(second) == numbers(lines, ApplicantOrder.NUMBER)
    assert len({tuple(first), tuple(second), tuple(numbers(lines, ApplicantOrder.NUMBER))}) == 3


KNOWN: dict[ApplicantOrder, dict[str, object]] = {
    ApplicantOrder.IDENTITY: {"applicant_status": "一般生"},
    ApplicantOrder.SCHOOL: {"school_name": "甲高中"},
    ApplicantOrder.COUNTY: {"county": "臺北市"},
    ApplicantOrder.SCHOOL_TYPE: {"school_type": "H"},
    ApplicantOrder.NAME: {"name": "甲"},
    ApplicantOrder.STANDING: {"mean_standing": Decimal(5)},
}
BLANK: dict[str, object] = {
    "applicant_status": None,
    "school_name": "",
    "county": None,
    "school_type": None,
    "name": "",
}


def with_facts(each: ApplicantLine, **facts: object) -> ApplicantLine:
    return replace(each, summary=replace(each.summary, **facts))  # type: ignore[arg-type]


@pytest.mark.parametrize("is_reversed", [False, True])
@pytest.mark.parametrize("order", KNOWN)
def test_unknown_values_come_last_either_way_and_pdf_after_them(
    order: ApplicantOrder, is_reversed: bool
) -> None:
    unknown = with_facts(line("1"), **BLANK)
    known = with_facts(unknown, application_number="2", application_id=ApplicationId("b"), **KNOWN[order])
    pdf = with_facts(line("0", mode="pdf"), **BLANK | KNOWN[order])
    assert numbers([pdf, unknown, known], order, is_reversed=is_reversed) == ["2", "1", "0"]


@given(st.permutations(range(12)), st.sampled_from(ApplicantOrder))
def test_the_other_way_round_turns_what_differs_and_keeps_equal_ones_by_number(
    arrival: list[int], order: ApplicantOrder
) -> None:
    lines = [replace(line(f"{number:02}"), total=Decimal(number // 3)) for number in arrival]
    there, back = numbers(lines, order), numbers(lines, order, is_reversed=True)
    assert sorted(there) == sorted(back)
    if order in (ApplicantOrder.NUMBER, ApplicantOrder.RANDOM):
        assert back == there[::-1]
    elif order is ApplicantOrder.SCORE:
        assert there == ["09", "10", "11", "06", "07", "08", "03", "04", "05", "00", "01", "02"]
        assert back == sorted(back)
    else:
        assert back == there
