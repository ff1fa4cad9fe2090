"""The door to announcements of core data: a page to be printed and a file for machines; rights are asked each time."""

from __future__ import annotations

from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.domain.evidence import ProgrammeCode
from app.domain.people import Person
from app.domain.visibility import NotAllowed
from app.errors import NotFound, SnapshotBroken
from app.exchange.core_notice_file import Announcement, write_core_notice
from app.web.cookies import as_language
from app.web.evidence_files import not_found
from app.web.notice_page import notice_page
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.core_notice_document import NoticeFormat, open_announcement
from app.workflows.sign_in import SESSION_COOKIE

FORMATS: tuple[NoticeFormat, ...] = ("html", "json")


class CoreNotices:
    """The handler below ``/export/announcement``."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def routes(self) -> list[Route]:
        """The path this door answers."""
        return [Route("/export/announcement/{programme_code}.{format}", self.send_notice, methods=["GET"])]

    def send_notice(self, request: Request) -> Response:
        """The announced stages: shown as a page, or saved as JSON."""
        form = next((each for each in FORMATS if each == request.path_params["format"]), None)
        announcement = self._open(request, form) if form else None
        if announcement is None:
            return not_found()
        if form == "html":
            language = as_language(request.query_params.get("language"))
            return Response(notice_page(announcement, language), media_type="text/html; charset=utf-8")
        programme = announcement.programme
        name = f"core-data-{programme.programme_code}-{programme.admission_year}.json"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(write_core_notice(announcement), media_type="application/json", headers=headers)

    def _open(self, request: Request, form: NoticeFormat) -> Announcement | None:
        """One None for what is unknown, not announced or refused: a stranger learns nothing."""
        person = cast(Person, request.state.person)
        access = Access(person, self._workbench, cookie=request.cookies.get(SESSION_COOKIE))
        try:
            return open_announcement(access, ProgrammeCode(request.path_params["programme_code"]), form)
        except (NotFound, NotAllowed, SnapshotBroken):
            return None
