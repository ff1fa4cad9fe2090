"""The workbench as one ASGI application: the gate, the doors of this room, and the screens behind them."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
import uvicorn
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app.errors import StoreUnavailable
from app.web.allocation import use_few_pools
from app.web.core_notices import CoreNotices
from app.web.evidence_files import EvidenceFiles
from app.web.garbage import collect_everything_now_and_then, collect_seldom
from app.web.gate import Gate
from app.web.page_pictures import PagePictures
from app.web.part_modules import part_routes
from app.web.quality_reports import QualityReports
from app.web.score_workbooks import score_workbook_routes
from app.web.search_explanation import explanation_routes
from app.web.sign_in_pages import SignInPages
from app.web.signed_lists import signed_list_routes
from app.web.widget_memory import forget_gone_parts
from app.workbench import Workbench

SCREENS = Path(__file__).parents[1] / "main.py"
GRACE_SECONDS = 5
LOGGER = logging.getLogger(__name__)


def build_app(workbench: Workbench, *, script: Path = SCREENS) -> st.App:
    """The application; one a process, because the screens' runtime is one a process."""
    pictures = PagePictures(
        workbench.settings.cache / "pictures", most_megabytes=workbench.settings.cache_megabytes
    )

    @asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[dict[str, Any]]:
        _quiet_server_logs()
        collect_seldom()
        collecting = asyncio.create_task(collect_everything_now_and_then())
        forget_gone_parts()
        try:
            yield {}
        finally:
            collecting.cancel()
            pictures.close()

    return st.App(
        script.absolute(),
        middleware=[Middleware(Gate, workbench=workbench)],
        routes=web_routes(workbench, pictures),
        lifespan=lifespan,
        exception_handlers={StoreUnavailable: tell_unavailable},
    )


def _quiet_server_logs() -> None:
    """Streamlit gives the server's loggers handlers of its own; addresses asked for do not belong in a log."""
    access = logging.getLogger("uvicorn.access")
    access.handlers.clear()
    access.propagate = False
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)


async def tell_unavailable(_: Request, error: StoreUnavailable) -> Response:
    """The store of judgements is away or busy: try again, nothing is lost."""
    LOGGER.warning("store unavailable: %s", error.reason)
    return PlainTextResponse("store unavailable", status_code=503, headers={"retry-after": "5"})


def web_routes(workbench: Workbench, pictures: PagePictures) -> list[Route]:
    """Every door of this room."""

    async def tell_health(_: Request) -> Response:
        await run_in_threadpool(workbench.store.load_settings)
        return PlainTextResponse("ok")

    return [
        *SignInPages(workbench).routes(),
        *EvidenceFiles(workbench, pictures).routes(),
        *CoreNotices(workbench).routes(),
        *signed_list_routes(workbench),
        *score_workbook_routes(workbench),
        *QualityReports(workbench).routes(),
        *part_routes(),
        *explanation_routes(),
        Route("/healthz", tell_health),
    ]


def server_of(workbench: Workbench, *, script: Path = SCREENS) -> uvicorn.Server:
    """The server, not yet running. A proxy on this machine may name the visitor's address."""
    config = uvicorn.Config(
        build_app(workbench, script=script),
        host=workbench.settings.address,
        port=workbench.settings.port,
        ws="websockets-sansio",
        # Messages are small; a compressor for each of sixty visitors costs more memory and time than it saves.
        ws_per_message_deflate=False,
        log_level="warning",
        access_log=False,
        server_header=False,
        use_colors=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    return uvicorn.Server(config)


def run_server(workbench: Workbench, greeting: str) -> bool:
    """Serve until stopped; False when the address could not be taken. The greeting is said once listening."""
    use_few_pools()
    server = _GreetingServer(server_of(workbench).config, greeting)
    server.run()
    return server.started


class _GreetingServer(uvicorn.Server):
    """Says where it listens only when it does."""

    def __init__(self, config: uvicorn.Config, greeting: str) -> None:
        super().__init__(config)
        self._greeting = greeting

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As the parent, then the greeting."""
        await super().startup(sockets)
        if self.started:
            print(self._greeting, flush=True)
