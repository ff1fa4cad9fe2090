"""Where a reviewer stopped, so that the desk opens there again, on another computer too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.domain.evidence import ApplicationId, CategoryCode
from app.reviews.store import ReadingPlace
from app.workflows.access import Access
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import require_view


@dataclass(frozen=True)
class Shown:
    """How an applicant is being read: the category, the view, and the list's order and filter as text."""

    category_code: CategoryCode
    order_text: str
    view_code: str = ""
    filter_text: str = ""


def find_place(access: Access, desk: Desk) -> ReadingPlace | None:
    """The stored place, if its applicant is still on this desk."""
    place = access.workbench.store.find_reading_place(access.person.person_id, desk.plan.plan_id)
    return place if place and desk.find_line(place.application_id) else None


def place_of(access: Access, desk: Desk, application_id: ApplicationId, *, shown: Shown) -> ReadingPlace:
    """What is to be remembered of the applicant now read."""
    return ReadingPlace(
        person_id=access.person.person_id,
        plan_id=desk.plan.plan_id,
        application_id=application_id,
        category_code=shown.category_code,
        sort_order=shown.order_text,
        view_code=shown.view_code,
        filter_text=shown.filter_text,
    )


def remember_place(access: Access, desk: Desk, place: ReadingPlace) -> None:
    """Write the place down aside of the reader, who waits for no such thing; a lost one costs a click."""
    require_view(access, desk.plan, place.application_id)
    key = ("reading place", place.person_id, place.plan_id)
    access.workbench.aside.write(key, partial(access.workbench.store.save_reading_place, place))
