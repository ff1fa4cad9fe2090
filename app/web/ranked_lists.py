"""The door to ranked lists as files: rights are asked and the export is logged at every request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.domain.people import Person
from app.domain.plan import PlanId
from app.domain.visibility import NotAllowed
from app.errors import NotFound, SnapshotBroken
from app.web.cookies import as_language
from app.web.evidence_files import not_found
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.sign_in import SESSION_COOKIE
from app.workflows.total_ranking import EVERY_STATUS, AskedList, FileFormat, ListFile, export_shown_list

MEDIA_TYPES: Mapping[FileFormat, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


class RankedLists:
    """The handler below ``/export/ranking``."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def routes(self) -> list[Route]:
        """The path this door answers."""
        return [Route("/export/ranking/{plan_id}.{format}", self.send_list, methods=["GET"])]

    def send_list(self, request: Request) -> Response:
        """The list as it is at this moment, to be saved."""
        asked = _asked_list(request)
        made = self._make(request, asked) if asked is not None else None
        if asked is None or made is None:
            return not_found()
        headers = {"content-disposition": f'attachment; filename="{made.name}"'}
        return Response(made.content, media_type=MEDIA_TYPES[asked.format], headers=headers)

    def _make(self, request: Request, asked: AskedList) -> ListFile | None:
        """One None for unknown plans, unknown identities and refusals: a stranger learns nothing."""
        person = cast(Person, request.state.person)
        access = Access(person, self._workbench, cookie=request.cookies.get(SESSION_COOKIE))
        try:
            return export_shown_list(access, asked, now=datetime.now(UTC))
        except (NotFound, SnapshotBroken):
            # What was asked for may be a stranger's text and stays out of the log.
            self._workbench.store.log(
                person_id=person.person_id, action="refused", object_key="ranking/unknown"
            )
        except NotAllowed:
            pass
        return None


def _asked_list(request: Request) -> AskedList | None:
    name = request.path_params["format"]
    form = next((each for each in MEDIA_TYPES if each == name), None)
    if form is None:
        return None
    return AskedList(
        PlanId(request.path_params["plan_id"]),
        form,
        status=request.query_params.get("status", EVERY_STATUS),
        language=as_language(request.query_params.get("language")),
        list_id=request.query_params.get("list", ""),
    )
