"""The order of the applicant list: always the same for the same question, equal ones by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.scores import ReviewState
from app.workflows.desk_views import ApplicantLine, ApplicantOrder

_STATE_ORDER = (ReviewState.PARTIAL, ReviewState.NOT_SCORED, ReviewState.ABSTAINED, ReviewState.SCORED)
_MODE_ORDER = ("database", "partial_pdf", "pdf", "missing")


@dataclass(frozen=True)
class Place:
    """What lines are compared by: ``value`` gives None where it is not known, ``then`` decides between equals."""

    value: Callable[[ApplicantLine], Any]
    then: Callable[[ApplicantLine], str] = lambda line: ""  # noqa: ARG005
    is_largest_first: bool = False


def in_order(
    lines: Iterable[ApplicantLine],
    order: ApplicantOrder,
    *,
    plan_id: PlanId,
    reviewer_id: PersonId,
    is_reversed: bool = False,
) -> tuple[ApplicantLine, ...]:
    """PDF uploads last as a group of their own, then the asked order either way, then the number.

    Unknown values come last in both directions: they are not the smallest, they are unknown.
    """
    place = _PLACES.get(order) or _random_place(plan_id, reviewer_id)
    is_down = place.is_largest_first is not is_reversed
    valued = [(place.value(line), line) for line in sorted(lines, key=lambda line: _tie(line, place))]
    known = sorted(
        (each for each in valued if each[0] is not None), key=lambda each: each[0], reverse=is_down
    )
    unknown = [line for value, line in valued if value is None]
    ordered = [*(line for _, line in known), *unknown]
    return tuple(sorted(ordered, key=lambda line: line.is_pdf))


def _tie(line: ApplicantLine, place: Place) -> tuple[bool, str, str, str]:
    then = place.then(line)
    return not then, then, line.summary.application_number, line.application_id


def _random_place(plan_id: PlanId, reviewer_id: PersonId) -> Place:
    def value(line: ApplicantLine) -> bytes:
        text = f"{plan_id}\x1f{reviewer_id}\x1f{line.application_id}"
        return blake2b(text.encode(), digest_size=8).digest()

    return Place(value)


def _standing(line: ApplicantLine) -> Decimal | None:
    return line.summary.mean_standing


_PLACES: dict[ApplicantOrder, Place] = {
    ApplicantOrder.NUMBER: Place(lambda line: line.summary.application_number or None),
    ApplicantOrder.IDENTITY: Place(lambda line: line.summary.applicant_status or None),
    ApplicantOrder.SCHOOL: Place(lambda line: line.summary.school_name or None),
    ApplicantOrder.COUNTY: Place(
        lambda line: line.summary.county or None, then=lambda line: line.summary.school_name
    ),
    ApplicantOrder.SCHOOL_TYPE: Place(lambda line: line.summary.school_type or None),
    ApplicantOrder.MODE: Place(lambda line: _MODE_ORDER.index(line.summary.submission_mode)),
    ApplicantOrder.NAME: Place(lambda line: line.summary.name or None),
    ApplicantOrder.STANDING: Place(_standing),
    ApplicantOrder.SCORE: Place(lambda line: line.total, is_largest_first=True),
    ApplicantOrder.PROGRESS: Place(lambda line: _STATE_ORDER.index(line.state)),
}
