"""Files made for one person at one moment: rights are asked at every request, and a stranger learns nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from app.domain.people import Person
from app.domain.visibility import NotAllowed
from app.errors import NotFound, SnapshotBroken
from app.web.evidence_files import not_found
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.sign_in import SESSION_COOKIE
from app.workflows.total_ranking import ListFile

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send_made(
    request: Request, workbench: Workbench, make: Callable[[Access], ListFile], *, media_type: str
) -> Response:
    """What ``make`` makes, to be saved; one answer for what does not exist and what may not be had."""
    person = cast(Person, request.state.person)
    access = Access(person, workbench, cookie=request.cookies.get(SESSION_COOKIE))
    try:
        made = make(access)
    except (NotFound, SnapshotBroken):
        # What was asked for may be a stranger's text and stays out of the log.
        workbench.store.log(person_id=person.person_id, action="refused", object_key="file/unknown")
        return not_found()
    except NotAllowed:
        return not_found()
    headers = {"content-disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, media_type=media_type, headers=headers)
