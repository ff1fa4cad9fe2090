"""The door to the own score workbook: made for the person who asks, from the scores of this moment."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.domain.plan import PlanId
from app.web.cookies import as_language
from app.web.made_files import XLSX, send_made
from app.workbench import Workbench
from app.workflows.score_workbook import hand_out_workbook


def score_workbook_routes(workbench: Workbench) -> list[Route]:
    """The path this door answers."""

    def send(request: Request) -> Response:
        plan_id = PlanId(request.path_params["plan_id"])
        language = as_language(request.query_params.get("language"))
        return send_made(
            request,
            workbench,
            lambda access: hand_out_workbook(access, plan_id, language=language, now=datetime.now(UTC)),
            media_type=XLSX,
        )

    return [Route("/export/scores/{plan_id}.xlsx", send, methods=["GET"])]
