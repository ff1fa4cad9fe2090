"""Where in the own list a form is drawn, for the record of the review."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.evidence import ApplicationId
from app.ui.state import queue
from app.workflows.desk_views import Desk
from app.workflows.queue_order import FILTERED, order_in_pass

QueuePlace = tuple[str, int | None]
"""An order, and a position in it counted from 1."""
PlaceOf = Callable[[ApplicationId], QueuePlace]


def queue_place(desk: Desk, application_id: ApplicationId) -> dict[str, object]:
    """Order and position of an applicant, as the scoring form sends them back."""
    return {"queue_order": _order_text(desk), "queue_position": desk.position(application_id)}


def places_in_pass(desk: Desk, view_code: str, ids: Sequence[ApplicationId]) -> PlaceOf:
    """Where each of these stands in a pass that shows them in this order."""
    order = order_in_pass(_order_text(desk), view_code)

    def place_of(application_id: ApplicationId) -> QueuePlace:
        return order, ids.index(application_id) + 1 if application_id in ids else None

    return place_of


def places_in_comparison(desk: Desk) -> PlaceOf:
    """Where each stands in the list from which the columns were taken."""
    order = order_in_pass(_order_text(desk), "compare")
    return lambda application_id: (order, desk.position(application_id))


def _order_text(desk: Desk) -> str:
    return queue.order().text + (FILTERED if desk.kept is not None else "")
