"""The door that says a half-typed query in words: it reads nothing but what it is sent, and keeps nothing."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.domain.search_query import LONGEST
from app.ui.search_sentence import explain
from app.ui.text.language import Language

MOST_BYTES = 4096


def explanation_routes() -> list[Route]:
    """The path this door answers; the gate before it lets only signed-in people through."""
    return [Route("/search/explanation", send_explanation, methods=["POST"])]


async def send_explanation(request: Request) -> Response:
    """The conditions and what was not understood. Posted, because what is typed does not belong in an address."""
    sent = await request.body()
    try:
        asked = json.loads(sent if len(sent) <= MOST_BYTES else b"")
        text, language = str(asked["text"])[:LONGEST], Language(asked["language"])
    except (ValueError, KeyError, TypeError):
        return Response(status_code=400)
    conditions, problems = explain(text, language)
    return JSONResponse(
        {
            "conditions": [{"text": each.text, "verdict": ""} for each in conditions],
            "problems": [{"text": each.text, "piece": each.piece, "use": each.use} for each in problems],
        }
    )
