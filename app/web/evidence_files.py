"""The doors to originals: every request names a file key, and every request is asked for its rights again."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from app.domain.evidence import EvidenceFile
from app.domain.people import Person
from app.web.cookies import page_language
from app.web.document_search import MOST_CHARACTERS, search_document
from app.web.forms import is_own_origin
from app.web.opened_files import OpenedFile, find_opened
from app.web.page_markup import page_words
from app.web.page_pictures import PagePictures
from app.web.picture_process import Made, NotShown
from app.workbench import Workbench
from app.workflows.document_place import find_page, remember_page

# Types a browser shows without running anything. The rest, PDF included, is saved instead of shown.
INLINE_TYPES = frozenset({"image/png", "image/jpeg", "audio/mpeg", "audio/mp4", "video/mp4"})
DEFAULT_WIDTH = 900
MOST_DIGITS = 6


class EvidenceFiles:
    """The handlers below ``/evidence``."""

    def __init__(self, workbench: Workbench, pictures: PagePictures) -> None:
        self._workbench = workbench
        self._pictures = pictures

    def routes(self) -> list[Route]:
        """The paths these doors answer."""
        return [
            Route("/evidence/{file_key}", self.send_original),
            Route("/evidence/{file_key}/pages", self._shown(self.send_sizes)),
            Route("/evidence/{file_key}/page/{page}", self._shown(self.send_page)),
            Route("/evidence/{file_key}/find", self._shown(self.send_hits)),
            Route("/evidence/{file_key}/page/{page}/find", self._shown(self.send_boxes)),
            Route("/evidence/{file_key}/image", self._shown(self.send_image)),
            Route("/evidence/{file_key}/stopped/{page}", self.take_page, methods=["POST"]),
        ]

    def send_original(self, request: Request) -> Response:
        """The original as received; ranges of it too, so that sound and film can be wound."""
        opened = find_opened(self._workbench, request)
        if opened is None:
            return not_found()
        if _starts_at_beginning(request):
            self._log_opening(request, opened.file)
        is_inline = opened.file.media_type in INLINE_TYPES
        return FileResponse(
            opened.path,
            media_type=opened.file.media_type if is_inline else "application/octet-stream",
            filename=opened.file.file_name,
            content_disposition_type="inline" if is_inline else "attachment",
        )

    async def send_sizes(self, _: Request, opened: OpenedFile) -> Made | NotShown:
        """How many pages a PDF has, how large they are, and on which of them the person stopped."""
        if opened.file.media_kind != "pdf":
            return NotShown("not_a_pdf")
        made = await self._pictures.page_sizes(opened.path, opened.file.sha256)
        stopped = await run_in_threadpool(find_page, opened.access, opened.file)
        if isinstance(made, NotShown) or stopped is None:
            return made
        return Made(json.dumps({**json.loads(made.content), "stopped_at": stopped}).encode())

    async def send_page(self, request: Request, opened: OpenedFile) -> Made | NotShown:
        """One page of a PDF as a picture."""
        page = _whole_number(request.path_params["page"], default=0)
        if opened.file.media_kind != "pdf":
            return NotShown("not_a_pdf")
        if page < 1:
            return NotShown("no_such_page")
        width = _whole_number(request.query_params.get("width"), default=DEFAULT_WIDTH)
        return await self._pictures.page_jpeg(opened.path, opened.file.sha256, page=page, width=width)

    async def send_hits(self, request: Request, opened: OpenedFile) -> Made | NotShown:
        """Where a text stands in a PDF, as the pipeline read it."""
        if opened.file.media_kind != "pdf":
            return NotShown("not_a_pdf")
        text = request.query_params.get("text", "")
        return await run_in_threadpool(search_document, opened.snapshot, opened.file.sha256, text)

    async def send_boxes(self, request: Request, opened: OpenedFile) -> Made | NotShown:
        """Where a text stands on one page of a PDF, as boxes."""
        page = _whole_number(request.path_params["page"], default=0)
        text = request.query_params.get("text", "").strip()[:MOST_CHARACTERS]
        if opened.file.media_kind != "pdf":
            return NotShown("not_a_pdf")
        if page < 1:
            return NotShown("no_such_page")
        return await self._pictures.page_finds(opened.path, opened.file.sha256, page=page, text=text)

    async def send_image(self, request: Request, opened: OpenedFile) -> Made | NotShown:
        """An image made small and clean."""
        if opened.file.media_kind != "image":
            return NotShown("not_an_image")
        width = _whole_number(request.query_params.get("width"), default=DEFAULT_WIDTH)
        return await self._pictures.image_jpeg(opened.path, opened.file.sha256, width=width)

    def take_page(self, request: Request) -> Response:
        """The page of a file on which the person stopped, for the next time it is opened, here or elsewhere."""
        if not is_own_origin(request):
            return JSONResponse({"reason": "foreign"}, status_code=403)
        opened = find_opened(self._workbench, request)
        page = _whole_number(request.path_params["page"], default=0)
        if opened is None or not remember_page(opened.access, opened.file, page):
            return not_found()
        return Response(status_code=204)

    def _shown(
        self, make: Callable[[Request, OpenedFile], Awaitable[Made | NotShown]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            opened = await run_in_threadpool(find_opened, self._workbench, request)
            if opened is None:
                return not_found()
            made = await make(request, opened)
            return _picture(made) if isinstance(made, Made) else _explanation(request, made)

        return answer

    def _log_opening(self, request: Request, file: EvidenceFile) -> None:
        person = cast(Person, request.state.person)
        self._workbench.store.log(
            person_id=person.person_id, action="file_opened", object_key=f"file/{file.file_key}"
        )


def not_found() -> Response:
    """The one answer for everything a person may not have."""
    return JSONResponse({"reason": "not_found"}, status_code=404)


def _picture(made: Made) -> Response:
    is_jpeg = made.content.startswith(b"\xff\xd8")
    return Response(made.content, media_type="image/jpeg" if is_jpeg else "application/json")


def _explanation(request: Request, not_shown: NotShown) -> Response:
    status = {"busy": 503, "no_such_page": 404}.get(not_shown.reason, 422)
    message = page_words(page_language(request))[not_shown.reason]
    return JSONResponse({"reason": not_shown.reason, "message": message}, status_code=status)


def _whole_number(text: str | None, *, default: int) -> int:
    is_number = text is not None and text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    return int(text) if is_number and text is not None else default


def _starts_at_beginning(request: Request) -> bool:
    """A player asks for many ranges of one file: only the first is an opening."""
    asked = request.headers.get("range", "bytes=0-").replace(" ", "")
    return asked.startswith("bytes=0-")
