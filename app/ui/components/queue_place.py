"""Where in the own list a form is drawn, for the record of the review."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.ui.state import queue
from app.workflows.desk_views import Desk
from app.workflows.queue_order import FILTERED


def queue_place(desk: Desk, application_id: ApplicationId) -> dict[str, object]:
    """Order and position of an applicant, as the scoring form sends them back."""
    order = queue.order().text + (FILTERED if desk.kept is not None else "")
    return {"queue_order": order, "queue_position": desk.position(application_id)}
