"""The doors to signed lists and appeal sheets as files: rights are asked, and what leaves is put on record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import get_args

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId
from app.exchange.signed_list import FORMS, ListForm
from app.exchange.typeset import NoPrintingFont
from app.web.cookies import as_language
from app.web.evidence_files import not_found
from app.web.made_files import XLSX, send_made
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.appeal_text import AppealForm, AskedAppeal, export_appeal_sheet
from app.workflows.signed_list_content import EVERYONE
from app.workflows.signed_lists import AskedSigned, export_signed_list
from app.workflows.total_ranking import ListFile

MEDIA_TYPES: Mapping[ListForm, str] = {
    "pdf": "application/pdf",
    "xlsx": XLSX,
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
APPEAL_FORMS: tuple[AppealForm, ...] = get_args(AppealForm)


def signed_list_routes(workbench: Workbench) -> list[Route]:
    """The paths these doors answer; ``as_of`` is a moment in the address, none is now."""

    def send_list(request: Request) -> Response:
        form = next((each for each in FORMS if each == request.path_params["form"]), None)
        as_of, is_readable = _moment(request)
        if form is None or not is_readable:
            return not_found()
        asked = AskedSigned(
            PlanId(request.path_params["plan_id"]),
            form,
            language=as_language(request.query_params.get("language")),
            selection=request.query_params.get("selection", EVERYONE),
            as_of=as_of,
        )
        return _sent(
            request, workbench, lambda access: export_signed_list(workbench, access, asked), MEDIA_TYPES[form]
        )

    def send_appeal(request: Request) -> Response:
        form = next((each for each in APPEAL_FORMS if each == request.path_params["form"]), None)
        as_of, is_readable = _moment(request)
        if form is None or not is_readable:
            return not_found()
        asked = AskedAppeal(
            PlanId(request.path_params["plan_id"]),
            ApplicationId(request.path_params["application_id"]),
            language=as_language(request.query_params.get("language")),
            as_of=as_of,
        )
        return _sent(
            request,
            workbench,
            lambda access: export_appeal_sheet(access, asked, form=form),
            MEDIA_TYPES[form],
        )

    return [
        Route("/export/list/{plan_id}.{form}", send_list, methods=["GET"]),
        Route("/export/appeal/{plan_id}/{application_id}.{form}", send_appeal, methods=["GET"]),
    ]


def _sent(
    request: Request, workbench: Workbench, make: Callable[[Access], ListFile], media_type: str
) -> Response:
    try:
        return send_made(request, workbench, make, media_type=media_type)
    except NoPrintingFont as missing:
        # What the administrator must do is said to whoever asked for pages: nothing in it is secret.
        return PlainTextResponse(str(missing), status_code=501)


def _moment(request: Request) -> tuple[datetime | None, bool]:
    """The moment asked for, and whether it could be read; a time without a zone is none."""
    text = request.query_params.get("as_of", "")
    if not text:
        return None, True
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None, False
    return moment, moment.utcoffset() is not None
