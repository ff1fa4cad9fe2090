"""The door to the data-quality reports of the pipeline: rights are asked and the opening is logged each time."""

from __future__ import annotations

from typing import cast

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from app.domain.people import Person
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.web.evidence_files import not_found
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.data_quality import open_quality_report
from app.workflows.sign_in import SESSION_COOKIE


class QualityReports:
    """The handler below ``/quality``."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def routes(self) -> list[Route]:
        """The path this door answers."""
        return [Route("/quality/{snapshot_id}.html", self.send_report, methods=["GET"])]

    def send_report(self, request: Request) -> Response:
        """The page as the pipeline wrote it; the headers of this path let nothing in it run."""
        person = cast(Person, request.state.person)
        access = Access(person, self._workbench, cookie=request.cookies.get(SESSION_COOKIE))
        try:
            report = open_quality_report(access, request.path_params["snapshot_id"])
        except (NotAllowed, NotFound):
            return not_found()
        return FileResponse(report, media_type="text/html; charset=utf-8")
