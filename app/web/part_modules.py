"""The door to the scripts of the screen's own parts: they hold nothing of anybody, and never change."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.ui.components.part_files import PREFIX, find_module
from app.web.evidence_files import not_found

KEPT = "private, max-age=31536000, immutable"


async def send_module(request: Request) -> Response:
    """The module of this name; only the content it was named by is ever sent under it."""
    module = find_module(request.path_params["name"])
    if module is None:
        return not_found()
    return Response(module, media_type="text/javascript; charset=utf-8", headers={"cache-control": KEPT})


def part_routes() -> list[Route]:
    """The path this door answers."""
    return [Route(f"{PREFIX}/{{name}}", send_module, methods=["GET"])]
