"""The gate in front of everything: a known host, a live session, and the security headers on every answer."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.people import Person
from app.errors import StoreUnavailable
from app.web.headers import headers_for
from app.workbench import Workbench
from app.workflows.sign_in import SESSION_COOKIE, person_of_cookie

OPEN_PATHS = frozenset({"/sign-in", "/sign-in/style.css", "/_stcore/health", "/healthz"})
POLICY_VIOLATION = 1008


class Gate:
    """ASGI middleware. The person found is left in the scope's state for the routes behind."""

    def __init__(self, app: ASGIApp, workbench: Workbench) -> None:
        self._app = app
        self._workbench = workbench

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        path = connection.url.path
        guarded = _with_headers(send, path)
        refusal = await self._refusal(connection, path)
        if refusal is None:
            await self._app(scope, receive, guarded)
        elif scope["type"] == "websocket":
            # Closing before accepting is answered by the server as 403.
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await refusal(scope, receive, guarded)

    async def _refusal(self, connection: HTTPConnection, path: str) -> Response | None:
        if not is_known_host(connection, self._workbench.settings.allowed_hosts):
            return PlainTextResponse("unknown host", status_code=400)
        if path in OPEN_PATHS:
            return None
        try:
            person = await run_in_threadpool(self._find_person, connection)
        except StoreUnavailable:
            return PlainTextResponse("store unavailable", status_code=503, headers={"retry-after": "5"})
        connection.state.person = person
        return None if person is not None else _answer_to_stranger(connection, path)

    def _find_person(self, connection: HTTPConnection) -> Person | None:
        cookie = connection.cookies.get(SESSION_COOKIE)
        return person_of_cookie(self._workbench.store, cookie, datetime.now(UTC))


def is_known_host(connection: HTTPConnection, allowed_hosts: tuple[str, ...]) -> bool:
    """Whether the Host header names this workbench: a foreign name pointing here must not be answered."""
    host = connection.headers.get("host", "").lower()
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return name in allowed_hosts


def _answer_to_stranger(connection: HTTPConnection, path: str) -> Response:
    """A person on the way to a page is led to the sign-in; everything else gets nothing."""
    is_page = connection.scope.get("method") in ("GET", "HEAD") and "text/html" in connection.headers.get(
        "accept", ""
    )
    if not is_page:
        return Response(status_code=401)
    query = connection.url.query
    target = f"{path}?{query}" if query else path
    return RedirectResponse(f"/sign-in?next={quote(target, safe='')}", status_code=303)


def _with_headers(send: Send, path: str) -> Send:
    required = headers_for(path)

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in required.items():
                headers[name] = value
        await send(message)

    return send_with_headers
