"""A browser as far as the server can tell: the session cookie, the websocket, triggers out, drawn parts in."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.client import HTTPMessage
from typing import IO, Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from app.demo.accounts import DEMO_PASSWORD
from app.workflows.sign_in import SESSION_COOKIE

PATIENCE_SECONDS = 60.0
KEPT_RUNS = 2
"""How many runs a browser keeps a large message that was not drawn again."""
PAGE = "review"
ERROR_FORMAT = 1


@dataclass(frozen=True)
class Part:
    """A component as last drawn."""

    widget_id: str
    fragment_id: str
    text: bytes

    @property
    def data(self) -> dict[str, Any]:
        """What the script gave it."""
        found: dict[str, Any] = json.loads(self.text or b"{}")
        return found


@dataclass
class Run:
    """What one run of the script sent back; times are seconds since the message went out."""

    drawn: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    bytes: int = 0
    complaints: list[str] = field(default_factory=list)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        """The cookie is in the answer itself."""


def sign_in(address: str, name: str) -> str:
    """The cookie of a session opened through the sign-in page."""
    form = urllib.parse.urlencode({"name": name, "password": DEMO_PASSWORD, "next": "/"})
    request = urllib.request.Request(f"{address}/sign-in", form.encode(), {"Origin": address})
    try:
        urllib.request.build_opener(_NoRedirect).open(request, timeout=PATIENCE_SECONDS)
    except urllib.error.HTTPError as answer:
        cookies = answer.headers.get_all("set-cookie") or []
        found = [each.split(";")[0] for each in cookies if each.startswith(f"{SESSION_COOKIE}=")]
        if answer.code == 303 and found:
            return found[0]
        raise
    raise ConnectionError(f"{name} was not let in")


class Wire:
    """One open tab. Large messages are kept and announced as a browser does, so that they are not sent again."""

    def __init__(self, address: str, cookie: str, query: str) -> None:
        self._address, self._cookie = address, cookie
        self._connection: ClientConnection | None = None
        self._page_hash = ""
        self._kept: dict[str, tuple[int, Delta]] = {}
        self._runs = 0
        self.query = query
        self.parts: dict[str, Part] = {}

    async def open(self) -> Run:
        """Connect and have the page drawn for the first time."""
        await self.close()
        self._connection = await connect(
            self._address.replace("http", "ws", 1) + "/_stcore/stream",
            origin=Origin(self._address),
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": self._cookie},
            max_size=None,
            open_timeout=PATIENCE_SECONDS,
        )
        self._page_hash, self._kept = "", {}
        return await self._run(BackMsg())

    async def close(self) -> None:
        """Leave, if the tab is open."""
        if self._connection is not None:
            await self._connection.close()
        self._connection = None

    async def trigger(self, name: str, event: str, value: object) -> Run:
        """What a part does with ``setTriggerValue(event, value)``."""
        part = self.parts[name]
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = f"$$STREAMLIT_INTERNAL_KEY_{part.widget_id}__events"
        state.json_trigger_value = json.dumps([{"event": event, "value": value}])
        message.rerun_script.fragment_id = part.fragment_id
        return await self._run(message)

    async def _run(self, message: BackMsg) -> Run:
        assert self._connection is not None
        asked = message.rerun_script
        asked.query_string, asked.page_script_hash = self.query, self._page_hash
        asked.page_name = "" if self._page_hash else PAGE
        asked.cached_message_hashes.extend(self._kept)
        asked.context_info.locale = "zh-TW"
        run, begun = Run(), time.perf_counter()
        await self._connection.send(message.SerializeToString())
        while not await self._receive(run, begun):
            pass
        run.seconds = time.perf_counter() - begun
        self._forget_old()
        return run

    async def _receive(self, run: Run, begun: float) -> bool:
        """Take one message; True when it says that the run is over."""
        assert self._connection is not None
        remaining = PATIENCE_SECONDS - (time.perf_counter() - begun)
        async with asyncio.timeout(remaining):
            raw = await self._connection.recv(decode=False)
        run.bytes += len(raw)
        message = ForwardMsg()
        message.ParseFromString(raw)
        kind = message.WhichOneof("type")
        if kind in ("delta", "ref_hash"):
            self._take_delta(self._delta_of(message), run, time.perf_counter() - begun)
        elif kind == "new_session":
            self._page_hash = message.new_session.page_script_hash
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "script_finished":
            return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return False

    def _delta_of(self, message: ForwardMsg) -> Delta:
        if message.WhichOneof("type") == "ref_hash":
            delta = self._kept[message.ref_hash][1]
            self._kept[message.ref_hash] = (self._runs, delta)
            return delta
        if message.metadata.cacheable:
            self._kept[message.hash] = (self._runs, message.delta)
        return message.delta

    def _take_delta(self, delta: Delta, run: Run, seconds: float) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "bidi_component":
            component = element.bidi_component
            name = component.component_name.removeprefix("workbench_")
            self.parts[name] = Part(component.id, delta.fragment_id, component.bytes)
            run.drawn[name] = seconds
        elif kind == "exception":
            run.complaints.append(f"exception: {element.exception.type}")
        elif kind == "alert" and element.alert.format == ERROR_FORMAT:
            run.complaints.append(f"error: {element.alert.body[:80]}")

    def _forget_old(self) -> None:
        self._runs += 1
        self._kept = {key: kept for key, kept in self._kept.items() if self._runs - kept[0] <= KEPT_RUNS}
