"""Own browser parts: JavaScript and style beside each other, registered once a process, fed with plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson
import streamlit as st

from app.ui.components.part_files import address_of, joined, loader_of

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

Act = Callable[[Any], None]


@dataclass(frozen=True)
class GatheredPart:
    """A part that is handed over with others: its key, where its module is served, its data as JSON, its acts."""

    key: str
    module: str
    text: bytes
    acts: Mapping[str, Act] = field(compare=False)


_GATHERED: ContextVar[list[GatheredPart] | None] = ContextVar("gathered_parts", default=None)
"""What the parts drawn now are gathered in; None while they are put on the page one by one."""


@contextmanager
def gathered_parts() -> Iterator[list[GatheredPart]]:
    """Parts drawn within are not put on the page but gathered, in the order drawn."""
    parts: list[GatheredPart] = []
    token = _GATHERED.set(parts)
    try:
        yield parts
    finally:
        _GATHERED.reset(token)


@cache
def part(name: str, *made_of: str) -> Callable[..., Any]:
    """The browser part ``parts/<name>``: the shared script and style, the pieces it is made of, then its own.

    A part receives its words and values as ``data`` and puts them on screen with ``textContent`` only.
    """
    pieces = ("shared", *made_of, name)
    drawn = st.components.v2.component(f"workbench_{name}", js=loader_of(pieces))

    def draw(*, data: object = None, **options: Any) -> Any:
        # Bytes are sent as they are; plain data would be written as JSON three times, escaped.
        text = orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS)
        gathered = _GATHERED.get()
        if gathered is None:
            return drawn(data=text, **options)
        gathered.append(GatheredPart(options["key"], address_of(pieces), text, _acts_of(options)))
        return None

    return draw


def desk_part(name: str, *made_of: str) -> Callable[..., Any]:
    """A part of the desk: on top of what the parts of the desk share."""
    return part(name, "desk", *made_of)


@cache
def shape(name: str) -> ComponentRenderer:
    """The style ``parts/<name>.css`` for the page itself; it holds only while it is drawn."""
    return st.components.v2.component(f"workbench_{name}", css=joined((name,), ".css"), isolate_styles=False)


@dataclass(frozen=True)
class Arrival:
    """What is done with what a part sent under a name; the value is read when it arrives, not when drawn."""

    key: str
    name: str
    act: Act

    def __call__(self) -> None:
        value = getattr(st.session_state[self.key], self.name)
        if value is not None:
            self.act(value)


def on_trigger(key: str, name: str, act: Act) -> Arrival:
    """A callback that hands over what the part sent."""
    return Arrival(key, name, act)


def _acts_of(options: Mapping[str, Any]) -> dict[str, Act]:
    return {each.name: each.act for each in options.values() if isinstance(each, Arrival)}
