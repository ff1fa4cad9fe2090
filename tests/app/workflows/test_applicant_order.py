"""The order of the applicant list: stable, unknown values last, random but the same for one reviewer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

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


def numbers(lines: list[ApplicantLine], order: ApplicantOrder, reviewer: str = "r1") -> list[str]:
    ordered = in_order(lines, order, plan_id=PLAN, reviewer_id=PersonId(reviewer))
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
