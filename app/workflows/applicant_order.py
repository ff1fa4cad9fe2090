"""The order of the applicant list: always the same for the same question, equal ones by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from hashlib import blake2b

from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.scores import ReviewState
from app.workflows.desk_views import ApplicantLine, ApplicantOrder

Place = tuple[object, ...]
"""What lines are compared by; what is unknown comes after what is known."""

_STATE_ORDER = (ReviewState.PARTIAL, ReviewState.NOT_SCORED, ReviewState.ABSTAINED, ReviewState.SCORED)
_MODE_ORDER = ("database", "partial_pdf", "pdf", "missing")


def in_order(
    lines: Iterable[ApplicantLine], order: ApplicantOrder, *, plan_id: PlanId, reviewer_id: PersonId
) -> tuple[ApplicantLine, ...]:
    """PDF uploads last as a group of their own, then the asked order, then the number."""
    place_of = _PLACES.get(order) or _random_place(plan_id, reviewer_id)
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                line.is_pdf,
                place_of(line),
                line.summary.application_number,
                line.application_id,
            ),
        )
    )


def _random_place(plan_id: PlanId, reviewer_id: PersonId) -> Callable[[ApplicantLine], Place]:
    def place(line: ApplicantLine) -> Place:
        text = f"{plan_id}\x1f{reviewer_id}\x1f{line.application_id}"
        return (blake2b(text.encode(), digest_size=8).digest(),)

    return place


def _text_place(text: str | None) -> Place:
    return (not text, text or "")


def _number_place(number: Decimal | None, *, is_largest_first: bool = False) -> Place:
    value = number or Decimal(0)
    return (number is None, -value if is_largest_first else value)


_PLACES: dict[ApplicantOrder, Callable[[ApplicantLine], Place]] = {
    ApplicantOrder.NUMBER: lambda line: (),  # noqa: ARG005
    ApplicantOrder.IDENTITY: lambda line: _text_place(line.summary.applicant_status),
    ApplicantOrder.SCHOOL: lambda line: _text_place(line.summary.school_name),
    ApplicantOrder.COUNTY: lambda line: (
        *_text_place(line.summary.county),
        *_text_place(line.summary.school_name),
    ),
    ApplicantOrder.SCHOOL_TYPE: lambda line: _text_place(line.summary.school_type),
    ApplicantOrder.MODE: lambda line: (_MODE_ORDER.index(line.summary.submission_mode),),
    ApplicantOrder.NAME: lambda line: _text_place(line.summary.name),
    ApplicantOrder.STANDING: lambda line: _number_place(line.summary.mean_standing),
    ApplicantOrder.SCORE: lambda line: _number_place(line.total, is_largest_first=True),
    ApplicantOrder.PROGRESS: lambda line: (_STATE_ORDER.index(line.state),),
}
